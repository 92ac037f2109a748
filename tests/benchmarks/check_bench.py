"""What Python pays: the import, one person from a dict, the whole text."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import tepei

PERSON = {
    "division": "150102",
    "employer_level": "county",
    "political_ok": True,
    "ethnicity": "02",
    "healthy": True,
    "birth_date": "1985-06-01",
    "education": "master",
    "profession_years": 6,
    "title_level": "middle",
}


def test_check_dict(benchmark: Any) -> None:
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    decision = benchmark(eligibility.check, PERSON, track="outside", as_of="2025-03-21")
    assert decision.verdict == "eligible"


def test_check_dict_and_text(benchmark: Any) -> None:
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    text = benchmark(lambda: eligibility.check(PERSON, track="outside", as_of="2025-03-21").text())
    assert "符合条件" in text


def test_load_built_in_programme(benchmark: Any) -> None:
    assert benchmark(tepei.programme, "inner-mongolia-2025").id == "inner-mongolia-2025"


def test_import_beside_bare_interpreter(benchmark: Any) -> None:
    """A fresh interpreter that imports tepei; the bare interpreter's own time is in extra_info."""
    run = [sys.executable, "-I", "-c"]
    bare = min(_seconds([*run, "pass"]) for _ in range(5))
    benchmark.extra_info["bare_interpreter_seconds"] = bare
    benchmark.pedantic(lambda: subprocess.run([*run, "import tepei"], check=True), rounds=10)


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start
