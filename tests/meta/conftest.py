"""What the checks of the package share: the tree, and the release build that `make test` leaves in it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., str]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def release_build(root: Path) -> Path:
    """The build folder of the release preset, with both libraries in it."""
    folder = root / "build" / "release"
    if not (folder / "src" / "libtepei.so").exists():
        pytest.fail(f"{folder} holds no libtepei.so: run `make release` first")
    return folder


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command; its output, or a failure that shows it."""

    def call(*command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            line = " ".join(str(word) for word in command)
            pytest.fail(f"{line} gave {done.returncode}:\n{done.stdout}", pytrace=False)
        return done.stdout

    return call
