"""Who pays what, as it is shown: a table a track."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tepei.command.document import Grid, Item, Items, Paragraph, Section

if TYPE_CHECKING:
    from tepei.command.document import Block
    from tepei.command.policy_view import Part, View


def rate(view: View, line: Part) -> str:
    """What is paid, and for how long: 36,800元/年."""
    if "amount" not in line:
        return view.say("no_amount")
    amount = Decimal(line["amount"])
    return view.say(f"yuan_{line.get('per', 'once')}", amount=f"{amount:,f}")


def _row(view: View, funding: Part, line: Part) -> list[str]:
    def paid(key: str) -> str:
        payers = {payer["id"]: payer for payer in funding.get("payers", [])}
        id_ = line.get(key)
        if id_ is None:
            return view.say("not_said")
        return view.words(payers[id_].get("label")) if id_ in payers else view.party(id_)

    grades = view.pack.get("assessment", {}).get("grades", [])
    timing = view.label(funding.get("timings", []), line["timing"]) if "timing" in line else ""
    earned = view.say("earned_by", grades=view.labels(grades, line["earned_by"])) if line.get("earned_by") else ""
    note = view.words(line.get("note"))
    return [
        view.label(funding.get("items", []), line["item"]),
        rate(view, line),
        paid("payer"),
        paid("payee") if "payee" in line else "",
        "\n".join(text for text in (timing, earned, note) if text),
        view.cite(line.get("clause")),
    ]


def _refund(view: View, funding: Part) -> list[Section]:
    refund = funding.get("refund")
    if refund is None:
        return []
    causes = [
        Item(view.words(cause.get("label")), view.cite(cause.get("clause")), code=cause["id"])
        for cause in refund.get("causes", [])
    ]
    after = view.join(view.words(each.get("label")) for each in refund.get("consequences", []))
    items = [Item("", view.say("causes"), causes), Item(after, view.say("effects"))]
    if "note" in refund:
        items.append(Item(view.words(refund["note"]), view.say("note")))
    return [Section(view.say("refund"), [Items(items)])]


def funding_sections(view: View) -> list[Section]:
    """The section of money; nothing where the programme has none."""
    funding = view.pack.get("funding")
    if funding is None:
        return []
    headings = [view.say(key) for key in ("item", "rate", "payer", "payee", "when", "basis")]
    sections = []
    for track in view.pack["tracks"]:
        lines = funding["tracks"].get(track["id"], [])
        grid = Grid(headings, [_row(view, funding, line) for line in lines], (1,))
        sections.append(Section(view.words(track.get("label")) or track["id"], [grid], code=track["id"]))
    blocks: list[Block] = [Paragraph(view.say("funding_note", months=funding.get("term_months", 12)))]
    return [Section(view.say("funding"), blocks, [*sections, *_refund(view, funding)])]
