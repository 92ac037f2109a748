"""Rosters in CSV files: headings and rows, one at a time."""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tepei._core import Diagnostic
from tepei._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# UTF-8 with or without a byte order mark; else what Excel writes in China.
ENCODINGS = ("utf-8-sig", "gb18030")

# What people hand in instead, by its first bytes.
OTHER_FORMATS = {
    b"PK\x03\x04": "an Excel workbook (or another ZIP archive)",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF document",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}


@dataclass(frozen=True)
class Row:
    """One record; `number` is what a spreadsheet shows, the headings being row 1."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Roster:
    """An open roster."""

    headings: list[str]
    rows: Iterator[Row]


def _unusable(code: str, message: str, expected: str, path: Path) -> Error:
    return Error([Diagnostic(code, message, expected, str(path))])


def _refuse_other_formats(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(4096)
    for magic, what in OTHER_FORMATS.items():
        if start.startswith(magic):
            expected = "save it as CSV in UTF-8"
            raise _unusable("roster.format.unknown", f"the file is {what}, not CSV text", expected, path)


def _encoding_of(path: Path) -> str:
    """The first encoding in which the whole file can be read as text."""
    _refuse_other_formats(path)
    for encoding in ENCODINGS:
        try:
            with path.open(encoding=encoding, newline="") as file:
                while part := file.read(1 << 20):
                    if "\0" in part:
                        break
                else:
                    return encoding
        except UnicodeDecodeError:
            continue
    raise _unusable(
        "roster.encoding.unknown",
        "the file is neither UTF-8 nor GB18030 text",
        "save it as CSV in UTF-8",
        path,
    )


def _records(path: Path, file: Iterator[str]) -> Iterator[list[str]]:
    try:
        yield from csv.reader(file)
    except csv.Error as error:
        raise _unusable(
            "roster.csv.malformed", f"the file is not CSV: {error}", "save it as CSV in UTF-8", path
        ) from error


@contextmanager
def open_roster(path: Path) -> Iterator[Roster]:
    """Opens a CSV file; `Error` where it is missing, empty, or no text."""
    csv.field_size_limit(sys.maxsize)  # a long cell is the cell's problem, not the file's
    try:
        with path.open(encoding=_encoding_of(path), newline="") as file:
            records = _records(path, file)
            headings = [heading.strip() for heading in next(records, [])]
            if not any(headings):
                raise _unusable(
                    "roster.empty",
                    "the file has no headings",
                    "the first row names the columns: 姓名, 出生日期, …",
                    path,
                )
            rows = (
                Row(number, cells)
                for number, cells in enumerate(records, start=2)
                if any(cell.strip() for cell in cells)
            )
            yield Roster(headings, rows)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise _unusable("roster.unreadable", message, "check the path", path) from error
