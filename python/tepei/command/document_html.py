"""A document as a web page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from tepei.command.document import Document, Grid, Item, Items, Paragraph, Quote, Section
from tepei.command.page import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tepei.command.document import Block

COLON = {"zh": "：", "en": ": "}


def as_html(document: Document, lang: str) -> str:
    """The document as a page of its own, with links from each citation to the text."""
    fragments = [*_blocks(document.opening, lang), _contents(document)]
    for place, section in enumerate(document.sections):
        fragments += _section(section, lang, 2, f"section-{place}")
    return page(document.title, fragments, lang, heading=document.title)


def _contents(document: Document) -> str:
    links = [f'<a href="#section-{place}">{_text(each.heading)}</a>' for place, each in enumerate(document.sections)]
    return f"<nav>{' '.join(links)}</nav>"


def _text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _code(code: str) -> str:
    return f" <code>{html.escape(code)}</code>" if code else ""


def _section(section: Section, lang: str, level: int, anchor: str = "") -> Iterator[str]:
    id_ = f' id="{anchor}"' if anchor else ""
    yield f"<h{level}{id_}>{_text(section.heading)}{_code(section.code)}</h{level}>"
    yield from _blocks(section.blocks, lang)
    for below in section.sections:
        yield from _section(below, lang, min(level + 1, 4))


def _blocks(blocks: list[Block], lang: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            style = ' class="note"' if block.mind else ""
            yield f"<p{style}>{_text(block.text)}</p>"
        elif isinstance(block, Items):
            yield _items(block.items, lang)
        elif isinstance(block, Quote):
            yield _quote(block)
        else:
            yield _grid(block)


def _items(items: list[Item], lang: str) -> str:
    return f"<ul>{''.join(_item(item, lang) for item in items)}</ul>"


def _item(item: Item, lang: str) -> str:
    label = f"<b>{_text(item.label)}</b>{COLON[lang] if item.text else ''}" if item.label else ""
    below = _items(item.items, lang) if item.items else ""
    return f"<li>{label}{_text(item.text)}{_code(item.code)}{below}</li>"


def _quote(quote: Quote) -> str:
    cite = html.escape(quote.cite)
    if quote.target:
        cite = f'<a href="#{html.escape(quote.target)}">{cite}</a>'
    id_ = f' id="{html.escape(quote.anchor)}"' if quote.anchor else ""
    aside = f' <span class="soft">{html.escape(quote.aside)}</span>' if quote.aside else ""
    return f"<blockquote{id_}>{cite}{aside}<br>{_text(quote.text)}</blockquote>"


def _grid(grid: Grid) -> str:
    def cells(tag: str, row: list[str]) -> str:
        styles = [' class="number"' if place in grid.numbers else "" for place in range(len(row))]
        return "".join(f"<{tag}{style}>{_text(cell)}</{tag}>" for style, cell in zip(styles, row, strict=True))

    rows = "\n".join(f"<tr>{cells('td', row)}</tr>" for row in grid.rows)
    return f"<table><thead><tr>{cells('th', grid.headings)}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
