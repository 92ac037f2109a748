"""`tepei show`: everything a pack says is on the page and in the text, and reads well in both."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
import tepei as library
from command_line import ROOT, tepei
from rich.cells import cell_len
from tepei.command.policy_phrases import PHRASES

if TYPE_CHECKING:
    from pathlib import Path

IDS = ["inner-mongolia-2022", "inner-mongolia-2025", "liaoning-2025-draft"]
VOID = {"meta", "br", "link", "hr", "img"}


class Page(HTMLParser):
    """A page's words, links and anchors; tags that are not closed in order are an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.targets: list[str] = []
        self.anchors: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        assert "src" not in given
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.anchors.append(str(given["id"]))
        if "href" in given:
            self.targets.append(str(given["href"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def packed(text: str) -> str:
    """The text without what breaking its lines adds."""
    return "".join(text.split())


def page_of(id_: str, lang: str) -> Page:
    done = tepei("show", id_, "--html", "--lang", lang)
    assert done.code == 0
    return Page(done.out)


def everything(pack: dict[str, Any], lang: str) -> list[str]:
    """What must be said of a pack: its clauses, and the labels of its criteria, readings, grades, violations, items."""

    def words(text: Any) -> str:
        return str(text[lang] if isinstance(text, dict) else text)

    said = [clause["text"] for clause in pack["clauses"]]
    said += [words(criterion["label"]) for criteria in pack["eligibility"].values() for criterion in criteria]
    said += [words(option["text"]) for reading in pack["readings"] for option in reading["options"]]
    said += [words(reading["reason"]) for reading in pack["readings"]]
    said += [words(each["label"]) for each in pack["assessment"].get("violations", [])]
    said += [words(each["label"]) for each in pack["assessment"]["grades"]]
    said += [words(each["label"]) for each in pack["funding"]["items"]]
    said += [document["title"] for document in pack["documents"]]
    said += [derived["id"] for derived in pack["derived"]]
    return said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("id_", IDS)
def test_everything_is_said_as_text_and_as_a_page(id_: str, lang: str) -> None:
    pack = json.loads((ROOT / "src" / "catalog" / "packs" / f"{id_}.json").read_text(encoding="utf-8"))
    done = tepei("show", id_, "--lang", lang, columns=160)
    assert (done.code, done.err) == (0, "")
    page = page_of(id_, lang)
    as_page = packed("".join(page.words))
    as_text = packed("".join(character for character in done.out if character not in "│"))
    for said in everything(pack, lang):
        assert packed(said) in as_page
    for clause in pack["clauses"]:
        assert packed(clause["text"]) in as_text


@pytest.mark.parametrize("id_", IDS)
def test_a_page_stands_by_itself(id_: str) -> None:
    done = tepei("show", id_, "--html")
    page = page_of(id_, "zh")
    assert page.tags.isdisjoint({"script", "link", "img", "iframe"})
    assert len(page.anchors) == len(set(page.anchors))
    assert all(target.startswith("#") and target[1:] in page.anchors for target in page.targets)
    assert len(page.targets) > 20
    for rule in ("prefers-color-scheme: dark", "@media print"):
        assert rule in done.out


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(columns: int, lang: str) -> None:
    for id_ in IDS:
        lines = tepei("show", id_, "--lang", lang, columns=columns).out.splitlines()
        assert max(map(cell_len, lines)) <= columns


def test_conditions_are_in_words() -> None:
    text = tepei("show", "inner-mongolia-2025").out
    for said in (
        "要求：周岁 ≤ 45",
        "学历 不低于 硕士研究生",
        "从事本专业工作年限 ≥ 5",
        "要求：民族 不为 汉族",
        "未随附的文件：《“东北地区少数民族专业技术人才特殊培养”内蒙古自治区学员管理办法》",
        "36,800元/年",
        "600元/月",
    ):
        assert said in text
    draft = tepei("show", "liaoning-2025-draft").out
    for said in (
        "尚未施行",
        "决定机关：省（自治区）人社厅",
        "酌定情形：从事管理工作",
        "其余情形：符合",
        "超过10天、不超过30天",
        "选送单位考核 ≥ 80",
        "培养单位考核 < 60",
    ):
        assert said in draft


def test_the_ladder_is_the_one_that_routes() -> None:
    text = tepei("show", "liaoning-2025-draft", columns=200).out
    for days in (2, 8, 20):
        route = library.programme("liaoning-2025-draft").leave.route(days).text()
        for line in route.splitlines():
            if line.strip()[:2] in {"1.", "2.", "3.", "4."}:
                assert line.strip().split(". ")[1] in text


def test_a_pack_of_ones_own_without_leave_grades_and_money(tmp_path: Path) -> None:
    pack = {
        "format": 1,
        "id": "own",
        "instrument": {"title": "办法 <script>alert(1)</script>", "issuer": "某厅", "status": "in_force"},
        "tracks": [{"id": "standard", "label": "<b>选拔</b>"}],
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
                "text": "a < b & c",
                "kind": "computed",
                "rules": ["eligibility.standard.age"],
            }
        ],
    }
    path = tmp_path / "own.json"
    path.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
    text = tepei("show", path)
    assert text.code == 0
    assert "请假" not in text.out
    assert "a < b & c" in text.out
    page = tepei("show", path, "--html").out
    assert "<script>" not in page
    assert "<b>选拔" not in page
    assert "a &lt; b &amp; c" in page
    Page(page)


def test_every_section_of_a_pack_can_be_shown() -> None:
    for name in ("every-section.json",):
        path = ROOT / "tests" / "packs" / name
        for lang in ("zh", "en"):
            assert tepei("show", path, "--lang", lang).code == 0
            Page(tepei("show", path, "--lang", lang, "--html").out)


def test_a_page_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "policy.html"
    done = tepei("show", "liaoning-2025-draft", "--html", "--out", file)
    assert (done.code, done.out) == (0, "")
    Page(file.read_text(encoding="utf-8"))


def test_both_languages_say_the_same_things() -> None:
    assert PHRASES["zh"].keys() == PHRASES["en"].keys()
    for key, chinese in PHRASES["zh"].items():
        holes = {part.split("}")[0] for part in chinese.split("{")[1:]}
        assert holes == {part.split("}")[0] for part in PHRASES["en"][key].split("{")[1:]}, key
    english = tepei("show", "liaoning-2025-draft", "--lang", "en").out
    for said in ("要求：", "决定机关", "其余情形", "不超过"):
        assert said not in english


def test_nonsense() -> None:
    done = tepei("show", "liaoning-2025-drft")
    assert (done.code, "`liaoning-2025-draft`" in done.err) == (2, True)
