"""Programmes: built in, or loaded from a pack of one's own."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from tepei import _core
from tepei.eligibility import Eligibility

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tepei._core import Clause, Reading


class Programme:
    """A talent programme: one instrument with its policy objects. Immutable; any number of threads may use it."""

    __slots__ = ("_core", "eligibility")

    def __init__(self, core: _core.Programme) -> None:
        self._core = core
        self.eligibility = Eligibility(core)

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
    if isinstance(source, (bytes, bytearray)):
        return Programme(_core.load_text(bytes(source)))
    if isinstance(source, str) and source.lstrip("\ufeff \t\r\n").startswith("{"):
        return Programme(_core.load_text(source.encode("utf-8", "surrogatepass")))
    if isinstance(source, (str, os.PathLike)):
        return Programme(_core.load_file(os.fspath(source)))
    return Programme(_core.load_text(json.dumps(source, ensure_ascii=False, default=str).encode()))
