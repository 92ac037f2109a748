"""`df.tepei.check(...)` for Polars: importing this module registers the namespace, for lazy frames too.

>>> import polars as pl
>>> import tepei.polars
>>> people = pl.DataFrame({"民族": ["蒙古族", "汉族"]})
>>> people.tepei.check("inner-mongolia-2025", track="outside", as_of="2025-03-21")["verdict"].to_list()
['undetermined', 'ineligible']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from tepei.accessor import FrameAccessor, warn_of_unread_cells
from tepei.frame import programme_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from tepei.accessor import Question
    from tepei.frame import Policy

__all__ = ["PolarsAccessor", "PolarsLazyAccessor"]


class PolarsAccessor(FrameAccessor):
    """`DataFrame.tepei`."""

    def check(self, policy: Policy, **question: Unpack[Question]) -> pl.DataFrame:
        """The verdict and one column a criterion for every row, as a frame.

        `policy` is a `Programme`, the id of a built-in one, or a pack of one's own (path or dict); the rest is as for
        `Eligibility.check_table`. A row with a cell that could not be read has nulls, of which an `UnreadCellsWarning`
        warns; `check_table` says what is wrong with each.
        """
        result = self.check_table(policy, **question)
        warn_of_unread_cells(result)
        answers: pl.DataFrame = result.to_polars()
        return answers


class PolarsLazyAccessor:
    """`LazyFrame.tepei`."""

    def __init__(self, frame: Any) -> None:  # noqa: ANN401
        self._frame = frame

    def check(self, policy: Policy, **question: Unpack[Question]) -> pl.LazyFrame:
        """As for a `DataFrame`, once the result is collected; a wrong question or column is refused at once."""
        chosen = programme_of(policy)

        def answer(frame: pl.DataFrame) -> pl.DataFrame:
            return PolarsAccessor(frame).check(chosen, **question)

        schema = answer(self._frame.collect_schema().to_frame()).schema
        lazy: pl.LazyFrame = self._frame.map_batches(
            answer, schema=schema, predicate_pushdown=False, projection_pushdown=False
        )
        return lazy


def _register() -> None:
    for kind, register, accessor in (
        (pl.DataFrame, pl.api.register_dataframe_namespace, PolarsAccessor),
        (pl.LazyFrame, pl.api.register_lazyframe_namespace, PolarsLazyAccessor),
    ):
        if not hasattr(kind, "tepei"):
            register("tepei")(accessor)


_register()
