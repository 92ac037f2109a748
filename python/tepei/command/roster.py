"""Rosters in files: headings and rows, whatever the format."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tepei.command.files.content import Content, content_of
from tepei.command.files.delimited import open_csv
from tepei.command.files.json_lines import open_json_lines
from tepei.command.files.record import cell_text, unusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tepei.command.files.record import Batch, FileFormat, Progress

BATCH_ROWS = 16_384


@dataclass(frozen=True)
class Row:
    """One row as text; `number` is what the file's own program shows: a spreadsheet's row, a line, a table's row."""

    number: int
    cells: list[str]


class Roster:
    """An open roster. Its rows are read once, by `rows` or by `batches`."""

    def __init__(self, path: Path, content: Content, file: FileFormat) -> None:
        self.path = path
        self.content = content
        self._file = file

    @property
    def headings(self) -> list[str]:
        """What stands over the columns."""
        return self._file.headings

    @property
    def rows(self) -> Iterator[Row]:
        """The rows that are not blank, one at a time; cells that stand under no heading come last."""
        for batch in self.batches(1024):
            columns = [batch.columns[place].to_pylist() for place in range(len(self.headings))]
            for place, number in enumerate(batch.numbers):
                cells = [cell_text(column[place]) or "" for column in columns]
                yield Row(number, [*cells, *batch.beyond.get(place, [])])

    def batches(self, rows: int = BATCH_ROWS) -> Iterator[Batch]:
        """The rows by column, at most `rows` at a time."""
        try:
            yield from self._file.batches(rows)
        except OSError as error:
            raise _unreadable(self.path, error) from error

    def progress(self) -> Progress:
        """How far the file has been read."""
        return self._file.progress()

    @property
    def sheet(self) -> str | None:
        """The sheet that is read, of a workbook."""
        return getattr(self._file, "sheet", None)

    @property
    def other_sheets(self) -> list[str]:
        """The sheets of the workbook that are not read."""
        return getattr(self._file, "other_sheets", [])


def _opened(content: Content, path: Path, sheet: str | None) -> AbstractContextManager[FileFormat]:
    if content is Content.csv:
        return open_csv(path)
    if content is Content.json_lines:
        return open_json_lines(path)
    if content is Content.parquet:
        from tepei.command.files.parquet import open_parquet  # noqa: PLC0415

        return open_parquet(path)
    from tepei.command.files.workbook import open_workbook  # noqa: PLC0415

    return open_workbook(path, sheet)


def _unreadable(path: Path, error: OSError) -> Exception:
    message = f"the file cannot be read: {error.strerror or error}"
    return unusable("roster.unreadable", message, "check the path", path)


@contextmanager
def open_roster(path: Path, sheet: str | None = None) -> Iterator[Roster]:
    """Opens a roster; `Error` where it is missing, empty, or in no known format.

    `sheet` is the name or number of a workbook's sheet; without it the first with cells is read.
    """
    with ExitStack() as stack:
        try:
            content = content_of(path)
            if sheet is not None and content is not Content.workbook:
                message = "the file is no workbook and has no sheets"
                raise unusable("roster.sheet.none", message, "leave --sheet out", path)
            file = stack.enter_context(_opened(content, path, sheet))
        except OSError as error:
            raise _unreadable(path, error) from error
        yield Roster(path, content, file)
