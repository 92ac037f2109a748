"""Names of facts, several problems in one call, text without end, and the question itself."""

from __future__ import annotations

import datetime
import time
from typing import Any

import numpy as np
import pandas as pd
import pytest
import tepei
from hypothesis import given
from hypothesis import strategies as st
from people import AS_OF, BOOLEANS, SOUND, decide, people, refusal


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("出生日期", "birth_date"),
        ("Birth Date", "birth_date"),
        (" BIRTH_DATE ", "birth_date"),
        ("出 生 日 期", "birth_date"),
    ],
)
def test_a_fact_has_several_names(name: str, fact: str) -> None:
    facts = {key: value for key, value in SOUND.items() if key != fact} | {name: SOUND[fact]}
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    assert eligibility.check(facts, track="outside", as_of=AS_OF).verdict == "eligible"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("birth_dat", "birth_date"), ("出生日其", "出生日期"), ("titel_level", "title_level"), ("民 族别", "民族")],
)
def test_an_unknown_name_comes_with_the_nearest(name: str, nearest: str) -> None:
    error = refusal({name: None})  # even where nothing is said of it
    assert (error.code, error.path) == ("facts.name.unknown", name)
    assert nearest in error.help


def test_one_fact_under_two_names() -> None:
    error = refusal({"出生日期": "1985-06-15"})
    assert (error.code, error.path) == ("facts.name.duplicate", "birth_date")


@pytest.mark.parametrize("name", [1, None, ("birth_date",), b"birth_date"])
def test_a_name_is_text(name: Any) -> None:
    assert refusal({name: 1}).code == "facts.name.not_text"


def test_every_problem_is_told_in_one_go() -> None:
    error = refusal({"birth_dat": 1, "education": "masters", "profession_years": "8", "healthy": "也许"})
    assert sorted(diagnostic.path for diagnostic in error.diagnostics) == [
        "birth_dat",
        "education",
        "healthy",
        "profession_years",
    ]
    assert all(diagnostic.code in str(error) for diagnostic in error.diagnostics)


def test_dates_after_the_question_are_told_in_one_go() -> None:
    error = refusal({"birth_date": "2025-04-01", "work_start_date": "2026-01-01"})
    assert [diagnostic.path for diagnostic in error.diagnostics] == ["birth_date", "work_start_date"]


def test_an_error_is_a_value_error_with_attributes() -> None:
    error = refusal({"education": "masters"})
    assert isinstance(error, tepei.Error)
    assert isinstance(error, ValueError)
    first = error.diagnostics[0]
    assert (error.code, error.message, error.help, error.path) == (first.code, first.message, first.help, first.path)
    assert (error.code, error.path) == ("facts.value.unlisted", "education")
    assert first.severity == "error"
    assert first.line is first.column is None
    assert "masters" in error.message
    assert "\n" not in error.message
    assert repr(first).startswith("<Diagnostic facts.value.unlisted: ")


@pytest.mark.parametrize("fact", ["name", "birth_date", "education", "division", "healthy", "field", "ethnicity"])
@pytest.mark.parametrize("character", ["9", "汉", "\u200b", "\0"])
def test_three_million_characters(fact: str, character: str) -> None:
    start = time.process_time()
    error = refusal({fact: character * 3_000_000})
    assert time.process_time() - start < 1
    assert error.path == fact
    assert len(str(error)) < 1000


def test_a_name_of_three_million_characters() -> None:
    error = refusal({"名" * 3_000_000: 1})
    assert error.code in ("facts.name.unknown", "facts.text.too_long")
    assert len(str(error.message)) < 1000


def test_lone_surrogates_are_no_text() -> None:
    assert refusal({"name": "\ud800"}).code == "facts.text.invalid_utf8"
    assert refusal({"\ud800": 1}).code == "facts.text.invalid_utf8"


def test_zero_bytes_and_odd_characters_in_carried_text() -> None:
    for text in ("\0", "a\0b", "\u202e", "👨‍👩‍👧", "\ufeff王"):
        assert decide({"name": text}).verdict == "eligible"


