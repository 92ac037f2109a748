"""A policy as a document: what its pack says, in the order people ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei.command.clauses import KINDS, STATUS
from tepei.command.document import Document, Item, Items, Paragraph, Quote, Section
from tepei.command.policy import pack_of
from tepei.command.policy_view import View
from tepei.command.show_assessment import assessment_sections
from tepei.command.show_eligibility import derived_sections, facts_section, readings_section, track_sections
from tepei.command.show_funding import funding_sections
from tepei.command.show_leave import leave_sections

if TYPE_CHECKING:
    from tepei.command.document import Block
    from tepei.programme import Programme


def policy_document(policy: Programme, lang: str) -> Document:
    """Everything the pack says: instrument, tracks with their criteria, facts, readings, leave, grades, money, text."""
    view = View(policy, pack_of(policy), lang)
    criteria = Section(view.say("eligibility"), [Paragraph(view.say("eligibility_note"))], track_sections(view))
    return Document(
        policy.title,
        _opening(view),
        [
            criteria,
            facts_section(view),
            *readings_section(view),
            *derived_sections(view),
            *leave_sections(view),
            *assessment_sections(view),
            *funding_sections(view),
            *_documents(view),
            _text(view),
        ],
    )


def _opening(view: View) -> list[Block]:
    instrument = view.pack["instrument"]
    status = STATUS[view.lang].get(instrument["status"], instrument["status"].replace("_", " "))
    said = {
        "number": instrument.get("number"),
        "issuer": instrument["issuer"],
        "issued": instrument.get("issued"),
        "effective_from": instrument.get("effective_from"),
        "effective_to": instrument.get("effective_to"),
        "status": status,
        "applies_to": view.words(instrument.get("applies_to")),
        "tracks": view.join(view.words(track.get("label")) or track["id"] for track in view.pack["tracks"]),
    }
    items = [Item(text, view.say(key)) for key, text in said.items() if text]
    items.append(Item("", view.say("policy_object"), code=f"{view.policy.id}  SHA-256 {view.policy.digest}"))
    binding = {"draft": "not_binding", "repealed": "no_longer"}.get(instrument["status"])
    return [Items(items), *([Paragraph(view.say(binding), mind=True)] if binding else [])]


def _documents(view: View) -> list[Section]:
    items = [Item(document["title"], view.cite(document.get("clause"))) for document in view.pack.get("documents", [])]
    if not items:
        return []
    return [Section(view.say("documents"), [Paragraph(view.say("documents_note")), Items(items)])]


def _text(view: View) -> Section:
    quotes: list[Block] = []
    for clause in view.pack["clauses"]:
        kind = KINDS[view.lang].get(clause["kind"], clause["kind"])
        quotes.append(Quote(clause["cite"], clause["text"], anchor=f"clause-{clause['id']}", aside=f"[{kind}]"))
    return Section(view.say("whole_text"), quotes)
