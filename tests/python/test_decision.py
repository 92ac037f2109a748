"""A decision's attributes, its JSON and its texts."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tepei
from hypothesis import given
from hypothesis import strategies as st
from people import AS_OF, SOUND, TRACKS, decide, people, reader, refusal

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[2] / "docs" / "schema" / "decision-1.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
WORST_FIRST = ("not_met", "undetermined", "discretionary", "met")
VERDICTS = dict(zip(WORST_FIRST, ("ineligible", "undetermined", "conditional", "eligible"), strict=True))
CRITERIA = {
    "northeast": ["division", "political", "northeast_measures"],
    "outside": ["territory", "division", "political", "ethnic_minority", "health", "age", "education_or_title"],
    "inside": ["territory", "employer_level", "political", "health", "age", "education_or_title"],
}


class Tags(HTMLParser):
    """Counts what is open; knows every tag and text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def finding(decision: tepei.Decision, criterion: str) -> tepei.Finding:
    (found,) = [finding for finding in decision.findings if finding.criterion == criterion]
    return found


def test_the_sound_person() -> None:
    decision = decide()
    assert (decision.programme, decision.track, decision.status) == ("inner-mongolia-2025", "outside", "in_force")
    assert decision.as_of == AS_OF
    assert decision.verdict == "eligible"
    assert decision.missing == []
    assert decision.missing_documents == []
    assert decision.readings["age_limit"] == "through_the_year"
    assert all(found.outcome == "met" and found.missing == [] for found in decision.findings)
    assert repr(decision) == "<Decision inner-mongolia-2025/outside: eligible>"


@pytest.mark.parametrize("track", TRACKS)
def test_criteria_stand_in_the_order_of_the_text(track: str) -> None:
    programme = tepei.programme("inner-mongolia-2025")
    assert programme.eligibility.criteria(track) == CRITERIA[track]
    assert [found.criterion for found in decide(track=track).findings] == CRITERIA[track]


def test_a_finding_cites_its_clause_word_for_word() -> None:
    clauses = {clause.cite: clause for clause in tepei.programme("inner-mongolia-2025").clauses}
    for track in TRACKS:
        for found in decide(track=track).findings:
            assert clauses[found.cite].text == found.text
            assert found.label
            assert found.label_en
            assert f"eligibility.{track}.{found.criterion}" in clauses[found.cite].rules


def test_values_are_python_s_own() -> None:
    decision = decide()
    values = {value.id: value for found in decision.findings for value in found.values}
    assert values["birth_date"].value == datetime.date(1985, 6, 15)
    assert values["profession_years"].value == Decimal(8)
    assert values["healthy"].value is True
    assert values["education"].value == "master"
    assert values["birth_date"].label == "出生日期"
    assert not values["birth_date"].derived
    assert repr(values["education"]) == '<ValueRead education="master">'
    assert any(value.derived for value in values.values())


def test_only_the_title_is_missing_after_three_years() -> None:
    decision = decide({"profession_years": 3, "title_level": None})
    assert decision.verdict == "undetermined"
    assert decision.missing == ["title_level"]
    assert finding(decision, "education_or_title").missing == ["title_level"]


def test_who_is_excluded_lacks_nothing() -> None:
    decision = decide({"political_ok": False, "healthy": None})
    assert decision.verdict == "ineligible"
    assert decision.missing == []
    assert finding(decision, "health").outcome == "undetermined"


def test_a_document_that_is_not_at_hand() -> None:
    decision = decide({"division": "150402"}, track="northeast")
    assert decision.verdict == "undetermined"
    assert decision.missing == []
    (document,) = decision.missing_documents
    assert "学员管理办法" in document
    assert finding(decision, "northeast_measures").missing_documents == [document]


def test_a_reading_turns_the_answer() -> None:
    facts = {"birth_date": "1979-06-15"}  # 45 full years, born before as_of - 45 years
    decision = decide(facts)
    assert (decision.verdict, decision.reading_sensitive) == ("eligible", True)
    age = finding(decision, "age")
    assert age.reading_sensitive
    assert [(effect.reading, effect.option, effect.outcome) for effect in age.readings] == [
        ("age_limit", "to_the_birthday", "not_met")
    ]
    other = decide(facts, readings={"age_limit": "to_the_birthday"})
    assert (other.verdict, other.reading_sensitive) == ("ineligible", True)
    assert other.readings["age_limit"] == "to_the_birthday"
    assert not decide({"birth_date": "1990-01-01"}).reading_sensitive


