"""`tepei leave`, `grade` and `funding`: the answers are the library's own, and nonsense is said to be so."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import tepei as library
from command_line import ROOT, ROSTER, tepei
from rich.cells import cell_len

DRAFT = ["--policy", "liaoning-2025-draft"]
NOTICE = ["--policy", "inner-mongolia-2022"]


def test_leave_is_the_library_answer() -> None:
    done = tepei("leave", *DRAFT, "--days", "12")
    assert done.code == 0
    assert done.out == library.programme("liaoning-2025-draft").leave.route(12).text()
    english = tepei("leave", *DRAFT, "--days", "12", "--lang", "en").out
    assert english == library.programme("liaoning-2025-draft").leave.route(12).text("en")


@pytest.mark.parametrize(("days", "tier"), [("3", 1), ("3.01", 2), ("10", 2), ("10.5", 3), ("30", 3), ("30.5", 4)])
def test_the_tiers_of_leave_at_their_bounds(days: str, tier: int) -> None:
    answer = json.loads(tepei("leave", *DRAFT, "--days", days, "--format", "json").out)
    assert answer["tier"] == tier


def test_leave_by_dates_runs_on_from_an_earlier_one() -> None:
    dates = ["--from", "2025-09-08", "--to", "2025-09-10"]
    alone = json.loads(tepei("leave", *DRAFT, *dates, "--format", "json").out)
    joined = json.loads(tepei("leave", *DRAFT, *dates, "--earlier", "2025-09-03..2025-09-05", "--format", "json").out)
    assert (alone["tier"], alone["days"]) == (1, 3)
    assert (joined["tier"], joined["days"]) == (2, 8)


def test_earlier_leave_may_be_of_another_kind() -> None:
    days = ["--days", "2", "--format", "json"]
    same = json.loads(tepei("leave", *DRAFT, *days, "--earlier", "5").out)
    assert same["total"] == 7
    other = json.loads(tepei("leave", *DRAFT, *days, "--earlier", "事假：5", "--earlier", "personal:1").out)
    assert other["total"] == json.loads(tepei("leave", *DRAFT, *days, "--earlier", "personal:6").out)["total"]


def test_working_days_need_a_calendar() -> None:
    dates = ["--from", "2025-09-08", "--to", "2025-09-10", "--reading", "leave_days=working", "--format", "json"]
    without = tepei("leave", *DRAFT, *dates)
    assert without.code == 2
    assert "policy.leave.calendar_required" in without.err
    calendar = ["--calendar", "2025-01-01..2025-12-31", "--off", "2025-09-09..2025-09-10"]
    assert json.loads(tepei("leave", *DRAFT, *dates, *calendar).out)["days"] == 1
    alone = tepei("leave", *DRAFT, *dates, "--off", "2025-09-09")
    assert alone.code == 2
    assert "question.calendar.missing" in alone.err


def test_termination() -> None:
    done = tepei("leave", *NOTICE, "--termination")
    assert done.out == library.programme("inner-mongolia-2022").leave.termination().text()


def test_grade_takes_scores_in_the_order_of_the_text_or_by_name() -> None:
    by_place = tepei("grade", *DRAFT, "--scores", "85,90,79.5", "--format", "json")
    by_name = tepei("grade", *DRAFT, "--scores", "group=79.5，sending_unit=85、training_unit=90", "--format", "json")
    assert by_place.out == by_name.out
    assert json.loads(by_place.out)["grade"] == "qualified"


@pytest.mark.parametrize("scores", ["85,90", "85,90,-", "85,90,", "sending_unit=85,training_unit=90,group=-"])
def test_a_score_left_blank_is_missing(scores: str) -> None:
    answer = json.loads(tepei("grade", *DRAFT, "--scores", scores, "--format", "json").out)
    assert answer["grade"] == "undetermined"
    assert answer["missing"] == ["group"]


def test_the_scores_of_a_leader_are_other_ones() -> None:
    answer = json.loads(
        tepei("grade", *DRAFT, "--role", "内部管理小组负责人", "--scores", "80,80,80", "--format", "json").out
    )
    assert [score["score"] for score in answer["scores"]] == ["sending_unit", "training_unit", "provincial_department"]
    assert answer["grade"] == "excellent"


def test_violations_interruption_and_attested_grades() -> None:
    def grade(*words: str) -> str:
        return str(json.loads(tepei("grade", *words, "--format", "json").out)["grade"])

    assert grade(*DRAFT, "--scores", "90,90,90", "--violation", "擅自离岗") == "unqualified"
    assert grade(*DRAFT, "--scores", "90,90,90", "--interrupted") == "not_assessed"
    assert grade(*NOTICE, "--attested", "合格") == "qualified"
    assert grade(*DRAFT, "--scores", "60,60,60") == "qualified"
    assert grade(*DRAFT, "--scores", "60,60,60", "--reading", "below_60=inclusive") == "unqualified"


def test_funding_of_one_and_of_a_cohort() -> None:
    policy = ["--policy", "inner-mongolia-2025"]
    assert json.loads(tepei("funding", *policy, "--track", "outside", "--format", "json").out)["total"] == 49000
    cohort = tepei("funding", *policy, "--heads", "outside=50，inside=40", "--format", "json")
    assert json.loads(cohort.out)["total"] == 3842000
    assert "3,842,000.00元" in tepei("funding", *policy, "--heads", "outside=50,inside=40").out


def test_funding_by_months_dates_and_grade() -> None:
    outside = [*NOTICE, "--track", "outside", "--format", "json"]
    assert json.loads(tepei("funding", *outside, "--months", "7.5").out)["total"] == 33000 + 4500
    dates = ["--from", "2022-09-01", "--to", "2023-01-15"]
    assert json.loads(tepei("funding", *outside, *dates).out)["total"] == 33000 + 2700
    assert json.loads(tepei("funding", *outside, "--grade", "unqualified").out)["total"] == 33000
    unknown = json.loads(tepei("funding", *outside, "--grade", "-").out)
    assert unknown["grade"] is None
    assert unknown["total"] == 33000


def test_refund() -> None:
    schedule = library.programme("inner-mongolia-2022").funding
    done = tepei("funding", *NOTICE, "--track", "outside", "--months", "3", "--refund", "no_show")
    assert done.out == schedule.refund("outside", cause="no_show", months=3).text()


@pytest.mark.parametrize(
    "words",
    [
        ["leave", *DRAFT, "--days", "12"],
        ["grade", *DRAFT, "--scores", "85,90,79.5"],
        ["funding", *NOTICE, "--track", "outside"],
        ["funding", *NOTICE, "--heads", "outside=1"],
        ["funding", *NOTICE, "--track", "outside", "--refund", "no_show"],
    ],
)
def test_an_answer_as_a_page_in_a_file(words: list[str], tmp_path: Path) -> None:
    for lang, language in (("zh", "zh-CN"), ("en", "en")):
        file = tmp_path / f"{lang}.html"
        done = tepei(*words, "--format", "html", "--lang", lang, "--out", file)
        assert (done.code, done.out) == (0, "")
        page = file.read_text(encoding="utf-8")
        assert page.startswith("<!DOCTYPE html>")
        assert f'<html lang="{language}">' in page
        assert "<script" not in page
        assert "prefers-color-scheme: dark" in page
    assert (tmp_path / "zh.html").read_text(encoding="utf-8") != (tmp_path / "en.html").read_text(encoding="utf-8")


NONSENSE = [
    (["leave", "--days", "12"], "question.policy.missing", "`liaoning-2025-draft`"),
    (["leave", "--policy", "liaoning-2025-drft", "--days", "1"], "catalog.programme.unknown", "`liaoning-2025-draft`"),
    (["leave", "--policy", "no-such.json", "--days", "1"], "pack.file.unreadable", ""),
    (["leave", *DRAFT], "policy.leave.no_days", ""),
    (["leave", *DRAFT, "--days", "a week"], "question.number.syntax", "12"),
    (["leave", *DRAFT, "--days", "NaN"], "question.not_a_number", ""),
    (["leave", *DRAFT, "--days", "0"], "policy.leave.not_positive", ""),
    (["leave", *DRAFT, "--from", "2025-02-30", "--to", "2025-03-01"], "value.date.impossible", ""),
    (["leave", *DRAFT, "--days", "1", "--earlier", "2025-09-03.."], "question.period.syntax", "2025-09-01.."),
    (
        ["leave", *DRAFT, "--days", "1", "--calendar", "2025-01-01..2025-12-31", "--off", "soon"],
        "question.date.syntax",
        "",
    ),
    (["leave", *DRAFT, "--days", "1", "--reading", "leave_days"], "question.reading.syntax", "READING=OPTION"),
    (["leave", *DRAFT, "--days", "1", "--reading", "leave_day=working"], "policy.reading.unknown", "leave_days"),
    (["grade", *DRAFT, "--scores", "1,2,3,4"], "question.scores.too_many", "sending_unit, training_unit, group"),
    (["grade", *DRAFT, "--scores", "good"], "question.number.syntax", ""),
    (["grade", *DRAFT, "--scores", "101"], "policy.assessment.score_out_of_range", ""),
    (["grade", *DRAFT, "--scores", "sending=85"], "policy.assessment.unknown_score", "sending_unit"),
    (["grade", *DRAFT, "--role", "leader", "--scores", "75,80"], "policy.assessment.unknown_role", "group_leader"),
    (["grade", *NOTICE, "--scores", "80"], "policy.assessment.unknown_score", "attested"),
    (["funding", *NOTICE], "policy.track.required", "outside"),
    (["funding", *NOTICE, "--track", "outsid"], "policy.track.unknown", "outside"),
    (["funding", *NOTICE, "--heads", "outside"], "question.pair.syntax", "outside=50"),
    (["funding", *NOTICE, "--heads", "outside=many"], "question.number.syntax", "outside=50"),
    (["funding", *NOTICE, "--heads", "outside=1", "--track", "outside"], "question.heads.alone", ""),
    (["funding", *NOTICE, "--track", "outside", "--refund", "whim"], "policy.funding.unknown_cause", "no_show"),
]


@pytest.mark.parametrize(("words", "code", "help_"), NONSENSE)
def test_nonsense_is_said_to_be_so(words: list[str], code: str, help_: str) -> None:
    done = tepei(*words)
    assert done.code == 2
    assert done.out == ""
    assert f"[{code}]" in done.err
    assert help_ in done.err


def test_an_answer_that_cannot_be_written(tmp_path: Path) -> None:
    done = tepei("leave", *DRAFT, "--days", "12", "--out", tmp_path / "no" / "such.txt")
    assert done.code == 2
    assert "out.unwritable" in done.err


def test_what_was_read_is_not_written_over(tmp_path: Path) -> None:
    pack, roster = tmp_path / "own.json", tmp_path / "roster.csv"
    shutil.copy(ROOT / "src/catalog/packs/liaoning-2025-draft.json", pack)
    shutil.copy(ROSTER, roster)
    explain: list[str | Path] = ["explain", roster, "--policy", pack, "--row", "2", "--as-of", "2025-03-21"]
    questions: list[tuple[list[str | Path], Path]] = [
        (["show", pack], pack),
        (["leave", "--policy", pack, "--days", "2"], pack),
        (explain, pack),
        (explain, roster),
    ]
    for words, file in questions:
        before = file.read_bytes()
        done = tepei(*words, "--out", file)
        assert (done.code, "out.same_file" in done.err) == (2, True)
        assert file.read_bytes() == before


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_lines_fit_the_terminal(columns: int) -> None:
    for words in (["leave", *DRAFT, "--days", "40"], ["funding", *NOTICE, "--track", "outside", "--lang", "en"]):
        lines = tepei(*words, columns=columns).out.splitlines()
        assert max(map(cell_len, lines)) <= columns
        joined = "".join(line.strip() for line in lines).replace(" ", "")
        assert joined == tepei(*words).out.replace("\n", "").replace(" ", "")
