"""Answers as frames of pandas and Polars, and such frames read again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tepei import _core
from tepei._asked import Asked
from tepei._errors import Error
from tepei._words import OUTCOMES
from tepei.programme import Programme, load, programme

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from tepei.table import TableResult

    Policy = Programme | str | os.PathLike[str] | Mapping[str, object]

__all__ = ["asked_of", "attributes", "outcome_columns", "programme_of"]

# The key of a pandas frame's `attrs` under which it keeps what it was asked.
KEY = "tepei"

# How many bad cells a frame lists of itself; `check_table` lists them all.
KEPT_ERRORS = 20


def programme_of(policy: Policy) -> Programme:
    """The programme meant: one that is loaded, a built-in one by id, or a pack by path, text or dict."""
    if isinstance(policy, Programme):
        return policy
    if isinstance(policy, str) and not _is_pack(policy):
        return programme(policy)
    return load(policy)


def _is_pack(text: str) -> bool:
    return text.lstrip().startswith("{") or text.endswith(".json") or os.sep in text


def attributes(result: TableResult, policy: Programme, track: str | None, as_of: datetime.date | str) -> dict[str, Any]:
    """What is said beside the answers, in what JSON can hold: pandas copies it and writes it to files."""
    return {
        "programme": policy.id,
        "digest": policy.digest,
        "track": track or policy.tracks[0],
        "as_of": str(as_of),
        "rows": result.num_rows,
        "rows_with_errors": result.rows_with_errors,
        "error_count": result.error_count,
        "errors": [
            {"row": each.row, "column": each.column, "fact": each.fact, "code": each.code, "message": each.message}
            for each in result.errors[:KEPT_ERRORS]
        ],
        "ignored_columns": result.ignored_columns,
    }


def asked_of(frame: object) -> Asked | None:
    """What a frame was asked, where it says so of a built-in programme that is still the same."""
    said = getattr(frame, "attrs", {}).get(KEY)
    if not isinstance(said, Mapping):
        return None
    try:
        core = _core.programme(said["programme"])
        asked = Asked(core, said["track"], said["as_of"])
        return asked if core.digest == said["digest"] and asked.criteria() else None
    except (Error, KeyError, TypeError):
        return None


def outcome_columns(frame: object, known: Iterable[str] = ()) -> dict[str, Any]:
    """The columns of a frame that hold outcomes of criteria, as pyarrow.ChunkedArrays.

    A column that holds nothing is one only where its criterion is `known`.
    """
    import pyarrow as pa  # noqa: PLC0415

    from tepei.table_source import arrow_runs  # noqa: PLC0415

    (run, *more) = arrow_runs(frame)
    if more:  # some column mixes numbers and text: that is no result
        return {}
    table = pa.table(run)
    criteria = set(known)
    columns = {name: table[name] for name in table.column_names if name != "verdict"}
    return {name: each for name, each in columns.items() if _holds_outcomes(each, empty=name in criteria)}


def _holds_outcomes(column: Any, *, empty: bool) -> bool:  # noqa: ANN401
    import pyarrow as pa  # noqa: PLC0415

    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        return empty and column.null_count == len(column)
    found = set(column.unique().to_pylist()) - {None}
    return found <= set(OUTCOMES) and (bool(found) or empty)
