"""Holds the packs against docs/schema/pack-1.json: schema and loader must tell the same of every one.

The loader's side is `<name>.expected.json` beside each pack (tests/packs/README.md), which the C++ tests check.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schema" / "pack-1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
BUILT_IN = sorted((ROOT / "src" / "catalog" / "packs").glob("*.json"))
EXAMPLES = sorted((ROOT / "examples" / "packs").glob("*.json"))
PACKS = sorted(path for path in (ROOT / "tests" / "packs").glob("*.json") if not path.name.endswith(".expected.json"))


def pointer(parts: Any) -> str:
    """The JSON pointer of a path as jsonschema gives it."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def near(left: str, right: str) -> bool:
    """Whether two pointers name the same value, or one of them the object that holds the other's key."""
    return left == right or left.rpartition("/")[0] == right or right.rpartition("/")[0] == left


def said_by_schema(path: Path) -> list[str] | None:
    """The pointers of what the schema refuses in a pack, or nothing where the text is not even JSON."""
    try:
        pack = json.loads(path.read_bytes().decode("utf-8-sig"))
    except ValueError:
        return None
    return [pointer(error.absolute_path) for error in VALIDATOR.iter_errors(pack)]


def said_by_loader(path: Path) -> list[dict[str, Any]]:
    """What the loader is expected to say of a pack."""
    expected: list[dict[str, Any]] = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return expected


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", BUILT_IN + EXAMPLES, ids=lambda path: path.stem)
def test_packs_that_load_fit(path: Path) -> None:
    assert said_by_schema(path) == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_schema_and_loader_agree(path: Path) -> None:
    codes = [entry["code"] for entry in said_by_loader(path)]
    by_loader = [entry["path"] for entry in said_by_loader(path) if entry.get("schema", True)]
    by_schema = said_by_schema(path)
    if by_schema is None:
        assert codes[0].startswith("pack.json.")
        return
    if codes == ["pack.json.too_deep"]:  # the loader reads no further
        return
    for told in by_loader:
        assert any(near(told, other) for other in by_schema), f"the schema lets {told} pass"
    for told in by_schema:
        assert any(near(told, other) for other in by_loader), f"the loader lets {told} pass"


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every part of a schema that lists the keys of an object."""
    if isinstance(schema, list):
        return [found for item in schema for found in objects(item)]
    if not isinstance(schema, dict):
        return []
    here = [schema] if schema.get("type") == "object" and "properties" in schema else []
    return here + [found for item in schema.values() for found in objects(item)]


def keys(value: Any) -> set[str]:
    """Every key that stands anywhere in a JSON value."""
    if isinstance(value, list):
        return {key for item in value for key in keys(item)}
    if not isinstance(value, dict):
        return set()
    return set(value) | {key for item in value.values() for key in keys(item)}


def test_objects_are_closed() -> None:
    assert all(schema["additionalProperties"] is False for schema in objects(SCHEMA))


def test_every_key_of_the_schema_is_loaded() -> None:
    loaded: set[str] = set()
    for name in ("every-section", "extends-another", "extends-amended"):
        loaded |= keys(json.loads((ROOT / "tests" / "packs" / f"{name}.json").read_text(encoding="utf-8")))
    known = {key for schema in objects(SCHEMA) for key in schema["properties"]}
    assert known - loaded == set()


def examples() -> list[str]:
    """The JSON of docs/pack.md, a section's made an object."""
    text = (ROOT / "docs" / "pack.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [block if block.startswith("{") else "{" + block + "}" for block in blocks]


def test_the_page_shows_every_section() -> None:
    shown = {key for example in examples() for key in json.loads(example)}
    assert shown == set(SCHEMA["properties"]) - {"$schema"}


@pytest.mark.parametrize("example", examples())
def test_examples_of_the_page_fit(example: str) -> None:
    for key, value in json.loads(example).items():
        errors = list(Draft202012Validator(SCHEMA["properties"][key] | {"$defs": SCHEMA["$defs"]}).iter_errors(value))
        assert errors == []
