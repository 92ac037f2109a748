"""Cells of a workbook: the roster's own just as they were, none of them ever a formula."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from tepei.command.files.json_lines import JsonText
from tepei.command.files.record import cell_text

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST_CELL = 32_767
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ISO_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
# Excel knows no day before, and takes 1900 for a leap year.
FIRST_DAY = datetime.date(1900, 3, 1)
LARGEST_NUMBER = 10**15


def text_cell(sheet: WriteOnlyWorksheet, text: str, style: str) -> Any:  # noqa: ANN401
    """A cell that is text, whatever it begins with."""
    shown = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(shown) > LONGEST_CELL:
        shown = shown[: LONGEST_CELL - 1] + "…"
    cell = WriteOnlyCell(sheet, "" if shown.startswith("=") else shown)
    cell.style = style
    if shown.startswith(FORMULA_STARTS):
        cell.value = shown
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def roster_cell(sheet: WriteOnlyWorksheet, value: object) -> Any:  # noqa: ANN401
    """A cell of the roster: numbers and dates stay what they are, 2025-03-21 is a date; all else is text."""
    if value is None or value == "":
        return _plain(sheet, None, "tepei cell")
    if isinstance(value, str) and not isinstance(value, JsonText):
        return _text(sheet, value)
    if isinstance(value, JsonText):
        number = _json_number(value)
        return _text(sheet, value) if number is None else _plain(sheet, number, "tepei cell")
    if isinstance(value, (datetime.datetime, datetime.date)):
        return _date(sheet, value)
    if isinstance(value, (bool, int, float, Decimal)) and -LARGEST_NUMBER < value < LARGEST_NUMBER:
        return _plain(sheet, value, "tepei cell")
    return _text(sheet, cell_text(value) or "")


def _plain(sheet: WriteOnlyWorksheet, value: Any, style: str) -> Any:  # noqa: ANN401
    cell = WriteOnlyCell(sheet, value)
    cell.style = style
    return cell


def _text(sheet: WriteOnlyWorksheet, text: str) -> Any:  # noqa: ANN401
    if ISO_DATE.fullmatch(text):
        try:
            return _date(sheet, datetime.date.fromisoformat(text))
        except ValueError:
            pass  # 1985-02-30 stays the text it is
    return text_cell(sheet, text, "tepei text" if "\n" not in text else "tepei wrapped")


def _date(sheet: WriteOnlyWorksheet, day: datetime.date) -> Any:  # noqa: ANN401
    whole = not isinstance(day, datetime.datetime) or (day.time() == datetime.time() and day.tzinfo is None)
    date = day.date() if isinstance(day, datetime.datetime) else day
    if not whole or date < FIRST_DAY:
        return text_cell(sheet, cell_text(day) or "", "tepei text")
    return _plain(sheet, date, "tepei date")


def _json_number(text: str) -> int | float | bool | None:
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?\d{1,15}", text):
        return int(text)
    if re.fullmatch(r"-?\d{1,12}\.\d{1,15}", text) and repr(float(text)) == text:
        return float(text)
    return None
