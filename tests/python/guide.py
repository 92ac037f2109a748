"""Follows a guide in Markdown: its files are written, its commands run, its output compared.

A comment before a code block says what becomes of it: `<!-- NAME -->` writes the block to a file of this name; JSON is
added to the JSON object that the file holds already, entry by entry. `<!-- exit 1 -->` is the exit code of a command.
"""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from command_line import in_a_document

STEP = re.compile(r"^<!-- (.+?) -->\n|^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """A comment that does something by itself, or a code block with the comment before it."""

    comment: str
    language: str
    text: str


def steps(markdown: str) -> list[Step]:
    """What a guide asks its reader to do, in order."""
    found: list[Step] = []
    comment = ""
    for match in STEP.finditer(markdown):
        if match[1] is None:
            found.append(Step(comment, match[2], match[3]))
            comment = ""
        elif match[1].startswith("copy "):
            found.append(Step(match[1], "", ""))
        else:
            comment = match[1]
    return found


def name_of(entry: Any) -> Any:
    """By what an entry of a list is known."""
    return entry.get("id") if isinstance(entry, dict) else entry


def added(old: Any, new: Any) -> Any:
    """JSON with more of it, as a reader adds it: keys to objects, entries to lists, one of the same id in its place."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: added(old[key], value) if key in old else value for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        known = {name_of(entry) for entry in new}
        return [entry for entry in old if name_of(entry) not in known] + new
    return new


def write(folder: Path, name: str, text: str) -> None:
    """Writes a file of the guide, or adds to it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".json" and path.exists():
        text = json.dumps(added(json.loads(path.read_text(encoding="utf-8")), json.loads(text)), ensure_ascii=False)
    path.write_text(text, encoding="utf-8")


def run(folder: Path, command: str) -> tuple[int, str]:
    """The exit code of a command and what it printed."""
    program, *words = shlex.split(command)
    assert program == "tepei"
    done = in_a_document(*words, cwd=folder)
    return done.code, done.out + done.err


def shows(shown: list[str], printed: list[str]) -> bool:
    """Whether the lines shown are what was printed; `…` alone on a line stands for any lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(shows(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and shows(shown[1:], printed[1:])


def check_commands(step: Step, folder: Path) -> None:
    """Runs each command of a console block and compares what it prints with what is shown."""
    expected = int(step.comment.removeprefix("exit ")) if step.comment.startswith("exit ") else 0
    for part in re.split(r"^\$ ", step.text, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        code, printed = run(folder, command)
        assert code == expected, f"{command}\n{printed}"
        assert shows(shown, printed.splitlines()), f"{command}\n{printed}"
