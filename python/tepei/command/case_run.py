"""Cases of a pack, as tests/cases/README.md describes them: found, asked, and compared with what they expect."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tepei._errors import Error
from tepei.leave import EarlierLeave, WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tepei._core import Act, Decision, Entitlement, Grade, LeaveRoute
    from tepei.programme import Programme

Case = dict[str, Any]

KINDS = ("eligibility", "leave", "assessment", "funding")
QUESTIONS = {
    "assessment": {"scores", "violations", "interrupted", "attested", "suggestions"},
    "leave": {"days", "kind", "earlier", "calendar"},
    "funding": {"heads", "months", "cause", "track", "grade"},
}


@dataclass(frozen=True)
class Failure:
    """A case that came out otherwise than it says."""

    file: Path
    name: str
    clause: str
    what: list[str]


@dataclass(frozen=True)
class CasesRun:
    """What came of the cases of a pack."""

    passed: int
    failures: list[Failure]
    of_other_programmes: int


def case_files(path: Path) -> list[Path]:
    """The case files a path names: itself, or all in a folder; `Error` of the file system where there is none."""
    return sorted(path.rglob("*.json")) if path.is_dir() else [path]


def files_beside(pack: Path) -> list[Path]:
    """The case files that lie with a pack: `*.cases.json` beside it and everything in `cases/`."""
    folder = pack.parent / "cases"
    return [*sorted(pack.parent.glob("*.cases.json")), *(case_files(folder) if folder.is_dir() else [])]


def run_cases(policy: Programme, files: list[Path]) -> CasesRun:
    """Asks the policy every case that is its own."""
    passed = others = 0
    failures: list[Failure] = []
    for file in files:
        for case in _read(file):
            if case.get("programme", policy.id) != policy.id:
                others += 1
                continue
            what = differences(policy, case, file)
            if what:
                failures.append(Failure(file, str(case.get("name", "")), str(case.get("clause", "")), what))
            else:
                passed += 1
    return CasesRun(passed, failures, others)


def _read(file: Path) -> list[Case]:
    content = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    if not isinstance(content, list) or not all(isinstance(case, dict) for case in content):
        message = f"{file} is no list of cases"
        raise ValueError(message)
    return content


def kind_of(case: Case, file: Path) -> str:
    """What a case asks: by its facts, its file's folder or name, or the question itself."""
    if "facts" in case:
        return "eligibility"
    words = {*file.parts[:-1][-3:], *file.name.split(".")}
    for kind in KINDS:
        if kind in words:
            return kind
    asked = {"termination": "leave", "budget": "funding", "refund": "funding"}.get(case.get("ask", ""))
    if asked is not None:
        return asked
    question = set(case.get("question", {}))
    return next((kind for kind, keys in QUESTIONS.items() if keys & question), "leave")


def differences(policy: Programme, case: Case, file: Path) -> list[str]:
    """How the answer differs from what the case expects; empty where it does not."""
    ask = {"eligibility": _decision, "leave": _route, "assessment": _grade, "funding": _money}[kind_of(case, file)]
    expected = case.get("expected")
    if not isinstance(expected, dict) or not expected:
        return ["the case expects nothing: give `expected`"]
    try:
        return list(ask(policy, case, expected))
    except Error as error:
        if "error" in expected and expected["error"] == error.code:
            return []
        return [_line("error", expected.get("error"), f"{error.code}: {error.message}")]
    except (TypeError, AttributeError, KeyError, ValueError) as error:
        return [f"the case cannot be asked: {error}"]


def _line(key: str, expected: object, got: object) -> str:
    return f"{key}: expected {_shown(expected)}, got {_shown(got)}"


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError):
        return str(value)


