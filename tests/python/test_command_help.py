"""The command's help: every example in it runs; what is misspelt is said with the nearest; shells complete."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import typer
from command_line import ROOT, ROSTER, tepei
from rich.cells import cell_len
from tepei.command import app
from typer.main import get_command

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = sorted(name or info.callback.__name__ for info in app.registered_commands for name in [info.name])  # type: ignore[union-attr]
PACK = ROOT / "src" / "catalog" / "packs" / "liaoning-2025-draft.json"


def examples(name: str) -> list[str]:
    help_ = tepei(name, "--help", columns=200).out
    return [line.strip() for line in help_.splitlines() if line.strip().startswith("tepei ")]


EXAMPLES = [example for name in COMMANDS for example in examples(name)]


def test_every_command_teaches_with_examples_and_says_its_exit_codes() -> None:
    for name in COMMANDS:
        if name == "config":
            continue
        assert examples(name), name
        assert "Exit code" in tepei(name, "--help", columns=200).out, name


def write_rosters(folder: Path) -> None:
    """The sample roster in every form that an example reads."""
    with ROSTER.open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    shutil.copy(ROSTER, folder / "roster.csv")
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(row)
    book.save(folder / "roster.xlsx")
    columns = [pa.array(column) for column in zip(*rows, strict=True)]
    pq.write_table(pa.table(columns, names=headings), folder / "roster.parquet")
    people = [dict(zip(headings, row, strict=True)) for row in rows]
    lines = "".join(json.dumps(person, ensure_ascii=False) + "\n" for person in people)
    (folder / "roster.jsonl").write_text(lines, encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rosters(tmp_path)
    for name in ("my-province.json", "one.json", "another.json"):
        shutil.copy(PACK, tmp_path / name)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(example.split(" | ", maxsplit=1)[0])
    assert program == "tepei"
    done = tepei(*words)
    assert done.code == 0, done.err
    assert done.out or "--out" in words


def test_the_first_help_names_every_command_in_both_languages() -> None:
    help_ = tepei("--help", columns=80)
    assert help_.code == 0
    assert "Exit code 0" in help_.out
    listed = dict(re.findall(r"^  ([a-z]+) {2,}(\S.*)$", help_.out.split("Commands:")[1], re.MULTILINE))
    assert sorted(listed) == COMMANDS
    for line in listed.values():
        assert not line.endswith("...")
        assert re.search(r"[a-z]+ [\u4e00-\u9fff]+$", line)
    assert tepei().code == 2


def test_help_fits_a_terminal() -> None:
    for name in set(COMMANDS) - {"config"}:  # whose Chinese click breaks by characters, two columns each
        lines = tepei(name, "--help", columns=80).out.splitlines()
        prose = [line for line in lines if "  tepei " not in line and "|" not in line]  # examples, lists of choices
        assert max(map(cell_len, prose)) <= 80


def test_a_misspelt_command_or_option_is_said_with_the_nearest() -> None:
    command = tepei("explian")
    assert (command.code, "explain" in command.err) == (2, True)
    option = tepei("leave", "--dayz", "3")
    assert (option.code, "--days" in option.err) == (2, True)
    choice = tepei("show", "inner-mongolia-2025", "--lang", "cn")
    assert (choice.code, "zh" in choice.err) == (2, True)
    assert tepei("explain", ROSTER).code == 2  # --as-of is missing


def complete(line: str, shell: str = "fish") -> str:
    """What the shell is told where it asks how `line` may go on."""
    words, incomplete = line.rsplit(" ", 1)
    env = {
        **os.environ,
        "_TEPEI_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    code = "import sys; sys.argv = ['tepei']; from tepei.command import app; app(prog_name='tepei')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert words or incomplete is not None
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("tepei lea", "leave"),
        ("tepei show inner", "inner-mongolia-2022"),
        ("tepei leave --policy lia", "liaoning-2025-draft"),
        ("tepei leave --policy liaoning-2025-draft --kind per", "personal"),
        ("tepei funding --policy inner-mongolia-2025 --track o", "outside"),
        ("tepei funding --policy inner-mongolia-2022 --refund no", "no_show"),
        ("tepei grade --policy liaoning-2025-draft --violation abs", "absent_without_leave"),
        ("tepei grade --policy liaoning-2025-draft --reading below", "below_60=inclusive"),
        ("tepei explain r.csv --policy inner-mongolia-2022 --track i", "inside"),
        ("tepei leave --da", "--days"),
    ],
)
def test_shells_complete(shell: str, line: str, wanted: str) -> None:
    assert wanted in complete(line, shell)


def test_a_shells_script_can_be_had() -> None:
    assert isinstance(get_command(app), typer.core.TyperGroup)
    for shell in ("bash", "zsh", "fish"):
        env = {**os.environ, "_TEPEI_COMPLETE": f"source_{shell}"}
        code = "import sys; sys.argv = ['tepei']; from tepei.command import app; app(prog_name='tepei')"
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False)
        assert "_TEPEI_COMPLETE" in done.stdout
