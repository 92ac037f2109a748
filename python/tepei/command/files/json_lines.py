"""JSON Lines: one object a line. Numbers stay as they are written; a missing key is unknown."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from tepei.command.files.delimited import encoding_of
from tepei.command.files.record import BadCell, Progress, Record, batches_of, unusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tepei.command.files.record import Batch

MOST_KEYS = 16_384
HELP = 'write one object a line: {"姓名": "…", "出生日期": "1985-06-15"}'


@dataclass(frozen=True)
class _Refused:
    """A value no cell can hold, as it was written."""

    content: str
    code: str
    message: str
    help: str


@dataclass(frozen=True)
class _BadLine:
    """A line that is no object."""

    message: str
    content: str


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            message = f"the key `{key}` stands in the object twice"
            value = _Refused(_written(value), "roster.json.duplicate_key", message, "keep one of them")  # noqa: PLW2901
        found[key] = value
    return found


def _written(value: object) -> str:
    if isinstance(value, _Refused):
        return json.dumps(value.content, ensure_ascii=False)
    if isinstance(value, JsonText):
        return str(value)
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {_written(v)}" for key, v in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _not_finite(name: str) -> _Refused:
    return _Refused(
        name, "roster.json.not_finite", f"`{name}` is no number of JSON", "write null where nothing is known"
    )


class JsonText(str):
    """A value just as JSON writes it: a number, which no binary floating point may touch, true, false, or a list."""

    __slots__ = ()


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=JsonText, parse_int=JsonText, parse_constant=_not_finite
)


def _parsed(line: str) -> dict[str, object] | _BadLine:
    try:
        value = _DECODER.decode(line)
    except json.JSONDecodeError as error:
        return _BadLine(f"the line is no JSON: {error.msg} at column {error.colno}", line)
    except RecursionError:
        return _BadLine("the line is nested too deeply", line)
    return value if isinstance(value, dict) else _BadLine("the line is no object", line)


def _cell(value: object) -> object:
    if isinstance(value, (dict, list)):
        kind = "an object" if isinstance(value, dict) else "a list"
        return _Refused(
            _written(value), "roster.json.nested", f"{kind} is no cell", "give text, a number, a date or null"
        )
    if isinstance(value, bool):
        return JsonText("true" if value else "false")
    if isinstance(value, str) and not value.isascii() and not isinstance(value, JsonText):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a character is none
    return value


def _lines(raw: BinaryIO, encoding: str) -> Iterator[tuple[int, str]]:
    raw.seek(0)
    for number, line in enumerate(raw, start=1):
        text = line.decode(encoding).strip().removeprefix("\ufeff")
        if text:
            yield number, text


def _headings(path: Path, lines: Iterator[tuple[int, str]]) -> list[str]:
    """Every key of every line, in the order in which they turn up: no column may be lost because it comes late."""
    keys: dict[str, None] = {}
    sound = False
    for number, line in lines:
        if number == 1 and line.startswith("["):
            raise unusable("roster.json.not_lines", "the file is one JSON list, not JSON Lines", HELP, path)
        found = _parsed(line)
        if isinstance(found, dict):
            sound = True
            keys.update(dict.fromkeys(found))
        if len(keys) > MOST_KEYS:
            raise unusable("roster.json.too_many_keys", f"the lines have more than {MOST_KEYS} keys", HELP, path)
    if not sound or not any(key.strip() for key in keys):
        raise unusable("roster.empty", "no line is an object with keys", HELP, path)
    return list(keys)


class JsonLinesFile:
    """An open file of JSON Lines. Rows are numbered as lines are."""

    def __init__(self, path: Path, raw: BinaryIO, encoding: str) -> None:
        self._raw = raw
        self._encoding = encoding
        self._size = path.stat().st_size
        self._keys = _headings(path, _lines(raw, encoding))
        self.headings = [key.strip() for key in self._keys]

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows, some at a time."""
        return batches_of(self._records(), len(self.headings), rows, typed=True)

    def _records(self) -> Iterator[Record]:
        for number, line in _lines(self._raw, self._encoding):
            yield self._record(number, _parsed(line))

    def _record(self, number: int, found: dict[str, object] | _BadLine) -> Record:
        if isinstance(found, _BadLine):
            bad = BadCell(number, "-", found.content, "roster.json.malformed", found.message, HELP)
            return Record(number, [None] * len(self._keys), [found.content], [bad])
        record = Record(number, [])
        for key in self._keys:
            cell = _cell(found.get(key))
            if isinstance(cell, _Refused):
                record.problems.append(BadCell(number, key.strip(), cell.content, cell.code, cell.message, cell.help))
                cell = JsonText(cell.content) if cell.code == "roster.json.nested" else cell.content
            record.cells.append(cell)
        return record

    def progress(self) -> Progress:
        """By bytes."""
        return Progress(self._raw.tell(), self._size, "B")


@contextmanager
def open_json_lines(path: Path) -> Iterator[JsonLinesFile]:
    """Opens a file of JSON Lines; `Error` where it is none."""
    encoding = encoding_of(path)
    with path.open("rb") as raw:
        yield JsonLinesFile(path, raw, encoding)
