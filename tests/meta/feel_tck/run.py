"""Every FEEL text in the models of the DMN TCK parses, or is listed in skip.json with the reason why it does not.

Reads ../shared/tck (or $TEPEI_SHARED/tck), takes each text with the names that its model puts in scope there, and asks
feel_syntax_tool. A text that does not parse and is not listed fails the run; so does a listed one that parses, and an
entry of the list that names no text.

usage: run.py PATH-TO-feel_syntax_tool
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

UNARY_TESTS = {"inputEntry", "inputValues", "outputValues", "allowedValues", "typeConstraint"}
EXPRESSIONS = {"literalExpression", "inputExpression", "outputEntry", "defaultOutputEntry"}
GLOBAL_NAMES = {"inputData", "decision", "businessKnowledgeModel", "decisionService", "import"}
NAMED_OWNERS = GLOBAL_NAMES | {"itemDefinition"}

# The functions of DMN 1.5, 10.3.4, whether this library has them or not: whether a text is FEEL does not turn on that.
STANDARD_FUNCTIONS = """
date; date and time; time; number; string; duration; years and months duration; not; substring; string length;
upper case; lower case; substring before; substring after; replace; contains; starts with; ends with; matches; split;
string join; list contains; count; min; max; sum; mean; all; any; sublist; append; concatenate; insert before; remove;
list replace; reverse; index of; union; distinct values; flatten; product; median; stddev; mode; decimal; floor;
ceiling; round up; round down; round half up; round half down; abs; modulo; sqrt; log; exp; odd; even; is; before;
after; meets; met by; overlaps; overlaps before; overlaps after; finishes; finished by; includes; during; starts;
started by; coincides; day of year; day of week; month of year; week of year; sort; get value; get entries; context;
context put; context merge; now; today; range
"""


class Case(TypedDict):
    """A text, and the names in scope where it stands."""

    id: str
    kind: str
    names: list[str]
    members: list[str]
    text: str


class Answer(TypedDict):
    """What feel_syntax_tool says of a case."""

    id: str
    ok: bool
    diagnostics: list[str]


def local_name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def child(element: ET.Element, name: str) -> ET.Element | None:
    return next((each for each in element if local_name(each) == name), None)


def variable_name(element: ET.Element) -> str | None:
    variable = child(element, "variable")
    return variable.get("name") if variable is not None else None


@dataclass
class Model:
    path: Path
    root: ET.Element
    names: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)


def read_model(path: Path) -> Model:
    model = Model(path, ET.parse(path).getroot())
    for element in model.root.iter():
        kind, name = local_name(element), element.get("name")
        if kind == "itemComponent" and name:
            model.members.add(name)
        if kind in GLOBAL_NAMES:
            model.names.update(each for each in (name, variable_name(element)) if each)
    return model


def is_feel(element: ET.Element, inherited: bool) -> bool:
    for attribute in ("expressionLanguage", "typeLanguage"):
        if language := element.get(attribute):
            return "FEEL" in language.upper()
    return inherited


def names_for_child(element: ET.Element, name: str, names: list[str]) -> list[str]:
    """The names in force within the child `name` of `element`, given those in force within `element`."""
    kind = local_name(element)
    if kind in ("encapsulatedLogic", "functionDefinition"):
        parameters = [each.get("name", "") for each in element if local_name(each) == "formalParameter"]
        return [*names, *parameters]
    if kind in ("for", "some", "every") and name != "in":
        return [*names, element.get("iteratorVariable", ""), "partial"]
    return names


def texts_within(
    element: ET.Element, owner: str, names: list[str], feel: bool
) -> Iterator[tuple[str, str, str, list[str]]]:
    """Each text as owner, tag, text, names in force."""
    kind = local_name(element)
    feel = is_feel(element, feel)
    if kind in NAMED_OWNERS:
        owner = element.get("name", owner)
    if kind in UNARY_TESTS | EXPRESSIONS and feel:
        text = child(element, "text")
        if text is not None:
            yield owner, kind, text.text or "", names
    if kind in ("encapsulatedLogic", "functionDefinition") and element.get("kind", "FEEL") != "FEEL":
        return
    entries: list[str] = []
    for each in element:
        inner = [*names_for_child(element, local_name(each), names), *entries]
        yield from texts_within(each, owner, inner, feel)
        if local_name(each) == "contextEntry" and (name := variable_name(each)):
            entries.append(name)


def cases_of(model: Model, imported_members: set[str]) -> Iterator[Case]:
    standard = [" ".join(name.split()) for name in STANDARD_FUNCTIONS.split(";")]
    seen: Counter[tuple[str, str]] = Counter()
    for owner, kind, text, names in texts_within(model.root, "", [], True):
        seen[owner, kind] += 1
        yield {
            "id": f"{model.path.stem}:{owner}:{kind}:{seen[owner, kind]}",
            "kind": "unary_tests" if kind in UNARY_TESTS else "expression",
            "names": sorted(model.names.union(names, standard) - {""}),
            "members": sorted(model.members | imported_members),
            "text": text,
        }


def all_cases(folder: Path) -> tuple[int, list[Case]]:
    cases: list[Case] = []
    paths = sorted(folder.rglob("*.dmn"))
    for path in paths:
        model = read_model(path)
        others = [read_model(each) for each in path.parent.glob("*.dmn") if each != path]
        imported = set().union(*(other.names | other.members for other in others)) if others else set()
        cases.extend(cases_of(model, imported))
    return len(paths), cases


def ask(tool: str, cases: list[Case]) -> list[Answer]:
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run([tool], input=lines, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def judge(cases: list[Case], answers: list[Answer], skipped: dict[str, str]) -> list[str]:
    """What is wrong, each as a text to print."""
    known = {case["id"] for case in cases}
    problems = [f"{key}: listed in skip.json, but there is no such text" for key in skipped if key not in known]
    for case, answer in zip(cases, answers, strict=True):
        if case["id"] != answer["id"]:
            problems.append(f"{case['id']}: answered as {answer['id']}")
        elif answer["ok"] and case["id"] in skipped:
            problems.append(f"{case['id']}: parses, so take it off skip.json")
        elif not answer["ok"] and case["id"] not in skipped:
            problems.append(f"{case['id']}: does not parse\n" + "\n".join(answer["diagnostics"]))
    return problems


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(os.environ.get("TEPEI_SHARED", ROOT.parent / "shared")) / "tck"
    models, cases = all_cases(folder) if folder.is_dir() else (0, [])
    if not cases:
        print(f"no DMN models under {folder}; set TEPEI_SHARED to the folder that holds tck/", file=sys.stderr)
        return 1
    skipped: dict[str, str] = json.loads((HERE / "skip.json").read_text(encoding="utf-8"))
    answers = ask(sys.argv[1], cases)
    problems = judge(cases, answers, skipped)
    for problem in problems:
        print(problem)
    parsed = sum(1 for answer in answers if answer["ok"])
    counts = f"{parsed} parse, {len(skipped)} skipped with a reason, {len(problems)} problems"
    print(f"{models} models, {len(cases)} FEEL texts: {counts}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
