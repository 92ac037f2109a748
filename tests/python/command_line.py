"""The command `tepei` as tests run it, in this process or in one of its own: what it printed and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import tepei as library
from tepei.command import app
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(library.__file__).absolute().parents[1]  # the module under test, whatever the folder
ROSTER = ROOT / "examples" / "rosters" / "candidates.csv"


@dataclass(frozen=True)
class Done:
    """What a run gave."""

    code: int
    out: str
    err: str


def tepei(*words: str | Path, columns: int | None = None) -> Done:
    """Runs the command; what it does not expect is raised here."""
    env = {"COLUMNS": None if columns is None else str(columns)}
    done = CliRunner().invoke(app, [str(word) for word in words], env=env, prog_name="tepei")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


def in_a_process(*words: str | Path, cwd: Path | None = None, **env: str) -> Done:
    """Runs the command in a process of its own, as a shell does."""
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(
        [sys.executable, "-m", "tepei", *map(str, words)],
        cwd=cwd,
        env={**inherited, "PYTHONPATH": str(PACKAGE), **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


def in_a_document(*words: str | Path, cwd: Path) -> Done:
    """The same with the output that a page shows: 100 columns, in UTF-8."""
    return in_a_process(*words, cwd=cwd, COLUMNS="100", PYTHONIOENCODING="utf-8")
