"""`tepei check`: every person of a roster against one track of a policy."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from tepei import _core
from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.command.policy import find_policy
from tepei.command.report import Report
from tepei.command.roster import Roster, Row, open_roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tepei._core import Decision

RESULT_COLUMNS = ("verdict", "reasons", "missing", "citations", "unread")
OPEN_OUTCOMES = ("not_met", "undetermined", "discretionary")


class Language(str, Enum):
    """The language of what people read."""

    zh = "zh"
    en = "en"


@dataclass(frozen=True)
class BadCell:
    """A cell that could not be read."""

    row: int
    column: str
    message: str
    help: str


@dataclass(frozen=True)
class Answer:
    """What is said of one row: a decision, or the cells that could not be read."""

    row: Row
    decision: Decision | None
    bad_cells: list[BadCell]


@dataclass
class Summary:
    """Counts over the rows; the only thing that is kept of all of them."""

    rows: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    missing: Counter[str] = field(default_factory=Counter)
    unread_rows: int = 0

    def add(self, answer: Answer) -> None:
        """Counts one row."""
        self.rows += 1
        if answer.decision is None:
            self.unread_rows += 1
            return
        self.verdicts[answer.decision.verdict] += 1
        self.missing.update(answer.decision.missing)
        for finding in answer.decision.findings:
            self.outcomes.setdefault(finding.criterion, Counter())[finding.outcome] += 1


class Writer(Protocol):
    """What takes rows of a file: csv's writer."""

    def writerow(self, row: list[str], /) -> object:
        """Takes one row."""


def answers(roster: Roster, query: _core.RosterQuery) -> Iterator[Answer]:
    """The answer for every row, one at a time."""
    width = len(roster.headings)
    for row in roster.rows:
        if any(row.cells[width:]):
            yield Answer(row, None, [_wrong_width(row, width)])
            continue
        decision, problems = query.check(row.cells[:width])
        bad = [BadCell(row.number, roster.headings[place], p.message, p.help) for place, p in problems]
        yield Answer(row, decision, bad)


def _wrong_width(row: Row, width: int) -> BadCell:
    message = f"the row has {len(row.cells)} cells under {width} headings"
    return BadCell(row.number, "-", message, "look for a stray comma or quotation mark")


def result_headings(headings: list[str]) -> list[str]:
    """The roster's headings, then those of the answer, told apart where the roster has one of the same name."""
    return [*headings, *(f"tepei_{name}" if name in headings else name for name in RESULT_COLUMNS)]


def result_row(answer: Answer, width: int, lang: str) -> list[str]:
    """The person's cells as they were, then the answer; cells that stand under no heading come last."""
    cells = [*answer.row.cells[:width], *[""] * (width - len(answer.row.cells))]
    beyond = answer.row.cells[width:] if any(answer.row.cells[width:]) else []
    if answer.decision is None:
        unread = "; ".join(f"{bad.column}: {bad.message}" for bad in answer.bad_cells)
        return [*cells, "", "", "", "", unread, *beyond]
    cites = [f.cite for f in answer.decision.findings if f.outcome in OPEN_OUTCOMES]
    reasons = "\n".join(answer.decision.reasons(lang))
    missing = "; ".join([*answer.decision.missing, *answer.decision.missing_documents])
    return [*cells, answer.decision.verdict, reasons, missing, "; ".join(dict.fromkeys(cites)), ""]


def _writer(out: Path | None, roster: Path, stack: ExitStack) -> Writer | None:
    if out is None:
        return None
    try:
        if out.exists() and out.samefile(roster):
            raise Error([Diagnostic("out.same_file", "--out names the roster itself", "give another file", str(out))])
        # With a byte order mark Excel reads the Chinese right.
        file = stack.enter_context(out.open("w", encoding="utf-8-sig", newline=""))
    except OSError as error:
        message = f"the file cannot be written: {error.strerror or error}"
        raise Error([Diagnostic("out.unwritable", message, "check the path", str(out))]) from error
    return csv.writer(file)


def _readings(given: list[str]) -> dict[str, str]:
    readings = {}
    for text in given:
        name, equals, option = text.partition("=")
        if not equals:
            message = f"`{text}` is no reading"
            raise Error([Diagnostic("question.reading.syntax", message, "write READING=OPTION", "--reading")])
        readings[name.strip()] = option.strip()
    return readings


@dataclass(frozen=True)
class Request:
    """What the command was asked."""

    roster: Path
    policy: str
    track: str | None
    as_of: str
    out: Path | None
    lang: str
    rows: int
    readings: list[str]


def run(request: Request) -> int:
    """Checks the roster and reports; the exit code."""
    policy = find_policy(request.policy)
    with ExitStack() as stack:
        roster = stack.enter_context(open_roster(request.roster))
        core = policy._core
        readings = _readings(request.readings)
        query = _core.RosterQuery(core, roster.headings, request.track, request.as_of, readings)
        report = Report(policy, request)
        report.headings(roster.headings, query.facts)
        writer = _writer(request.out, request.roster, stack)
        if writer is not None:
            writer.writerow(result_headings(roster.headings))
        summary = Summary()
        for answer in answers(roster, query):
            summary.add(answer)
            report.row(answer, query.facts)
            if writer is not None:
                writer.writerow(result_row(answer, len(roster.headings), request.lang))
        report.close(summary, request.out)
    return 1 if summary.unread_rows else 0


def check(
    roster: Annotated[Path, typer.Argument(help="CSV file with Chinese or English headings; extra columns are kept.")],
    policy: Annotated[str, typer.Option(help="Programme id, or the path of a pack.")],
    as_of: Annotated[str, typer.Option("--as-of", help="Day of the question: 2025-03-21.")],
    track: Annotated[
        str | None, typer.Option(help="Track of the programme; may be left out where it has only one.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="CSV file to write: the roster with verdict and reasons.")] = None,
    lang: Annotated[Language, typer.Option(help="Language of the answer.")] = Language.zh,
    rows: Annotated[int, typer.Option(min=0, help="Rows to show in the terminal.")] = 20,
    reading: Annotated[
        list[str] | None, typer.Option(help="READING=OPTION: take another reading of an open passage.")
    ] = None,
) -> None:
    """Check every person of a roster: verdict, reasons, missing facts and citations.

    \b
    Example:
      tepei check roster.csv --policy inner-mongolia-2025 --track outside --as-of 2025-03-21 --out verdicts.csv

    Exit code 0: done; 1: some rows could not be read; 2: the call cannot be used.
    """
    request = Request(roster, policy, track, as_of, out, lang.value, rows, reading or [])
    try:
        code = run(request)
    except Error as error:
        print(error, file=sys.stderr)
        code = 2
    raise typer.Exit(code)
