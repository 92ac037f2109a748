"""Who pays what for a trainee and for a cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei._arguments import plain_dict, whole_numbers

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
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
        return _core.funding_entitlement(
            self._core, track or "", months, first, last, grade, plain_dict(readings or {}, "readings")
        )

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
        return _core.funding_budget(
            self._core, whole_numbers(heads, "heads"), months, grade, plain_dict(readings or {}, "readings")
        )

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
        return _core.funding_refund(
            self._core, track or "", cause, months, first, last, grade, plain_dict(readings or {}, "readings")
        )

    def __repr__(self) -> str:
        return f"<FundingSchedule of {self._core.id}>"
