"""`tepei config` without a wheel around it: what it says, and what it says where there is no library."""

from __future__ import annotations

from pathlib import Path

import pytest
from tepei.command import app
from tepei.command.config import flag
from typer.testing import CliRunner


def ask(*options: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["config", *options])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a library, in a folder whose name has a blank."""
    folder = tmp_path / "site packages"
    for part in ("include", "lib/cmake/tepei", "lib/pkgconfig"):
        (folder / part).mkdir(parents=True)
    monkeypatch.setitem(flag.__globals__, "PACKAGE", folder)
    return folder


def test_flags_stand_on_one_line_with_blanks_guarded(package: Path) -> None:
    guarded = str(package).replace(" ", "\\ ")
    libs = f"-L{guarded}/lib -Wl,-rpath,{guarded}/lib -ltepei"
    assert ask("--cflags", "--libs") == (0, f"-std=c++17 -I{guarded}/include {libs}\n", "")
    assert ask("--includes") == (0, f"-I{guarded}/include\n", "")
    assert ask("--libs") == (0, f"{libs}\n", "")


def test_every_other_answer_has_a_line(package: Path) -> None:
    code, said, _ = ask("--version", "--pkgconfig", "--cmake")
    assert code == 0
    assert said.splitlines()[:2] == [f"{package}/lib/cmake/tepei", f"{package}/lib/pkgconfig"]


@pytest.mark.parametrize("option", ["--cflags", "--includes", "--libs", "--cmake", "--pkgconfig"])
def test_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    monkeypatch.setitem(flag.__globals__, "PACKAGE", tmp_path)
    code, said, complaint = ask(option)
    assert (code, said) == (2, "")
    assert "config.no_library" in complaint


def test_a_half_answer_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(flag.__globals__, "PACKAGE", tmp_path)
    assert ask("--version", "--libs")[:2] == (2, "")
    assert ask("--version")[0] == 0


def test_nothing_asked() -> None:
    code, said, complaint = ask()
    assert (code, said) == (2, "")
    assert "config.nothing_asked" in complaint
