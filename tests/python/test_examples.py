"""The examples run, as a new user would run them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples" / "python").glob("*.py"))
SAID = {
    "check_one": ["undetermined", "missing: ", "political_ok", "under age_limit = to_the_birthday: not_met"],
    "check_table": ["eligible", "undetermined", "row 3, 学历", "硕土研究生", "did you mean `硕士研究生`"],
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, path],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    for words in SAID[path.stem]:
        assert words in done.stdout


def test_every_example_is_looked_at() -> None:
    assert {path.stem for path in EXAMPLES} == set(SAID)
