"""One person from a dict: tepei beside zen-engine and OpenFisca-Core with the same conditions.

Neither peer knows an unknown fact (zen-engine refuses it, OpenFisca takes zero), so everyone here has all nine facts.
zen-engine: one decision graph of one expression node, made once. OpenFisca: one tax and benefit system with a
variable for each criterion, made once; a person is a simulation by the shortest road, `build_default_simulation` and
`set_input`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import zen
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from columns import contenders, data, question

Facts = dict[str, Any]
Verdict = Callable[[Facts], str]


def people(count: int) -> list[Facts]:
    """Candidates of whom everything is known, as dicts; half of them eligible, so that not all fail at once."""
    rows = [row for row in data.candidates(count * 60, seed=7).to_pylist() if None not in row.values()]
    for row in rows:
        row["birth_date"] = row["birth_date"].isoformat()
    chosen: list[Facts] = []
    for verdict in ("eligible", "ineligible"):
        chosen += [row for row in rows if tepei_verdict(row) == verdict][: count // 2]
    if len(chosen) < count // 2 * 2:
        message = f"only {len(chosen)} people of {count}"
        raise ValueError(message)
    return chosen


def tepei_verdict(person: Facts) -> str:
    """What tepei says, with every finding, citation and reading behind it."""
    verdict: str = contenders.ELIGIBILITY.check(person, track=question.TRACK, as_of=question.AS_OF).verdict
    return verdict


def _text(values: tuple[str, ...]) -> str:
    return json.dumps(list(values))


CONDITIONS = {
    "territory": f'startsWith(division, "{question.REGION}")',
    "division": f'not(division[0:3] in {_text(question.EASTERN_LEAGUES)}) or employer_level == "region"',
    "political": "political_ok",
    "ethnic_minority": f'ethnicity != "{question.HAN}"',
    "health": "healthy",
    "age": f'date(birth_date) > date("{question.TOO_OLD_IF_BORN_BY}")',
    "education_or_title": (
        f"(education in {_text(question.EDUCATIONS_ENOUGH)} and profession_years >= {question.LEAST_YEARS})"
        f" or title_level in {_text(question.TITLES_ENOUGH)}"
    ),
}


def _zen_graph() -> dict[str, Any]:
    expressions = [{"id": name, "key": name, "value": value} for name, value in CONDITIONS.items()]
    met = " and ".join(f"$.{name}" for name in CONDITIONS)
    expressions.append({"id": "verdict", "key": "verdict", "value": f'({met}) ? "eligible" : "ineligible"'})
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "rules", "name": "rules", "type": "expressionNode", "content": {"expressions": expressions}},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def zen_verdict() -> Verdict:
    """zen-engine's `ZenEngine.evaluate` with a static loader, its quickest way."""
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"outside": _zen_graph()}}})

    def verdict(person: Facts) -> str:
        return str(engine.evaluate("outside", person)["result"]["verdict"])

    return verdict


def zen_decision_verdict() -> Verdict:
    """zen-engine's `ZenDecision.evaluate`, the way its page shows."""
    decision = zen.ZenEngine().create_decision(json.dumps(_zen_graph()))

    def verdict(person: Facts) -> str:
        return str(decision.evaluate(person)["result"]["verdict"])

    return verdict


PERSON = build_entity(key="person", plural="persons", label="a person", is_person=True)


def _variable(name: str, kind: type, **more: Any) -> type[Variable]:
    members = {"value_type": kind, "entity": PERSON, "definition_period": DateUnit.ETERNITY, "label": name, **more}
    return type(name, (Variable,), members)


def _openfisca_system() -> TaxBenefitSystem:
    levels, educations, titles = (
        Enum(name, {value: value for value in values})
        for name, values in (
            ("Level", question.LEVELS),
            ("Education", question.EDUCATIONS),
            ("Title", question.TITLES),
        )
    )

    def division(person: Any, period: Any) -> Any:
        in_leagues = np.isin(person("division_code", period).astype("U4"), question.EASTERN_LEAGUES)
        return ~in_leagues + (person("employer_level", period) == levels.region)

    def education_or_title(person: Any, period: Any) -> Any:
        education, title = person("education", period), person("title_level", period)
        educated = (education == educations.master) + (education == educations.doctor)
        titled = (title == titles.associate_senior) + (title == titles.senior)
        return educated * (person("profession_years", period) >= question.LEAST_YEARS) + titled

    criteria: dict[str, Callable[[Any, Any], Any]] = {
        "territory": lambda person, period: np.char.startswith(
            person("division_code", period).astype(str), question.REGION
        ),
        "division": division,
        "political": lambda person, period: person("political_ok", period),
        "ethnic_minority": lambda person, period: person("ethnicity", period) != question.HAN,
        "health": lambda person, period: person("healthy", period),
        "age": lambda person, period: person("birth_date", period) > np.datetime64(question.TOO_OLD_IF_BORN_BY),
        "education_or_title": education_or_title,
    }

    def eligible(person: Any, period: Any) -> Any:
        met = person("territory", period)
        for criterion in list(criteria)[1:]:
            met = met * person(criterion, period)
        return met

    variables = [
        _variable("division_code", str),
        _variable("employer_level", Enum, possible_values=levels, default_value=levels.township),
        _variable("political_ok", bool),
        _variable("ethnicity", str),
        _variable("healthy", bool),
        _variable("birth_date", datetime.date),
        _variable("education", Enum, possible_values=educations, default_value=educations.below_college),
        _variable("profession_years", float),
        _variable("title_level", Enum, possible_values=titles, default_value=titles.none),
        *(_variable(name, bool, formula=formula) for name, formula in criteria.items()),
        _variable("eligible", bool, formula=eligible),
    ]
    system = TaxBenefitSystem([PERSON])
    for variable in variables:
        system.add_variable(variable)
    return system


def openfisca_verdict() -> Verdict:
    """OpenFisca's calculation."""
    system = _openfisca_system()
    builder = SimulationBuilder()
    period = question.AS_OF.strftime("%Y-%m")

    def verdict(person: Facts) -> str:
        simulation = builder.build_default_simulation(system)
        for name, value in person.items():
            given = np.array([value], "datetime64[D]") if name == "birth_date" else np.array([value])
            simulation.set_input("division_code" if name == "division" else name, period, given)
        return "eligible" if simulation.calculate("eligible", period)[0] else "ineligible"

    return verdict


def openfisca_dict_verdict() -> Verdict:
    """OpenFisca's calculation for a person given as its web interface takes them."""
    system = _openfisca_system()
    period = question.AS_OF.strftime("%Y-%m")

    def verdict(person: Facts) -> str:
        given = {"division_code" if name == "division" else name: {"ETERNITY": value} for name, value in person.items()}
        simulation = SimulationBuilder().build_from_entities(system, {"persons": {"one": given}})
        return "eligible" if simulation.calculate("eligible", period)[0] else "ineligible"

    return verdict
