"""The JSON of routes, grades, entitlements, budgets and refunds is what docs/schema says."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tepei
from test_decision_schema import objects

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("route", "grade", "entitlement", "budget", "refund")
SCHEMAS: dict[str, dict[str, Any]] = {
    kind: json.loads((ROOT / f"docs/schema/{kind}-1.json").read_text(encoding="utf-8")) for kind in KINDS
}
GOLDEN = sorted((ROOT / "tests/golden/answers").glob("*.json"))


def validate(kind: str, answer: object) -> None:
    jsonschema.Draft202012Validator(SCHEMAS[kind]).validate(answer)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one_and_allows_no_other_key(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[kind])
    for schema in objects(SCHEMAS[kind]):
        assert list(schema["properties"]) == schema["required"]
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_answers_fit(path: Path) -> None:
    validate(path.stem.partition("-")[0], json.loads(path.read_text(encoding="utf-8")))


def test_every_kind_has_a_golden_answer() -> None:
    assert {path.stem.partition("-")[0] for path in GOLDEN} == set(KINDS)


@pytest.mark.parametrize("programme_id", tepei.programmes())
@pytest.mark.parametrize("days", [3, Decimal("10.5"), 31])
@pytest.mark.parametrize("kind", ["sick", "study"])
def test_routes_of_every_programme_fit(programme_id: str, days: int | Decimal, kind: str) -> None:
    validate("route", tepei.programme(programme_id).leave.route(days, kind=kind).to_dict())


def test_a_route_by_dates_and_a_termination_fit() -> None:
    ladder = tepei.programme("liaoning-2025-draft").leave
    earlier = [tepei.EarlierLeave(first="2025-03-01", last="2025-03-09")]
    merged = ladder.route(first="2025-03-10", last="2025-03-12", earlier=earlier).to_dict()
    validate("route", merged)
    assert merged["merged"] is True
    validate("route", tepei.programme("inner-mongolia-2022").leave.termination().to_dict())


@pytest.mark.parametrize("programme_id", tepei.programmes())
def test_entitlements_of_every_track_fit(programme_id: str) -> None:
    programme = tepei.programme(programme_id)
    for track in programme.tracks:
        for grade in ("qualified", "unqualified", None):
            validate("entitlement", programme.funding.entitlement(track, months=7, grade=grade).to_dict())
            validate(
                "entitlement", programme.funding.entitlement(track, first="2025-03-01", last="2025-05-10").to_dict()
            )


@pytest.mark.parametrize(
    ("kind", "name", "place", "wrong"),
    [
        ("route", "route-merged", ("outcome",), "granted"),
        ("route", "route-merged", ("tier",), 0),
        ("route", "route-merged", ("acts", 0, "kind"), "nod"),
        ("route", "route-merged", ("days",), 2.5),
        ("grade", "grade-leader", ("consequences", 0, "kind"), "gift"),
        ("grade", "grade-leader", ("scores", 0, "value"), "eighty"),
        ("entitlement", "entitlement", ("total",), "4e"),
        ("entitlement", "entitlement", ("items", 0, "per"), "week"),
        ("budget", "budget", ("rows", 0, "heads"), -1),
        ("refund", "refund", ("flags",), "amount_not_stated"),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, name: str, place: tuple[str | int, ...], wrong: object) -> None:
    answer = copy.deepcopy(json.loads((ROOT / f"tests/golden/answers/{name}.json").read_text(encoding="utf-8")))
    target = answer
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = wrong
    with pytest.raises(jsonschema.ValidationError):
        validate(kind, answer)
