"""Tables of questions about leave, grades and money: the answers of the single calls, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tepei import _core
from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.arrow_result import ArrowResult
from tepei.table_source import arrow_runs, stream_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["AnswerTable", "AnswerTableOptions"]


class AnswerTable(ArrowResult):
    """Routes, grades or entitlements, row by row as the table came; speaks Arrow itself.

    `pyarrow.table(result)`, `polars.DataFrame(result)` and `result.to_pandas()` take it without copying. A row that
    could not be answered has null in every column, and `errors` says why, by row and column.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        columns = ", ".join(self.column_names)
        return f"<AnswerTable of {self.num_rows} rows: {columns}; {self.rows_with_errors} rows with errors>"

    def _repr_html_(self) -> str:
        from tepei.display import answers_html  # noqa: PLC0415  # `import tepei` stays quick without it

        return answers_html(self)


@dataclass(frozen=True)
class AnswerTableOptions:
    """How a table of questions is answered."""

    columns: Sequence[str] | None = None
    extra_columns: str = "refuse"
    lang: str = "zh"

    def core(self) -> _core.AnswerTableOptions:
        """As the compiled part takes them; `Error` for an option that is none."""
        if self.extra_columns not in ("refuse", "ignore"):
            message = f"`extra_columns` is {self.extra_columns!r}"
            raise Error([Diagnostic("python.option.unknown", message, "give `refuse` or `ignore`", "extra_columns")])
        wanted = [self.columns] if isinstance(self.columns, str) else list(self.columns or ())
        return _core.AnswerTableOptions(wanted, self.extra_columns == "ignore", self.lang)


def answer(
    table: Any,  # noqa: ANN401
    ask: Callable[[list[Any]], _core.TableResult],
    *,
    lists: bool = False,
) -> AnswerTable:
    """The answers of `ask` for whatever people hand in as a table; `lists`: of text may stand in its cells."""
    runs = arrow_runs(table)
    if lists:
        runs = [_joined_lists(run) for run in runs]
    return AnswerTable(ask([stream_of(run) for run in runs]))


def _joined_lists(run: Any) -> Any:  # noqa: ANN401
    """The run with each list of texts as one text, parted by semicolons, as a cell of a file would have it."""
    try:
        import pyarrow as pa  # noqa: PLC0415
    except ModuleNotFoundError:
        return run
    if hasattr(run, "__arrow_c_stream__"):
        reader = pa.RecordBatchReader.from_stream(run)
    else:
        reader = pa.RecordBatchReader.from_batches(pa.schema(run), [pa.record_batch(run)])
    names = [field.name for field in reader.schema if _holds_texts(pa, field.type)]
    if not names:
        return reader
    schema = pa.schema(
        [pa.field(field.name, pa.string()) if field.name in names else field for field in reader.schema],
    )
    return pa.RecordBatchReader.from_batches(schema, _batches(pa, reader, schema))


def _holds_texts(pa: Any, kind: Any) -> bool:  # noqa: ANN401
    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind)
    return is_list and (
        pa.types.is_string(kind.value_type) or pa.types.is_large_string(kind.value_type) or _is_nothing(pa, kind)
    )


def _is_nothing(pa: Any, kind: Any) -> bool:  # noqa: ANN401
    return bool(pa.types.is_null(kind.value_type))


def _batches(pa: Any, reader: Any, schema: Any) -> Iterator[Any]:  # noqa: ANN401
    for batch in reader:
        columns = [
            _texts(pa, column) if field.type != column.type else column
            for field, column in zip(schema, batch.columns, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=schema)


def _texts(pa: Any, lists: Any) -> Any:  # noqa: ANN401
    return pa.array([None if cell is None else ";".join(filter(None, cell)) for cell in lists.to_pylist()], pa.string())