@given(people(), st.sampled_from(TRACKS))
def test_the_verdict_is_the_worst_outcome(person: dict[str, Any], track: str) -> None:
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    decision = eligibility.check(person, track=track, as_of=AS_OF)
    outcomes = [found.outcome for found in decision.findings]
    assert decision.verdict == VERDICTS[min(outcomes, key=WORST_FIRST.index)]
    for found in decision.findings:
        assert (found.authority is not None) == (found.outcome == "discretionary")
        if found.outcome != "undetermined":
            assert found.missing == found.missing_documents == []
        else:
            assert found.missing or found.missing_documents or person.get("ethnicity") == "97"
        assert all(person.get(fact) is None or fact == "ethnicity" for fact in found.missing)
        assert found.reading_sensitive == bool(found.readings)
    if decision.verdict == "ineligible":
        assert decision.missing == []


@given(people(), st.sampled_from(TRACKS))
def test_json_and_dict_agree_and_fit_the_schema(person: dict[str, Any], track: str) -> None:
    decision = tepei.programme("inner-mongolia-2025").eligibility.check(person, track=track, as_of=AS_OF)
    plain = decision.to_dict()
    VALIDATOR.validate(plain)
    assert json.loads(decision.to_json()) == json.loads(decision.to_json(indent=2)) == plain
    assert plain["verdict"] == decision.verdict
    assert plain["missing"] == decision.missing
    assert plain["as_of"] == AS_OF.isoformat()
    for found, told in zip(decision.findings, plain["findings"], strict=True):
        for key in ("criterion", "outcome", "cite", "text", "missing", "missing_documents", "reading_sensitive"):
            assert told[key] == getattr(found, key)


@given(people(), st.sampled_from(TRACKS), st.sampled_from(["zh", "en"]))
def test_texts_say_what_the_decision_says(person: dict[str, Any], track: str, lang: str) -> None:
    decision = tepei.programme("inner-mongolia-2025").eligibility.check(person, track=track, as_of=AS_OF)
    text = decision.text(lang)
    assert all(found.cite in text and found.text in text for found in decision.findings)
    stand_in_the_way = [found for found in decision.findings if found.outcome != "met"]
    reasons = decision.reasons(lang=lang)
    assert len(reasons) == len(stand_in_the_way)
    for reason, found in zip(reasons, stand_in_the_way, strict=True):
        assert found.cite in reason
        assert "\n" not in reason


def test_both_languages() -> None:
    decision = decide()
    assert decision.text() == decision.text("zh") == decision.text(lang="zh")
    assert decision.text("zh").startswith("结论：符合条件")
    assert "eligible" in decision.text("en").splitlines()[0]
    assert decision.text("en") != decision.text("zh")


@pytest.mark.parametrize("lang", ["fr", "", "ZH"])
def test_an_unknown_language(lang: str) -> None:
    with pytest.raises(tepei.Error) as caught:
        decide().text(lang)
    assert caught.value.code == "explain.language.unknown"
    assert "`zh`" in caught.value.help


@given(people(), st.sampled_from(TRACKS))
def test_html_is_sound_and_carries_no_script(person: dict[str, Any], track: str) -> None:
    html = tepei.programme("inner-mongolia-2025").eligibility.check(person, track=track, as_of=AS_OF)._repr_html_()
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []
    assert not tags.seen & {"script", "iframe", "img", "link", "style"}


def test_html_escapes_what_a_person_writes() -> None:
    decision = reader("field").eligibility.check({"field": "<script>alert('1&2')</script>"}, as_of=AS_OF)
    html = decision._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_a_decision_outlives_its_programme() -> None:
    found = [decide().findings[place] for place in range(7)]
    assert [each.criterion for each in found] == CRITERIA["outside"]
    assert found[5].values[0].label


def test_the_same_question_gives_the_same_answer() -> None:
    assert decide().to_json() == decide().to_json()
    assert refusal({"education": "x"}).message == refusal({"education": "x"}).message


def test_the_programme_shows_its_text_and_readings() -> None:
    programme = tepei.programme("inner-mongolia-2025")
    assert tepei.programmes() == sorted(tepei.programmes())
    assert programme.id in tepei.programmes()
    assert programme.status == "in_force"
    assert programme.tracks == list(TRACKS)
    assert len(programme.digest) == 64
    assert programme.title
    assert programme.issuer
    assert len(programme.clauses) > 20
    assert all(clause.id and clause.cite and clause.text and clause.kind for clause in programme.clauses)
    readings = {reading.id: reading for reading in programme.readings}
    assert readings["age_limit"].options == ["through_the_year", "to_the_birthday"]
    assert readings["or_scope"].options == ["either", "education_always"]
    for reading in readings.values():
        assert reading.default == reading.options[0]
        assert reading.reason
        assert reading.reason_en
        assert reading.cite in {clause.cite for clause in programme.clauses}


def test_an_unknown_programme_comes_with_the_nearest() -> None:
    with pytest.raises(tepei.Error) as caught:
        tepei.programme("inner-mongola-2025")
    assert caught.value.code == "catalog.programme.unknown"
    assert "inner-mongolia-2025" in caught.value.help


def test_facts_are_left_as_they_are() -> None:
    facts = dict(SOUND)
    decide(facts)
    assert facts == SOUND
