"""From what people hand in as a table to what speaks Arrow."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tepei._core import Diagnostic
from tepei._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator


# The type of NumPy's cell that is masked. As a number it is zero, so that nothing else may read it.
MASKED = "MaskedConstant"

# The types of what says that nothing is known.
NOTHING = ("NoneType", "NAType", "NaTType", MASKED)


def arrow_runs(table: Any) -> list[Any]:  # noqa: ANN401
    """The table as one object that speaks Arrow, or as several to be read one after the other.

    There are several where a column of Python objects mixes numbers and text, which no Arrow column can: each is a run
    of rows that do not.
    """
    if _is_data_frame(table):
        return _runs([(str(name), table.iloc[:, place]) for place, name in enumerate(table.columns)], len(table))
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        return [table]
    if isinstance(table, Mapping):
        return _runs([(str(name), _column_values(str(name), values)) for name, values in table.items()], None)
    message = f"a Python `{type(table).__name__}` is no table"
    raise _refused(
        "python.table.wrong_type", message, "give a table of pyarrow, Polars, DuckDB or pandas, or a mapping"
    )


def stream_of(run: Any) -> Any:  # noqa: ANN401
    """The capsule of a stream, or the pair of a schema and one batch."""
    if hasattr(run, "__arrow_c_stream__"):
        return run.__arrow_c_stream__()
    return run.__arrow_c_array__()


def _refused(code: str, message: str, expected: str, path: str = "") -> Error:
    return Error([Diagnostic(code, message, expected, path)])


def _of_pandas(value: object) -> bool:
    return any(base.__module__.partition(".")[0] == "pandas" for base in type(value).__mro__)


def _is_data_frame(table: object) -> bool:
    # A frame speaks Arrow too, but gives its index as one more column.
    return _of_pandas(table) and hasattr(table, "columns") and hasattr(table, "iloc")


def _column_values(name: str, values: Any) -> Any:  # noqa: ANN401
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        message = f"column `{name}` is a Python `{type(values).__name__}`, not a list of cells"
        raise _refused("python.column.wrong_type", message, "give a list or an array", name)
    dimensions = getattr(values, "ndim", 1)
    if dimensions != 1:
        message = f"column `{name}` is an array of {dimensions} dimensions"
        raise _refused("python.column.wrong_type", message, "give an array of one, with a cell for each row", name)
    return _of_numpy(values) if type(values).__module__.partition(".")[0] == "numpy" else values


def _of_numpy(values: Any) -> Any:  # noqa: ANN401
    """A NumPy array as pyarrow can take it without taking it wrongly."""
    if values.dtype.str[1:] in ("M8[Y]", "M8[M]"):
        # No days: as text, they are read as a year or month is that people wrote.
        unknown = values != values  # noqa: PLR0124
        values = values.astype("U10").astype(object)
        values[unknown] = None
    if hasattr(values, "mask") and values.dtype == object:  # pyarrow looks at no mask of objects
        plain = values.data.copy()
        plain[values.mask] = None
        return plain
    return values


def _runs(columns: list[tuple[str, Any]], rows: int | None) -> list[Any]:
    import pyarrow as pa  # noqa: PLC0415

    arrays: list[Any] = []
    mixed: list[int] = []
    for place, (name, values) in enumerate(columns):
        array = _arrow_array(values)
        if array is None:
            array = _plain_cells(name, values)
            mixed.append(place)
        arrays.append(array)
    lengths = {name: len(array) for (name, _), array in zip(columns, arrays, strict=True)}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"`{name}` {length}" for name, length in lengths.items())
        raise _refused("python.column.length", f"the columns are not equally long: {told}", "give one cell a row")
    names = [name for name, _ in columns]
    if not columns:
        return [pa.table({}) if not rows else pa.RecordBatch.from_struct_array(pa.array([{}] * rows, pa.struct([])))]
    bounds = _bounds([arrays[place] for place in mixed], len(arrays[0]))
    return [
        pa.table([_cut(pa, array, begin, end) for array in arrays], names=names)
        for begin, end in itertools.pairwise(bounds)
    ]


def _arrow_array(values: Any) -> Any:  # noqa: ANN401
    """The column as an Arrow array; None where its cells are of kinds that no Arrow column holds together."""
    import pyarrow as pa  # noqa: PLC0415

    if isinstance(values, (pa.Array, pa.ChunkedArray)):
        return values
    if not _of_pandas(values):
        if hasattr(values, "__arrow_c_stream__"):
            return pa.chunked_array(values)
        if not hasattr(values, "__arrow_c_array__") and not hasattr(values, "__array__"):
            values = list(values)
    if _is_mixed(values):
        return None
    try:
        return pa.array(values, from_pandas=True)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        return None


def _is_mixed(values: Any) -> bool:  # noqa: ANN401
    """Whether untyped cells are of several types: pyarrow would take the number 8 beside a date for 1970-01-09."""
    if str(getattr(values, "dtype", "object")) != "object":
        return False
    kinds = {kind.__name__: kind for kind in map(type, values)}
    return MASKED in kinds or len({kind for name, kind in kinds.items() if name not in NOTHING}) > 1


def _is_number(cell: object) -> bool:
    return isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool)


def _plain_cells(name: str, values: Iterable[Any]) -> list[str | int | float | Decimal | None]:
    """The cells as text and numbers: dates and truth values as people write them."""
    cells: list[str | int | float | Decimal | None] = []
    for row, given in enumerate(values):
        if given is None or type(given).__name__ in NOTHING:
            cells.append(None)
            continue
        cell = given.item() if hasattr(given, "dtype") and hasattr(given, "item") else given
        if cell is None or cell != cell:  # noqa: PLR0124
            cells.append(None)
        elif isinstance(cell, bool):
            cells.append("true" if cell else "false")
        elif isinstance(cell, str) or _is_number(cell):
            cells.append(cell)
        elif isinstance(cell, datetime.date):
            cells.append(datetime.date(cell.year, cell.month, cell.day).isoformat())
        else:
            message = f"row {row} of column `{name}` is a Python `{type(given).__name__}`, no value of a fact"
            raise _refused("python.cell.wrong_type", message, "give text, numbers, dates, True, False or None", name)
    return cells


def _bounds(mixed: list[list[Any]], rows: int) -> list[int]:
    """Where runs of rows begin and end in which no mixed column has both numbers and text."""
    bounds = [0]
    kinds: list[bool | None] = [None] * len(mixed)
    for row in range(rows):
        found = [None if column[row] is None else _is_number(column[row]) for column in mixed]
        if any(was is not None and now is not None and was != now for was, now in zip(kinds, found, strict=True)):
            bounds.append(row)
            kinds = found
        else:
            kinds = [was if now is None else now for was, now in zip(kinds, found, strict=True)]
    return [*bounds, rows]


def _cut(pa: Any, array: Any, begin: int, end: int) -> Any:  # noqa: ANN401
    if not isinstance(array, list):
        return array.slice(begin, end - begin)
    cells = array[begin:end]
    if not any(_is_number(cell) for cell in cells):
        return pa.array(cells, pa.string())
    return pa.array(list(_numbers(cells)))


def _numbers(cells: list[Any]) -> Iterator[Any]:
    """Numbers of one Arrow type: floats where they are exact, else decimals."""
    exact = any(isinstance(cell, Decimal) or (isinstance(cell, int) and abs(cell) >= 1 << 53) for cell in cells)
    for cell in cells:
        if cell is None:
            yield None
        else:
            yield Decimal(repr(cell) if isinstance(cell, float) else cell) if exact else float(cell)
