"""docs/feel.md says what is so: every example has the value it shows, and every builtin function has one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import tepei

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "feel.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(.+?)` \| (`.+?`|unknown) \|", re.MULTILINE)
TABLE = re.compile(r"^\| expression \| (is|code) \| remark \|\n\|---\|---\|---\|\n((?:\|.*\n)+)", re.MULTILINE)
PERSON = {"education": "master", "birth_date": "1985-06-15"}

# How the sources name a builtin: where it is added to its family.
ADDED = re.compile(
    r"(?:push_back\(\{|\btwo\(|\badd\(|\badd\(family, |add_open\(|add_aggregate\(family, |converts\(|rounding\(|^ +\{?)"
    r'"([a-z][a-z ]*)",',
    re.MULTILINE,
)


def examples(heading: str) -> list[tuple[str, str]]:
    """Expression and what the page says of it, from the tables with this heading."""
    tables = [rows for kind, rows in TABLE.findall(PAGE) if kind == heading]
    found = [(expression, said) for rows in tables for expression, said in ROW.findall(rows)]
    assert len(found) == sum(rows.count("\n") for rows in tables), "a row that is not read"
    return found


def pack(conditions: list[str]) -> dict[str, Any]:
    """A policy with one criterion a condition."""
    return {
        "format": 1,
        "id": "examples",
        "instrument": {"title": "例", "issuer": "某厅", "status": "draft"},
        "tracks": [{"id": "only", "label": "例"}],
        "eligibility": {
            "only": [
                {"id": f"c{place}", "label": "例", "clause": "1", "rules": [{"when": condition, "outcome": "met"}]}
                for place, condition in enumerate(conditions)
            ]
        },
        "clauses": [{"id": "1", "cite": "第一条", "text": "例", "kind": "statement"}],
    }


def outcomes(conditions: list[str]) -> list[str]:
    eligibility = tepei.load(pack(conditions)).eligibility
    return [finding.outcome for finding in eligibility.check(PERSON, as_of="2025-03-21").findings]


VALUES = examples("is")


def test_every_example_has_the_value_it_shows() -> None:
    known = [(expression, said.strip("`")) for expression, said in VALUES if said != "unknown"]
    found = outcomes([f"({expression}) = ({value})" for expression, value in known])
    assert [example for example, outcome in zip(known, found, strict=True) if outcome != "met"] == []


def test_another_value_would_be_noticed() -> None:
    assert outcomes(["(1 / 3 * 3) = (1)", '(education) = ("doctor")', "(1 / 0) = (0)"]).count("met") == 0


@pytest.mark.parametrize("expression", [expression for expression, said in VALUES if said == "unknown"])
def test_what_is_unknown_is_so(expression: str) -> None:
    (given,) = outcomes([f"is given({expression})"])
    assert given == "not_met"


@pytest.mark.parametrize(("expression", "code"), examples("code"))
def test_what_is_refused_is_refused(expression: str, code: str) -> None:
    with pytest.raises(tepei.Error) as refused:
        tepei.load(pack([expression]))
    assert refused.value.code == code.strip("`")


def test_every_builtin_has_an_example() -> None:
    sources = sorted((ROOT / "src" / "feel" / "builtins").glob("*.cpp"))
    families = [source.read_text(encoding="utf-8") for source in sources]
    names = {name for family in families for name in ADDED.findall(family[family.rindex("_builtins()") :])}
    shown = " ".join(expression for expression, _ in VALUES)
    assert len(names) >= 80
    assert {name for name in names if f"{name}(" not in shown} == set()


def test_every_keyword_stands_in_an_example() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "feel").glob("parse*.cpp"))
    keywords = re.findall(r'keyword\((?:[^")]*, )?"(\w+)"', sources)
    shown = set(re.findall(r"\w+", " ".join(expression for expression, _ in VALUES)))
    assert len(set(keywords)) > 15
    assert set(keywords) - shown == set()


def test_what_is_left_out_is_not_there() -> None:
    left_out = PAGE.split("## What is left out")[1].split("\n## ")[0]
    for name in re.findall(r"`([a-z]+)`", left_out.replace("`as_of`", "")):
        with pytest.raises(tepei.Error) as refused:
            tepei.load(pack([f"{name}(1, 2) = 1"]))
        assert refused.value.code == "feel.check.unknown_function"
