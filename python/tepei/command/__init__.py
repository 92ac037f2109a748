"""The command `tepei`: rosters in files, answers in the terminal and in files. It holds no rule and reads no cell."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from tepei import __version__
from tepei.command.check import check
from tepei.command.clauses import clauses, list_programmes
from tepei.command.config import config
from tepei.command.explain import explain
from tepei.command.funding import funding
from tepei.command.grade import grade
from tepei.command.leave import leave
from tepei.command.show import show
from tepei.command.validate import validate

HELP = """Check rosters against the policies of talent programmes. 按人才项目政策核对名单。

\b
First steps 先试这几条:
  tepei programmes
  tepei check roster.xlsx --policy inner-mongolia-2025 --as-of 2025-03-21 --out result.xlsx
  tepei explain roster.xlsx --row 2 --policy inner-mongolia-2025 --as-of 2025-03-21
  tepei COMMAND --help

A policy is a programme's id, or the path of a pack. Exit code 0: done; 1: something in the files is faulty;
2: the call cannot be used.
"""

app = typer.Typer(
    name="tepei",
    help=HELP,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(short_help="everybody of a roster against a policy 核对名单")(check)
app.command(short_help="one person of a roster, criterion by criterion 逐条说明")(explain)
app.command(short_help="who grants a leave 请假审批")(leave)
app.command(short_help="the grade of a trainee, and what follows 结业考核")(grade)
app.command(short_help="who pays what, for one and for a cohort 培养经费")(funding)
app.command("programmes", short_help="which programmes are built in 内置政策")(list_programmes)
app.command(short_help="a policy to read, in words or as a page 展示政策")(show)
app.command(short_help="a policy's text, clause by clause 条文全文")(clauses)
app.command(short_help="what is wrong with a pack; its cases 检查政策包")(validate)
app.command(short_help="flags for C++ programs 编译参数")(config)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tepei {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Check rosters against the policies of talent programmes. 按人才项目政策核对名单。."""


def main() -> None:
    """Runs the command; exit code 0 done, 1 some rows could not be read, 2 unusable call."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no Chinese shows what it can
    app()
