"""A decision's JSON is what docs/schema/decision-1.json says. Needs jsonschema only, not the module."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/schema/decision-1.json").read_text(encoding="utf-8"))
GOLDEN = sorted((ROOT / "tests/golden/explain").glob("*.json"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def golden(name: str) -> Any:
    return json.loads((ROOT / "tests/golden/explain" / f"{name}.json").read_text(encoding="utf-8"))


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object schema that names its properties."""
    found: list[dict[str, Any]] = []
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            found.append(schema)
        for part in schema.values():
            found += objects(part)
    return found


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_required_and_no_other_allowed() -> None:
    assert objects(SCHEMA)
    for schema in objects(SCHEMA):
        assert list(schema["properties"]) == schema["required"]
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_decisions_fit(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


def test_every_kind_of_verdict_and_outcome_is_among_them() -> None:
    decisions = [golden(path.stem) for path in GOLDEN]
    outcomes = {finding["outcome"] for decision in decisions for finding in decision["findings"]}
    assert {decision["verdict"] for decision in decisions} == set(SCHEMA["properties"]["verdict"]["enum"])
    assert outcomes == set(SCHEMA["$defs"]["outcome"]["enum"])


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("verdict",), "not_met"),
        (("as_of",), "2025-3-21"),
        (("readings",), [["age_limit", "through_the_year"]]),
        (("findings", 0, "outcome"), "eligible"),
        (("findings", 0, "authority"), ""),
        (("findings", 0, "rules", 0, "holds"), True),
        (("findings", 0, "values", 0, "value"), 2.5),
        (("findings", 0, "values", 0, "known"), False),
    ],
)
def test_what_does_not_fit_is_refused(place: tuple[str | int, ...], wrong: object) -> None:
    decision = copy.deepcopy(golden("eligible"))
    target = decision
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = wrong
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(decision)
