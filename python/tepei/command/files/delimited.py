"""CSV files in UTF-8, with or without a byte order mark, or in GB18030, which Excel writes in China."""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from itertools import chain, count
from typing import TYPE_CHECKING, cast

from tepei.command.files.heading_row import first_rows, heading_place
from tepei.command.files.record import BadCell, Progress, Record, batches_of, unusable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tepei.command.files.record import Batch

ENCODINGS = ("utf-8-sig", "gb18030")


def encoding_of(path: Path) -> str:
    """The first encoding in which the whole file can be read as text."""
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
    message = "the file is neither UTF-8 nor GB18030 text"
    raise unusable("roster.encoding.unknown", message, "save it as CSV in UTF-8", path)


class CsvFile:
    """An open CSV file. Row numbers are those of a spreadsheet: records from 1, with blank ones."""

    def __init__(self, path: Path, text: Iterator[str], raw: BinaryIO) -> None:
        self._raw = raw
        self._size = path.stat().st_size
        records = self._records(path, text)
        first = first_rows(records)
        place = heading_place(first)
        self.headings = [heading.strip() for heading in first[place]] if first else []
        if not any(self.headings):
            expected = "the first row names the columns: 姓名, 出生日期, …"
            raise unusable("roster.empty", "the file has no headings", expected, path)
        self._rows = chain(first[place + 1 :], records)
        self._first_number = place + 2

    @staticmethod
    def _records(path: Path, text: Iterator[str]) -> Iterator[list[str]]:
        try:
            yield from csv.reader(text)
        except csv.Error as error:
            message = f"the file is not CSV: {error}"
            raise unusable("roster.csv.malformed", message, "save it as CSV in UTF-8", path) from error

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows, some at a time."""
        return batches_of(self._checked_rows(), len(self.headings), rows, typed=False)

    def _checked_rows(self) -> Iterator[Record]:
        width = len(self.headings)
        for number, cells in zip(count(self._first_number), self._rows, strict=False):
            if len(cells) == width:
                if any(cells) and any(cell.strip() for cell in cells):
                    yield Record(number, list(cells))
            elif any(cell.strip() for cell in cells):
                yield _of_another_width(number, cells, width)

    def progress(self) -> Progress:
        """By bytes: how many records there are, nobody knows before the end."""
        return Progress(self._raw.tell(), self._size, "B")


def _of_another_width(number: int, cells: Sequence[str], width: int) -> Record:
    """A row that ends early, or one with cells that stand under no heading."""
    record = Record(number, [*cells[:width], *[""] * (width - len(cells))])
    if any(cells[width:]):
        record.beyond = list(cells[width:])
        message = f"the row has {len(cells)} cells under {width} headings"
        help_text = "look for a stray comma or quotation mark"
        content = " ".join(record.beyond)
        record.problems = [BadCell(number, "-", content, "roster.row.too_long", message, help_text)]
    return record


@contextmanager
def open_csv(path: Path) -> Iterator[CsvFile]:
    """Opens a CSV file; `Error` where it is empty, or no text."""
    csv.field_size_limit(sys.maxsize)  # a long cell is the cell's problem, not the file's
    with path.open(encoding=encoding_of(path), newline="") as text:
        yield CsvFile(path, text, cast("BinaryIO", text.buffer))
