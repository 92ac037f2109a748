"""What is worth a second look in a pack that loads: things declared and never used, text that no rule carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Pack = dict[str, Any]


@dataclass(frozen=True)
class Warned:
    """A pack's questionable place."""

    code: str
    pointer: str
    message: str
    help: str


def lint(pack: Pack) -> list[Warned]:
    """Every warning about a pack, in the order of its sections."""
    return [
        *_unread(
            pack,
            "facts",
            "lint.fact.unread",
            "fact",
            "a rule should read it; a fact that is only carried through is `carried_only`",
        ),
        *_idle_readings(pack),
        *_unread(pack, "tables", "lint.table.unread", "table", "read it in an expression, or leave it out"),
        *_unread(pack, "derived", "lint.derived.unread", "derived fact", "read it in a rule, or leave it out"),
        *_uncarried_criteria(pack),
        *_idle_clauses(pack),
    ]


def expressions(pack: Pack) -> list[str]:
    """Every FEEL text of the pack, without its string literals."""
    sources = [derived.get("expression", "") for derived in pack.get("derived", [])]
    for criteria in pack.get("eligibility", {}).values():
        sources += [rule["when"] for criterion in criteria for rule in criterion.get("rules", []) if "when" in rule]
    for role in pack.get("assessment", {}).get("roles", []):
        sources += [rule["when"] for rule in role.get("rules", []) if "when" in rule]
    return [re.sub(r'"(?:[^"\\]|\\.)*"', '""', source) for source in sources]


def names_of(thing: Pack) -> list[str]:
    """What an expression may call it: its id, its Chinese label."""
    label = thing.get("label", "")
    return [name for name in (thing["id"], label.get("zh", "") if isinstance(label, dict) else label) if name]


def is_read(thing: Pack, sources: list[str]) -> bool:
    """Whether an expression calls it by one of its names."""
    patterns = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in names_of(thing)]
    return any(pattern.search(source) for pattern in patterns for source in sources)


def _unread(pack: Pack, section: str, code: str, what: str, expected: str) -> Iterator[Warned]:
    sources = expressions(pack)
    for place, thing in enumerate(pack.get(section, [])):
        if thing.get("carried_only") or is_read(thing, sources):
            continue
        yield Warned(code, f"/{section}/{place}/id", f"no rule reads the {what} `{thing['id']}`", expected)


def _idle_readings(pack: Pack) -> Iterator[Warned]:
    sources = expressions(pack)
    named = {pack.get("leave", {}).get("day_reading"), pack.get("funding", {}).get("month_reading")}
    for place, reading in enumerate(pack.get("readings", [])):
        if reading["id"] in named or is_read({"id": reading["id"]}, sources):
            continue
        message = f"no rule turns on the reading `{reading['id']}`"
        yield Warned(
            "lint.reading.unused", f"/readings/{place}/id", message, 'ask for it in a rule: `if … = "…" then …`'
        )


def _uncarried_criteria(pack: Pack) -> Iterator[Warned]:
    carried = {rule for clause in pack.get("clauses", []) for rule in clause.get("rules", [])}
    for track, criteria in pack.get("eligibility", {}).items():
        for place, criterion in enumerate(criteria):
            rule = f"eligibility.{track}.{criterion['id']}"
            if rule not in carried:
                message = f"no clause names `{rule}` among its rules"
                expected = "add it to the `rules` of the clause that says so"
                yield Warned("lint.criterion.uncarried", f"/eligibility/{track}/{place}/id", message, expected)


def _idle_clauses(pack: Pack) -> Iterator[Warned]:
    for place, clause in enumerate(pack.get("clauses", [])):
        if clause.get("kind") == "computed" and not clause.get("rules"):
            message = f"the clause `{clause['id']}` is computed, and no rule carries it"
            expected = "name its rules in `rules`, or give it another kind"
            yield Warned("lint.clause.without_rule", f"/clauses/{place}/kind", message, expected)
