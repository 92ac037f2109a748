"""The headings that docs/rosters.md lists are those the code knows."""

from __future__ import annotations

import re

import pytest
import tepei
from rosters import ROOT
from tepei import _core

PAGE = (ROOT / "docs" / "rosters.md").read_text(encoding="utf-8")
HEADINGS = _core.fact_headings(tepei.programme("liaoning-2025-draft")._core)


def listed() -> dict[str, list[str]]:
    """The page's table: of each fact all its names, in the order in which they stand there."""
    table = PAGE.split("<!-- headings")[1].split("<!-- end of headings -->")[0]
    found = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if line.startswith("| `"):
            fact = cells[0].strip("`")
            found[fact] = [fact, cells[1], *re.split(r"[、,]\s*", cells[2])] if cells[2] else [fact, cells[1]]
    return found


def test_the_page_lists_every_heading_and_no_other() -> None:
    assert listed() == {names[0]: names for names in HEADINGS}


def test_no_heading_stands_for_two_facts() -> None:
    names = [name for fact in HEADINGS for name in fact]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("names", HEADINGS, ids=lambda names: names[0])
def test_every_heading_is_found_in_every_programme(names: list[str]) -> None:
    for id_ in tepei.programmes():
        core = tepei.programme(id_)._core
        for name in names:
            for written in (name, f" {name}\u3000", " ".join(name) if not name.isascii() else name.upper()):
                assert _core.find_fact(core, written) == names[0]


@pytest.mark.parametrize("heading", ["工作年限", "年龄", "学位", "健康状况", "政治面貌", "有无不良嗜好", "", "  "])
def test_headings_that_say_something_else_name_no_fact(heading: str) -> None:
    assert _core.find_fact(tepei.programme("liaoning-2025-draft")._core, heading) is None
