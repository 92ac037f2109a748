"""A programme as a page of the site: the document that `tepei show` prints, written as MyST."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tepei
from tepei.command.document import Grid, Items, Paragraph, Quote
from tepei.command.policy_document import policy_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tepei.command.document import Block, Item, Section

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&+.!-])")


def programme_page(id_: str, lang: str) -> str:
    """All that a built-in programme says, in `zh` with the headings in English too, or in `en`."""
    programme = tepei.programme(id_)
    document = policy_document(programme, lang)
    other = policy_document(programme, "en" if lang == "zh" else "zh")
    page = Page(lang, f"{id_}-{lang}")
    title = escaped(document.title) + (" (in English)" if lang == "en" else "")
    lines = [f"# {title}", *page.blocks(document.opening), *page.languages(id_)]
    for section, twin in zip(document.sections, other.sections, strict=True):
        lines += page.section(section, twin, 2)
    return "\n\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text as it is, whatever Markdown makes of its signs."""
    return SPECIAL.sub(r"\\\1", text.strip()).replace("\n", "<br>")


@dataclass(frozen=True)
class Page:
    """What the parts of one page share: its language, and what the targets on it begin with."""

    lang: str
    name: str

    def languages(self, id_: str) -> Iterator[str]:
        """The way to the same page in the other language."""
        if self.lang == "zh":
            yield f"[The same in English]({id_}.en.md). The clauses stand in Chinese, as they were issued."
        else:
            yield f"[中文]({id_}.md). The clauses stand in Chinese, as they were issued."

    def section(self, section: Section, twin: Section, level: int) -> Iterator[str]:
        """A heading with what stands under it; `twin` is the same in the other language."""
        heading = escaped(section.heading)
        if self.lang == "zh" and twin.heading != section.heading:
            heading += f" · {escaped(twin.heading)}"
        yield f"{'#' * level} {heading}{code(section.code)}"
        yield from self.blocks(section.blocks)
        for below, its_twin in zip(section.sections, twin.sections, strict=True):
            yield from self.section(below, its_twin, level + 1)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Paragraphs, lists, tables and clauses."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield self.minded(block.text) if block.mind else escaped(block.text)
            elif isinstance(block, Items):
                yield "\n".join(self.items(block.items, ""))
            elif isinstance(block, Quote):
                yield from self.quote(block)
            else:
                yield table(block)

    def minded(self, text: str) -> str:
        """A paragraph that is not to be missed."""
        title = "请注意" if self.lang == "zh" else "Please note"
        return f":::{{admonition}} {title}\n:class: important\n\n{escaped(text)}\n:::"

    def items(self, items: Iterable[Item], indent: str) -> Iterator[str]:
        """A list, with the lists below its items."""
        colon = "：" if self.lang == "zh" else ": "
        for item in items:
            label = f"**{escaped(item.label)}**{colon if item.text else ''}" if item.label else ""
            yield f"{indent}- {label}{escaped(item.text)}{code(item.code)}"
            yield from self.items(item.items, indent + "  ")

    def quote(self, quote: Quote) -> Iterator[str]:
        """A clause: where it is cited a link to the whole text, there a target."""
        cite = escaped(quote.cite)
        if quote.target:
            cite = f"[{cite}](#{self.name}-{quote.target})"
        if quote.anchor:
            yield f"({self.name}-{quote.anchor})="
        aside = f" *{escaped(quote.aside.strip('[]'))}*" if quote.aside else ""
        yield f"> **{cite}**{aside}\n>\n> {escaped(quote.text)}"


def code(text: str) -> str:
    """An id or an expression after what it stands for."""
    return f" `{text}`" if text else ""


def table(grid: Grid) -> str:
    """A table; a column of numbers is set flush right."""

    def row(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    rule = ["--:" if place in grid.numbers else "---" for place in range(len(grid.headings))]
    rows = [row(escaped(cell) for cell in cells) for cells in grid.rows]
    return "\n".join([row(map(escaped, grid.headings)), row(rule), *rows])
