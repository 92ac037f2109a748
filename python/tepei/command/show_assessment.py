"""How trainees are graded, as it is shown: scores, rules in words, direct fails, and what follows from each grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei._errors import Error
from tepei.command.document import Grid, Item, Items, Paragraph, Section
from tepei.command.show_eligibility import condition_items
from tepei.programme import load

if TYPE_CHECKING:
    from tepei._core import ConditionText
    from tepei.command.document import Block
    from tepei.command.policy_view import Part, View


def rules_in_words(view: View, role: Part) -> list[list[ConditionText]]:
    """The conditions of a role's rules in words; empty where they have none.

    The rules of a role are conditions over its scores: read as a policy of their own they have the words of one.
    """
    assessment = view.pack["assessment"]
    scores = [score for score in assessment.get("scores", []) if score["id"] in role.get("scores", [])]
    clause = {"id": "1", "cite": "1", "text": "1", "kind": "statement"}
    pack = {
        "format": 1,
        "id": "rules",
        "instrument": {"title": "1", "issuer": "1", "status": "draft"},
        "facts": [{"id": score["id"], "label": view.words(score.get("label")), "kind": "number"} for score in scores],
        "readings": [{**reading, "clause": "1"} for reading in view.pack.get("readings", [])],
        "tracks": [{"id": "rules", "label": "1"}],
        "eligibility": {
            "rules": [
                {"id": str(place), "label": "1", "clause": "1", "rules": [{"when": rule["when"], "outcome": "met"}]}
                for place, rule in enumerate(role.get("rules", []))
            ]
        },
        "clauses": [clause],
    }
    try:
        rules = load(pack)
    except Error:
        return []
    return [conditions for _, conditions in _core.conditions(rules._core, "rules", view.lang)]


def _role(view: View, role: Part) -> Section:
    assessment = view.pack["assessment"]
    grades = assessment.get("grades", [])
    items = [
        Item(view.party(score["party"]), view.words(score.get("label")), code=score["id"])
        for score in assessment.get("scores", [])
        if score["id"] in role.get("scores", [])
    ]
    blocks: list[Block] = [Paragraph(view.say("scores")), Items(items)] if items else []
    words = rules_in_words(view, role)
    rules = []
    for place, rule in enumerate(role.get("rules", [])):
        cite = view.cite(rule.get("clause"))
        known = place < len(words) and words[place]
        inner = condition_items(words[place]) if known else [Item("", code=rule["when"])]
        # The label says what a condition leads to, which here is the grade.
        rules.append(
            Item(
                cite, view.label(grades, rule["grade"]), [Item(each.text, "", each.items, each.code) for each in inner]
            )
        )
    if "otherwise" in role:
        rules.append(Item(view.label(grades, role["otherwise"]), view.say("otherwise")))
    if role.get("attested"):
        rules.append(Item(view.labels(grades, role["attested"]), view.say("attested")))
    rules += [
        Item(view.label(grades, swap["as"]), view.say("benefits_as", grade=view.label(grades, swap["grade"])))
        for swap in role.get("benefits_as", [])
    ]
    if role.get("acts"):
        rules.append(Item("", view.say("procedure"), [Item(text) for text in view.acts(role["acts"])]))
    if rules:
        blocks += [*([Paragraph(view.say("grade_rules"))] if items else []), Items(rules)]
    return Section(view.words(role.get("label")) or role["id"], blocks, code=role["id"])


def _grades(view: View, assessment: Part) -> Section:
    kinds = ("benefits", "sanctions", "certificates")
    rows = [
        [
            view.words(grade.get("label")) or grade["id"],
            *("\n".join(view.label(assessment.get(kind, []), id_) for id_ in grade.get(kind, [])) for kind in kinds),
            view.cite(grade.get("clause")),
        ]
        for grade in assessment.get("grades", [])
    ]
    headings = [view.say(key) for key in ("grade", *kinds, "basis")]
    kept = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    if len(kept) < 2:  # noqa: PLR2004  # the grades alone are no table
        return Section(
            view.say("grades"), [Paragraph(view.say("grade_names", grades=view.join(row[0] for row in rows)))]
        )
    grid = Grid([headings[place] for place in kept], [[row[place] for place in kept] for row in rows])
    return Section(view.say("grades"), [grid])


def assessment_sections(view: View) -> list[Section]:
    """The section of assessment; nothing where the programme has none."""
    assessment = view.pack.get("assessment")
    if assessment is None:
        return []
    roles = [_role(view, role) for role in assessment.get("roles", [])]
    sections = [role for role in roles if role.blocks]
    if assessment.get("violations"):
        grade = view.label(assessment["grades"], assessment.get("violation_grade", ""))
        items = [
            Item(view.words(each.get("label")), view.cite(each.get("clause")), code=each["id"])
            for each in assessment["violations"]
        ]
        sections.append(Section(view.say("violations", grade=grade), [Items(items)]))
    sections.append(_grades(view, assessment))
    blocks: list[Block] = [
        Paragraph(view.say("left_to_document", title=view.document(id_)), mind=True)
        for id_ in assessment.get("documents", [])
    ]
    if "interrupted_grade" in assessment:
        grade = view.label(assessment["grades"], assessment["interrupted_grade"])
        blocks.append(Paragraph(view.say("interrupted", grade=grade)))
    return [Section(view.say("assessment"), blocks, sections)]
