"""The cases of leave, assessment and funding, which the C++ tests run too."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
import tepei
from case_sources import ROOT, case_files, policy_of


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{file.relative_to(ROOT).with_suffix('')}: {case['name']}")
        for file in case_files(kind)
        for case in json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    ]


def earlier(given: dict[str, Any]) -> tepei.EarlierLeave:
    return tepei.EarlierLeave(given["kind"], given.get("days"), given.get("first"), given.get("last"))


def ask_leave(case: dict[str, Any]) -> tepei.LeaveRoute:
    ladder, question = policy_of(case["programme"]).leave, dict(case["question"])
    if case.get("ask") == "termination":
        return ladder.termination(**question)
    question["earlier"] = [earlier(leave) for leave in question.get("earlier", [])]
    if "calendar" in question:
        question["calendar"] = tepei.WorkCalendar(**question["calendar"])
    return ladder.route(**question)


def ask_grade(case: dict[str, Any]) -> tepei.Grade:
    return policy_of(case["programme"]).assessment.grade(**case["question"])


def ask_money(case: dict[str, Any]) -> Any:
    schedule = policy_of(case["programme"]).funding
    if case.get("ask") == "budget":
        return schedule.budget_table(**case["question"])
    if case.get("ask") == "refund":
        return schedule.refund(**case["question"])
    return schedule.entitlement(**case["question"])


def acts(found: list[tepei.Act]) -> list[list[str]]:
    return [[act.kind, act.party, *(["written"] if act.written else [])] for act in found]


def refused(case: dict[str, Any], ask: Any) -> bool:
    if "error" not in case["expected"]:
        return False
    with pytest.raises(tepei.Error) as caught:
        ask(case)
    assert caught.value.code == case["expected"]["error"]
    assert caught.value.message
    return True


@pytest.mark.parametrize("case", cases("leave"))
def test_leave(case: dict[str, Any]) -> None:
    if refused(case, ask_leave):
        return
    expected, route = dict(case["expected"]), ask_leave(case)
    fallback = expected.pop("fallback", None)
    assert (route.fallback is None) == (fallback is None)
    pairs: list[tuple[dict[str, Any], Any]] = [(expected, route), (fallback or {}, route.fallback)]
    for wanted, found in pairs:
        for key, value in wanted.items():
            assert (acts(found.acts) if key == "acts" else getattr(found, key)) == value, key


@pytest.mark.parametrize("case", cases("assessment"))
def test_assessment(case: dict[str, Any]) -> None:
    if refused(case, ask_grade):
        return
    grade = ask_grade(case)
    found = {
        "rule": grade.reasons[0].rule,
        "acts": acts(grade.acts),
        "assessors": [score.party for score in grade.scores],
        "warnings": len(grade.warnings),
    }
    for key, value in case["expected"].items():
        assert (found[key] if key in found else getattr(grade, key)) == value, key


@pytest.mark.parametrize("case", cases("funding"))
def test_funding(case: dict[str, Any]) -> None:
    if refused(case, ask_money):
        return
    answer = ask_money(case)
    for key, value in case["expected"].items():
        if key == "items":
            assert [item.item for item in answer.items] == [item["item"] for item in value]
            for wanted, found in zip(value, answer.items, strict=True):
                assert {name: getattr(found, name) for name in wanted} == wanted
        elif key == "sums":
            assert [[each.payer, each.payee, each.amount] for each in answer.sums] == value
        else:
            assert getattr(answer, key) == value, key
