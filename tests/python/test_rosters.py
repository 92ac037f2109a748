"""The sample roster is what its README says."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tepei
from people import AS_OF, TRACKS
from tepei import _core

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "rosters"
PROGRAMME = tepei.programme("inner-mongolia-2025")
READ_BY_OUTSIDE = {
    *("division", "employer_level", "political_ok", "ethnicity", "healthy"),
    *("birth_date", "education", "profession_years", "title_level"),
}


def rows() -> Iterator[list[str]]:
    with (FOLDER / "candidates.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def decisions(track: str) -> list[tepei.Decision]:
    headings, *people = rows()
    query = _core.RosterQuery(PROGRAMME._core, headings, track, AS_OF, {})
    found = []
    for cells in people:
        decision, problems = query.check(cells)
        assert problems == []
        assert decision is not None
        found.append(decision)
    return found


def test_the_file_is_what_the_script_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_candidates", FOLDER / "make_candidates.py")
    assert spec is not None
    assert spec.loader is not None
    script: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "OUT", tmp_path / "candidates.csv")
    script.main()
    assert (tmp_path / "candidates.csv").read_bytes() == (FOLDER / "candidates.csv").read_bytes()


def test_two_hundred_people_under_chinese_headings() -> None:
    headings, *people = rows()
    assert len(people) == 200
    assert all(len(person) == len(headings) for person in people)
    assert all(not heading.isascii() for heading in headings)


def test_every_verdict_that_the_programme_can_give_occurs() -> None:
    # No rule of the notice leaves anything to discretion, so nobody can be `conditional`.
    outcomes = {outcome for track in TRACKS for outcome in outcomes_of(track)}
    assert "discretionary" not in outcomes
    assert {decision.verdict for decision in decisions("outside")} == {"eligible", "undetermined", "ineligible"}


def outcomes_of(track: str) -> Iterator[str]:
    """What the criteria of a track can give."""
    for criterion in json.loads(PROGRAMME.dump())["eligibility"][track]:
        yield from (rule["outcome"] for rule in criterion.get("rules", []))
        yield criterion.get("otherwise", "not_met")


def test_every_criterion_of_outside_fails_for_somebody() -> None:
    failed = {f.criterion for d in decisions("outside") for f in d.findings if f.outcome == "not_met"}
    assert failed == set(PROGRAMME.eligibility.criteria("outside"))


def test_every_fact_that_outside_reads_is_missing_for_somebody() -> None:
    assert {fact for decision in decisions("outside") for fact in decision.missing} == READ_BY_OUTSIDE


@pytest.mark.parametrize("track", TRACKS)
def test_every_criterion_of_every_track_stands_in_somebody_s_way(track: str) -> None:
    outcomes = defaultdict(set)
    by_document = set()
    for decision in decisions(track):
        for finding in decision.findings:
            outcomes[finding.criterion].add(finding.outcome)
            if finding.missing_documents:
                by_document.add(finding.criterion)
    for criterion in PROGRAMME.eligibility.criteria(track):
        assert "not_met" in outcomes[criterion] or criterion in by_document, criterion
        assert "met" in outcomes[criterion] or criterion in by_document, criterion
