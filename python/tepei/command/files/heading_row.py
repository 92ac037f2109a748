"""Which row holds the headings: rosters often begin with a title, a unit's name or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROWS_LOOKED_AT = 20
FEWEST_KNOWN = 2


def known_headings(cells: Iterable[str]) -> int:
    """How many of the cells are headings of standard facts, which every programme has."""
    core = _core.programme(_core.programmes()[0])
    return len([cell for cell in cells if cell and _core.find_fact(core, cell) is not None])


def heading_place(rows: Sequence[Sequence[str]]) -> int:
    """The place of the headings among the first rows.

    It is the first of those with the most known headings, where at least two are known, else the first row. A title
    above them (a cell merged over the whole width) knows none.
    """
    known = [known_headings(row) for row in rows]
    best = max(known, default=0)
    return known.index(best) if best >= FEWEST_KNOWN else 0


def first_rows(rows: Iterator[Sequence[str]]) -> list[Sequence[str]]:
    """As many rows as are looked at."""
    taken = []
    for row in rows:
        taken.append(row)
        if len(taken) == ROWS_LOOKED_AT:
            break
    return taken
