"""Programmes: built in, or loaded from a pack of one's own."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tepei import _core
from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.assessment import Assessment
from tepei.eligibility import Eligibility
from tepei.funding import FundingSchedule
from tepei.leave import ApprovalLadder

if TYPE_CHECKING:
    from tepei._core import Clause, Reading


class Programme:
    """A talent programme: one instrument with its policy objects. Immutable; any number of threads may use it."""

    __slots__ = {  # noqa: RUF023  # in the order of the text
        "_core": "The compiled programme.",
        "eligibility": "Who is eligible.",
        "leave": "Who grants leave.",
        "assessment": "How trainees are graded.",
        "funding": "Who pays what.",
    }

    def __init__(self, core: _core.Programme) -> None:
        self._core = core
        self.eligibility = Eligibility(core)
        self.leave = ApprovalLadder(core)
        self.assessment = Assessment(core)
        self.funding = FundingSchedule(core)

    @property
    def id(self) -> str:
        """The programme's id."""
        return self._core.id

    @property
    def title(self) -> str:
        """The instrument's title, as printed."""
        return self._core.title

    @property
    def issuer(self) -> str:
        """Who issued the instrument."""
        return self._core.issuer

    @property
    def status(self) -> str:
        """The instrument's status: draft, in_force or repealed."""
        return self._core.status

    @property
    def tracks(self) -> list[str]:
        """The tracks' ids, in the order of the text."""
        return self._core.tracks

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical pack."""
        return self._core.digest

    @property
    def clauses(self) -> list[Clause]:
        """The instrument's text, clause by clause."""
        return self._core.clauses

    @property
    def readings(self) -> list[Reading]:
        """The open passages of the text, with the ways to read them."""
        return self._core.readings

    def dump(self) -> str:
        """The pack as readable JSON."""
        return self._core.dump()

    def __repr__(self) -> str:
        return f"<Programme {self.id} ({self.status})>"

    def _repr_html_(self) -> str:
        from tepei.display import programme_html  # noqa: PLC0415  # `import tepei` stays quick without it

        return programme_html(self, self._core)


def programmes() -> list[str]:
    """The ids of the built-in programmes, sorted."""
    return _core.programmes()


def programme(id: str) -> Programme:  # noqa: A002
    """A built-in programme; `Error` with the nearest id where there is none."""
    return Programme(_core.programme(id))


def load(source: str | bytes | os.PathLike[str] | Mapping[str, object]) -> Programme:
    """A programme from a pack of one's own.

    `source` is a path, the JSON text itself (bytes, or a str that begins with `{`), or the pack as a dict. Raises
    `Error` with every problem of the pack, each with its JSON pointer, line and column.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Programme(_core.load_text(bytes(source)))
    if isinstance(source, str) and source.lstrip("\ufeff \t\r\n").startswith("{"):
        return Programme(_core.load_text(source.encode("utf-8", "surrogatepass")))
    if isinstance(source, (str, os.PathLike)):
        return Programme(_core.load_file(_file_system_path(source)))
    return Programme(_core.load_text(_json_text(source)))


def _file_system_path(path: str | os.PathLike[str]) -> bytes:
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:
        name = b"\0"
    if b"\0" in name:
        message = f"the path {os.fspath(path)!r} cannot name a file"
        raise Error([Diagnostic("pack.file.unreadable", message, "check the path")])
    return name


def _json_text(pack: Mapping[str, object]) -> bytes:
    import json  # noqa: PLC0415  # `import tepei` stays quick without it

    def plain(value: object) -> object:
        if isinstance(value, Mapping):
            return dict(value)
        if isinstance(value, datetime.date):
            return datetime.date(value.year, value.month, value.day).isoformat()
        message = f"a Python `{type(value).__name__}` has no place in a pack"
        raise TypeError(message)

    try:
        return json.dumps(plain(pack), ensure_ascii=False, allow_nan=False, default=plain).encode(
            errors="surrogatepass"
        )
    except (TypeError, ValueError, RecursionError) as error:
        expected = "give a path, JSON text, or a dict of what JSON can hold"
        raise Error([Diagnostic("python.pack.wrong_type", f"that is no pack: {error}", expected)]) from error
