"""What the accessors of pandas and Polars have in common."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, TypedDict

from tepei._errors import UnreadCellsWarning
from tepei.frame import programme_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from typing_extensions import NotRequired, Unpack

    from tepei.frame import Policy
    from tepei.funnels import Funnel
    from tepei.table import TableResult

    class Question(TypedDict):
        """What `Eligibility.check_table` takes beside the table."""

        track: NotRequired[str | None]
        as_of: datetime.date | str
        readings: NotRequired[Mapping[str, str] | None]
        columns: NotRequired[Sequence[str] | None]
        extra_columns: NotRequired[str]
        lang: NotRequired[str]
        threads: NotRequired[int]


__all__ = ["FrameAccessor", "warn_of_unread_cells"]


def warn_of_unread_cells(result: TableResult) -> None:
    """Warns the caller of a frame's method where rows of `result` have no answer, with the first cell at fault."""
    if not result.error_count:
        return
    first = result.errors[0]
    message = (
        f"{result.rows_with_errors:,} of {result.num_rows:,} rows have no answer, as a cell could not be read; "
        f"the first: row {first.row}, column `{first.column}`: {first.message}. "
        "`frame.tepei.check_table(...).errors` lists them all"
    )
    warnings.warn(message, UnreadCellsWarning, stacklevel=3)


class FrameAccessor:
    """`frame.tepei`: questions about every row of a frame.

    Columns that name no fact are left alone: a frame people work with has others too. `extra_columns="refuse"` makes
    them an error that names the nearest fact.
    """

    def __init__(self, frame: Any) -> None:  # noqa: ANN401
        self._frame = frame

    def check_table(self, policy: Policy, **question: Unpack[Question]) -> TableResult:
        """The answers as a `TableResult`, with every cell that could not be read in its `errors`."""
        given: dict[str, Any] = {"extra_columns": "ignore", **question}
        result: TableResult = programme_of(policy).eligibility.check_table(self._frame, **given)
        return result

    def funnel(self, policy: Policy, **question: Unpack[Question]) -> Funnel:
        """How many rows each criterion excludes; see `tepei.funnel`."""
        from tepei.funnels import funnel  # noqa: PLC0415

        return funnel(self.check_table(policy, **question))
