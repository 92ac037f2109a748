"""Packs that extend others, from Python: a path, a text, a dict; mistakes of the base are told with its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import tepei

PACKS = Path(__file__).resolve().parents[1] / "packs"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "packs" / "shili-2026.json"


def example() -> dict[str, Any]:
    pack: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return pack


def refused(source: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(tepei.Error) as caught:
        tepei.load(source)
    return [(Path(each.file).name, each.code, each.path) for each in caught.value.diagnostics]


def test_a_path_a_text_and_a_dict_are_the_same() -> None:
    loaded = [tepei.load(EXAMPLE), tepei.load(EXAMPLE.read_bytes()), tepei.load(example())]
    assert len({programme.digest for programme in loaded}) == 1
    assert [clause.id for clause in loaded[0].clauses][:3] == ["title", "1", "2"]


def test_the_whole_is_what_is_dumped() -> None:
    programme = tepei.load(EXAMPLE)
    whole = json.loads(programme.dump())
    assert "extends" not in whole
    assert tepei.load(whole).digest == programme.digest
    taken_over = {criterion["id"] for criterion in whole["eligibility"]["standard"]}
    assert {"employer_type", "age", "political"} <= taken_over
    assert "retirement_distance" not in taken_over


def test_no_word_of_the_base_is_quoted() -> None:
    base = {clause.text for clause in tepei.programme("liaoning-2025-draft").clauses}
    assert not base & {clause.text for clause in tepei.load(EXAMPLE).clauses}


def test_a_mistake_of_the_base_has_its_file(tmp_path: Path) -> None:
    (tmp_path / "base.json").write_bytes((PACKS / "expression-errors.json").read_bytes())
    over = {key: example()[key] for key in ("format", "id", "instrument")} | {
        "extends": "base.json",
        "keeps_text": True,
    }
    (tmp_path / "over.json").write_text(json.dumps(over), encoding="utf-8")
    found = refused(tmp_path / "over.json")
    assert ("base.json", "feel.check.unknown_name", "/eligibility/standard/0/rules/0/when") in found
    assert all(file == "base.json" for file, _, _ in found)


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"extends": "liaoning-2025"}, "pack.extends.unknown", "/extends"),
        ({"extends": "base.json"}, "pack.extends.no_folder", "/extends"),
        ({"extends": None}, "pack.value.wrong_type", "/extends"),
        ({"without": ["leave.tier"]}, "pack.extends.nothing_to_leave_out", "/without/0"),
        ({"without": "leave"}, "pack.value.wrong_type", "/without"),
        ({"cites": {"99": "1"}}, "pack.extends.nothing_cited", "/cites/99"),
        ({"cites": {"6.1": "99"}}, "policy.clause.unknown", "/cites/6.1"),
        ({"tracks": [{"id": "standard", "label": "特培"}]}, "pack.extends.not_an_override", "/tracks/0/id"),
        (
            {"tracks": [{"id": "standart", "override": True, "label": "特培"}]},
            "pack.extends.nothing_to_override",
            "/tracks/0/id",
        ),
        (
            {"tracks": [{"id": "short", "after": "standart", "label": "短期"}]},
            "pack.extends.unknown_neighbour",
            "/tracks/0/after",
        ),
    ],
)
def test_mistakes(changes: dict[str, Any], code: str, path: str) -> None:
    assert ("", code, path) in refused(example() | changes)


def test_chinese_names_in_conditions() -> None:
    facts = {"出生日期": "1988-11-20", "学历": "硕士", "所在县市": "青石市"}
    decision = tepei.load(EXAMPLE).eligibility.check(facts, as_of="2026-06-15")
    age = next(finding for finding in decision.findings if finding.criterion == "age")
    assert age.outcome == "met"
    assert "周岁" in decision.text(lang="zh")