def _compared(expected: Case, answer: object, special: dict[str, Callable[[], object]]) -> Iterator[str]:
    """A line for each key of `expected` that is otherwise in the answer."""
    for key, wanted in expected.items():
        if key == "error":
            yield _line("error", wanted, "an answer")
        elif key in special:
            got = special[key]()
            if got != wanted:
                yield _line(key, wanted, got)
        elif not hasattr(answer, key):
            known = [name for name in dir(answer) if not name.startswith("_")] + list(special)
            near = difflib.get_close_matches(key, known, 1)
            yield f"{key}: no answer has that" + (f"; did you mean `{near[0]}`?" if near else "")
        elif getattr(answer, key) != wanted:
            yield _line(key, wanted, getattr(answer, key))


def acts_of(acts: list[Act]) -> list[list[str]]:
    """Acts as cases write them."""
    return [[act.kind, act.party, *(["written"] if act.written else [])] for act in acts]


def _decision(policy: Programme, case: Case, expected: Case) -> Iterator[str]:
    question = case["question"]
    decision: Decision = policy.eligibility.check(
        case["facts"], track=question.get("track"), as_of=question["as_of"], readings=question.get("readings")
    )
    yield from _compared({key: value for key, value in expected.items() if key != "findings"}, decision, {})
    findings = {finding.criterion: finding for finding in decision.findings}
    for criterion, wanted in expected.get("findings", {}).items():
        if criterion not in findings:
            yield f"findings.{criterion}: there is no such criterion"
            continue
        for key, value in (wanted if isinstance(wanted, dict) else {"outcome": wanted}).items():
            got = getattr(findings[criterion], key)
            if got != value:
                yield _line(f"findings.{criterion}.{key}", value, got)


def _route(policy: Programme, case: Case, expected: Case) -> Iterator[str]:
    question = dict(case.get("question", {}))
    if case.get("ask") == "termination":
        route = policy.leave.termination(**question)
    else:
        question["earlier"] = [EarlierLeave(**leave) for leave in question.get("earlier", [])]
        if "calendar" in question:
            question["calendar"] = WorkCalendar(**question["calendar"])
        route = policy.leave.route(**question)
    yield from _compared_route(expected, route)


def _compared_route(expected: Case, route: LeaveRoute) -> Iterator[str]:
    rest = {key: value for key, value in expected.items() if key != "fallback"}
    yield from _compared(rest, route, {"acts": lambda: acts_of(route.acts)})
    fallback = expected.get("fallback")
    if (fallback is None) != (route.fallback is None):
        yield _line("fallback", fallback, None if route.fallback is None else repr(route.fallback))
    elif fallback is not None and route.fallback is not None:
        yield from _compared_route(fallback, route.fallback)


def _grade(policy: Programme, case: Case, expected: Case) -> Iterator[str]:
    grade: Grade = policy.assessment.grade(**case.get("question", {}))
    yield from _compared(
        expected,
        grade,
        {
            "rule": lambda: grade.reasons[0].rule if grade.reasons else None,
            "acts": lambda: acts_of(grade.acts),
            "assessors": lambda: [score.party for score in grade.scores],
            "warnings": lambda: len(grade.warnings),
        },
    )


def _money(policy: Programme, case: Case, expected: Case) -> Iterator[str]:
    question = case.get("question", {})
    if case.get("ask") == "budget":
        budget = policy.funding.budget_table(**question)
        sums = [[each.payer, each.payee, each.amount] for each in budget.sums]
        yield from _compared(expected, budget, {"sums": lambda: sums})
        return
    refund = case.get("ask") == "refund"
    answer: Any = policy.funding.refund(**question) if refund else policy.funding.entitlement(**question)
    rest = {key: value for key, value in expected.items() if key != "items"}
    yield from _compared(rest, answer, {})
    if "items" in expected:
        yield from _compared_items(expected["items"], answer)


def _compared_items(wanted: list[Case], answer: Entitlement) -> Iterator[str]:
    names = [item.item for item in answer.items]
    if names != [item["item"] for item in wanted]:
        yield _line("items", [item["item"] for item in wanted], names)
        return
    for item, line in zip(wanted, answer.items, strict=True):
        for key, value in item.items():
            if getattr(line, key) != value:
                yield _line(f"items.{item['item']}.{key}", value, getattr(line, key))
