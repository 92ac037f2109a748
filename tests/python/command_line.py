"""The command `tepei` as tests run it: in this process, which is quick, with what it printed and its exit code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tepei.command import app
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]
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
