"""`tepei funding`: who pays what for a trainee and for a cohort, and what is to be paid back."""

from __future__ import annotations

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
    complete_cause,
    complete_grade,
    complete_track,
)
from tepei.command.policy import find_policy
from tepei.command.quantities import MISSING, named, number_or_none, parts, refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from tepei.command.answer import Answer
    from tepei.programme import Programme

UNKNOWN = (*MISSING, "unknown", "未知")


def read_heads(text: str) -> dict[str, int]:
    """Trainees by track: `outside=50,inside=40`."""
    heads: dict[str, int] = {}
    for part in parts(text):
        track, count = named(part, "--heads")
        try:
            heads[track] = int(count)
        except ValueError as error:
            expected = "write outside=50,inside=40"
            raise refused("question.number.syntax", f"`{count}` is no whole number", expected, "--heads") from error
    return heads


def _grade(given: str | None, default: str) -> str | None:
    if given is None:
        return default
    return None if given in UNKNOWN else given


def _budget(
    policy: Programme,
    heads: str,
    months: Decimal | None,
    grade: str | None,
    readings: Mapping[str, str],
    **others: object,
) -> Answer:
    for option, value in others.items():
        if value is not None:
            message = f"--heads asks for a cohort, --{option} for one trainee"
            raise refused("question.heads.alone", message, "leave one of them out", "--heads")
    return policy.funding.budget_table(
        read_heads(heads), months=months, grade=_grade(grade, "qualified"), readings=readings
    )


def funding(
    policy: PolicyOption = None,
    track: Annotated[
        str | None,
        typer.Option(help="Track; may be left out where there is only one.", autocompletion=complete_track),
    ] = None,
    months: Annotated[str | None, typer.Option(help="Months really trained; the whole term where left out.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="First day, in place of --months: 2025-09-01.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day, included.")] = None,
    grade: Annotated[
        str | None,
        typer.Option(
            help="Grade; somebody who passes where left out, - where not known yet.", autocompletion=complete_grade
        ),
    ] = None,
    heads: Annotated[str | None, typer.Option(help="A cohort by track: outside=50,inside=40.")] = None,
    refund: Annotated[
        str | None, typer.Option(help="What is to be paid back after this cause.", autocompletion=complete_cause)
    ] = None,
    reading: ReadingOption = None,
    lang: LanguageOption = Language.zh,
    form: FormatOption = Format.text,
    out: OutOption = None,
) -> None:
    """Say who pays what for a trainee, or what a cohort costs (培养经费).

    \b
    Examples:
      tepei funding --policy inner-mongolia-2025 --track outside
      tepei funding --policy inner-mongolia-2022 --track inside --from 2022-09-01 --to 2023-01-15
      tepei funding --policy inner-mongolia-2022 --track outside --months 7.5 --grade unqualified
      tepei funding --policy inner-mongolia-2025 --heads outside=50,inside=40
      tepei funding --policy inner-mongolia-2022 --track outside --months 3 --refund no_show --lang en

    Exit code 0: done; 2: the call cannot be used.
    """

    def ask() -> int:
        found = find_policy(policy)
        readings = chosen_readings(reading)
        trained = number_or_none(months, "--months")
        answer: Answer
        if heads is not None:
            one = {"track": track, "from": first, "to": last, "refund": refund}
            answer = _budget(found, heads, trained, grade, readings, **one)
        elif refund is not None:
            answer = found.funding.refund(
                track,
                cause=refund,
                months=trained,
                first=first,
                last=last,
                grade=_grade(grade, "not_assessed"),
                readings=readings,
            )
        else:
            answer = found.funding.entitlement(
                track, months=trained, first=first, last=last, grade=_grade(grade, "qualified"), readings=readings
            )
        deliver(rendered(answer, form, lang.value, found.title), out, form, policy)
        return 0

    answered(ask)
