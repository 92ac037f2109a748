"""A document as text for a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from tepei.command.document import Document, Grid, Item, Items, Paragraph, Quote, Section
from tepei.command.prose import Prose, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tepei.command.document import Block

STEP = 2
COLON = {"zh": "：", "en": ": "}
QUOTES = {"zh": ("「", "」"), "en": ("“", "”")}
RULES = ("═", "─")


def as_text(document: Document, lang: str, width: int) -> str:
    """The document in lines no wider than `width` columns."""
    return "\n".join(line.rstrip() for line in _lines(document, lang, width)) + "\n"


def _lines(document: Document, lang: str, width: int) -> Iterator[str]:
    yield from wrapped(document.title, width)
    for block in document.opening:
        yield from _block(block, lang, width, 0)
    for section in document.sections:
        yield from _section(section, lang, width, 0)


def _section(section: Section, lang: str, width: int, level: int) -> Iterator[str]:
    heading = section.heading + (f"  {section.code}" if section.code else "")
    yield ""
    if level < len(RULES):
        yield from wrapped(heading, width)
        yield RULES[level] * min(cell_len(heading), width)
    else:
        yield from wrapped(f"● {heading}", width)
    for block in section.blocks:
        yield from _block(block, lang, width, STEP if level else 0)
    for below in section.sections:
        yield from _section(below, lang, width, level + 1)


def _hanging(text: str, width: int, indent: int, step: int = STEP) -> Iterator[str]:
    first, *others = wrapped(text, width - indent - step)
    yield " " * indent + first
    for other in others:
        yield " " * (indent + step) + other


def _block(block: Block, lang: str, width: int, indent: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _hanging(("！ " if block.mind else "") + block.text, width, indent, 0)
    elif isinstance(block, Items):
        for item in block.items:
            yield from _item(item, lang, width, indent)
    elif isinstance(block, Quote):
        opening, closing = QUOTES[lang]
        head = "  ".join(part for part in (block.cite, block.aside) if part)
        yield from _hanging(f"{head}{opening}{block.text}{closing}" if block.target else head, width, indent)
        if not block.target:
            yield from _hanging(block.text, width, indent + STEP, 0)
    else:
        yield from _grid(block, width)


def _item(item: Item, lang: str, width: int, indent: int) -> Iterator[str]:
    code = f"  {item.code}" if item.code else ""
    label = item.label + (COLON[lang] if item.text else "") if item.label else ""
    yield from _hanging(label + item.text + code, width, indent)
    for below in item.items:
        yield from _item(below, lang, width, indent + STEP)


def _grid(grid: Grid, width: int) -> Iterator[str]:
    table = Table(box=ROUNDED, show_lines=any("\n" in cell for row in grid.rows for cell in row))
    for place, heading in enumerate(grid.headings):
        table.add_column(heading, justify="right" if place in grid.numbers else "left", no_wrap=place in grid.numbers)
    for row in grid.rows:
        table.add_row(*(cell if place in grid.numbers else Prose(cell) for place, cell in enumerate(row)))
    canvas = Console(file=io.StringIO(), width=width, color_system=None, highlight=False, legacy_windows=False)
    with canvas.capture() as captured:
        canvas.print(table)
    yield from captured.get().rstrip("\n").split("\n")
