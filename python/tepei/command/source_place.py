"""Places in a JSON text: where a pointer leads, and the line with a caret under the place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
MARGIN = "   | "
WINDOW = 110


def places(text: str) -> dict[str, tuple[int, int]]:
    """Line and column, from 1, of the value at each JSON pointer of a text that is JSON."""
    found: dict[str, tuple[int, int]] = {}
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    line = 0
    for pointer, offset in _values(text):
        while line + 1 < len(starts) and starts[line + 1] <= offset:
            line += 1
        found[pointer] = (line + 1, offset - starts[line] + 1)
    return found


def _values(text: str) -> Iterator[tuple[str, int]]:
    """Each value's pointer and offset, in the order of the text."""
    path: list[str | int] = []
    expects_key = False
    key = ""
    for match in TOKEN.finditer(text):
        token = match.group()
        if token in ("}", "]"):
            path.pop()
            expects_key = False
        elif token == ",":
            expects_key = isinstance(path[-1], str)
            if not expects_key:
                path[-1] = int(path[-1]) + 1
        elif token == ":":
            path[-1] = key
        elif expects_key:
            key = json.loads(token)
            expects_key = False
        else:
            yield _pointer(path), match.start()
            if token in ("{", "["):
                path.append("" if token == "{" else 0)
                expects_key = token == "{"


def _pointer(path: list[str | int]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def excerpt(text: str, line: int, column: int) -> list[str]:
    """The line and, below it, a caret under the column; a long line is cut round the place."""
    lines = text.splitlines()
    if not 1 <= line <= len(lines):
        return []
    whole = "".join(character if character.isprintable() else " " for character in lines[line - 1])
    place = min(column - 1, len(whole))
    begin = max(0, place - WINDOW // 2) if len(whole) > WINDOW else 0
    shown = whole[begin : begin + WINDOW]
    cut, more = ("…" if begin else ""), ("…" if begin + WINDOW < len(whole) else "")
    blanks = " " * cell_len(cut + whole[begin:place])
    return [MARGIN + cut + shown + more, MARGIN + blanks + "^"]
