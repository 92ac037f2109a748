"""`tepei leave`: who grants a leave, or how training ends early."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from tepei.command.answer import answered, deliver, rendered
from tepei.command.options import (
    Format,
    FormatOption,
    Language,
    LanguageOption,
    OutOption,
    PolicyOption,
    ReadingOption,
    chosen_readings,
    complete_kind,
    complete_leave_role,
)
from tepei.command.policy import find_policy
from tepei.command.quantities import earlier_leave, number_or_none, period, refused
from tepei.leave import WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Sequence


def _day(text: str, option: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise refused("question.date.syntax", f"`{text}` is no day", "write 2025-09-01", option) from error


def _days_of(texts: Sequence[str], option: str) -> list[datetime.date]:
    """Every day of some days and periods."""
    days: list[datetime.date] = []
    for text in texts:
        first, last = (_day(end, option) for end in period(text, option))
        days += [first + datetime.timedelta(days=passed) for passed in range((last - first).days + 1)]
    return days


def work_calendar(span: str | None, off: Sequence[str], working: Sequence[str]) -> WorkCalendar | None:
    """The calendar that the options describe; None where they describe none."""
    if span is None:
        if off or working:
            expected = "add --calendar 2025-01-01..2025-12-31: the days the calendar knows"
            option = "--off" if off else "--working"
            raise refused("question.calendar.missing", f"{option} needs a calendar", expected, option)
        return None
    first, last = period(span, "--calendar")
    return WorkCalendar(first, last, _days_of(off, "--off"), _days_of(working, "--working"))


def leave(
    policy: PolicyOption = None,
    days: Annotated[str | None, typer.Option(help="Length in days: 12, 0.5.")] = None,
    kind: Annotated[
        str, typer.Option(help="Kind of leave: sick, personal, or its Chinese name.", autocompletion=complete_kind)
    ] = "sick",
    role: Annotated[
        str,
        typer.Option(help="Who asks: trainee, group_leader, or the Chinese name.", autocompletion=complete_leave_role),
    ] = "trainee",
    first: Annotated[str | None, typer.Option("--from", help="First day, in place of --days: 2025-09-01.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day, included.")] = None,
    earlier: Annotated[
        list[str] | None,
        typer.Option(help="An earlier leave: 3, 2025-09-01..2025-09-05, personal:3; may be given more than once."),
    ] = None,
    termination: Annotated[bool, typer.Option("--termination", help="Ask how training ends early instead.")] = False,
    calendar: Annotated[
        str | None, typer.Option(help="Days a calendar of working days knows: 2025-01-01..2025-12-31.")
    ] = None,
    off: Annotated[list[str] | None, typer.Option(help="Days off besides weekends: 2025-10-01..2025-10-08.")] = None,
    working: Annotated[list[str] | None, typer.Option(help="Weekend days that are worked (调休): 2025-09-28.")] = None,
    reading: ReadingOption = None,
    lang: LanguageOption = Language.zh,
    form: FormatOption = Format.text,
    out: OutOption = None,
) -> None:
    """Say who grants a leave, step by step, and what follows (请假由谁批准).

    \b
    Examples:
      tepei leave --policy liaoning-2025-draft --days 12
      tepei leave --policy liaoning-2025-draft --kind 事假 --from 2025-09-01 --to 2025-09-08
      tepei leave --policy liaoning-2025-draft --from 2025-09-08 --to 2025-09-10 --earlier 2025-09-03..2025-09-05
      tepei leave --policy liaoning-2025-draft --role group_leader --days 8 --lang en
      tepei leave --policy inner-mongolia-2022 --termination

    Exit code 0: done; 2: the call cannot be used.
    """

    def ask() -> int:
        ladder = find_policy(policy)
        if termination:
            answer = ladder.leave.termination(role=role)
        else:
            answer = ladder.leave.route(
                number_or_none(days, "--days"),
                kind=kind,
                role=role,
                first=first,
                last=last,
                earlier=[earlier_leave(each, kind) for each in earlier or []],
                calendar=work_calendar(calendar, off or [], working or []),
                readings=chosen_readings(reading),
            )
        deliver(rendered(answer, form, lang.value, ladder.title), out, form, policy)
        return 0

    answered(ask)
