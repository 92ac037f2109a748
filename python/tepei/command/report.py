"""What the terminal shows: the first rows, the cells that could not be read, and the summary."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from rich.box import ROUNDED
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tepei import _core
from tepei.command.cell_phrases import told
from tepei.command.checker import criteria_of
from tepei.command.files.record import cell_text
from tepei.command.phrases import PHRASES
from tepei.command.prose import Prose, wrapped
from tepei.command.results.answer_columns import verdict_texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tepei.command.checker import Answers, Question, Summary, TrackCounts
    from tepei.command.files.record import BadCell
    from tepei.command.roster import Roster

VERDICTS = ("eligible", "conditional", "undetermined", "ineligible")
STYLES = {"eligible": "green", "conditional": "yellow", "undetermined": "cyan", "ineligible": "red"}
MARKS = {"eligible": "✓", "conditional": "◐", "undetermined": "?", "ineligible": "✗"}
BAD_CELLS_SHOWN = 20
MOST_MISSING_SHOWN = 8
LONGEST_NAME = 24
PIPE_WIDTH = 120


def _console(stream: TextIO, *, wraps: bool) -> Console:
    wide = PIPE_WIDTH if not stream.isatty() and "COLUMNS" not in os.environ else None
    return Console(file=stream, width=wide, highlight=False, soft_wrap=wraps)


class Report:
    """Collects what is to be shown of the rows and prints it at the end; what went wrong goes to standard error."""

    def __init__(self, question: Question, facts: Sequence[str | None], rows: int) -> None:
        self._question = question
        self._core = question.policy._core
        self._facts = facts
        self._rows = rows
        self._lang = question.lang
        self._phrases = PHRASES[question.lang]
        self._shown: list[tuple[str, str, list[Text], str]] = []
        self._bad_cells: list[BadCell] = []
        self._err = _console(sys.stderr, wraps=True)
        self._out = _console(sys.stdout, wraps=False)

    @property
    def wants(self) -> int:
        """How many more rows are shown."""
        return self._rows - len(self._shown)

    def opening(self, roster: Roster) -> None:
        """Says which sheet is read, and which columns name no fact, with the nearest name that does."""
        comma = self._phrases["comma"]
        if roster.other_sheets:
            others = comma.join(_shortened(title) for title in roster.other_sheets)
            self._complain("sheet_read", sheet=_shortened(roster.sheet or ""), others=others)
        known = {fact for fact in self._facts if fact is not None}
        others_unread = []
        for heading, fact in zip(roster.headings, self._facts, strict=True):
            if fact is not None or not heading:
                continue
            nearest = _core.suggest_fact(self._core, heading)
            if nearest is not None and nearest[0] not in known:
                self._complain("nearest_heading", heading=_shortened(heading), nearest=nearest[1])
            else:
                others_unread.append(_shortened(heading))
        if others_unread:
            self._complain("unknown_headings", headings=comma.join(others_unread))
        if not known:
            self._complain("no_facts")

    def bad_cells(self, answers: Answers) -> None:
        """Keeps the first bad cells."""
        for place in sorted(answers.bad):
            if len(self._bad_cells) >= BAD_CELLS_SHOWN:
                return
            self._bad_cells += answers.bad[place][: BAD_CELLS_SHOWN - len(self._bad_cells)]

    def rows(self, answers: Answers) -> None:
        """Keeps what is to be shown of a batch's first rows."""
        batch = answers.batch.head(self.wants)
        place = self._facts.index("name") if "name" in self._facts else 0
        verdicts = {track: verdict_texts(found.verdict.slice(0, len(batch))) for track, found in answers.tracks.items()}
        for row, number in enumerate(batch.numbers):
            name = _shortened(cell_text(batch.value(place, row)) or "") if batch.columns else ""
            shown = [self._verdict(found[row]) for found in verdicts.values()]
            self._shown.append((str(number), name, shown, self._reasons(answers, row)))

    def tables(self, summary: Summary, file: TextIO) -> None:
        """Prints the rows and the counts."""
        self._out = _console(file, wraps=False)
        tracks = self._question.tracks
        label = self._phrases["comma"].join(self._label(track) for track in tracks)
        title = self._phrases["title"].format(
            title=self._question.policy.title, track=label, as_of=self._question.as_of
        )
        self._print(title, "bold")
        if self._question.policy.status == "draft":
            self._print(self._phrases["draft"])
        if summary.rows == 0:
            self._print(self._phrases["no_rows"])
            return
        self._print_rows(summary.rows)
        self._print_counts(summary)
        for track in tracks:
            self._print_criteria(track, summary.tracks[track])
            self._print_missing(summary.tracks[track])

    def closing(self, summary: Summary, out: Path | None) -> None:
        """Says what could not be read, and where the results are."""
        self._print_bad_cells(summary.bad_cells)
        if summary.noted_rows:
            self._complain("notes", count=summary.noted_rows)
        if out is not None:
            self._out = _console(sys.stdout, wraps=False)
            self._print(self._phrases["written"].format(path=out))

    def _label(self, track: str) -> str:
        return self._core.track_label(track, self._lang)

    def _print(self, text: str, style: str = "") -> None:
        for line in wrapped(text, self._out.width):
            self._out.print(Text(line, style=style), soft_wrap=True)

    def _complain(self, key: str, **values: object) -> None:
        self._err.print(Text(self._phrases[key].format(**values)))

    def _verdict(self, verdict: str | None) -> Text:
        if verdict is None:
            return Text("! " + self._phrases["unread"], style="magenta")
        return Text(f"{MARKS[verdict]} {self._phrases[verdict]}", style=STYLES[verdict])

    def _reasons(self, answers: Answers, row: int) -> str:
        if row in answers.bad:
            return "\n".join(
                f"{_shortened(bad.column)}: {_printable(told(bad, self._lang).message)}" for bad in answers.bad[row]
            )
        several = len(answers.tracks) > 1
        lines: list[str] = []
        for track, found in answers.tracks.items():
            reasons = found.reasons[row].as_py() or []
            if several:
                told_of = self._label(track)
                reasons = [self._phrases["track_reason"].format(track=told_of, reason=reason) for reason in reasons]
            lines += reasons
        return "\n".join(lines)

    def _print_rows(self, rows: int) -> None:
        if not self._shown:
            return
        table = Table(show_lines=True, box=ROUNDED)
        table.add_column(self._phrases["row"], justify="right", no_wrap=True)
        table.add_column(self._phrases["name"])
        several = len(self._question.tracks) > 1
        for track in self._question.tracks:
            table.add_column(self._label(track) if several else self._phrases["verdict"], no_wrap=not several)
        table.add_column(self._phrases["reasons"])
        for number, name, verdicts, reasons in self._shown:
            table.add_row(number, Prose(name), *verdicts, Prose(reasons))
        self._out.print(table)
        if rows > len(self._shown):
            self._print(self._phrases["shown"].format(shown=len(self._shown), rows=rows))

    def _print_counts(self, summary: Summary) -> None:
        tracks = self._question.tracks
        verdicts = Table(box=ROUNDED)
        verdicts.add_column(self._phrases["verdict"])
        for track in tracks:
            verdicts.add_column(self._label(track) if len(tracks) > 1 else self._phrases["count"], justify="right")
        for verdict in VERDICTS:
            label = Text(f"{MARKS[verdict]} {self._phrases[verdict]}", style=STYLES[verdict])
            verdicts.add_row(label, *(str(summary.tracks[track].verdicts[verdict]) for track in tracks))
        if summary.unread_rows:
            unread = [str(summary.unread_rows)] * len(tracks)
            verdicts.add_row(Text("! " + self._phrases["unread"], style="magenta"), *unread)
        self._out.print(verdicts)

    def _heading(self, track: str, key: str) -> str:
        several = len(self._question.tracks) > 1
        return (
            self._phrases["track_reason"].format(track=self._label(track), reason=self._phrases[key])
            if several
            else self._phrases[key]
        )

    def _print_criteria(self, track: str, counts: TrackCounts) -> None:
        if not counts.outcomes:
            return
        table = Table(box=ROUNDED)
        table.add_column(self._heading(track, "by_criterion"))
        table.add_column("")
        for key in ("excludes", "leaves_open", "leaves_to_discretion"):
            table.add_column(self._phrases[key], justify="right")
        labels = {c.id: c.label if self._lang == "zh" else c.label_en for c in criteria_of(self._question, track)}
        # What excludes most stands first.
        for criterion, outcomes in sorted(counts.outcomes.items(), key=lambda item: -item[1]["not_met"]):
            numbers = [str(outcomes[outcome]) for outcome in ("not_met", "undetermined", "discretionary")]
            table.add_row(Prose(labels.get(criterion, "")), criterion, *numbers)
        self._out.print(table)

    def _print_missing(self, counts: TrackCounts) -> None:
        if not counts.missing:
            return
        table = Table(box=ROUNDED)
        table.add_column(self._phrases["by_missing"])
        table.add_column("")
        table.add_column(self._phrases["count"], justify="right")
        for fact, count in counts.missing.most_common(MOST_MISSING_SHOWN):
            table.add_row(Prose(self._core.fact_label(fact)), fact, str(count))
        self._out.print(table)

    def _print_bad_cells(self, count: int) -> None:
        if not self._bad_cells:
            return
        self._complain("bad_cells")
        for bad in self._bad_cells:
            said = told(bad, self._lang)
            self._complain("bad_cell", row=bad.row, column=_shortened(bad.column), message=_printable(said.message))
            if said.help:
                self._complain("help", help=_printable(said.help))
        if count > len(self._bad_cells):
            self._complain("more_bad_cells", count=count - len(self._bad_cells))


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def _shortened(text: str) -> str:
    """The user's own words on one line, fit for a table."""
    line = _printable(" ".join(text[: 4 * LONGEST_NAME].split()))
    return line if len(line) <= LONGEST_NAME and len(text) <= 4 * LONGEST_NAME else line[:LONGEST_NAME] + "…"
