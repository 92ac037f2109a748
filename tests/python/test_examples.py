"""The examples run, as a new user would run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "examples"
EXAMPLES = sorted((ROOT / "python").glob("*.py"))
SAID = {
    "check_one": ["undetermined", "missing: ", "political_ok", "under age_limit = to_the_birthday: not_met"],
    "check_table": ["eligible", "undetermined", "row 3, 学历", "硕土研究生", "did you mean `硕士研究生`"],
}

# What an example is called with, its exit code, and the file of examples/expected that it prints, to the letter: the
# C++ example of the same name prints the same (examples/CMakeLists.txt).
PRINTED: list[tuple[str, list[str], int, str]] = [
    ("answer_application", ["forms/application.json"], 0, "application"),
    ("answer_application", ["forms/application-with-errors.json"], 1, "application-with-errors"),
    ("route_leave", ["5", "事假", "group_leader"], 0, "leave-of-a-group-leader"),
    ("route_leave", ["7", "sick", "trainee", "inner-mongolia-2025"], 1, "leave-undetermined"),
    ("policy_by_hand", [], 0, "policy-by-hand"),
]


def run(stem: str, *words: str, cwd: Path = ROOT, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "python" / f"{stem}.py"), *words]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=cwd, env=environment, input=given, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("stem", SAID)
def test_example(stem: str, tmp_path: Path) -> None:
    done = run(stem, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    for words in SAID[stem]:
        assert words in done.stdout


@pytest.mark.parametrize(("stem", "words", "code", "expected"), PRINTED, ids=str)
def test_example_prints(stem: str, words: list[str], code: int, expected: str) -> None:
    done = run(stem, *words)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout == (ROOT / "expected" / f"{expected}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("stem", "words", "given", "said"),
    [
        ("answer_application", ["-"], "not JSON", "Expecting value"),
        ("answer_application", ["nowhere.json"], "", "nowhere.json"),
        ("answer_application", ["-", "inner-mongolia-2026"], "{}", "catalog.programme.unknown"),
        ("answer_application", ["-", "inner-mongolia-2025", "outsid"], "{}", "did you mean `outside`?"),
        ("route_leave", ["twelve"], "", "`twelve` is not a number"),
        ("route_leave", ["-3"], "", "policy.leave.not_positive"),
        ("route_leave", ["12", "sick", "group_leder"], "", "did you mean `group_leader`?"),
    ],
)
def test_a_call_that_cannot_be_used(stem: str, words: list[str], given: str, said: str) -> None:
    done = run(stem, *words, given=given)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_an_empty_form_leaves_all_open() -> None:
    done = run("answer_application", "-", given="{}")
    assert done.returncode == 0
    assert done.stdout.startswith("结论：暂不能确定\n")
    assert "✓" not in done.stdout


def test_every_example_is_looked_at() -> None:
    assert {path.stem for path in EXAMPLES} == set(SAID) | {stem for stem, *_ in PRINTED}


def test_every_expected_output_is_compared_in_both_languages() -> None:
    expected = {path.stem for path in (ROOT / "expected").glob("*.txt")}
    assert expected == {name for *_, name in PRINTED}
    assert expected == set(re.findall(r"EXPECTED ([a-z-]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")))
