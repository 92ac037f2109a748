"""Tables of the built-in programmes answer as single calls do, row by row, with facts known and unknown."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pyarrow as pa
import pytest
import tepei

ROWS = 400
ATTESTED = [True, False, None]

LIAONING: dict[str, list[Any]] = {
    "sex": ["male", "female", None],
    "ethnicity": ["01", "11", "97", None],
    "title_level": ["junior", "middle", "associate_senior", "senior", None],
    "employer_type": ["public_institution", "state_enterprise", "government_agency", "social_organization", None],
    "division": ["210422", "210300", None],
    "former_grade": ["excellent", "unqualified", "not_assessed", None],
    **dict.fromkeys(
        [
            "technical_post",
            "management_post",
            "former_trainee",
            "worker_post",
            "urgent_specialty",
            "hardship_area",
            "frontline",
            "can_continue_after_retirement",
            "healthy",
        ],
        ATTESTED,
    ),
}
REGION: dict[str, list[Any]] = {
    "ethnicity": ["01", "11", "97", None],
    "education": ["college", "bachelor", "master", None],
    "title_level": ["junior", "middle", "associate_senior", None],
    "profession_years": [0, 4.99, 5, 7.5, 8, None],
    "employer_level": ["county", "city", "region", None],
    "division": ["150100", "150402", "210300", None],
    **dict.fromkeys(["political_ok", "ethics_ok", "healthy", "no_bad_habits"], ATTESTED),
}
ASKED = [
    ("liaoning-2025-draft", "standard", LIAONING),
    *(("inner-mongolia-2022", track, REGION) for track in ("outside", "inside")),
    *(("inner-mongolia-2025", track, REGION) for track in ("northeast", "outside", "inside")),
]


def columns(values: dict[str, list[Any]], chance: random.Random) -> dict[str, list[Any]]:
    births = [
        None if chance.random() < 0.1 else datetime.date(chance.randint(1960, 1995), chance.randint(1, 12), 15)
        for _ in range(ROWS)
    ]
    others = {fact: [chance.choice(listed) for _ in range(ROWS)] for fact, listed in values.items()}
    return {"birth_date": births, **others}


@pytest.mark.parametrize(("programme", "track", "values"), ASKED)
def test_a_table_answers_as_single_calls_do(programme: str, track: str, values: dict[str, list[Any]]) -> None:
    given = columns(values, random.Random(20251121))
    eligibility = tepei.programme(programme).eligibility
    table = pa.table(eligibility.check_table(pa.table(given), track=track, as_of="2025-06-01")).to_pydict()
    for row in range(ROWS):
        person = {fact: cells[row] for fact, cells in given.items()}
        decision = eligibility.check(person, track=track, as_of="2025-06-01")
        assert table["verdict"][row] == decision.verdict, person
        for finding in decision.findings:
            assert table[finding.criterion][row] == finding.outcome, (finding.criterion, person)
