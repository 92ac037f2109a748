"""A table of answers, whatever they are about: columns that speak Arrow, and the cells that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tepei import _core
    from tepei._core import CellError


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


class Counts:
    """What is said beside the answers of a table."""

    __slots__ = ()

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


class ArrowResult(Counts):
    """The answers for a table, row by row as it came; speaks Arrow itself."""

    __slots__ = ("_core", "_lists")

    def __init__(self, core: _core.TableResult) -> None:
        self._core = core
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
