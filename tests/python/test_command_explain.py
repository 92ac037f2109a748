"""`tepei explain`: one person of a roster, as the library answers, for one track or all of them."""

from __future__ import annotations

import csv
import datetime
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from command_line import ROSTER, tepei

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = ["--policy", "inner-mongolia-2025", "--as-of", "2025-03-21"]


def explain(*words: str | Path) -> list[dict[str, object]]:
    done = tepei("explain", *words, *QUESTION, "--format", "json")
    assert done.code == 0, done.err
    people: list[dict[str, object]] = json.loads(done.out)
    return people


def roster(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_row_is_the_spreadsheets_row() -> None:
    with ROSTER.open(encoding="utf-8-sig", newline="") as file:
        people = list(csv.DictReader(file))
    for number in (2, 6, 201):
        (person,) = explain(ROSTER, "--row", str(number))
        assert person["row"] == number
        assert person["name"] == people[number - 2]["姓名"]


def test_all_tracks_side_by_side_or_one() -> None:
    (person,) = explain(ROSTER, "--row", "6")
    decisions = person["decisions"]
    assert isinstance(decisions, list)
    assert [decision["track"] for decision in decisions] == ["northeast", "outside", "inside"]
    assert [decision["verdict"] for decision in decisions] == ["undetermined", "ineligible", "ineligible"]
    (alone,) = explain(ROSTER, "--row", "6", "--track", "outside")
    assert alone["decisions"] == [decisions[1]]


def test_the_text_says_everything_in_either_language() -> None:
    chinese = tepei("explain", ROSTER, "--row", "6", *QUESTION)
    assert chinese.code == 0
    assert chinese.out.startswith("第 6 行　李晓燕\n\n各培养方式的结论\n    东北地区项目：暂不能确定\n")
    assert chinese.out.count("逐项审核") == 3
    assert "二（二）「" in chinese.out
    english = tepei("explain", ROSTER, "--row", "6", *QUESTION, "--lang", "en").out
    assert english.startswith("Row 6: 李晓燕\n")
    assert "not eligible" in english


def test_the_verdicts_are_those_of_check(tmp_path: Path) -> None:
    out = tmp_path / "verdicts.csv"
    tepei("check", ROSTER, *QUESTION, "--track", "outside", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        verdicts = [row["verdict"] for row in csv.DictReader(file)]
    for number in range(2, 14):
        (person,) = explain(ROSTER, "--row", str(number), "--track", "outside")
        assert person["decisions"][0]["verdict"] == verdicts[number - 2]  # type: ignore[index]


def test_a_person_by_name_and_two_of_one_name(tmp_path: Path) -> None:
    (person,) = explain(ROSTER, "--name", "高其木格")
    assert person["row"] == 5
    two = roster(tmp_path / "two.csv", ["姓名", "民族"], ["王明", "汉族"], ["李红", "汉族"], [" 王明 ", "蒙古族"])
    assert [person["row"] for person in explain(two, "--name", "王明")] == [2, 4]


def test_readings_change_the_answer(tmp_path: Path) -> None:
    people = roster(tmp_path / "r.csv", ["姓名", "出生日期"], ["甲", "1979-06-01"])

    def age(*words: str) -> str:
        (person,) = explain(people, "--row", "2", "--track", "outside", *words)
        findings = person["decisions"][0]["findings"]  # type: ignore[index]
        return str(next(each["outcome"] for each in findings if each["criterion"] == "age"))

    assert age() == "met"
    assert age("--reading", "age_limit=to_the_birthday") == "not_met"


def test_a_cell_that_cannot_be_read(tmp_path: Path) -> None:
    people = roster(tmp_path / "r.csv", ["姓名", "出生日期", "民族"], ["甲", "1979-13-41", "蒙古族"])
    done = tepei("explain", people, "--row", "2", *QUESTION)
    assert done.code == 1
    assert "列“出生日期”：“1979-13-41”这一天不存在" in done.out
    assert "月份为 1 至 12" in done.out
    assert "months run from 1 to 12" in tepei("explain", people, "--row", "2", *QUESTION, "--lang", "en").out
    as_json = tepei("explain", people, "--row", "2", *QUESTION, "--format", "json")
    (person,) = json.loads(as_json.out)
    assert person["decisions"] == []
    assert [problem["code"] for problem in person["unread"]] == ["facts.value.impossible_date"]


def test_a_row_with_more_cells_than_headings(tmp_path: Path) -> None:
    people = roster(tmp_path / "r.csv", ["姓名", "民族"], ["甲", "蒙古族", "多出的"])
    done = tepei("explain", people, "--row", "2", *QUESTION)
    assert done.code == 1
    assert "多出" in done.out


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["姓名", "民族", "出生日期"])
    sheet.append(["甲", "蒙古族", datetime.date(1985, 6, 15)])
    book.save(tmp_path / "r.xlsx")
    (person,) = explain(tmp_path / "r.xlsx", "--name", "甲", "--track", "outside")
    values = [value for finding in person["decisions"][0]["findings"] for value in finding["values"]]  # type: ignore[index]
    assert {"1985-06-15"} == {value["value"] for value in values if value["id"] == "birth_date"}


def test_a_misspelt_heading_is_said_with_the_nearest(tmp_path: Path) -> None:
    people = roster(tmp_path / "r.csv", ["姓名", "出生日其"], ["甲", "1979-06-01"])
    done = tepei("explain", people, "--row", "2", *QUESTION)
    assert done.code == 0
    assert "列“出生日其”无法识别。是否应为“出生日期”？" in done.err


def test_a_page(tmp_path: Path) -> None:
    file = tmp_path / "person.html"
    done = tepei("explain", ROSTER, "--row", "6", *QUESTION, "--format", "html", "--out", file)
    assert done.code == 0
    page = file.read_text(encoding="utf-8")
    assert page.count('class="tepei-decision"') == 3
    assert "<title>第 6 行　李晓燕 · " in page


@pytest.mark.parametrize(
    ("words", "code", "help_"),
    [
        (["--row", "999"], "question.person.unknown", "the last person stands in row 201"),
        (["--row", "1"], "question.person.unknown", "row 1 holds the headings"),
        (["--row", "-3"], "question.person.unknown", ""),
        ([], "question.person", "--row N"),
        (["--row", "6", "--name", "高其木格"], "question.person", "--name"),
        (["--name", "高其木"], "question.person.unknown", "`高其木格`"),
        (["--name", "nobody of that name"], "question.person.unknown", "--row N"),
        (["--row", "6", "--track", "outsid"], "policy.track.unknown", "outside"),
        (["--row", "6", "--reading", "age_limit=x"], "policy.reading.unknown_option", "to_the_birthday"),
    ],
)
def test_nonsense_is_said_to_be_so(words: list[str], code: str, help_: str) -> None:
    done = tepei("explain", ROSTER, *words, *QUESTION)
    assert done.code == 2
    assert f"[{code}]" in done.err
    assert help_ in done.err


def test_a_roster_without_names_or_without_people(tmp_path: Path) -> None:
    no_names = roster(tmp_path / "r.csv", ["民族"], ["蒙古族"])
    assert "no column of names" in tepei("explain", no_names, "--name", "甲", *QUESTION).err
    nobody = roster(tmp_path / "n.csv", ["姓名"])
    done = tepei("explain", nobody, "--row", "2", *QUESTION)
    assert (done.code, "the roster has nobody" in done.err) == (2, True)
    missing = tepei("explain", tmp_path / "no.csv", "--row", "2", *QUESTION)
    assert (missing.code, "roster.unreadable" in missing.err) == (2, True)
