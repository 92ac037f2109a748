"""`tepei check`: every person of a roster against one track of a policy, or all of them side by side."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from tepei._errors import Error
from tepei.command.options import Language
from tepei.command.results.output import Format


@dataclass(frozen=True)
class Request:
    """What the command was asked."""

    roster: Path
    policy: str
    track: str | None
    as_of: str
    out: Path | None
    format: Format | None
    sheet: str | None
    lang: str
    rows: int
    readings: list[str]
    threads: int


def check(
    roster: Annotated[
        Path,
        typer.Argument(
            help="CSV, Excel workbook (.xlsx), JSON Lines or Parquet, with Chinese or English headings in any order; "
            "extra columns are kept."
        ),
    ],
    policy: Annotated[str, typer.Option(help="Programme id, or the path of a pack.")],
    as_of: Annotated[str, typer.Option("--as-of", help="Day of the question: 2025-03-21.")],
    track: Annotated[
        str | None, typer.Option(help="Track of the programme; left out, all its tracks stand side by side.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="File to write: the roster with verdict, reasons, missing facts, citations.")
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option(help="Format of the answers; else by the ending of --out. json: one object a line."),
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="Sheet of a workbook, by name or number; else the first.")] = None,
    lang: Annotated[Language, typer.Option(help="Language of the answer.")] = Language.zh,
    rows: Annotated[int, typer.Option(min=0, help="Rows to show in the terminal.")] = 20,
    reading: Annotated[
        list[str] | None, typer.Option(help="READING=OPTION: take another reading of an open passage.")
    ] = None,
    threads: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0: one a processor.")] = 0,
) -> None:
    """Check every person of a roster: verdict, reasons, missing facts and citations.

    \b
    Examples:
      tepei check roster.xlsx --policy inner-mongolia-2025 --as-of 2025-03-21 --out verdicts.xlsx
      tepei check roster.csv --policy inner-mongolia-2025 --track outside --as-of 2025-03-21 --out verdicts.csv
      tepei check roster.parquet --policy liaoning-2025-draft --as-of 2025-03-21 --format json | head

    Exit code 0: done; 1: some rows could not be read; 2: the call cannot be used.
    """
    from tepei.command.run_check import leave_quietly, run  # noqa: PLC0415 - needs pyarrow, which no other command does

    request = Request(roster, policy, track, as_of, out, format, sheet, lang.value, rows, reading or [], threads)
    try:
        code = run(request)
        sys.stdout.flush()
    except Error as error:
        print(error, file=sys.stderr)
        code = 2
    except BrokenPipeError:
        leave_quietly()
        code = 0
    raise typer.Exit(code)
