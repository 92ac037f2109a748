"""People for the tests: one who meets everything, any that Hypothesis makes up; and a pack that reads any fact."""

from __future__ import annotations

import datetime
import os
from typing import Any

import tepei
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

# On a busy machine there is no deadline; every run of the CI has the same examples.
settings.register_profile(
    "tepei",
    max_examples=60,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("tepei")

AS_OF = datetime.date(2025, 3, 21)
QUESTION: dict[str, Any] = {"track": "outside", "as_of": AS_OF}
TRACKS = ("northeast", "outside", "inside")

# Meets every criterion of the track `outside`.
SOUND: dict[str, object] = {
    "birth_date": datetime.date(1985, 6, 15),
    "ethnicity": "02",
    "education": "master",
    "title_level": "middle",
    "profession_years": 8,
    "employer_level": "city",
    "division": "150102",
    "political_ok": True,
    "healthy": True,
}

BOOLEANS = [
    *("technical_post", "management_post", "former_trainee", "worker_post", "urgent_specialty", "hardship_area"),
    *("frontline", "can_continue_after_retirement", "political_ok", "ethics_ok", "academic_ok"),
    *("language_and_computer_ok", "healthy", "no_bad_habits"),
]
ENUMERATIONS = {
    "sex": ["male", "female", "男", "1"],
    "ethnicity": ["01", "02", "汉族", "蒙古族", "满族", "56", "97"],
    "education": ["below_college", "college", "bachelor", "master", "doctor", "硕士研究生", "大学本科"],
    "title_level": ["none", "junior", "middle", "associate_senior", "senior", "副高级", "中级"],
    "employer_type": ["government_agency", "public_institution", "state_enterprise", "private_sector", "事业单位"],
    "employer_level": ["township", "county", "city", "region", "盟市"],
    "former_grade": ["excellent", "qualified", "unqualified", "not_assessed", "优秀"],
    "division": ["150102", "150402", "150781", "152501", "210323", "110105", "151100"],
}
DATES = st.dates(datetime.date(1950, 1, 1), AS_OF)
YEARS = st.one_of(
    st.integers(0, 40),
    st.decimals(0, 40, places=2),
    st.floats(0, 40, allow_nan=False).map(lambda years: round(years, 3)),
)

STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "name": st.text(st.characters(codec="utf-8"), max_size=8),
    "birth_date": DATES,
    "work_start_date": DATES,
    "profession_years": YEARS,
    "field": st.sampled_from(["教育", "卫生"]),
    **{fact: st.booleans() for fact in BOOLEANS},
    **{fact: st.sampled_from(values) for fact, values in ENUMERATIONS.items()},
}


def people() -> st.SearchStrategy[dict[str, Any]]:
    """Any person: some facts known, some given as None, some left out."""
    return st.fixed_dictionaries({}, optional={fact: st.none() | values for fact, values in STRATEGIES.items()})


def decide(facts: dict[str, Any] | None = None, /, **question: Any) -> tepei.Decision:
    """The decision of inner-mongolia-2025 for the sound person with some facts changed."""
    programme = tepei.programme("inner-mongolia-2025")
    return programme.eligibility.check(SOUND | (facts or {}), **(QUESTION | question))


def refusal(facts: dict[str, Any] | None = None, /, **question: Any) -> tepei.Error:
    """The error of the same call."""
    try:
        decide(facts, **question)
    except tepei.Error as error:
        return error
    message = "an error was expected"
    raise AssertionError(message)


def reader(*facts: str) -> tepei.Programme:
    """A programme with one criterion for each of these facts, which reads it."""
    criteria = [
        {"id": f"reads_{fact}", "label": fact, "clause": "1", "rules": [{"when": f"{fact} = {fact}", "outcome": "met"}]}
        for fact in facts
    ]
    return tepei.load(
        {
            "format": 1,
            "id": "reader",
            "instrument": {"title": "读取", "issuer": "试验", "status": "in_force"},
            "tracks": [{"id": "only", "label": "唯一"}],
            "eligibility": {"only": criteria},
            "clauses": [
                {
                    "id": "1",
                    "cite": "第一条",
                    "text": "试验。",
                    "kind": "computed",
                    "rules": [f"eligibility.only.reads_{fact}" for fact in facts],
                }
            ],
        }
    )


def read(fact: str, given: object) -> object:
    """What a fact is read as; None where it is unknown."""
    decision = reader(fact).eligibility.check({fact: given}, as_of=AS_OF)
    (value,) = decision.findings[0].values
    assert value.known == (value.value is not None)
    return value.value
