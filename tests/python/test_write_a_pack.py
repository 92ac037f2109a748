"""The guide that leads from a text to a pack works as it is written, in both languages, and ends with the example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tepei
from guide import check_commands, steps, write

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "packs" / "shili-2026.json"
GUIDES = ("write-a-pack.md", "write-a-pack.zh-CN.md")


def guide(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_works(name: str, tmp_path: Path) -> None:
    pack, example = tmp_path / "shili.json", json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for step in steps(guide(name)):
        if step.comment.startswith("copy "):
            section = step.comment.removeprefix("copy ")
            begun = json.loads(pack.read_text(encoding="utf-8"))
            pack.write_text(json.dumps(begun | {section: example[section]}, ensure_ascii=False), encoding="utf-8")
        elif step.language == "console":
            check_commands(step, tmp_path)
        else:
            assert step.comment, f"a block of {step.language} that nothing is done with"
            write(tmp_path, step.comment, step.text)
    del example["$schema"]
    assert json.loads(pack.read_text(encoding="utf-8")) == example
    assert tepei.load(pack).digest == tepei.load(EXAMPLE).digest


def test_what_the_guide_shows_is_part_of_the_example() -> None:
    """A section that is copied in the end was shown as it is there."""
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for step in steps(guide(GUIDES[0])):
        if step.comment != "shili.json":
            continue
        for key, value in json.loads(step.text).items():
            if isinstance(value, list):
                assert all(entry in example[key] for entry in value), key
            elif isinstance(value, dict):
                for inner, found in value.items():
                    whole = example[key][inner]
                    assert found == whole or all(entry in whole for entry in found), f"{key}.{inner}"


def test_both_languages_do_the_same() -> None:
    assert steps(guide(GUIDES[0])) == steps(guide(GUIDES[1]))
