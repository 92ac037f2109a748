"""`df.tepei.check(...)` for pandas: importing this module registers the accessor.

>>> import pandas as pd
>>> import tepei.pandas
>>> people = pd.DataFrame({"民族": ["蒙古族", "汉族"]}, index=["a", "b"])
>>> checked = people.tepei.check("inner-mongolia-2025", track="outside", as_of="2025-03-21")
>>> checked["verdict"].tolist()
['undetermined', 'ineligible']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tepei.accessor import FrameAccessor, warn_of_unread_cells
from tepei.frame import KEY, attributes, programme_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from tepei.accessor import Question
    from tepei.frame import Policy

__all__ = ["PandasAccessor"]


class PandasAccessor(FrameAccessor):
    """`DataFrame.tepei`."""

    def check(self, policy: Policy, **question: Unpack[Question]) -> pd.DataFrame:
        """The verdict and one column a criterion for every row, as a frame with the same index.

        `policy` is a `Programme`, the id of a built-in one, or a pack of one's own (path or dict); the rest is as for
        `Eligibility.check_table`. A row with a cell that could not be read has nulls, of which an `UnreadCellsWarning`
        warns; `attrs["tepei"]` of the result says how many there are, and the first twenty with what is wrong.
        """
        chosen = programme_of(policy)
        result = self.check_table(chosen, **question)
        warn_of_unread_cells(result)
        answers: pd.DataFrame = result.to_pandas().set_axis(self._frame.index, axis=0)
        answers.attrs[KEY] = attributes(result, chosen, question.get("track"), question["as_of"])
        return answers


if "tepei" not in getattr(pd.DataFrame, "_accessors", ()):
    pd.api.extensions.register_dataframe_accessor("tepei")(PandasAccessor)
