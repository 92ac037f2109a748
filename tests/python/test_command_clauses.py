"""`tepei clauses` and `tepei programmes` as a user runs them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tepei as library
from command_line import tepei
from rich.cells import cell_len

ROOT = Path(__file__).resolve().parents[2]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("programme", library.programmes())
def test_the_whole_text_is_shown(programme: str) -> None:
    done = tepei("clauses", programme)
    assert done.code == 0
    shown = squeezed(done.out)
    for clause in library.programme(programme).clauses:
        assert squeezed(clause.cite) in shown
        assert squeezed(clause.text) in shown
        assert all(rule in shown for rule in clause.rules)


def test_of_one_kind() -> None:
    done = tepei("clauses", "liaoning-2025-draft", "--kind", "computed")
    assert done.code == 0
    assert "第七条（四）  [可计算]  eligibility.standard.work_years" in done.out
    assert "[职责义务]" not in done.out
    assert "第二十九条" not in done.out


def test_of_two_kinds_in_english() -> None:
    done = tepei("clauses", "inner-mongolia-2025", "--kind", "delegated", "--kind", "preference", "--lang", "en")
    kinds = set(re.findall(r"\[(\w+)\]", done.out))
    assert kinds == {"delegated", "preference"}


def test_of_a_pack_in_a_file() -> None:
    done = tepei("clauses", ROOT / "tests" / "packs" / "every-section.json")
    assert done.code == 0
    assert "近期获奖者可破格。" in done.out


def test_bad_calls() -> None:
    unknown = tepei("clauses", "liaonin-2025-draft")
    assert unknown.code == 2
    assert unknown.out == ""
    assert "did you mean `liaoning-2025-draft`" in unknown.err
    kind = tepei("clauses", "liaoning-2025-draft", "--kind", "duties")
    assert kind.code == 2
    assert "computed" in squeezed(kind.err)
    assert tepei("clauses").code == 2


@pytest.mark.parametrize("columns", [40, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for words in (("clauses", "inner-mongolia-2022"), ("programmes",)):
        done = tepei(*words, columns=columns)
        assert max(map(cell_len, done.out.splitlines())) <= columns


def test_programmes() -> None:
    done = tepei("programmes")
    assert done.code == 0
    lines = done.out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == library.programmes()
    assert "征求意见稿，尚未施行；培养方式：standard；" in done.out
    assert "特培计划的通知" in done.out
    english = tepei("programmes", "--lang", "en")
    assert "draft; tracks: standard; " in english.out
    assert "in_force; tracks: northeast, outside, inside; " in english.out
