"""The outputs in docs/command.md are real. `python tests/python/test_docs_command.py` writes them anew."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from command_line import ROOT, in_a_document
from tepei.command import app

PAGE = ROOT / "docs" / "command.md"
BLOCK = re.compile(r"```console\n\$ tepei (.*)\n((?:.*\n)*?)```")
# What a block that ends with … shows of a long output.
SHOWN = {"check": 14, "explain": 24, "show": 60, "clauses": 12}


def output(command: str, folder: Path) -> list[str]:
    words = shlex.split(command)
    if "--out" in words:
        words[words.index("--out") + 1] = str(folder / "out")
    done = in_a_document(*words, cwd=ROOT)
    assert done.code in (0, 1), done.err
    return done.out.splitlines()


BLOCKS = BLOCK.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_an_output_is_real(command: str, shown: str, tmp_path: Path) -> None:
    lines = shown.splitlines()
    real = output(command, tmp_path)
    if lines and lines[-1] == "…":
        assert len(real) > len(lines)
        real = real[: len(lines) - 1]
        lines.pop()
    assert lines == real


def test_every_command_has_its_part() -> None:
    names = {info.name or getattr(info.callback, "__name__", "") for info in app.registered_commands}
    parts = set(re.findall(r"^## tepei (\w+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert names <= parts


def write() -> None:
    """Writes every output anew."""

    def anew(found: re.Match[str]) -> str:
        command, shown = found.groups()
        real = output(command, Path("/tmp"))
        if shown.endswith("…\n"):
            real = [*real[: SHOWN[command.split()[0]]], "…"]
        return f"```console\n$ tepei {command}\n" + "".join(f"{line}\n" for line in real) + "```"

    PAGE.write_text(BLOCK.sub(anew, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
