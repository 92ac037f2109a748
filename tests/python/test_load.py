"""Packs of one's own: from a path, text, bytes or a dict; and what is said of broken ones."""

from __future__ import annotations

import datetime
import json
import types
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tepei
from people import AS_OF, reader

ROOT = Path(__file__).resolve().parents[2]
PACKS = ROOT / "tests" / "packs"
MINIMAL = PACKS / "minimal.json"
TEXT = MINIMAL.read_text(encoding="utf-8")
PACK: dict[str, Any] = json.loads(TEXT)
DIGEST = tepei.load(MINIMAL).digest
WHOLE_PACKS = sorted(
    path
    for path in PACKS.glob("*.json")
    if not path.name.endswith(".expected.json")
    and json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8")) == []
)
BROKEN_PACKS = sorted(
    path for path in PACKS.glob("*.json") if not path.name.endswith(".expected.json") and path not in WHOLE_PACKS
)


def refusal(source: Any) -> tepei.Error:
    with pytest.raises(tepei.Error) as caught:
        tepei.load(source)
    return caught.value


@pytest.mark.parametrize(
    "source",
    [
        MINIMAL,
        str(MINIMAL),
        TEXT,
        "\n  " + TEXT,
        "\ufeff" + TEXT,
        TEXT.encode(),
        bytearray(TEXT.encode()),
        memoryview(TEXT.encode()),
        PACK,
        types.MappingProxyType(PACK),
        json.dumps(PACK),
    ],
    ids=lambda source: type(source).__name__,
)
def test_every_way_to_give_a_pack(source: Any) -> None:
    programme = tepei.load(source)
    assert programme.id == "minimal"
    assert programme.tracks == ["standard"]
    assert programme.status == "draft"
    assert programme.digest == DIGEST
    assert programme.eligibility.criteria() == ["age"]


def test_the_only_track_may_be_left_out() -> None:
    eligibility = tepei.load(PACK).eligibility
    assert eligibility.check({"birth_date": "1985-06-15"}, as_of=AS_OF).track == "standard"
    assert eligibility.check_table({"birth_date": ["1985-06-15", None]}, as_of=AS_OF)["verdict"] == [
        "eligible",
        "undetermined",
    ]


@pytest.mark.parametrize("path", WHOLE_PACKS, ids=lambda path: path.stem)
def test_a_dump_has_the_same_digest(path: Path) -> None:
    programme = tepei.load(path)
    again = tepei.load(programme.dump())
    assert again.digest == programme.digest
    assert again.dump() == programme.dump()


@pytest.mark.parametrize("name", tepei.programmes())
def test_a_built_in_programme_can_be_dumped_and_loaded(name: str) -> None:
    programme = tepei.programme(name)
    assert tepei.load(programme.dump()).digest == programme.digest


