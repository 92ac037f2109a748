"""Fills pages from the packs and the headers while the site is built, so that they say what is there.

A page asks by a line of its own: `% generated: programme ID LANG`, or `% generated: headers LAYER`. Links of pages to
files of the tree that are no pages become downloads, so that the site stands alone; links to folders, plain words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from header_markdown import headers_page
from policy_markdown import programme_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

ASKED = re.compile(r"^% generated: (\w+) (.+)$", re.MULTILINE)
MADE: dict[str, Callable[..., str]] = {"programme": programme_page, "headers": headers_page}
OUTSIDE = re.compile(r"\[([^\[\]]+)\]\(((?:\.\./)+[^)#]+)\)")
FENCED = re.compile(r"(^```.*?^```)", re.DOTALL | re.MULTILINE)
HAN = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u201c\u201d"
BREAK = re.compile(f"(?<=[{HAN}])\n(?=[{HAN}])")
DOCS = Path(__file__).resolve().parents[1]


def filled(text: str) -> str:
    """A page's text with what it asks for in place of the lines that ask."""
    return ASKED.sub(lambda asked: MADE[asked[1]](*asked[2].split()), text)


def without_links_outside(text: str, folder: Path) -> str:
    """A page of `folder` with its links out of the documentation made downloads, or plain words."""

    def anew(link: re.Match[str]) -> str:
        target = (folder / link[2]).resolve()
        if target.is_relative_to(DOCS):
            return link[0]
        return f"[{link[1]}](path:{link[2]})" if target.is_file() else link[1]

    return OUTSIDE.sub(anew, text)


def without_breaks(text: str) -> str:
    """A page whose Chinese runs on where its lines end: a browser would show a blank there."""
    return "".join(part if part.startswith("```") else BREAK.sub("", part) for part in FENCED.split(text))


def fill(_app: Sphinx, name: str, source: list[str]) -> None:
    """Sphinx's event `source-read`."""
    source[0] = without_breaks(without_links_outside(filled(source[0]), (DOCS / name).parent))


def say_more(_app: Sphinx, name: str, _template: str, context: dict[str, object], _tree: object) -> None:
    """Sphinx's event `html-page-context`: what those who read aloud need, first of all which pages are Chinese."""
    chinese = name.endswith(".zh-CN") or name == "zh" or re.fullmatch(r"programmes/[^.]+", name)
    context["language"] = "zh-CN" if chinese else "en"
    # Sphinx calls the captions of the contents headings, and does not say of which level.
    tree = str(context.get("furo_navigation_tree", ""))
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app: Sphinx) -> dict[str, bool]:
    """Listens to Sphinx."""
    app.connect("source-read", fill)
    app.connect("html-page-context", say_more, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}
