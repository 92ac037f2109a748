"""Who is eligible: one person, or a table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei._arguments import plain_dict
from tepei.table import TableQuestion, TableResult, TableStream

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from tepei._core import Decision, TablePlan


class Eligibility:
    """The eligibility criteria of a programme. Immutable; any number of threads may use it."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.Programme) -> None:
        self._core = core

    def criteria(self, track: str | None = None) -> list[str]:
        """The criteria's ids of a track, in the order of the text; `track` may be left out where there is one."""
        return self._core.criteria(track or "")

    def check(
        self,
        facts: Mapping[str, object],
        *,
        track: str | None = None,
        as_of: datetime.date | str,
        readings: Mapping[str, str] | None = None,
    ) -> Decision:
        """The decision for one person.

        `facts` maps names (ids, Chinese labels or headings) to values; what is absent, None, NaN or NaT is unknown.
        `as_of` is the day of the question. Raises `Error` for an unknown name or a value that cannot be read, with
        every problem found.
        """
        given = facts if type(facts) is dict else plain_dict(facts, "facts")
        chosen = readings if readings is None or type(readings) is dict else plain_dict(readings, "readings")
        return self._core.check(given, track, as_of, chosen)

    def check_table(  # noqa: PLR0913
        self,
        table: object,
        *,
        track: str | None = None,
        as_of: datetime.date | str,
        readings: Mapping[str, str] | None = None,
        columns: Sequence[str] | None = None,
        extra_columns: str = "refuse",
        lang: str = "zh",
        threads: int = 1,
    ) -> TableResult:
        """`verdict` and one column a criterion for every row of a table.

        `table` is anything that speaks Arrow (pyarrow, Polars, DuckDB), a pandas DataFrame, or a mapping of columns.
        `columns` picks columns of the result: `verdict`, criteria, `missing`, `missing_documents`,
        `reading_sensitive`, `reasons` (lists of sentences in `lang`, `zh` or `en`). A column that names no fact is an
        error unless `extra_columns="ignore"`. A bad cell is listed in the result's `errors`, and its row has null; the
        other rows are answered. `threads` share the rows of each batch, 0 means one a processor; they gain on batches
        of a hundred thousand rows and more. Other Python threads run meanwhile.
        """
        return _question(track, as_of, readings, columns, extra_columns, lang, threads).check(self._core, table)

    def check_stream(  # noqa: PLR0913
        self,
        table: object,
        *,
        track: str | None = None,
        as_of: datetime.date | str,
        readings: Mapping[str, str] | None = None,
        columns: Sequence[str] | None = None,
        extra_columns: str = "refuse",
        lang: str = "zh",
        threads: int = 1,
    ) -> TableStream:
        """As `check_table`, but answered batch by batch while the answers are read.

        A `pyarrow.RecordBatchReader` of any length, or another stream, is so checked in the memory of one batch.
        """
        return _question(track, as_of, readings, columns, extra_columns, lang, threads).check_stream(self._core, table)

    def plan(
        self,
        *,
        track: str | None = None,
        as_of: datetime.date | str,
        readings: Mapping[str, str] | None = None,
    ) -> TablePlan:
        """How tables are answered: which criteria by lookup table, which row by row, why. For reading; `print` it."""
        chosen = None if readings is None else plain_dict(readings, "readings")
        return _core.plan(self._core, track, as_of, chosen)

    def __repr__(self) -> str:
        return f"<Eligibility of {self._core.id}>"


def _question(  # noqa: PLR0913, PLR0917
    track: str | None,
    as_of: datetime.date | str,
    readings: Mapping[str, str] | None,
    columns: Sequence[str] | None,
    extra_columns: str,
    lang: str,
    threads: int,
) -> TableQuestion:
    chosen = None if readings is None else plain_dict(readings, "readings")
    return TableQuestion(track, as_of, chosen, columns, extra_columns, lang, threads)
