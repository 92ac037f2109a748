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

app = typer.Typer(
    name="tepei",
    help="Check rosters against the policies of talent programmes. 按人才项目政策核对名单。",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(check)
app.command()(explain)
app.command()(leave)
app.command()(grade)
app.command()(funding)
app.command("programmes")(list_programmes)
app.command()(config)
app.command()(show)
app.command()(clauses)
app.command()(validate)


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
