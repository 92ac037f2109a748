"""What every reader hands over: records with the number the file's own program shows, and batches of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from tepei._core import Diagnostic
from tepei._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class FileFormat(Protocol):
    """What a reader of one format offers; it closes nothing itself, its context manager does."""

    headings: list[str]

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows, at most `rows` at a time; once."""

    def progress(self) -> Progress:
        """How far the file has been read."""


@dataclass(frozen=True)
class Progress:
    """How far a file has been read; `total` is None where nobody knows."""

    done: int
    total: int | None
    unit: str


@dataclass(frozen=True)
class BadCell:
    """A cell that could not be read. `fact` is empty where no fact refused it, `column` is `-` for a whole row."""

    row: int
    column: str
    content: str
    code: str
    message: str
    help: str
    fact: str = ""


@dataclass
class Record:
    """One row as the file has it, a cell for every heading; with problems, no policy is asked about it."""

    number: int
    cells: list[object]
    beyond: list[str] = field(default_factory=list)
    problems: list[BadCell] = field(default_factory=list)


@dataclass(frozen=True)
class Batch:
    """Some rows by column. `originals` holds what the file has where `columns`, all text, would lose its type.

    `problems` and `beyond` go by a row's place in the batch.
    """

    numbers: Sequence[int]
    columns: list[Any]
    originals: list[Sequence[object]] | None = None
    problems: dict[int, list[BadCell]] = field(default_factory=dict)
    beyond: dict[int, list[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)

    def head(self, rows: int) -> Batch:
        """The first `rows` rows."""
        if rows >= len(self):
            return self
        return Batch(
            self.numbers[:rows],
            [column.slice(0, rows) for column in self.columns],
            None if self.originals is None else [column[:rows] for column in self.originals],
            {place: problems for place, problems in self.problems.items() if place < rows},
            {place: cells for place, cells in self.beyond.items() if place < rows},
        )

    def values(self, place: int) -> Sequence[object]:
        """The cells of one column as the file has them."""
        if self.originals is not None:
            return self.originals[place]
        column: list[object] = self.columns[place].to_pylist()
        return column

    def value(self, place: int, row: int) -> object:
        """One cell as the file has it."""
        return self.columns[place][row].as_py() if self.originals is None else self.originals[place][row]


def cell_text(value: object) -> str | None:
    """A cell as people write it, from which its fact is read: numbers without `.0`, dates without midnight."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


def _number_text(number: float) -> str | None:
    if number != number:  # noqa: PLR0124
        return None
    text = repr(number)
    return text.removesuffix(".0")


def batches_of(records: Iterator[Record], width: int, rows: int, *, typed: bool) -> Iterator[Batch]:
    """The records, `rows` at a time, as columns of text; with their own values beside them where they are `typed`."""
    some: list[Record] = []
    for record in records:
        some.append(record)
        if len(some) == rows:
            yield _batch(some, width, typed=typed)
            some = []
    if some:
        yield _batch(some, width, typed=typed)


def _batch(records: list[Record], width: int, *, typed: bool) -> Batch:
    import pyarrow as pa  # noqa: PLC0415

    cells = [list(column) for column in zip(*(record.cells for record in records), strict=True)] or [[]] * width
    texts = [[cell_text(cell) for cell in column] for column in cells] if typed else cells
    return Batch(
        [record.number for record in records],
        [pa.array(column, pa.large_string()) for column in texts],
        list(cells) if typed else None,
        {place: record.problems for place, record in enumerate(records) if record.problems},
        {place: record.beyond for place, record in enumerate(records) if record.beyond},
    )


def unusable(code: str, message: str, expected: str, path: Path | str) -> Error:
    """The error that a roster cannot be read at all."""
    return Error([Diagnostic(code, message, expected, str(path))])