@pytest.mark.parametrize(
    "as_of",
    [AS_OF, datetime.datetime(2025, 3, 21, 12), "2025-03-21", pd.Timestamp("2025-03-21"), np.datetime64("2025-03-21")],  # noqa: DTZ001
)
def test_as_of(as_of: object) -> None:
    assert decide(as_of=as_of).as_of == AS_OF


@pytest.mark.parametrize(
    "as_of", [None, 20250321, True, "", "2025-3-21", "21.03.2025", "2025-02-29", "0000-01-01", pd.NaT, float("nan"), []]
)
def test_what_is_no_day_of_a_question(as_of: object) -> None:
    error = refusal(as_of=as_of)
    assert error.path == "as_of"
    assert error.message


def test_as_of_is_required() -> None:
    eligibility: Any = tepei.programme("inner-mongolia-2025").eligibility
    with pytest.raises(TypeError, match="as_of"):
        eligibility.check(SOUND, track="outside")


@pytest.mark.parametrize(
    ("question", "code", "nearest"),
    [
        ({"track": "outsid"}, "policy.track.unknown", "outside"),
        ({"track": ""}, "policy.track.required", "outside"),
        ({"track": None}, "policy.track.required", "outside"),
        ({"readings": {"age_limits": "to_the_birthday"}}, "policy.reading.unknown", "age_limit"),
        ({"readings": {"age_limit": "to_the_birth"}}, "policy.reading.unknown_option", "to_the_birthday"),
    ],
)
def test_an_unknown_track_or_reading_comes_with_the_nearest(question: dict[str, Any], code: str, nearest: str) -> None:
    error = refusal(**question)
    assert error.code == code
    assert nearest in error.help


@pytest.mark.parametrize(
    "question",
    [
        {"track": 1},
        {"track": b"outside"},
        {"readings": {1: "x"}},
        {"readings": {"age_limit": 1}},
        {"readings": 5},
        {"readings": "ab"},
    ],
)
def test_questions_of_the_wrong_type(question: dict[str, Any]) -> None:
    assert refusal(**question).code == "question.wrong_type"


@pytest.mark.parametrize("facts", [None, 1, "birth_date", [1, 2]])
def test_facts_of_the_wrong_type(facts: Any) -> None:
    with pytest.raises(tepei.Error) as caught:
        tepei.programme("inner-mongolia-2025").eligibility.check(facts, track="outside", as_of=AS_OF)
    assert caught.value.code == "question.wrong_type"


def test_any_mapping_is_taken() -> None:
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    mappings: list[Any] = [pd.Series(SOUND), tuple(SOUND.items()), type("Facts", (dict,), {})(SOUND)]
    for facts in mappings:
        assert eligibility.check(facts, track="outside", as_of=AS_OF).verdict == "eligible"


def test_every_programme_takes_every_fact_of_the_contract() -> None:
    for programme in tepei.programmes():
        eligibility = tepei.programme(programme).eligibility
        track = tepei.programme(programme).tracks[0]
        facts = SOUND | dict.fromkeys(BOOLEANS, True) | {"name": "王", "sex": "男", "work_start_date": "2010-07-01"}
        facts |= {"employer_type": "事业单位", "former_grade": "优秀", "field": "教育"}
        assert eligibility.check(facts, track=track, as_of=AS_OF).verdict


@given(people(), st.sampled_from(["northeast", "outside", "inside"]))
def test_any_person_is_answered(person: dict[str, Any], track: str) -> None:
    decision = decide({}, track=track) if not person else decide(person, track=track)
    assert decision.verdict in ("eligible", "conditional", "undetermined", "ineligible")


@given(people(), st.data())
def test_a_known_fact_never_changes_a_decided_answer(person: dict[str, Any], data: st.DataObject) -> None:
    """What is decided without a fact stays so, whatever the fact turns out to be."""
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    fact = data.draw(st.sampled_from(sorted(SOUND)))
    without = eligibility.check(person | {fact: None}, track="outside", as_of=AS_OF)
    value = data.draw(people()).get(fact)
    told = eligibility.check(person | {fact: value}, track="outside", as_of=AS_OF)
    if without.verdict != "undetermined" or fact not in without.missing:
        assert told.verdict == without.verdict
