"""Excel workbooks: cells with their own types, dates as dates, whichever row holds the headings."""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
from contextlib import ExitStack, contextmanager
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any, BinaryIO

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from tepei._core import suggest
from tepei._errors import Error
from tepei.command.files.heading_row import ROWS_LOOKED_AT, heading_place
from tepei.command.files.record import BadCell, Progress, Record, batches_of, cell_text, unusable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tepei.command.files.record import Batch

FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
PART = 1 << 20
# What a broken workbook makes openpyxl raise: it checks little of what it reads.
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
)

# What stands in the format of a date beside its fields: quoted text, brackets, escaped characters.
BESIDE_FIELDS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def _without_invented_day(day: datetime.datetime, number_format: str) -> object:
    """Excel keeps 1985年6月 as the first of June; where the format shows no day, none was typed."""
    fields = BESIDE_FIELDS.sub("", number_format).lower()
    if "d" in fields or "h" in fields or "s" in fields or "y" not in fields:
        return day
    return f"{day.year:04}-{day.month:02}" if "m" in fields else f"{day.year:04}"


def _value(cell: Any) -> object:  # noqa: ANN401
    value: object = cell.value
    if cell.data_type == "d" and isinstance(value, datetime.datetime):
        return _without_invented_day(value, cell.number_format)
    return value


def _has_formulas(path: Path) -> bool:
    """Whether any sheet holds a formula; told from the bytes, which takes a fraction of reading the cells."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
                continue
            with archive.open(name) as part:
                end = b""
                while piece := part.read(PART):
                    if FORMULA.search(end + piece):
                        return True
                    end = piece[-16:]
    return False


class _Sheet:
    """The rows of one sheet as values, each with the columns whose formula nobody has computed."""

    def __init__(self, values: Any, formulas: Any) -> None:  # noqa: ANN401
        self._values = values
        self._formulas = formulas

    def __iter__(self) -> Iterator[tuple[list[object], dict[int, str]]]:
        formulas: Iterable[Any] = repeat(()) if self._formulas is None else self._formulas.iter_rows()
        for cells, written in zip(self._values.iter_rows(), formulas, strict=False):
            values = [_value(cell) for cell in cells]
            uncomputed = {
                place: str(cell.value)
                for place, cell in enumerate(written)
                if cell.data_type == "f" and (place >= len(values) or values[place] is None)
            }
            yield values, uncomputed


class WorkbookFile:
    """One sheet of an open workbook. Row numbers are the sheet's."""

    def __init__(self, path: Path, title: str, others: list[str], sheet: _Sheet, rows: int | None) -> None:
        self._path = path
        self.sheet = title
        self.other_sheets = others
        self._total = rows
        self._done = 0
        records = self._guarded(iter(sheet))
        first = list(islice(records, ROWS_LOOKED_AT))
        texts = [[cell_text(value) or "" for value in values] for values, _ in first]
        place = heading_place(texts) if texts else 0
        while place < len(texts) - 1 and not any(texts[place]):
            place += 1
        headings = [text.strip() for text in texts[place]] if texts else []
        while headings and not headings[-1]:
            headings.pop()
        self.headings = headings
        if not any(headings):
            expected = "one row names the columns: 姓名, 出生日期, …"
            raise unusable("roster.empty", f"the sheet `{title}` has no headings", expected, path)
        self._rows = chain(first[place + 1 :], records)
        self._done = place + 1

    def _guarded(self, rows: Iterator[Any]) -> Iterator[Any]:
        try:
            yield from rows
        except BROKEN as error:
            raise _broken(self._path, error) from error

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows, some at a time."""
        return batches_of(self._records(), len(self.headings), rows, typed=True)

    def _records(self) -> Iterator[Record]:
        width = len(self.headings)
        for values, uncomputed in self._rows:
            self._done += 1
            if not uncomputed and not any(value is not None and str(value).strip() for value in values):
                continue
            record = Record(self._done, [*values[:width], *[None] * (width - len(values))])
            record.beyond = [cell_text(value) or "" for value in values[width:] if value is not None]
            for place, formula in uncomputed.items():
                if place < width:
                    record.cells[place] = formula
                    record.problems.append(_uncomputed(self._done, self.headings[place], formula))
            yield record

    def progress(self) -> Progress:
        """By rows; how many there are the sheet says, where it does."""
        return Progress(self._done, self._total, "row")


def _uncomputed(row: int, heading: str, formula: str) -> BadCell:
    message = "the formula has no value: no table program has computed it"
    return BadCell(
        row, heading, formula, "roster.cell.uncomputed", message, "open the workbook, let it compute, save it"
    )


def _broken(path: Path, error: Exception) -> Exception:
    message = f"the file is no sound workbook: {' '.join(str(error).split())[:200]}"
    return unusable("roster.workbook.malformed", message, "open it in Excel and save it again as .xlsx", path)


def _chosen(book: Any, path: Path, wanted: str | None) -> str:  # noqa: ANN401
    """The sheet's title: by name, by number from 1, else the first that is shown and has cells."""
    titles: list[str] = [sheet.title for sheet in book.worksheets]
    if wanted is not None:
        if wanted in titles:
            return wanted
        if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(titles):
            return titles[int(wanted) - 1]
        message = f"the workbook has no sheet `{wanted}`"
        raise unusable("roster.sheet.unknown", message, suggest(wanted, titles), path)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and any(cell is not None for row in _top(sheet) for cell in row):
            return str(sheet.title)
    raise unusable("roster.empty", "the workbook has no sheet with cells", "give a sheet with headings and rows", path)


def _top(sheet: Any) -> Iterator[Any]:  # noqa: ANN401
    yield from sheet.iter_rows(max_row=ROWS_LOOKED_AT, values_only=True)


def _load(file: BinaryIO, *, computed: bool) -> tuple[Any, dict[str, int | None]]:
    """The workbook, and how many rows each sheet says it has: which may be wrong, or all that there can be."""
    book = openpyxl.load_workbook(file, read_only=True, data_only=computed)
    rows: dict[str, int | None] = {}
    for sheet in book.worksheets:
        rows[sheet.title] = sheet.max_row
        sheet.reset_dimensions()
    return book, rows


@contextmanager
def open_workbook(path: Path, sheet: str | None) -> Iterator[WorkbookFile]:
    """Opens a workbook; `Error` where it is none, or has no such sheet."""
    with warnings.catch_warnings(), ExitStack() as stack:
        warnings.simplefilter("ignore")  # what openpyxl leaves out (styles, validations) no roster needs
        try:
            book, rows = _load(stack.enter_context(path.open("rb")), computed=True)
            stack.callback(book.close)
            title = _chosen(book, path, sheet)
            formulas = None
            if _has_formulas(path):
                written, _ = _load(stack.enter_context(path.open("rb")), computed=False)
                stack.callback(written.close)
                formulas = written[title]
        except BROKEN as error:
            if isinstance(error, Error):
                raise
            raise _broken(path, error) from error
        others = [other.title for other in book.worksheets if other.title != title]
        yield WorkbookFile(path, title, others, _Sheet(book[title], formulas), rows[title])
