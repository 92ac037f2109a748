"""Numbers, days and lists as they are written on a command line."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.leave import EarlierLeave

MISSING = ("", "-", "–", "—")


def refused(code: str, message: str, expected: str, option: str) -> Error:
    """The error of one option."""
    return Error([Diagnostic(code, message, expected, option)])


def number(text: str, option: str) -> Decimal:
    """The exact number a text says."""
    try:
        return Decimal(text.strip())
    except InvalidOperation as error:
        raise refused("question.number.syntax", f"`{text}` is no number", "write it as 12 or 79.5", option) from error


def number_or_none(text: str | None, option: str) -> Decimal | None:
    """The same; None where the option is left out."""
    return None if text is None else number(text, option)


def parts(text: str) -> list[str]:
    """The parts of a list parted by commas, of whichever width."""
    return [part.strip() for part in re.split("[,，、]", text)]


def named(text: str, option: str) -> tuple[str, str]:
    """The two sides of `NAME=VALUE`."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise refused("question.pair.syntax", f"`{text}` is no NAME=VALUE", "write outside=50", option)
    return name.strip(), value.strip()


def period(text: str, option: str) -> tuple[str, str]:
    """First and last day of `2025-09-01..2025-09-05`, or of one day."""
    first, dots, last = text.partition("..")
    if dots and not (first.strip() and last.strip()):
        expected = "write 2025-09-01..2025-09-05, both days included"
        raise refused("question.period.syntax", f"`{text}` is no period", expected, option)
    return first.strip(), (last if dots else first).strip()


def earlier_leave(text: str, kind: str) -> EarlierLeave:
    """A leave taken before: `3`, `2025-09-01..2025-09-05`, either after a kind: `personal:3`."""
    said, colon, length = text.replace("：", ":").rpartition(":")
    own = said.strip() if colon else kind
    if ".." in length or length.count("-") > 1:
        first, last = period(length, "--earlier")
        return EarlierLeave(own, first=first, last=last)
    return EarlierLeave(own, days=number(length, "--earlier"))
