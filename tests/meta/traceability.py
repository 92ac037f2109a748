"""docs/traceability.md: for each clause of the built-in packs the rules that carry it and the cases that name it.

`traceability.py --write` writes the page anew; `test_traceability.py` keeps it current and finds clauses that nothing
carries. A clause that is to be computed but whose policy object is not built yet stands in waiting_clauses.json.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKS = ROOT / "src" / "catalog" / "packs"
CASES = ROOT / "tests" / "cases"
WAITING = Path(__file__).with_name("waiting_clauses.json")
PAGE = ROOT / "docs" / "traceability.md"

# Kinds of clauses that objects of their own will carry.
LATER = ("duty", "procedure")
HEAD = """# From clause to rule to case

Which rule of a built-in pack carries each clause that is computed, and which cases under `tests/cases` name it. Made by
`tests/meta/traceability.py --write`; a test keeps it current and fails where a computed clause has no rule or no case.
"""


@dataclass
class Traced:
    """A clause with the cases that name it, by file."""

    id: str
    cite: str
    kind: str
    rules: list[str]
    cases: dict[str, int] = field(default_factory=dict)


def read(path: Path) -> Any:
    """The JSON of a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def waiting() -> dict[str, list[str]]:
    """The clauses to be computed that wait for their policy object, by programme."""
    listed: dict[str, list[str]] = read(WAITING)
    return listed


def programmes() -> list[str]:
    """The ids of the built-in packs, sorted."""
    return sorted(path.stem for path in PACKS.glob("*.json"))


def trace(programme: str) -> list[Traced]:
    """The clauses of a pack in their order, with the cases that name them."""
    clauses = [
        Traced(clause["id"], clause["cite"], clause["kind"], clause.get("rules", []))
        for clause in read(PACKS / f"{programme}.json")["clauses"]
    ]
    by_cite = {clause.cite: clause for clause in clauses}
    for path, case in all_cases():
        for cite in cites_of(case) if case.get("programme") == programme else []:
            if cite in by_cite:
                by_cite[cite].cases[path] = by_cite[cite].cases.get(path, 0) + 1
    return clauses


def cites_of(case: dict[str, Any]) -> list[str]:
    """The clauses a case is about: one, several or none."""
    named = case.get("clause", [])
    return [named] if isinstance(named, str) else list(named)


def all_cases() -> list[tuple[str, dict[str, Any]]]:
    """Every case with the path of its file under tests/cases."""
    return [(path.relative_to(CASES).as_posix(), case) for path in sorted(CASES.rglob("*.json")) for case in read(path)]


def case_list(clause: Traced) -> str:
    """The files of the cases, each with how many of them name the clause."""
    return "<br>".join(f"`{path}` ({count})" for path, count in clause.cases.items())


def rule_list(clause: Traced) -> str:
    """The rules, one a line."""
    return "<br>".join(f"`{rule}`" for rule in clause.rules)


def cite_list(clauses: list[Traced]) -> str:
    """Citations in one line, or that there are none."""
    return "、".join(clause.cite for clause in clauses) or "none"


def section(programme: str) -> str:
    """What the page says of one programme."""
    clauses = trace(programme)
    carried = [clause for clause in clauses if clause.rules]
    idle = [clause for clause in clauses if clause.kind == "computed" and not clause.rules]
    rows = "\n".join(f"| {clause.cite} | {rule_list(clause)} | {case_list(clause)} |" for clause in carried)
    later = "\n".join(
        f"- {kind}: {cite_list([clause for clause in clauses if clause.kind == kind and not clause.rules])}"
        for kind in LATER
    )
    return f"""
## {programme}

{len(clauses)} clauses, {len(carried)} of them carried by rules.

| clause | rules | cases |
|---|---|---|
{rows}

Computed clauses that wait for their policy object: {cite_list(idle)}.

Duties and procedures that wait for theirs:

{later}
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(section(programme) for programme in programmes())


def main() -> int:
    """Writes the page, or says whether it is current."""
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    current = PAGE.read_text(encoding="utf-8") == page()
    print(f"{PAGE.relative_to(ROOT)} is {'current' if current else 'not current: run with --write'}")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main())