@pytest.mark.parametrize("path", BROKEN_PACKS, ids=lambda path: path.stem)
def test_broken_packs_tell_where(path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    error = refusal(path)
    found = [(told.code, told.path, told.line, told.column) for told in error.diagnostics]
    assert found == [(told["code"], told["path"], told["line"], told["column"]) for told in expected]
    assert (error.code, error.path) == (expected[0]["code"], expected[0]["path"])


def test_a_misspelt_key_comes_with_the_nearest() -> None:
    broken = {("trakcs" if key == "tracks" else key): value for key, value in PACK.items()}
    told = {diagnostic.code: diagnostic for diagnostic in refusal(broken).diagnostics}
    assert "tracks" in told["pack.key.unknown"].help
    assert told["pack.key.unknown"].path == "/trakcs"
    assert "pack.key.missing" in told


def test_a_date_in_a_dict() -> None:
    pack = PACK | {"instrument": PACK["instrument"] | {"issued": datetime.date(2025, 3, 13)}}
    assert tepei.load(pack).digest != DIGEST


@pytest.mark.parametrize("source", [None, 42, [PACK], {"a": {1, 2}}, {"a": Decimal(1)}, {"a": float("nan")}], ids=repr)
def test_what_is_no_pack(source: Any) -> None:
    assert refusal(source).code == "python.pack.wrong_type"


def test_a_pack_that_holds_itself() -> None:
    pack: dict[str, Any] = dict(PACK)
    pack["facts"] = [pack]
    assert refusal(pack).code == "python.pack.wrong_type"


@pytest.mark.parametrize("path", ["no/such/pack.json", "", "a\0b", "\ud800", ROOT, "x" * 100_000])
def test_files_that_cannot_be_read(path: Any) -> None:
    error = refusal(path)
    assert error.code == "pack.file.unreadable"
    assert error.message


@pytest.mark.parametrize("text", [b"", b"\0", b"[]", b"null", b"{", b'{"format": 1,}', b"\xff\xfe{", b"[" * 1_000_000])
def test_texts_that_are_no_pack(text: bytes) -> None:
    assert refusal(text).code.startswith("pack.json.")


def test_a_name_of_a_file_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "我省办法.json"
    path.write_text(TEXT, encoding="utf-8")
    assert tepei.load(path).digest == tepei.load(str(path)).digest == DIGEST


def test_a_fact_that_no_programme_knows() -> None:
    with pytest.raises(tepei.Error) as caught:
        reader("birth_dat")
    assert caught.value.code == "feel.check.unknown_name"
    assert caught.value.path == "/eligibility/only/0/rules/0/when"
    assert "birth_date" in caught.value.help


def labelled(label: str, condition: str) -> dict[str, Any]:
    """A pack with a derived fact of this label, and a criterion of this condition."""
    derived = [{"id": "years", "label": label, "expression": "full years(出生日期, 计算日期)"}]
    criterion = PACK["eligibility"]["standard"][0] | {"rules": [{"when": condition, "outcome": "met"}]}
    return PACK | {"derived": derived, "eligibility": {"standard": [criterion]}}


@pytest.mark.parametrize(
    ("label", "condition"),
    [
        ("周岁", '周岁 <= 35 and 学历 >= "硕士研究生"'),
        ("周岁", '周岁<=35 and 职称级别>="中级"'),
        ("年龄（周岁）", '年龄（周岁） <= 35 and education >= "大学本科"'),
        ("在岗 年数", '在岗  年数 <= 35 and 性别 = "女"'),
        ("3年内年龄", 'years <= 35 and 学历 in ("硕士研究生", "doctor")'),
    ],
)
def test_conditions_in_chinese(label: str, condition: str) -> None:
    eligibility = tepei.load(labelled(label, condition)).eligibility
    person = {"birth_date": "1995-06-15", "学历": "硕士研究生", "职称级别": "中级", "性别": "女"}
    assert eligibility.check(person, as_of=AS_OF).verdict == "eligible"
    assert eligibility.check(person | {"birth_date": "1975-06-15"}, as_of=AS_OF).verdict == "ineligible"


@pytest.mark.parametrize(
    ("label", "condition", "code", "help_"),
    [
        ("周岁", "周岁数 <= 35", "feel.check.unknown_name", "did you mean `周岁`?"),
        ("周岁", '学历 >= "硕士研究升"', "feel.check.unlisted_literal", "did you mean `硕士研究生`?"),
        ("周岁", "周岁 ≤ 35", "feel.lex.typed_sign", "write `<=`"),
        ("学历", "years <= 35", "feel.scope.duplicate_name", "it is an alias of `education`"),
    ],
)
def test_mistakes_in_chinese(label: str, condition: str, code: str, help_: str) -> None:
    told = refusal(labelled(label, condition)).diagnostics
    assert [(each.code, each.help) for each in told] == [(code, help_)]


def test_an_unknown_chinese_name_is_told_with_chinese_ones() -> None:
    (told,) = refusal(labelled("周岁", "龘龘 <= 35")).diagnostics
    assert told.help.startswith("one of `出生日期`")


def test_a_number_beyond_its_bounds() -> None:
    fact = {"id": "prizes", "label": "获奖数", "kind": "number", "minimum": 0, "maximum": 3}
    eligibility = tepei.load(PACK | {"facts": [fact]}).eligibility
    person = {"birth_date": "1995-06-15"}
    assert eligibility.check(person | {"获奖数": 3}, as_of=AS_OF).verdict == "eligible"
    for number, code in (
        (4, "facts.value.above_maximum"),
        (Decimal("3.01"), "facts.value.above_maximum"),
        (-1, "facts.value.below_minimum"),
    ):
        with pytest.raises(tepei.Error) as caught:
            eligibility.check(person | {"获奖数": number}, as_of=AS_OF)
        assert caught.value.code == code
    table = eligibility.check_table({"birth_date": ["1995-06-15"] * 2, "获奖数": [3, 4]}, as_of=AS_OF)
    assert table["verdict"] == ["eligible", None]
    assert json.loads(tepei.load(PACK | {"facts": [fact]}).dump())["facts"] == [fact]
