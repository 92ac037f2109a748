"""An explained answer on its way out: as text fit for the terminal, as JSON, as a page; to the terminal or a file."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

import typer
from rich.cells import cell_len

from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.command.options import Format
from tepei.command.page import page
from tepei.command.prose import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPER = 2


class Answer(Protocol):
    """What explains itself: a decision, a route, a grade, money."""

    def text(self, lang: str = "zh") -> str:
        """For people."""

    def html(self, lang: str = "zh") -> str:
        """For a page."""

    def to_json(self, indent: int = -1) -> str:
        """For programs."""


def answered(action: Callable[[], int]) -> NoReturn:
    """Does it and ends the command with its exit code; what cannot be used is said, with exit code 2."""
    try:
        code = action()
    except Error as error:
        print(error, file=sys.stderr)
        code = 2
    raise typer.Exit(code)


def rendered(answer: Answer, form: Format, lang: str, title: str) -> str:
    """The answer in the form asked for, ending with a newline."""
    if form is Format.json:
        return answer.to_json(2) + "\n"
    if form is Format.html:
        return page(title, [answer.html(lang)], lang)
    return answer.text(lang)


def deliver(text: str, out: Path | None, form: Format, *read: str | Path | None) -> None:
    """Writes it to the file, or to the terminal with its lines broken as the terminal asks.

    `read` are the files the answer was made from, which are not written over.
    """
    if out is None:
        typer.echo(for_terminal(text) if form is Format.text else text, nl=not text.endswith("\n"))
        return
    try:
        for source in (Path(each) for each in read if each is not None):
            if out.exists() and source.exists() and out.samefile(source):
                message = f"--out names `{source}`, which was read"
                raise Error([Diagnostic("out.same_file", message, "give another file", str(out))])
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"the file cannot be written: {error.strerror or error}"
        raise Error([Diagnostic("out.unwritable", message, "check the path", str(out))]) from error


def for_terminal(text: str) -> str:
    """The text with lines no wider than the terminal, what goes on indented; left as it is where it goes to a pipe."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return text
    width = shutil.get_terminal_size().columns
    return "".join(f"{line}\n" for whole in text.splitlines() for line in _broken(whole, width))


def _broken(line: str, width: int) -> list[str]:
    if cell_len(line) <= width:
        return [line]
    rest = line.lstrip(" ")
    indent = " " * (len(line) - len(rest))
    hanging = indent + " " * DEEPER
    first, *others = wrapped(rest, width - len(hanging))
    return [indent + first, *(hanging + other for other in others)]
