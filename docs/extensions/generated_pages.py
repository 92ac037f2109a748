"""Fills pages from the packs and the headers while the site is built, so that they say what is there.

A page asks by a line of its own: `% generated: programme ID LANG`, or `% generated: headers LAYER`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from header_markdown import headers_page
from policy_markdown import programme_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ASKED = re.compile(r"^% generated: (\w+) (.+)$", re.MULTILINE)
MADE = {"programme": programme_page, "headers": headers_page}


def filled(text: str) -> str:
    """A page's text with what it asks for in place of the lines that ask."""
    return ASKED.sub(lambda asked: MADE[asked[1]](*asked[2].split()), text)


def fill(_app: Sphinx, _name: str, source: list[str]) -> None:
    """Sphinx's event `source-read`."""
    source[0] = filled(source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Listens to Sphinx."""
    app.connect("source-read", fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
