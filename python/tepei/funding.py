"""Who pays what for a trainee and for a cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei._arguments import plain_dict, whole_numbers
from tepei.answer_table import AnswerTable, AnswerTableOptions, answer

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from tepei._core import Budget, Entitlement, Refund

    Number = int | float | Decimal
    Day = datetime.date | str


class FundingSchedule:
    """Who pays what in a programme. Immutable; any number of threads may use it."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.Programme) -> None:
        self._core = core

    def entitlement(  # noqa: PLR0913
        self,
        track: str | None = None,
        *,
        months: Number | None = None,
        first: Day | None = None,
        last: Day | None = None,
        grade: str | None = "qualified",
        readings: Mapping[str, str] | None = None,
    ) -> Entitlement:
        """What is paid for one trainee of a track.

        `months` are those really trained, or give the first and last day; without either it is the whole term. `grade`
        is by default that of somebody who passes; None where it is not known yet. Raises `Error` with every problem of
        the question.
        """
        return _core.funding_entitlement(self._core, _question(track, months, first, last, grade, readings))

    def entitlement_table(  # noqa: PLR0913
        self,
        table: object,
        *,
        track: str | None = None,
        months: Number | None = None,
        grade: str | None = "qualified",
        readings: Mapping[str, str] | None = None,
        columns: Sequence[str] | None = None,
        extra_columns: str = "refuse",
    ) -> AnswerTable:
        """What is paid for each row's trainee.

        `table` is what `check_table` takes, with the columns `track` (项目类别), `months` (培养月数), or `first` and
        `last` (开始日期, 结束日期), `grade` (结业考核等次), else as given here; `name` is carried. Every row is asked
        as `entitlement` is, with None for a cell without a value: no months and no dates are the whole term, and
        `whole_term` says so. The result has a column of exact yuan for each item, null where the text gives no
        amount; `total`, `whole_term`, `flags`, `reading_sensitive`; or those of them that `columns` names. A row that
        cannot be answered is listed in `errors` and has null.
        """
        question = _question(track, months, None, None, grade, readings)
        options = AnswerTableOptions(columns, extra_columns).core()
        return answer(table, lambda runs: _core.entitlement_table(self._core, runs, question, options))

    def budget(
        self,
        heads: Mapping[str, int],
        *,
        months: Number | None = None,
        grade: str | None = "qualified",
        readings: Mapping[str, str] | None = None,
    ) -> Decimal | None:
        """What a cohort costs in yuan: trainees by track, each as `entitlement` has it.

        The sum of the amounts that the text states; None where it states none.
        """
        total: Decimal | None = self.budget_table(heads, months=months, grade=grade, readings=readings).total
        return total

    def budget_table(
        self,
        heads: Mapping[str, int],
        *,
        months: Number | None = None,
        grade: str | None = "qualified",
        readings: Mapping[str, str] | None = None,
    ) -> Budget:
        """The same by track and item (`rows`) and by payer and payee (`sums`)."""
        each = _question(None, months, None, None, grade, readings)
        return _core.funding_budget(self._core, whole_numbers(heads, "heads"), each)

    def refund(  # noqa: PLR0913
        self,
        track: str | None = None,
        *,
        cause: str,
        months: Number | None = None,
        first: Day | None = None,
        last: Day | None = None,
        grade: str | None = "not_assessed",
        readings: Mapping[str, str] | None = None,
    ) -> Refund:
        """What is to be paid back after `cause`, of which the texts do not say how much."""
        return _core.funding_refund(self._core, cause, _question(track, months, first, last, grade, readings))

    def __repr__(self) -> str:
        return f"<FundingSchedule of {self._core.id}>"


def _question(  # noqa: PLR0913, PLR0917
    track: str | None,
    months: Number | None,
    first: Day | None,
    last: Day | None,
    grade: str | None,
    readings: Mapping[str, str] | None,
) -> _core.FundingQuestion:
    return _core.FundingQuestion(track or "", months, first, last, grade, plain_dict(readings or {}, "readings"))
