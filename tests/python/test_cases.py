"""The cases of eligibility, which the C++ tests run too."""

from __future__ import annotations

import json
from typing import Any

import pytest
import tepei
from case_sources import ROOT, case_files, policy_of

CASES = [
    pytest.param(case, id=f"{file.relative_to(ROOT).with_suffix('')}: {case['name']}")
    for file in case_files("eligibility")
    for case in json.loads(file.read_text(encoding="utf-8"))
]

NEVER_TRUE = ("birth_date", "work_start_date", "profession_years")


def answer(case: dict[str, Any]) -> tepei.Decision:
    question = case["question"]
    return policy_of(case["programme"]).eligibility.check(
        case["facts"], track=question.get("track"), as_of=question["as_of"], readings=question.get("readings")
    )


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    expected = case["expected"]
    if "error" in expected:
        with pytest.raises(tepei.Error) as caught:
            answer(case)
        assert caught.value.code == expected["error"]
        return
    decision = answer(case)
    for key in ("verdict", "missing", "missing_documents"):
        assert getattr(decision, key) == expected[key]
    if "reading_sensitive" in expected:
        assert decision.reading_sensitive == expected["reading_sensitive"]
    findings = {finding.criterion: finding for finding in decision.findings}
    for criterion, wanted in expected.get("findings", {}).items():
        for key, value in (wanted if isinstance(wanted, dict) else {"outcome": wanted}).items():
            assert getattr(findings[criterion], key) == value, f"{criterion}.{key}"


@pytest.mark.parametrize("case", CASES)
def test_a_table_of_one_answers_alike(case: dict[str, Any]) -> None:
    """Facts as a table's columns; what is an error of the person is an error of the cell, and an error all the same."""
    expected, question = case["expected"], case["question"]
    table = {fact: [value] for fact, value in ({"name": None} | case["facts"]).items()}
    ask = policy_of(case["programme"]).eligibility.check_table
    options = {"track": question.get("track"), "as_of": question["as_of"], "readings": question.get("readings")}
    if "error" in expected and not expected["error"].startswith("facts.value."):
        with pytest.raises(tepei.Error) as caught:
            ask(table, **options)
        assert caught.value.code in (expected["error"], "batch.column.unknown")
    elif "error" in expected:
        if any(value is True and fact in NEVER_TRUE for fact, value in case["facts"].items()):
            with pytest.raises(tepei.Error, match=r"batch\.column\.wrong_type"):  # no cell of it can be right
                ask(table, **options)
            return
        result = ask(table, **options)
        assert result["verdict"] == [None]
        assert [error.code for error in result.errors] == [expected["error"]]
    else:
        result = ask(table, **options)
        assert result.errors == []
        assert result["verdict"] == [expected["verdict"]]
        for criterion, wanted in expected.get("findings", {}).items():
            assert result[criterion] == [wanted["outcome"] if isinstance(wanted, dict) else wanted]
