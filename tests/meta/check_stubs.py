"""Compares python/tepei/_core.pyi with what pybind11-stubgen makes of the installed `tepei._core`.

`check_stubs.py` prints the difference and gives 1 where there is one; `check_stubs.py --write` writes the file anew.
Run it with the Python of .venv, after the package has been installed there.
"""

from __future__ import annotations

import difflib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STUB = ROOT / "python" / "tepei" / "_core.pyi"


def generate() -> str:
    """The stub of `tepei._core` as it is installed; an expression or name stubgen cannot print is an error."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--exit-code", "--numpy-array-use-type-var", "--output-dir", folder]
        done = subprocess.run(
            [sys.executable, "-m", "pybind11_stubgen", *options, "tepei._core"],
            cwd=folder,  # away from the tree, so that the installed package is the one imported
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            message = f"pybind11-stubgen gave {done.returncode}:\n{done.stdout}{done.stderr}"
            raise RuntimeError(message)
        return (Path(folder) / "tepei" / "_core.pyi").read_text(encoding="utf-8")


def difference(kept: str, made: str) -> str:
    """A unified diff of the stub that is kept and the one just made; empty where they agree."""
    lines = difflib.unified_diff(
        kept.splitlines(keepends=True), made.splitlines(keepends=True), "python/tepei/_core.pyi", "tepei._core"
    )
    return "".join(lines)


def main(arguments: list[str]) -> int:
    """Checks or, with `--write`, writes the stub."""
    made = generate()
    if arguments == ["--write"]:
        STUB.write_text(made, encoding="utf-8")
        return 0
    found = difference(STUB.read_text(encoding="utf-8") if STUB.exists() else "", made)
    if found:
        print(found, end="")
        print("the stub does not fit the module; mend it by: .venv/bin/python tests/meta/check_stubs.py --write")
        return 1
    print("stubs: python/tepei/_core.pyi fits the module")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
