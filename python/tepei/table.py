"""Tables in and out: anything that speaks Arrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tepei import _core
from tepei._asked import Asked
from tepei._core import CellError, Diagnostic
from tepei._errors import Error
from tepei.arrow_result import ArrowResult, Column, Counts
from tepei.table_source import arrow_runs, stream_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["CellError", "Column", "TableQuestion", "TableResult", "TableStream"]


class _VerdictCounts(Counts):
    """What is said beside the verdicts of a table."""

    __slots__ = ()
    _asked: Asked | None

    @property
    def verdict_counts(self) -> dict[str, int]:
        """How often each verdict occurred."""
        return self._summary.verdict_counts

    @property
    def criterion_counts(self) -> dict[str, dict[str, int]]:
        """How often each outcome of each criterion occurred."""
        return self._summary.criterion_counts

    def _html(self, *, finished: bool) -> str:
        from tepei.display import table_html  # noqa: PLC0415  # `import tepei` stays quick without it

        return table_html(self._summary, self._asked, finished=finished)

    def _told(self) -> str:
        summary = self._summary
        counts = ", ".join(f"{verdict} {count}" for verdict, count in summary.verdict_counts.items())
        return f"{summary.num_rows} rows: {counts}; {summary.rows_with_errors} with errors"


class TableStream(_VerdictCounts):
    """The answers for a table that is read while they are: in memory that does not grow with it.

    Give it to what reads Arrow streams (`pyarrow.RecordBatchReader.from_stream`, a Parquet writer, DuckDB), or go
    through it batch by batch; it can be read once. The counts and `errors` are those of the rows answered so far.
    """

    __slots__ = ("_asked", "_core")

    def __init__(self, core: _core.TableStream, asked: Asked | None = None) -> None:
        self._core = core
        self._asked = asked

    @property
    def _summary(self) -> _core.TableSummary:
        return self._core.summary

    @property
    def finished(self) -> bool:
        """Whether every row was answered."""
        return self._core.summary.finished

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow PyCapsule protocol; once."""
        return self._core.__arrow_c_stream__(requested_schema)

    def __iter__(self) -> Iterator[Any]:
        """The answers as pyarrow.RecordBatches, one for each of the table's (needs pyarrow)."""
        import pyarrow as pa  # noqa: PLC0415

        return iter(pa.RecordBatchReader.from_stream(self))

    def __repr__(self) -> str:
        return f"<TableStream of {self._told()}{'' if self.finished else ' so far'}>"

    def _repr_html_(self) -> str:
        return self._html(finished=self.finished)


class TableResult(_VerdictCounts, ArrowResult):
    """The answers for a table, row by row as it came; speaks Arrow itself.

    `pyarrow.table(result)`, `polars.DataFrame(result)` and `result.to_pandas()` take it without copying; `errors`
    lists the cells that could not be read.
    """

    __slots__ = ("_asked",)

    def __init__(self, core: _core.TableResult, asked: Asked | None = None) -> None:
        super().__init__(core)
        self._asked = asked

    def __repr__(self) -> str:
        return f"<TableResult of {self._told()}>"

    def _repr_html_(self) -> str:
        return self._html(finished=True)


@dataclass(frozen=True)
class TableQuestion:
    """What is asked about every row of a table."""

    track: str | None
    as_of: datetime.date | str
    readings: Mapping[str, str] | None
    columns: Sequence[str] | None
    extra_columns: str
    lang: str
    threads: int

    def _options(self) -> _core.TableOptions:
        if self.extra_columns not in ("refuse", "ignore"):
            raise _unknown_option("extra_columns", self.extra_columns, "give `refuse` or `ignore`")
        if self.lang not in ("zh", "en"):
            raise _unknown_option("lang", self.lang, "give `zh` or `en`")
        if isinstance(self.threads, bool) or not isinstance(self.threads, int) or self.threads < 0:
            raise _unknown_option("threads", self.threads, "give a number of threads, or 0 for one a processor")
        wanted = [self.columns] if isinstance(self.columns, str) else list(self.columns or ())
        return _core.TableOptions(wanted, self.extra_columns == "ignore", self.lang, self.threads)

    def check(self, core: _core.Programme, table: Any) -> TableResult:  # noqa: ANN401
        """See `Eligibility.check_table`."""
        options = self._options()
        runs = [stream_of(run) for run in arrow_runs(table)]
        return TableResult(
            _core.check_runs(core, runs, self.track, self.as_of, self.readings, options), self._asked(core)
        )

    def check_stream(self, core: _core.Programme, table: Any) -> TableStream:  # noqa: ANN401
        """See `Eligibility.check_stream`."""
        options = self._options()
        runs = arrow_runs(table)
        if len(runs) != 1:
            message = "a column mixes numbers and text, which no Arrow stream can"
            expected = "use `check_table`, or give the column one type"
            raise Error([Diagnostic("python.table.mixed", message, expected, "")])
        stream = _core.check_stream(core, stream_of(runs[0]), self.track, self.as_of, self.readings, options)
        return TableStream(stream, self._asked(core))

    def _asked(self, core: _core.Programme) -> Asked:
        return Asked(core, self.track, self.as_of, self.readings, self.lang)


def _unknown_option(name: str, given: object, expected: str) -> Error:
    return Error([Diagnostic("python.option.unknown", f"`{name}` is {given!r}", expected, name)])
