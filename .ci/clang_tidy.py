"""Runs clang-tidy over the library and the bindings: clang_tidy.py BUILD_FOLDER JOBS.

A file that passed is not read again until its preprocessed text or the list of checks changes.
"""

from __future__ import annotations

import hashlib
import json
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CLANG_TIDY = str(Path(sys.executable).with_name("clang-tidy"))
FOLDERS = (ROOT / "src", ROOT / "bindings")


def call(command: list[str], folder: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command and keep what it prints."""
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def digest(entry: dict[str, str]) -> str:
    """What decides a file's result: its text with all it includes, comments and all, the checks and their version."""
    words = shlex.split(entry["command"])
    compiler = next(index for index, word in enumerate(words) if "clang" in Path(word).name)
    output = words.index("-o")
    preprocess = [*words[compiler:output], *words[output + 2 :], "-E", "-C"]
    text = call(preprocess, entry["directory"]).stdout
    checks = (ROOT / ".clang-tidy").read_bytes() + version("clang-tidy").encode()
    return hashlib.sha256(checks + entry["command"].encode() + text).hexdigest()


def check(entry: dict[str, str], build: Path) -> str:
    """What clang-tidy says of one file; empty where it passes."""
    passed = build / "tidy-passed" / digest(entry)
    if passed.exists():
        return ""
    done = call([CLANG_TIDY, "-quiet", f"-p={build}", entry["file"]], entry["directory"])
    if done.returncode != 0:
        return done.stdout.decode(errors="replace") or done.stderr.decode(errors="replace")
    passed.parent.mkdir(exist_ok=True)
    passed.touch()
    return ""


def main(build: Path, jobs: int) -> int:
    """Check every file of the compilation database that is ours; 1 where one does not pass."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    ours = [entry for entry in entries if any(Path(entry["file"]).is_relative_to(folder) for folder in FOLDERS)]
    failed = 0
    with ThreadPoolExecutor(jobs) as pool:
        for said in pool.map(lambda entry: check(entry, build), ours):
            if said:
                failed += 1
                print(said.replace(f"{ROOT}/", ""), flush=True)
    print(f"clang-tidy: {len(ours) - failed} of {len(ours)} files pass")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), int(sys.argv[2])))
