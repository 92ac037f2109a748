"""Who is eligible, as it is shown: each criterion with its condition in words, its clause and who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei.command.document import Grid, Item, Items, Paragraph, Section

if TYPE_CHECKING:
    from tepei._core import ConditionText, Decision
    from tepei.command.document import Block
    from tepei.command.policy_view import Part, View

ANY_DAY = "2000-01-01"


def condition_items(conditions: list[ConditionText]) -> list[Item]:
    """Conditions in words, their parts below them."""
    return [Item(each.text, each.label, condition_items(each.parts)) for each in conditions if each.text]


def nobody(view: View, track: str) -> Decision:
    """The decision for somebody of whom nothing is known: it names every value that each criterion reads."""
    return view.policy.eligibility.check({}, track=track, as_of=ANY_DAY)


def _criterion(view: View, criterion: Part, conditions: list[ConditionText]) -> Section:
    items = condition_items(conditions)
    otherwise = criterion.get("otherwise", "not_met")
    if otherwise != "not_met" or not items:
        items.append(Item(view.say(f"outcome_{otherwise}"), view.say("otherwise" if items else "always")))
    # A rule that only another reading has is not shown, nor what is said of it.
    rules = [rule for rule, each in zip(criterion.get("rules", []), conditions, strict=False) if each.text]
    discretionary = "discretionary" in (otherwise, *(rule["outcome"] for rule in rules))
    items += [Item(view.document(id_), view.say("missing_document")) for id_ in criterion.get("documents", [])]
    if "authority" in criterion and discretionary:
        items.append(Item(view.party(criterion["authority"]), view.say("authority")))
    notes = [rule["note"] for rule in rules if "note" in rule]
    notes += [criterion["otherwise_note"]] if "otherwise_note" in criterion else []
    items += [Item(view.words(note), view.say("note")) for note in notes]
    blocks: list[Block] = [Items(items), *view.quote(criterion.get("clause"))]
    return Section(view.words(criterion.get("label")) or criterion["id"], blocks, code=criterion["id"])


def track_sections(view: View) -> list[Section]:
    """A section a track, with one for each criterion."""
    sections = []
    for track in view.pack["tracks"]:
        words = dict(_core.conditions(view.policy._core, track["id"], view.lang))
        criteria = view.pack["eligibility"].get(track["id"], [])
        parts = [_criterion(view, criterion, words.get(criterion["id"], [])) for criterion in criteria]
        heading = view.words(track.get("label")) or track["id"]
        opening: list[Block] = [Paragraph(view.say("criteria_count", count=len(criteria)))]
        sections.append(Section(heading, opening, parts, code=track["id"]))
    return sections


def _fact_label(view: View, id_: str) -> str:
    return view.policy._core.fact_label(id_) if view.lang == "zh" else id_.replace("_", " ")


def facts_section(view: View) -> Section:
    """Which facts the criteria read."""
    used: dict[str, list[str]] = {}
    for track in view.pack["tracks"]:
        for finding in nobody(view, track["id"]).findings:
            label = finding.label if view.lang == "zh" else finding.label_en or finding.label
            for value in finding.values:
                if not value.derived and label not in used.setdefault(value.id, []):
                    used[value.id].append(label)
    rows = [[_fact_label(view, id_), id_, view.join(criteria)] for id_, criteria in used.items()]
    grid = Grid([view.say("fact"), view.say("id"), view.say("read_by")], rows)
    return Section(view.say("facts"), [Paragraph(view.say("facts_note")), grid])


def derived_sections(view: View) -> list[Section]:
    """What is computed from facts, and from which tables."""
    items = []
    for derived in view.pack.get("derived", []):
        source = derived.get("source") or view.cite(derived.get("clause"))
        inner = [Item("", code=derived["expression"])]
        inner += [Item(source, view.say("basis"))] if source else []
        items.append(Item("", view.words(derived.get("label")) or derived["id"], inner, code=derived["id"]))
    blocks: list[Block] = [Items(items)] if items else []
    for table in view.pack.get("tables", []):
        headings = [column["id"] for column in table["columns"]]
        has_ids = any("id" in row for row in table["rows"])
        rows = [
            [*([row.get("id", "")] if has_ids else []), *(str(row.get(heading, "")) for heading in headings)]
            for row in table["rows"]
        ]
        label = view.words(table.get("label")) or table["id"]
        blocks += [Paragraph(view.say("table_of", label=label, source=table["source"]))]
        blocks += [Grid([*([""] if has_ids else []), *headings], rows)]
    return [Section(view.say("derived"), blocks)] if blocks else []


def readings_section(view: View) -> list[Section]:
    """The open passages with the ways to read them."""
    sections = []
    for reading in view.pack.get("readings", []):
        options = [
            Item(view.words(option.get("text")), view.say("default" if not place else "other"), code=option["id"])
            for place, option in enumerate(reading["options"])
        ]
        reason = Item(view.words(reading.get("reason")), view.say("reason"))
        quote = view.quote(reading.get("clause"))
        sections.append(
            Section(
                view.say("reading_of", cite=view.cite(reading.get("clause"))),
                [Items([*options, reason]), *quote],
                code=reading["id"],
            )
        )
    return [Section(view.say("readings"), [Paragraph(view.say("readings_note"))], sections)] if sections else []
