"""`tepei grade`: the grade of a trainee, and what follows from it."""

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
    complete_assessed_role,
    complete_grade,
    complete_violation,
)
from tepei.command.policy import find_policy, in_language, pack_of
from tepei.command.quantities import MISSING, named, number, parts, refused

if TYPE_CHECKING:
    from decimal import Decimal

    from tepei.programme import Programme


def scores_of_role(policy: Programme, role: str) -> list[str]:
    """The ids of the scores a role has, in the order of the text; empty for a role there is not."""
    for known in pack_of(policy).get("assessment", {}).get("roles", []):
        if role in (known["id"], *(in_language(known.get("label"), lang) for lang in ("zh", "en"))):
            return list(known.get("scores", []))
    return []


def read_scores(text: str | None, policy: Programme, role: str) -> dict[str, Decimal | None]:
    """The scores of `85,90,79.5` or `sending_unit=85,…`; a blank or `-` is one that is missing."""
    given = [] if text is None or not text.strip() else parts(text)
    if any("=" in part for part in given):
        return dict(_score(*named(part, "--scores")) for part in given if part)
    names = scores_of_role(policy, role)
    if len(given) > len(names) and names:
        message = f"{len(given)} scores are given, and there are {len(names)}"
        expected = f"in this order: {', '.join(names)}; or write {names[0]}=85"
        raise refused("question.scores.too_many", message, expected, "--scores")
    if given and not names:
        # Let the assessment itself say what it thinks of the role, or of scores where it takes none.
        return dict(_score(f"score {place}", part) for place, part in enumerate(given, start=1))
    return dict(_score(name, part) for name, part in zip(names, given, strict=False))


def _score(name: str, text: str) -> tuple[str, Decimal | None]:
    return name, None if text in MISSING else number(text, f"--scores {name}")


def grade(
    policy: PolicyOption = None,
    scores: Annotated[
        str | None,
        typer.Option(help="In the order of the text: 85,90,79.5; or by name: sending_unit=85,group=-. - is missing."),
    ] = None,
    role: Annotated[
        str,
        typer.Option(
            help="Who is graded: trainee, group_leader, or the Chinese name.", autocompletion=complete_assessed_role
        ),
    ] = "trainee",
    violation: Annotated[
        list[str] | None,
        typer.Option(
            help="A violation that has been established; may be given more than once.",
            autocompletion=complete_violation,
        ),
    ] = None,
    interrupted: Annotated[bool, typer.Option("--interrupted", help="Training was interrupted.")] = False,
    attested: Annotated[
        str | None,
        typer.Option(help="The grade attested, where the text has no numeric rule.", autocompletion=complete_grade),
    ] = None,
    suggested: Annotated[
        list[str] | None, typer.Option(help="ASSESSOR=GRADE: a grade suggested, which is compared and decides nothing.")
    ] = None,
    reading: ReadingOption = None,
    lang: LanguageOption = Language.zh,
    form: FormatOption = Format.text,
    out: OutOption = None,
) -> None:
    """Grade a trainee, with benefits, sanctions and certificates (结业考核等次).

    \b
    Examples:
      tepei grade --policy liaoning-2025-draft --scores 85,90,79.5
      tepei grade --policy liaoning-2025-draft --scores sending_unit=85,training_unit=59
      tepei grade --policy liaoning-2025-draft --scores 60,60,- --reading below_60=inclusive
      tepei grade --policy liaoning-2025-draft --role group_leader --scores 75,80,90 --lang en
      tepei grade --policy liaoning-2025-draft --violation 擅自离岗
      tepei grade --policy inner-mongolia-2022 --attested qualified

    Exit code 0: done; 2: the call cannot be used.
    """

    def ask() -> int:
        found = find_policy(policy)
        answer = found.assessment.grade(
            read_scores(scores, found, role),
            role=role,
            violations=violation or [],
            interrupted=interrupted,
            attested=attested,
            suggestions=dict(named(each, "--suggested") for each in suggested or []),
            readings=chosen_readings(reading),
        )
        deliver(rendered(answer, form, lang.value, found.title), out, form, policy)
        return 0

    answered(ask)
