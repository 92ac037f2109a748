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
