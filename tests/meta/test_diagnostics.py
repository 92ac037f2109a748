"""docs/diagnostics.md lists every code in the sources, and no other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAYERS = "value|feel|facts|policy|pack|explain|batch|catalog|python|roster|out|question|config|lint"
CODE = re.compile(rf'"((?:{LAYERS})\.[a-z_]+(?:\.[a-z_0-9]+)?)"')
LISTED = re.compile(rf"`((?:{LAYERS})\.[a-z_]+(?:\.[a-z_0-9]+)?)`")

# Codes put together at run time, with the sources that do: their last part stands in quotes of its own.
COMPOSED = {
    "facts.schema.": ("src/facts/check_definitions.cpp",),
    "facts.value.": ("src/facts", "refusal("),
    "policy.": ("src/policy",),
}


def sources() -> dict[Path, str]:
    files = [
        path
        for folder in ("src", "bindings", "python")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".cpp", ".hpp", ".py"}
    ]
    return {path: path.read_text(encoding="utf-8") for path in files}


def listed() -> set[str]:
    return set(LISTED.findall((ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")))


def test_every_code_in_the_sources_is_listed() -> None:
    written = {code for text in sources().values() for code in CODE.findall(text)}
    assert len(written) > 100
    assert sorted(written - listed()) == []


def test_every_listed_code_is_in_the_sources() -> None:
    texts = sources()
    whole = {code for text in texts.values() for code in CODE.findall(text)}
    for code in sorted(listed() - whole):
        prefix, _, last = code.rpartition(".")
        composed = [name for name in COMPOSED if f"{code}.".startswith(name)]
        assert composed, f"{code} is listed but nowhere in the sources"
        words = (last, prefix.rpartition(".")[2])
        folder = ROOT / COMPOSED[composed[0]][0]
        found = [text for path, text in texts.items() if path == folder or folder in path.parents]
        assert any(f'"{word}"' in text for text in found for word in words), f"{code} is listed but never made"
