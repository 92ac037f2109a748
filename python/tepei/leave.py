"""Who grants a leave, and what follows from its length."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tepei import _core
from tepei._arguments import plain_dict
from tepei.answer_table import AnswerTable, AnswerTableOptions, answer

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from tepei._core import LeaveRoute

    Number = int | float | Decimal
    Day = datetime.date | str


@dataclass(frozen=True)
class EarlierLeave:
    """A leave taken before: give its first and last day where they are known, else its days."""

    kind: str = "sick"
    days: Number | None = None
    first: Day | None = None
    last: Day | None = None


@dataclass(frozen=True)
class WorkCalendar:
    """The working days of a period, from `first` to `last`.

    Saturdays and Sundays are off, but for those in `working` (调休); `off` holds the other days off.
    """

    first: Day
    last: Day
    off: Sequence[Day] = field(default_factory=tuple)
    working: Sequence[Day] = field(default_factory=tuple)


def _plain(calendar: WorkCalendar | None) -> tuple[Day, Day, list[Day], list[Day]] | None:
    if calendar is None:
        return None
    return (calendar.first, calendar.last, list(calendar.off), list(calendar.working))


class ApprovalLadder:
    """Who grants leave in a programme. Immutable; any number of threads may use it."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.Programme) -> None:
        self._core = core

    def route(  # noqa: PLR0913
        self,
        days: Number | None = None,
        *,
        kind: str = "sick",
        role: str = "trainee",
        first: Day | None = None,
        last: Day | None = None,
        earlier: Iterable[EarlierLeave] = (),
        calendar: WorkCalendar | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> LeaveRoute:
        """Who grants a leave of so many days, or from `first` to `last`, both included.

        `kind` and `role` are ids or Chinese labels. A leave that runs on from one of `earlier`, or is parted from it
        only by days off, is one block with it. Working days (reading `leave_days`) need both dates and a `calendar`.
        Raises `Error` with every problem of the question.
        """
        question = _core.LeaveQuestion(
            days,
            first,
            last,
            kind,
            role,
            [(leave.kind, leave.days, leave.first, leave.last) for leave in earlier],
            _plain(calendar),
            plain_dict(readings or {}, "readings"),
        )
        return _core.leave_route(self._core, question)

    def route_table(  # noqa: PLR0913
        self,
        table: object,
        *,
        kind: str = "sick",
        role: str = "trainee",
        calendar: WorkCalendar | None = None,
        readings: Mapping[str, str] | None = None,
        columns: Sequence[str] | None = None,
        extra_columns: str = "refuse",
    ) -> AnswerTable:
        """Who grants the leave of each row.

        `table` is what `check_table` takes, with the columns `days` (请假天数), or `first` and `last` (开始日期,
        结束日期); `kind` (请假种类) and `role` (角色), else those given here; `name` is carried. Every row is asked
        as `route` is, alone: leaves of one person are not put together. The result has `outcome`, `tier`, `rule`,
        `acts` (lists of `kind`, `party`, `written`), `effects`, `cite`, `missing_documents`, `reading_sensitive`, or
        those of them that `columns` names. A row that cannot be answered is listed in `errors` and has null.
        """
        question = _core.LeaveQuestion(
            None, None, None, kind, role, [], _plain(calendar), plain_dict(readings or {}, "readings")
        )
        options = AnswerTableOptions(columns, extra_columns).core()
        return answer(table, lambda runs: _core.route_table(self._core, runs, question, options))

    def termination(self, *, role: str = "trainee") -> LeaveRoute:
        """How training ends early where it cannot go on."""
        return _core.leave_termination(self._core, role)

    def __repr__(self) -> str:
        return f"<ApprovalLadder of {self._core.id}>"
