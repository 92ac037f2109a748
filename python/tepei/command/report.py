"""What the terminal shows: the first rows, the cells that could not be read, and the summary."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rich.box import ROUNDED
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tepei import _core
from tepei.command.phrases import PHRASES
from tepei.command.prose import Prose, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tepei.command.check import Answer, BadCell, Request, Summary
    from tepei.programme import Programme

VERDICTS = ("eligible", "conditional", "undetermined", "ineligible")
STYLES = {"eligible": "green", "conditional": "yellow", "undetermined": "cyan", "ineligible": "red"}
MARKS = {"eligible": "✓", "conditional": "◐", "undetermined": "?", "ineligible": "✗"}
BAD_CELLS_SHOWN = 20
MOST_MISSING_SHOWN = 8
LONGEST_NAME = 24
PIPE_WIDTH = 120


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    wide = PIPE_WIDTH if not stream.isatty() and "COLUMNS" not in os.environ else None
    return Console(stderr=stderr, width=wide, highlight=False, soft_wrap=stderr)


class Report:
    """Collects what is to be shown of the rows and prints it at the end."""

    def __init__(self, policy: Programme, request: Request) -> None:
        self._policy = policy
        self._core = policy._core
        self._request = request
        self._lang = request.lang
        self._phrases = PHRASES[request.lang]
        self._shown: list[tuple[str, str, Text, str]] = []
        self._bad_cells: list[BadCell] = []
        self._bad_cell_count = 0
        self._labels: dict[str, str] = {}
        self._out = _console(stderr=False)
        self._err = _console(stderr=True)

    def headings(self, headings: Sequence[str], facts: Sequence[str | None]) -> None:
        """Says which columns name no fact, with the nearest name that does."""
        known = {fact for fact in facts if fact is not None}
        others = []
        for heading, fact in zip(headings, facts, strict=True):
            if fact is not None or not heading:
                continue
            nearest = _core.suggest_fact(self._core, heading)
            if nearest is not None and nearest[0] not in known:
                self._say(self._err, "nearest_heading", heading=_shortened(heading), nearest=nearest[1])
            else:
                others.append(_shortened(heading))
        if others:
            self._say(self._err, "unknown_headings", headings=self._phrases["comma"].join(others))
        if not known:
            self._say(self._err, "no_facts")

    def row(self, answer: Answer, facts: Sequence[str | None]) -> None:
        """Keeps what is to be shown of one row."""
        self._bad_cell_count += len(answer.bad_cells)
        self._bad_cells.extend(answer.bad_cells[: max(0, BAD_CELLS_SHOWN - len(self._bad_cells))])
        if answer.decision is not None and not self._labels:
            findings = answer.decision.findings
            self._labels = {f.criterion: f.label if self._lang == "zh" else f.label_en for f in findings}
        if len(self._shown) >= self._request.rows:
            return
        place = facts.index("name") if "name" in facts else 0
        name = answer.row.cells[place] if place < len(answer.row.cells) else ""
        self._shown.append((str(answer.row.number), _shortened(name), self._verdict(answer), self._reasons(answer)))

    def close(self, summary: Summary, out: Path | None) -> None:
        """Prints everything."""
        track = self._request.track or self._policy.tracks[0]
        label = self._core.track_label(track, self._lang)
        title = self._phrases["title"].format(title=self._policy.title, track=label, as_of=self._request.as_of)
        self._print(title, "bold")
        if self._policy.status == "draft":
            self._say(self._out, "draft")
        if summary.rows == 0:
            self._say(self._out, "no_rows")
        else:
            self._print_rows(summary.rows)
            self._print_counts(summary)
        self._print_bad_cells()
        if out is not None:
            self._say(self._out, "written", path=out)

    def _print(self, text: str, style: str = "") -> None:
        for line in wrapped(text, self._out.width):
            self._out.print(Text(line, style=style), soft_wrap=True)

    def _say(self, console: Console, key: str, **values: object) -> None:
        text = self._phrases[key].format(**values)
        if console is self._out:
            self._print(text)
        else:
            console.print(Text(text))

    def _verdict(self, answer: Answer) -> Text:
        if answer.decision is None:
            return Text("! " + self._phrases["unread"], style="magenta")
        verdict = answer.decision.verdict
        return Text(f"{MARKS[verdict]} {self._phrases[verdict]}", style=STYLES[verdict])

    def _reasons(self, answer: Answer) -> str:
        if answer.decision is None:
            return "\n".join(f"{_shortened(bad.column)}: {bad.message}" for bad in answer.bad_cells)
        return "\n".join(answer.decision.reasons(self._lang))

    def _print_rows(self, rows: int) -> None:
        if not self._shown:
            return
        table = Table(show_lines=True, box=ROUNDED)
        table.add_column(self._phrases["row"], justify="right", no_wrap=True)
        table.add_column(self._phrases["name"])
        table.add_column(self._phrases["verdict"], no_wrap=True)
        table.add_column(self._phrases["reasons"])
        for number, name, verdict, reasons in self._shown:
            table.add_row(number, Prose(name), verdict, Prose(reasons))
        self._out.print(table)
        if rows > len(self._shown):
            self._say(self._out, "shown", shown=len(self._shown), rows=rows)

    def _print_counts(self, summary: Summary) -> None:
        verdicts = Table(box=ROUNDED)
        verdicts.add_column(self._phrases["verdict"])
        verdicts.add_column(self._phrases["count"], justify="right")
        for verdict in VERDICTS:
            label = Text(f"{MARKS[verdict]} {self._phrases[verdict]}", style=STYLES[verdict])
            verdicts.add_row(label, str(summary.verdicts[verdict]))
        if summary.unread_rows:
            verdicts.add_row(Text("! " + self._phrases["unread"], style="magenta"), str(summary.unread_rows))
        self._out.print(verdicts)
        self._print_criteria(summary)
        self._print_missing(summary)

    def _print_criteria(self, summary: Summary) -> None:
        if not summary.outcomes:
            return
        table = Table(box=ROUNDED)
        table.add_column(self._phrases["by_criterion"])
        table.add_column("")
        for key in ("excludes", "leaves_open", "leaves_to_discretion"):
            table.add_column(self._phrases[key], justify="right")
        # What excludes most stands first.
        for criterion, outcomes in sorted(summary.outcomes.items(), key=lambda item: -item[1]["not_met"]):
            counts = [str(outcomes[outcome]) for outcome in ("not_met", "undetermined", "discretionary")]
            table.add_row(Prose(self._labels.get(criterion, "")), criterion, *counts)
        self._out.print(table)

    def _print_missing(self, summary: Summary) -> None:
        if not summary.missing:
            return
        table = Table(box=ROUNDED)
        table.add_column(self._phrases["by_missing"])
        table.add_column("")
        table.add_column(self._phrases["count"], justify="right")
        for fact, count in summary.missing.most_common(MOST_MISSING_SHOWN):
            table.add_row(Prose(self._core.fact_label(fact)), fact, str(count))
        self._out.print(table)

    def _print_bad_cells(self) -> None:
        if not self._bad_cells:
            return
        self._say(self._err, "bad_cells")
        for bad in self._bad_cells:
            self._say(self._err, "bad_cell", row=bad.row, column=_shortened(bad.column), message=bad.message)
            if bad.help:
                self._say(self._err, "help", help=bad.help)
        if self._bad_cell_count > len(self._bad_cells):
            self._say(self._err, "more_bad_cells", count=self._bad_cell_count - len(self._bad_cells))


def _shortened(text: str) -> str:
    """The user's own words on one line, fit for a table."""
    line = " ".join(text[: 4 * LONGEST_NAME].split())
    line = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
    return line if len(line) <= LONGEST_NAME and len(text) <= 4 * LONGEST_NAME else line[:LONGEST_NAME] + "…"
