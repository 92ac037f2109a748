"""Nothing in the texts is skipped: every computed clause has a rule and a case, and docs/traceability.md says which."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from traceability import PACKS, PAGE, all_cases, cites_of, page, programmes, read, trace, waiting

POLICIES = Path(__file__).resolve().parents[3] / "shared" / "policies"
TEXTS = Path(__file__).resolve().parents[1] / "unit" / "catalog" / "texts"


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def source(programme: str) -> bytes:
    """The text the pack was taken from: that of ../shared where it is at hand, else the copy kept with the tests."""
    shared = POLICIES / f"{programme}.txt"
    return (shared if shared.exists() else TEXTS / f"{programme}.txt").read_bytes()


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run tests/meta/traceability.py --write"


@pytest.mark.parametrize("programme", programmes())
def test_the_clauses_rebuild_the_text(programme: str) -> None:
    pack = read(PACKS / f"{programme}.json")
    rebuilt = "".join(without_blanks(clause["text"]) for clause in pack["clauses"])
    assert rebuilt == without_blanks(source(programme).decode("utf-8"))
    assert pack["instrument"]["source_digest"] == hashlib.sha256(source(programme)).hexdigest()


@pytest.mark.parametrize("programme", programmes())
def test_every_computed_clause_has_a_rule_and_a_case(programme: str) -> None:
    idle = [clause.id for clause in trace(programme) if clause.kind == "computed" and not clause.rules]
    assert idle == waiting().get(programme, [])
    untested = [clause.cite for clause in trace(programme) if clause.rules and not clause.cases]
    assert untested == []


@pytest.mark.parametrize("programme", programmes())
def test_citations_tell_clauses_apart(programme: str) -> None:
    cites = [clause.cite for clause in trace(programme)]
    assert sorted(set(cites)) == sorted(cites)


def test_every_case_names_a_clause_that_is_there() -> None:
    cites = {programme: {clause.cite for clause in trace(programme)} for programme in programmes()}
    for path, case in all_cases():
        for cite in cites_of(case) if "programme" in case else []:
            assert cite in cites[case["programme"]], f"{path}: {case['name']}"


def test_only_built_in_programmes_wait() -> None:
    assert set(waiting()) <= set(programmes())
