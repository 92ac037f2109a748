"""Tables in and out: anything that speaks Arrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from tepei import _core
from tepei._asked import Asked
from tepei._core import CellError, Diagnostic
from tepei._errors import Error
from tepei.table_source import arrow_runs

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

__all__ = ["CellError", "Column", "TableQuestion", "TableResult", "TableStream"]


class Column(Sequence[Any]):
    """One column of a result: a sequence of text, None where a row could not be read."""

    __slots__ = ("_values", "name")

    def __init__(self, name: str, values: list[Any]) -> None:
        self.name = name
        self._values = values

    @overload
    def __getitem__(self, place: int) -> Any: ...  # noqa: ANN401
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        return self._values[place]

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Column):
            return self._values == other._values
        return self._values == other

    __hash__ = None  # type: ignore[assignment]

    def to_pylist(self) -> list[Any]:
        """The values as a list."""
        return list(self._values)

    def __repr__(self) -> str:
        return f"<Column {self.name}: {len(self)} rows>"


class _Counts:
    """What is said beside the answers of a table."""

    __slots__ = ("_asked",)
    _asked: Asked | None

    @property
    def _summary(self) -> _core.TableSummary:
        raise NotImplementedError

    @property
    def num_rows(self) -> int:
        """All rows, answered or not."""
        return self._summary.num_rows

    @property
    def errors(self) -> list[CellError]:
        """The cells that could not be read, by row and column; the first ten thousand of `error_count`."""
        return self._summary.errors

    @property
    def error_count(self) -> int:
        """Every cell that could not be read, listed or not."""
        return self._summary.error_count

    @property
    def rows_with_errors(self) -> int:
        """Rows that were not answered."""
        return self._summary.rows_with_errors

    @property
    def ignored_columns(self) -> list[str]:
        """Columns of the table that name no fact, where they were to be ignored."""
        return self._summary.ignored_columns

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


class TableStream(_Counts):
    """The answers for a table that is read while they are: in memory that does not grow with it.

    Give it to what reads Arrow streams (`pyarrow.RecordBatchReader.from_stream`, a Parquet writer, DuckDB), or go
    through it batch by batch; it can be read once. The counts and `errors` are those of the rows answered so far.
    """

    __slots__ = ("_core",)

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


class TableResult(_Counts):
    """The answers for a table, row by row as it came; speaks Arrow itself.

    `pyarrow.table(result)`, `polars.DataFrame(result)` and `result.to_pandas()` take it without copying; `errors`
    lists the cells that could not be read.
    """

    __slots__ = ("_core", "_lists")

    def __init__(self, core: _core.TableResult, asked: Asked | None = None) -> None:
        self._core = core
        self._asked = asked
        self._lists: dict[str, list[Any]] = {}

    @property
    def _summary(self) -> _core.TableSummary:
        return self._core.summary

    @property
    def column_names(self) -> list[str]:
        """The result's columns."""
        return self._core.column_names

    def column(self, name: str) -> Column:
        """A column of the result; KeyError where there is none."""
        if name not in self._lists:
            if name not in self.column_names:
                raise KeyError(name)
            self._lists[name] = self._core.column(name)
        return Column(name, self._lists[name])

    def to_pydict(self) -> dict[str, list[Any]]:
        """Every column as a list."""
        return {name: self.column(name).to_pylist() for name in self.column_names}

    def to_arrow(self) -> Any:  # noqa: ANN401
        """The result as a pyarrow.Table (needs pyarrow)."""
        import pyarrow as pa  # noqa: PLC0415

        return pa.table(self)

    def to_pandas(self) -> Any:  # noqa: ANN401
        """The result as a pandas DataFrame with categorical columns (needs pandas and pyarrow)."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:  # noqa: ANN401
        """The result as a polars.DataFrame (needs Polars)."""
        import polars as pl  # noqa: PLC0415

        return pl.DataFrame(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow PyCapsule protocol."""
        return self._core.__arrow_c_stream__(requested_schema)

    def __getitem__(self, name: str) -> Column:
        return self.column(name)

    def __contains__(self, name: object) -> bool:
        return name in self.column_names

    def __len__(self) -> int:
        return self.num_rows

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
        runs = [_stream(run) for run in arrow_runs(table)]
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
        stream = _core.check_stream(core, _stream(runs[0]), self.track, self.as_of, self.readings, options)
        return TableStream(stream, self._asked(core))

    def _asked(self, core: _core.Programme) -> Asked:
        return Asked(core, self.track, self.as_of, self.readings, self.lang)


def _unknown_option(name: str, given: object, expected: str) -> Error:
    return Error([Diagnostic("python.option.unknown", f"`{name}` is {given!r}", expected, name)])


def _stream(run: Any) -> Any:  # noqa: ANN401
    """The capsule of a stream, or the pair of a schema and one batch."""
    if hasattr(run, "__arrow_c_stream__"):
        return run.__arrow_c_stream__()
    return run.__arrow_c_array__()
