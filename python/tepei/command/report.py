"""What the terminal shows: the first rows, the cells that could not be read, and the summary."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tepei import _core
from tepei.command.phrases import PHRASES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tepei.command.check import Answer, BadCell, Summary
    from tepei.programme import Programme

VERDICTS = ("eligible", "conditional", "undetermined", "ineligible")
STYLES = {"eligible": "green", "conditional": "yellow", "undetermined": "cyan", "ineligible": "red"}
MARKS = {"eligible": "✓", "conditional": "◐", "undetermined": "?", "ineligible": "✗"}
BAD_CELLS_SHOWN = 20
MOST_MISSING_SHOWN = 8
PIPE_WIDTH = 120


class Report:
    """Collects what is to be shown of the rows and prints it at the end."""

    def __init__(self, policy: Programme, track: str | None, as_of: str, lang: str, rows: int) -> None:
        self._policy = policy
        self._track = track or policy.tracks[0]
        self._as_of = as_of
        self._lang = lang
        self._phrases = PHRASES[lang]
        self._rows_wanted = rows
        self._shown: list[tuple[str, str, Text, str]] = []
        self._bad_cells: list[BadCell] = []
        self._bad_cell_count = 0
        self._labels: dict[str, str] = {}
        self._out = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)
        self._err = Console(stderr=True, highlight=False, soft_wrap=True)

    def headings(self, core: _core.Programme, headings: Sequence[str], facts: Sequence[str | None]) -> None:
        """Says which columns name no fact, with the nearest name that does."""
        known = {fact for fact in facts if fact is not None}
        for heading, fact in zip(headings, facts):
            if fact is not None or not heading:
                continue
            nearest = _core.suggest_fact(core, heading)
            key = "nearest_heading" if nearest and nearest not in known else "unknown_heading"
            self._say(self._err, key, heading=heading, nearest=nearest or "")

    def row(self, answer: Answer, headings: Sequence[str], facts: Sequence[str | None]) -> None:
        """Keeps what is to be shown of one row."""
        self._bad_cell_count += len(answer.bad_cells)
        self._bad_cells.extend(answer.bad_cells[: max(0, BAD_CELLS_SHOWN - len(self._bad_cells))])
        if answer.decision is not None and not self._labels:
            self._labels = {finding.criterion: finding.label for finding in answer.decision.findings}
        if len(self._shown) >= self._rows_wanted:
            return
        place = facts.index("name") if "name" in facts else 0
        name = answer.row.cells[place] if place < len(answer.row.cells) else ""
        self._shown.append((str(answer.row.number), name[:40], self._verdict(answer), self._reasons(answer, headings)))

    def close(self, summary: Summary, out: Path | None) -> None:
        """Prints everything."""
        title = self._phrases["title"].format(title=self._policy.title, track=self._track, as_of=self._as_of)
        self._out.print(Text(title, style="bold"))
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

    def _say(self, console: Console, key: str, **values: object) -> None:
        console.print(Text(self._phrases[key].format(**values)))

    def _verdict(self, answer: Answer) -> Text:
        if answer.decision is None:
            return Text("! " + self._phrases["unread"], style="magenta")
        verdict = answer.decision.verdict
        return Text(f"{MARKS[verdict]} {self._phrases[verdict]}", style=STYLES[verdict])

    def _reasons(self, answer: Answer, headings: Sequence[str]) -> str:
        if answer.decision is None:
            return "\n".join(f"{bad.column if bad.column in headings else ''} {bad.message}" for bad in answer.bad_cells)
        return "\n".join(answer.decision.reasons(self._lang))

    def _print_rows(self, rows: int) -> None:
        if not self._shown:
            return
        table = Table(show_lines=True)
        table.add_column(self._phrases["row"], justify="right")
        table.add_column(self._phrases["name"])
        table.add_column(self._phrases["verdict"], no_wrap=True)
        table.add_column(self._phrases["reasons"])
        for number, name, verdict, reasons in self._shown:
            table.add_row(number, Text(name), verdict, Text(reasons))
        self._out.print(table)
        if rows > len(self._shown):
            self._say(self._out, "shown", shown=len(self._shown), rows=rows)

    def _print_counts(self, summary: Summary) -> None:
        verdicts = Table(title=self._phrases["verdict"])
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
        table = Table(title=self._phrases["by_criterion"])
        for key, justify in (("criterion", "left"), ("excludes", "right"), ("leaves_open", "right")):
            table.add_column(self._phrases[key], justify="right" if justify == "right" else "left")
        # What excludes most stands first.
        for criterion, outcomes in sorted(summary.outcomes.items(), key=lambda item: -item[1]["not_met"]):
            label = self._labels.get(criterion, "") if self._lang == "zh" else ""
            table.add_row(f"{label} {criterion}".strip(), str(outcomes["not_met"]), str(outcomes["undetermined"]))
        if summary.outcomes:
            self._out.print(table)

    def _print_missing(self, summary: Summary) -> None:
        if not summary.missing:
            return
        table = Table(title=self._phrases["by_missing"])
        table.add_column(self._phrases["fact"])
        table.add_column(self._phrases["count"], justify="right")
        for fact, count in summary.missing.most_common(MOST_MISSING_SHOWN):
            table.add_row(fact, str(count))
        self._out.print(table)

    def _print_bad_cells(self) -> None:
        if not self._bad_cells:
            return
        self._say(self._err, "bad_cells")
        for bad in self._bad_cells:
            self._say(self._err, "bad_cell", row=bad.row, column=bad.column, message=bad.message)
            if bad.help:
                self._say(self._err, "help", help=bad.help)
        if self._bad_cell_count > len(self._bad_cells):
            self._say(self._err, "more_bad_cells", count=self._bad_cell_count - len(self._bad_cells))
