"""`tepei validate`: everything that is wrong with a pack, where it is, and what to do; then its cases."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tepei._errors import Error
from tepei.command.case_run import CasesRun, case_files, files_beside, run_cases
from tepei.command.lint import Warned, lint
from tepei.command.options import Language, LanguageOption, complete_policy
from tepei.command.policy import find_policy, pack_of
from tepei.command.policy_phrases import PHRASES
from tepei.command.source_place import excerpt, places
from tepei.programme import Programme, programmes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tepei._core import Diagnostic

FAILURES_SHOWN = 50
FINE, FAULTY, UNUSABLE = 0, 1, 2
NO_PACK = ("pack.file.unreadable", "catalog.programme.unknown")


def problem_lines(diagnostic: Diagnostic, name: str, text: str) -> list[str]:
    """A problem with its file, line and column, the source's line and a caret; what FEEL shows stays as it is."""
    head, *rest = str(diagnostic).split("\n")
    shown = [line for line in rest if not line.startswith("  -->")]
    if diagnostic.line is None or diagnostic.column is None:
        return [head, f"  --> {name} {diagnostic.path}".rstrip(), *shown]
    pointer = f" ({diagnostic.path})" if diagnostic.path else ""
    place = f"  --> {diagnostic.file or name}:{diagnostic.line}:{diagnostic.column}{pointer}"
    has_own = any(line.startswith("   | ") for line in shown) or diagnostic.file
    return [head, place, *([] if has_own else excerpt(text, diagnostic.line, diagnostic.column)), *shown]


def warning_lines(warned: Warned, name: str, text: str, where: dict[str, tuple[int, int]]) -> list[str]:
    """The same of a warning."""
    head = f"warning[{warned.code}]: {warned.message}"
    place = where.get(warned.pointer)
    if place is None:
        return [head, f"  --> {name} ({warned.pointer})", f"  help: {warned.help}"]
    line, column = place
    at = f"  --> {name}:{line}:{column} ({warned.pointer})"
    return [head, at, *excerpt(text, line, column), f"  help: {warned.help}"]


def summary(policy: Programme, pack: dict[str, Any], warnings: int, lang: str) -> str:
    """The pack in one line."""
    kinds = Counter(clause.kind for clause in policy.clauses)
    criteria = sum(len(found) for found in pack.get("eligibility", {}).values())
    return PHRASES[lang]["pack_fine"].format(
        id=policy.id,
        tracks=len(policy.tracks),
        criteria=criteria,
        clauses=len(policy.clauses),
        computed=kinds["computed"],
        warnings=warnings,
    )


def _source(name: str) -> str:
    """The pack's text; empty for a built-in one, and for a file that only the loader can say what is wrong with."""
    path = Path(name)
    if name in programmes() or not path.is_file():
        return ""
    return path.read_bytes().decode("utf-8-sig", "replace")


def _say_cases(run: CasesRun, lang: str) -> None:
    for failure in run.failures[:FAILURES_SHOWN]:
        clause = f" ({failure.clause})" if failure.clause else ""
        print(f"✗ {failure.file}: {failure.name}{clause}")
        for line in failure.what:
            print(f"    {line}")
    phrases = PHRASES[lang]
    if len(run.failures) > FAILURES_SHOWN:
        print(phrases["more_failures"].format(count=len(run.failures) - FAILURES_SHOWN))
    print(phrases["cases_run"].format(passed=run.passed, failed=len(run.failures)))
    if run.of_other_programmes:
        print(phrases["cases_of_others"].format(count=run.of_other_programmes))


def _cases_hold(policy: Programme, name: str, cases: Sequence[Path], lang: str) -> bool:
    own = [] if name in programmes() else files_beside(Path(name))
    try:
        files = [file for path in cases for file in case_files(path)] or own
        if not files:
            return True
        run = run_cases(policy, files)
    except (OSError, ValueError) as error:
        print(PHRASES[lang]["cases_unreadable"].format(error=error), file=sys.stderr)
        return False
    _say_cases(run, lang)
    return not run.failures


def judged(name: str, cases: Sequence[Path], lang: str) -> int:
    """Says what is to be said of one pack; the exit code it asks for."""
    text = _source(name)
    try:
        policy = find_policy(name)
    except Error as error:
        if error.code in NO_PACK and not error.diagnostics[0].path.startswith("/"):
            print(error, file=sys.stderr)
            return UNUSABLE
        for diagnostic in error.diagnostics:
            print("\n".join(problem_lines(diagnostic, name, text)))
        print(PHRASES[lang]["pack_broken"].format(name=name, count=len(error.diagnostics)))
        return FAULTY
    pack = json.loads(text) if text else {}
    where = places(text) if text else {}
    if "extends" in pack or not pack:
        pack, where = pack_of(policy), {}  # the whole that it comes to stands in no one file
    warnings = lint(pack)
    for warned in warnings:
        print("\n".join(warning_lines(warned, name, text, where)))
    print(summary(policy, pack, len(warnings), lang))
    return FINE if _cases_hold(policy, name, cases, lang) else FAULTY


def validate(
    packs: Annotated[
        list[str],
        typer.Argument(metavar="PACK...", help="Paths of packs; ids are taken too.", autocompletion=complete_policy),
    ],
    cases: Annotated[
        list[Path] | None,
        typer.Option(help="Case file, or folder of them; what lies with the pack where left out."),
    ] = None,
    lang: LanguageOption = Language.zh,
) -> None:
    """Check packs: every problem with its place and help, warnings, and their cases (检查政策包).

    \b
    Examples:
      tepei validate my-province.json
      tepei validate my-province.json --cases tests/cases --lang en
      tepei validate one.json another.json

    Cases are `*.cases.json` beside the pack and all in `cases/`, in the form of tests/cases/README.md.

    Exit code 0: all fine, warnings or not; 1: a problem, or a case that fails; 2: the call cannot be used.
    """
    raise typer.Exit(max(judged(name, cases or [], lang.value) for name in packs))
