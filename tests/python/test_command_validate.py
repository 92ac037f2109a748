"""`tepei validate`: problems with their place, warnings, cases that fail and that pass."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command_line import ROOT, tepei
from rich.cells import cell_len
from tepei.command.lint import lint
from tepei.command.source_place import excerpt, places

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = ROOT / "docs" / "examples" / "mistakes.json"
PACKS = ROOT / "src" / "catalog" / "packs"


def small(**more: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "id": "my-province",
        "instrument": {"title": "培养办法", "issuer": "某省人社厅", "status": "in_force"},
        "tracks": [{"id": "standard", "label": "统一选拔"}],
        "eligibility": {
            "standard": [
                {
                    "id": "age",
                    "label": "年龄",
                    "clause": "1",
                    "rules": [{"when": "full years(birth_date, as_of) <= 45", "outcome": "met"}],
                }
            ]
        },
        "clauses": [
            {
                "id": "1",
                "cite": "第一条",
                "text": "年龄在45周岁以下。",
                "kind": "computed",
                "rules": ["eligibility.standard.age"],
            }
        ],
    } | more


def write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def test_every_problem_with_its_place_line_and_help() -> None:
    done = tepei("validate", MISTAKES)
    assert done.code == 1
    assert f"--> {MISTAKES}:4:77 (/instrument/status)" in done.out
    assert "did you mean `draft`?" in done.out
    assert "feel.check.unknown_name" in done.out
    assert "did you mean `master`?" in done.out
    lines = done.out.splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith('   |   "instrument"'))
    source, caret = lines[place], lines[place + 1]
    before = source[: source.index('"drat"')]
    assert caret.index("^") == cell_len(before)


def test_a_file_that_is_no_json(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{\n "format": 1,\n "id": "x",,\n', encoding="utf-8")
    done = tepei("validate", broken, "--lang", "en")
    assert done.code == 1
    assert f"{broken}:3:12" in done.out
    assert "pack.json.syntax" in done.out
    for content in (b"", b"\xff\xfe\x00", b"[1, 2]", b"null"):
        broken.write_bytes(content)
        assert tepei("validate", broken).code == 1


def test_no_such_pack(tmp_path: Path) -> None:
    done = tepei("validate", tmp_path / "no.json")
    assert (done.code, "pack.file.unreadable" in done.err) == (2, True)
    done = tepei("validate", "liaoning-2025-draf")
    assert (done.code, "`liaoning-2025-draft`" in done.err) == (2, True)


def test_a_pack_that_is_fine_and_several_at_once(tmp_path: Path) -> None:
    fine = write(tmp_path / "fine.json", small())
    done = tepei("validate", fine, "--lang", "en")
    assert done.code == 0
    assert done.out == "✓ my-province: 1 track(s), 1 criteria, 1 clauses, 1 of them computed; 0 warning(s)\n"
    both = tepei("validate", fine, MISTAKES)
    assert both.code == 1
    assert "✓ my-province" in both.out
    assert f"✗ {MISTAKES}：" in both.out


@pytest.mark.parametrize("id_", ["inner-mongolia-2022", "inner-mongolia-2025", "liaoning-2025-draft"])
def test_the_built_in_packs_are_fine_but_for_readings_of_what_is_to_come(id_: str) -> None:
    pack = PACKS / f"{id_}.json"
    done = tepei("validate", pack, "--cases", ROOT / "tests" / "cases")
    assert done.code == 0
    found = {(warned.code, warned.message) for warned in lint(json.loads(pack.read_text(encoding="utf-8")))}
    assert {code for code, _ in found} <= {"lint.reading.unused"}
    assert "未通过0个" in done.out


WARNINGS: dict[str, dict[str, Any]] = {
    "lint.fact.unread": {"facts": [{"id": "papers", "label": "论文数", "kind": "number"}]},
    "lint.derived.unread": {
        "derived": [{"id": "age", "label": "周岁", "expression": "full years(birth_date, as_of)", "clause": "1"}]
    },
    "lint.reading.unused": {
        "readings": [
            {
                "id": "limit",
                "options": [{"id": "a", "text": "甲"}, {"id": "b", "text": "乙"}],
                "reason": "无",
                "clause": "1",
            }
        ]
    },
    "lint.table.unread": {
        "tables": [
            {
                "id": "steps",
                "label": "表",
                "source": "某文",
                "columns": [{"id": "n", "kind": "number"}],
                "rows": [{"n": 1}],
            }
        ]
    },
    "lint.clause.without_rule": {
        "clauses": [
            *small()["clauses"],
            {"id": "2", "cite": "第二条", "text": "另有规定。", "kind": "computed"},
        ]
    },
    "lint.criterion.uncarried": {
        "clauses": [{"id": "1", "cite": "第一条", "text": "年龄在45周岁以下。", "kind": "statement"}]
    },
}


@pytest.mark.parametrize("code", WARNINGS)
def test_a_warning_names_its_place_and_fails_nothing(code: str, tmp_path: Path) -> None:
    pack = write(tmp_path / "pack.json", small(**WARNINGS[code]))
    done = tepei("validate", pack)
    assert done.code == 0, done.out
    assert done.out.count("warning[") == 1
    assert f"warning[{code}]" in done.out
    assert f"--> {pack}:" in done.out
    assert "1处提醒" in done.out


def test_what_is_read_under_its_chinese_name_is_read() -> None:
    pack = small(facts=[{"id": "papers", "label": "论文数", "kind": "number"}])
    pack["eligibility"]["standard"][0]["rules"][0]["when"] = "论文数 >= 3 and full years(birth_date, as_of) <= 45"
    assert lint(pack) == []
    pack["eligibility"]["standard"][0]["rules"][0]["when"] = '学历 = "论文数"'
    assert [warned.code for warned in lint(pack)] == ["lint.fact.unread"]


ELIGIBLE = {"name": "45", "facts": {"birth_date": "1980-01-01"}, "question": {"as_of": "2025-06-01"}}


def test_cases_beside_a_pack_are_run(tmp_path: Path) -> None:
    pack = write(tmp_path / "p" / "my.json", small())
    write(tmp_path / "p" / "my.cases.json", [ELIGIBLE | {"expected": {"verdict": "eligible"}}])
    write(
        tmp_path / "p" / "cases" / "eligibility" / "age.json",
        [
            ELIGIBLE | {"expected": {"verdict": "ineligible", "findings": {"age": "not_met"}}, "clause": "第一条"},
            ELIGIBLE | {"programme": "another", "expected": {"verdict": "eligible"}},
        ],
    )
    done = tepei("validate", pack, "--lang", "en")
    assert done.code == 1
    assert "age.json: 45 (第一条)" in done.out
    assert 'verdict: expected "ineligible", got "eligible"' in done.out
    assert 'findings.age.outcome: expected "not_met", got "met"' in done.out
    assert "cases: 1 passed, 1 failed" in done.out
    assert "1 case(s) of other programmes were not run" in done.out
    chosen = tepei("validate", pack, "--cases", tmp_path / "p" / "my.cases.json")
    assert chosen.code == 0
    assert "用例：通过1个，未通过0个" in chosen.out


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (ELIGIBLE, "the case expects nothing"),
        (ELIGIBLE | {"expected": {"verdikt": "eligible"}}, "did you mean `verdict`?"),
        (ELIGIBLE | {"expected": {"findings": {"no": "met"}}}, "there is no such criterion"),
        (ELIGIBLE | {"expected": {"error": "facts.name.unknown"}}, 'expected "facts.name.unknown", got "an answer"'),
        (ELIGIBLE | {"facts": {"shoe_size": 1}, "expected": {"verdict": "eligible"}}, "facts.name.unknown"),
        ({"name": "no question", "facts": {}, "expected": {"verdict": "eligible"}}, "cannot be asked"),
        (
            {"name": "leave", "ask": "termination", "question": {}, "expected": {"tier": 1}},
            "policy.programme.no_section",
        ),
        ({"name": "odd", "question": {"dayz": 1}, "expected": {"tier": 1}}, "cannot be asked"),
    ],
)
def test_a_case_that_fails_says_how(case: dict[str, Any], said: str, tmp_path: Path) -> None:
    pack = write(tmp_path / "my.json", small())
    done = tepei("validate", pack, "--cases", write(tmp_path / "c.json", [case]))
    assert done.code == 1
    assert said in done.out
    assert "未通过1个" in done.out


def test_an_error_that_is_expected_is_a_case_that_passes(tmp_path: Path) -> None:
    pack = write(tmp_path / "my.json", small())
    case = ELIGIBLE | {"facts": {"shoe_size": 1}, "expected": {"error": "facts.name.unknown"}}
    assert tepei("validate", pack, "--cases", write(tmp_path / "c.json", [case])).code == 0


def test_cases_that_cannot_be_read(tmp_path: Path) -> None:
    pack = write(tmp_path / "my.json", small())
    (tmp_path / "c.json").write_text("{", encoding="utf-8")
    for cases in (tmp_path / "c.json", tmp_path / "no.json", write(tmp_path / "d.json", {"name": 1})):
        done = tepei("validate", pack, "--cases", cases)
        assert (done.code, done.err.startswith("用例无法读取：")) == (1, True)


@pytest.mark.parametrize("pack", sorted((ROOT / "tests" / "packs").glob("*.json")), ids=lambda path: path.stem)
def test_no_pack_breaks_it(pack: Path) -> None:
    if pack.stem.endswith(".expected"):
        return
    done = tepei("validate", pack)
    assert done.code in (0, 1)
    expected = json.loads(pack.with_suffix(".expected.json").read_text(encoding="utf-8"))
    codes = [each["code"] for each in expected] if isinstance(expected, list) else []
    for code in codes:
        assert f"[{code}]" in done.out
    assert (done.code == 0) == (not codes)
    assert tepei("show", pack).code == (2 if codes else 0)


def extension(**more: Any) -> dict[str, Any]:
    """A pack that stands on `base.json`."""
    whole = small()
    kept = {key: whole[key] for key in ("format", "instrument", "clauses")}
    return kept | {"id": "another-province", "extends": "base.json"} | more


def test_a_pack_that_extends_another_is_judged_as_the_whole(tmp_path: Path) -> None:
    (tmp_path / "base.json").write_text(json.dumps(small()), encoding="utf-8")
    pack = tmp_path / "pack.json"
    pack.write_text(json.dumps(extension()), encoding="utf-8")
    done = tepei("validate", pack, "--lang", "en")
    assert done.code == 0
    assert "1 criteri" in done.out
    assert "0 warning" in done.out


def test_a_mistake_of_the_base_is_placed_in_the_base(tmp_path: Path) -> None:
    base = small()
    base["eligibility"]["standard"][0]["rules"][0]["when"] = "birth_dat < as_of"
    (tmp_path / "base.json").write_text(json.dumps(base, indent=2), encoding="utf-8")
    pack = tmp_path / "pack.json"
    pack.write_text(json.dumps(extension(extends="base.json")), encoding="utf-8")
    done = tepei("validate", pack)
    assert done.code == 1
    assert "base.json:" in done.out
    assert "pack.json:" not in done.out


def test_a_base_that_is_not_there_is_a_problem_of_the_pack(tmp_path: Path) -> None:
    pack = tmp_path / "pack.json"
    pack.write_text(json.dumps(extension(extends="bass.json")), encoding="utf-8")
    done = tepei("validate", pack)
    assert done.code == 1
    assert "(/extends)" in done.out
    assert "pack.file.unreadable" in done.out


def test_places_are_those_of_every_value() -> None:
    text = (PACKS / "liaoning-2025-draft.json").read_text(encoding="utf-8")
    found = places(text)
    lines = text.splitlines()

    def walk(value: object, pointer: str) -> int:
        line, column = found[pointer]
        begin = lines[line - 1][column - 1 :]
        if isinstance(value, dict):
            assert begin.startswith("{")
            return 1 + sum(walk(each, f"{pointer}/{key}") for key, each in value.items())
        if isinstance(value, list):
            assert begin.startswith("[")
            return 1 + sum(walk(each, f"{pointer}/{place}") for place, each in enumerate(value))
        written = json.dumps(value, ensure_ascii=False)
        assert begin.startswith(written)
        return 1

    assert walk(json.loads(text), "") == len(found) > 1000
    assert places('{"a/b": {"~": [1, {}]}}') == {
        "": (1, 1),
        "/a~1b": (1, 9),
        "/a~1b/~0": (1, 15),
        "/a~1b/~0/0": (1, 16),
        "/a~1b/~0/1": (1, 19),
    }


def test_a_long_line_is_cut_round_the_caret() -> None:
    line, caret = excerpt("一" * 300 + "x" + "二" * 300, 1, 301)
    assert len(line) < 130
    assert line[5] == "…"
    assert cell_len(line[: line.index("x")]) == caret.index("^")
    assert excerpt("one line", 7, 1) == []
