"""A policy as it is shown: its pack, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tepei import _core
from tepei.command.document import Quote
from tepei.command.policy import in_language
from tepei.command.policy_phrases import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tepei.programme import Programme

Part = dict[str, Any]


@dataclass(frozen=True)
class View:
    """What the sections of a shown policy are made from."""

    policy: Programme
    pack: Part
    lang: str

    def say(self, key: str, **values: object) -> str:
        """A phrase in the language."""
        return PHRASES[self.lang][key].format(**values)

    def join(self, texts: Iterable[str]) -> str:
        """Texts with the language's comma between."""
        return PHRASES[self.lang]["comma"].join(text for text in texts if text)

    def words(self, text: str | dict[str, str] | None) -> str:
        """Words for people."""
        return in_language(text, self.lang)

    def label(self, items: list[Part], id_: str) -> str:
        """What the item of that id is called; the id where there is none."""
        return next((self.words(item.get("label")) or id_ for item in items if item["id"] == id_), id_)

    def labels(self, items: list[Part], ids: Iterable[str]) -> str:
        """The same of several."""
        return self.join(self.label(items, id_) for id_ in ids)

    def document(self, id_: str) -> str:
        """The title of a document the text refers to, marked as one."""
        titles = {document["id"]: document["title"] for document in self.pack.get("documents", [])}
        return self.marked(titles.get(id_, id_))

    def marked(self, title: str) -> str:
        """A title in the language's marks, unless it has marks of its own."""
        own = "《" if self.lang == "zh" else "《“"
        return title if title[:1] in own else self.say("marked", title=title)

    def party(self, id_: str) -> str:
        """What a party is called."""
        return _core.party_label(id_, self.lang)

    def acts(self, acts: list[Part]) -> list[str]:
        """What the parties do, numbered where there are several."""
        texts = [_core.act_text(act["kind"], act["party"], bool(act.get("written")), self.lang) for act in acts]
        return texts if len(texts) < 2 else [f"{place}. {text}" for place, text in enumerate(texts, 1)]  # noqa: PLR2004

    def clause(self, id_: str | None) -> Part:
        """The clause of that id; empty where there is none."""
        return next((clause for clause in self.pack["clauses"] if clause["id"] == id_), {})

    def cite(self, id_: str | None) -> str:
        """As people cite the clause."""
        return str(self.clause(id_).get("cite", ""))

    def quote(self, id_: str | None) -> list[Quote]:
        """The clause, word for word, with a link to where it stands in the whole text."""
        clause = self.clause(id_)
        return [Quote(clause["cite"], clause["text"], target=f"clause-{clause['id']}")] if clause else []
