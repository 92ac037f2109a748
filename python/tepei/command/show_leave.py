"""Who grants leave, as it is shown: the ladder as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei.command.document import Grid, Item, Items, Paragraph, Section

if TYPE_CHECKING:
    from tepei.command.document import Block
    from tepei.command.policy_view import Part, View


def length(view: View, tier: Part) -> str:
    """The days of a tier: 超过3天，不超过10天."""
    low, high = tier.get("from", {"days": 0, "inclusive": False}), tier.get("to")
    texts = []
    if low["days"] or low.get("inclusive"):
        texts.append(view.say("from_days" if low.get("inclusive") else "over_days", days=low["days"]))
    if high is not None:
        texts.append(view.say("to_days" if high.get("inclusive") else "under_days", days=high["days"]))
    return view.join(texts) or view.say("any_days")


def _ladder(view: View, leave: Part) -> list[Block]:
    effects = leave.get("effects", [])
    headings = [view.say(key) for key in ("tier", "days", "procedure", "effects", "basis")]
    rows = []
    for place, tier in enumerate(leave.get("tiers", []), 1):
        kinds = view.labels(leave.get("kinds", []), tier.get("kinds", []))
        days = length(view, tier) + (f"\n{kinds}" if kinds else "")
        after = "\n".join(view.label(effects, id_) for id_ in tier.get("effects", []))
        rows.append([str(place), days, "\n".join(view.acts(tier["acts"])), after, view.cite(tier.get("clause"))])
    notes = [
        Item(view.words(tier["note"]), view.say("tier_note", tier=place))
        for place, tier in enumerate(leave.get("tiers", []), 1)
        if "note" in tier
    ]
    return [Grid(headings, rows, (0,)), *([Items(notes)] if notes else [])] if rows else []


def _more(view: View, leave: Part) -> list[Item]:
    items = []
    for cap in leave.get("caps", []):
        acts = view.join(view.acts(cap.get("acts", []))) or view.say("referred")
        items.append(Item(acts, view.say("beyond", days=length(view, cap))))
    for role in leave.get("roles", []):
        for swap in role.get("replaces", []):
            text = view.say("replaced", party=view.party(swap["party"]), by=view.party(swap["by"]))
            note = [Item(view.words(role["note"]), view.say("note"))] if "note" in role else []
            items.append(Item(text, view.say("if_asks", role=view.words(role.get("label"))), note))
    if "termination" in leave:
        ending = leave["termination"]
        steps = [Item(text) for text in view.acts(ending["acts"])]
        items.append(Item(view.cite(ending.get("clause")), view.say("termination"), steps))
    return items


def leave_sections(view: View) -> list[Section]:
    """The section of leave; nothing where the programme has none."""
    leave = view.pack.get("leave")
    if leave is None:
        return []
    blocks: list[Block] = []
    kinds = view.labels(leave.get("kinds", []), [kind["id"] for kind in leave.get("kinds", [])])
    any_kind = leave.get("any_kind") or not leave.get("kinds")
    others = view.say("any_kind" if any_kind else "other_kinds")
    blocks.append(Items([Item(f"{kinds}{view.say('stop')}{others}" if kinds else others, view.say("kinds"))]))
    if "other_kinds_note" in leave:
        blocks.append(Paragraph(view.words(leave["other_kinds_note"])))
    titles = [view.document(id_) for id_ in leave.get("documents", [])]
    blocks += [Paragraph(view.say("left_to_document", title=title), mind=True) for title in titles]
    blocks += _ladder(view, leave)
    if more := _more(view, leave):
        blocks.append(Items(more))
    sections = []
    if "fallback" in leave:
        fallback = leave["fallback"]
        inner = type(view)(view.policy, {**view.pack, "clauses": fallback.get("clauses", [])}, view.lang)
        rest = _more(inner, fallback["leave"])
        note = Paragraph(
            view.say("fallback_note", title=view.marked(fallback.get("title", fallback["programme"]))), mind=True
        )
        content: list[Block] = [note, *_ladder(inner, fallback["leave"]), *([Items(rest)] if rest else [])]
        sections.append(Section(view.say("fallback"), content, code=fallback["programme"]))
    return [Section(view.say("leave"), [*blocks, *view.quote(leave.get("clause"))], sections)]
