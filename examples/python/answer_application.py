"""An application form answered: every criterion with its clause, what is missing, and the fields that cannot be read.

    python answer_application.py FORM.json [POLICY [TRACK [AS_OF]]]

FORM.json maps fields to their content (see examples/forms), or is - for standard input. Fields may be named by id, by
Chinese label or by the headings people use. Exit code 0: answered; 1: answered, but some fields could not be read;
2: the call cannot be used.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import tepei

OUTCOMES = {"met": "符合", "discretionary": "酌情", "undetermined": "暂不能确定", "not_met": "不符合"}
MARKS = {"met": "✓", "discretionary": "~", "undetermined": "?", "not_met": "✗"}
VERDICTS = {
    "eligible": "符合条件",
    "conditional": "有条件符合",
    "undetermined": "暂不能确定",
    "ineligible": "不符合条件",
}


def problems_of(programme: tepei.Programme, facts: dict[str, object], track: str, as_of: str) -> list[tepei.Diagnostic]:
    """What is wrong with these facts; nothing where all of them can be read."""
    try:
        programme.eligibility.check(facts, track=track, as_of=as_of)
    except tepei.Error as error:
        return list(error.diagnostics)
    return []


def explain(problems: dict[str, list[tepei.Diagnostic]]) -> None:
    """A field that cannot be read stays unknown, which is neither no nor zero."""
    print("以下栏目无法读取，按未填写处理：")
    for field, found in problems.items():
        for problem in found:
            print(f"  {field}：{problem.message}")
            if problem.help:
                print(f"    {problem.help}")
    print()


def show(decision: tepei.Decision) -> None:
    """`reasons` has one sentence for each finding that is not met, undetermined or discretionary, in their order."""
    print(f"结论：{VERDICTS[decision.verdict]}")
    reasons = iter(decision.reasons(lang="zh"))
    for finding in decision.findings:
        if finding.outcome == "met":
            print(f"✓ {finding.label}（{finding.cite}）")
        else:
            print(MARKS[finding.outcome], next(reasons))
            print(f"    条文：{finding.text}")
        for other in finding.readings:  # the text can be read in another way, and then this changes
            print(f"    如按 {other.reading} = {other.option} 理解，本项为“{OUTCOMES[other.outcome]}”")


def main(form: str, policy: str = "inner-mongolia-2025", track: str = "outside", as_of: str = "2025-03-21") -> int:
    """Answers one form."""
    try:
        filled_in = json.loads(sys.stdin.read() if form == "-" else Path(form).read_text(encoding="utf-8"))
        if not isinstance(filled_in, dict):
            raise ValueError("a form is a JSON object, field by field")
        programme = tepei.programme(policy)
        programme.eligibility.check({}, track=track, as_of=as_of)
    except (OSError, ValueError) as error:  # tepei.Error is a ValueError
        print(error, file=sys.stderr)
        return 2
    # Each field by itself, so that one that cannot be read costs the others nothing.
    found = {field: problems_of(programme, {field: content}, track, as_of) for field, content in filled_in.items()}
    problems = {field: diagnostics for field, diagnostics in found.items() if diagnostics}
    if problems:
        explain(problems)
    facts = {field: content for field, content in filled_in.items() if field not in problems}
    show(programme.eligibility.check(facts, track=track, as_of=as_of))
    return 1 if problems else 0


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
