"""A document as parts, before it is text for a terminal or a web page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """`label：text`, with items below it; either may be empty."""

    text: str
    label: str = ""
    items: list[Item] = field(default_factory=list)
    code: str = ""  # an id, or an expression


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `mind` one to be minded."""

    text: str
    mind: bool = False


@dataclass(frozen=True)
class Items:
    """A list."""

    items: list[Item]


@dataclass(frozen=True)
class Quote:
    """A clause, word for word; `target` where the page has the whole text of it, `anchor` where this is it."""

    cite: str
    text: str
    target: str = ""
    anchor: str = ""
    aside: str = ""  # what else is said of it


@dataclass(frozen=True)
class Grid:
    """A table; `numbers` are the places of columns set flush right."""

    headings: list[str]
    rows: list[list[str]]
    numbers: tuple[int, ...] = ()


Block = Paragraph | Items | Quote | Grid


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it."""

    heading: str
    blocks: list[Block]
    sections: list[Section] = field(default_factory=list)
    code: str = ""


@dataclass(frozen=True)
class Document:
    """A title, what is said first, and the sections."""

    title: str
    opening: list[Block]
    sections: list[Section]
