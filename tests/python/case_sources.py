"""Where cases lie, and the policies they ask: the built-in ones with tests/cases, the examples with examples/packs."""

from __future__ import annotations

import functools
from pathlib import Path

import tepei

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "packs"


def case_files(kind: str) -> list[Path]:
    """The files of cases of a kind: eligibility, leave, assessment, funding."""
    return [
        file
        for folder in (ROOT / "tests" / "cases", EXAMPLES / "cases")
        for file in sorted((folder / kind).rglob("*.json"))
    ]


@functools.cache
def policy_of(programme: str) -> tepei.Programme:
    """The built-in policy of this id, or the example's."""
    example = EXAMPLES / f"{programme}.json"
    return tepei.load(example) if example.exists() else tepei.programme(programme)
