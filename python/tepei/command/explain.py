"""`tepei explain`: one person of a roster, criterion by criterion, for one track or all side by side."""

from __future__ import annotations

import difflib
import html
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tepei import _core
from tepei.command.answer import answered, deliver
from tepei.command.cell_phrases import told
from tepei.command.files.record import BadCell, cell_text
from tepei.command.options import (
    Format,
    FormatOption,
    Language,
    LanguageOption,
    OutOption,
    PolicyOption,
    ReadingOption,
    chosen_readings,
    complete_track,
)
from tepei.command.page import page
from tepei.command.phrases import PHRASES as VERDICTS
from tepei.command.policy import find_policy
from tepei.command.policy_phrases import PHRASES
from tepei.command.quantities import refused
from tepei.command.roster import Row, open_roster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tepei._core import Decision
    from tepei.command.roster import Roster
    from tepei.programme import Programme

NEAREST_SHOWN = 3
ROWS_AT_ONCE = 1024
WHOLE_ROW = "-"


@dataclass(frozen=True)
class Explanation:
    """What is said of one row: a decision for each track, or the cells that could not be read."""

    row: int
    name: str
    decisions: list[Decision]
    problems: list[BadCell]


@dataclass(frozen=True)
class Found:
    """A row with what its reader could not take."""

    row: Row
    problems: list[BadCell]


def every_row(roster: Roster) -> Iterator[Found]:
    """The rows one at a time."""
    for batch in roster.batches(ROWS_AT_ONCE):
        columns = [batch.columns[place].to_pylist() for place in range(len(roster.headings))]
        for place, number in enumerate(batch.numbers):
            cells = [cell_text(column[place]) or "" for column in columns]
            yield Found(Row(number, cells), batch.problems.get(place, []))


@dataclass(frozen=True)
class Person:
    """Whom the command asks about: a row, or everybody of a name."""

    row: int | None
    name: str | None

    def option(self) -> str:
        """The option that says so."""
        return "--row" if self.name is None else "--name"


def rows_of(roster: Roster, person: Person, name_column: int | None) -> list[Found]:
    """The rows of that number or name; `Error` where there is none."""
    if (person.row is None) == (person.name is None):
        raise refused("question.person", "which person is not clear", "give --row N or --name 姓名", "--row")
    if person.name is not None:
        return _rows_named(roster, person.name.strip(), name_column)
    last = None
    for found in every_row(roster):
        if found.row.number == person.row:
            return [found]
        last = found.row.number
    message = f"there is nobody in row {person.row}"
    expected = (
        "the roster has nobody" if last is None else f"row 1 holds the headings, the last person stands in row {last}"
    )
    raise refused("question.person.unknown", message, expected, "--row")


def _rows_named(roster: Roster, name: str, column: int | None) -> list[Found]:
    if column is None:
        raise refused("question.person.unknown", "the roster has no column of names", "give --row N", "--name")
    of_that_name: list[Found] = []
    names: set[str] = set()
    for found in every_row(roster):
        cell = found.row.cells[column].strip()
        names.add(cell)
        if cell == name:
            of_that_name.append(found)
    if of_that_name:
        return of_that_name
    near = [f"`{each}`" for each in difflib.get_close_matches(name, sorted(names), NEAREST_SHOWN, 0.4)]
    expected = f"did you mean {' or '.join(near)}?" if near else "give --row N, as the spreadsheet counts"
    raise refused("question.person.unknown", f"nobody is called `{name}`", expected, "--name")


def explanations(
    policy: Programme,
    roster: Roster,
    person: Person,
    tracks: Sequence[str],
    as_of: str,
    readings: dict[str, str],
) -> list[Explanation]:
    """The answers for the person, or for each person of that name."""
    queries = [_core.RosterQuery(policy._core, roster.headings, track, as_of, readings) for track in tracks]
    facts = queries[0].facts
    column = facts.index("name") if "name" in facts else None
    return [_explained(found, roster.headings, queries, column) for found in rows_of(roster, person, column)]


def _explained(found: Found, headings: list[str], queries: list[_core.RosterQuery], column: int | None) -> Explanation:
    row = found.row
    name = row.cells[column].strip() if column is not None else ""
    # What stands under a heading that names no fact matters to nobody.
    named = {heading for heading, fact in zip(headings, queries[0].facts, strict=True) if fact is not None}
    refused_cells = [bad for bad in found.problems if bad.column in named or bad.column == WHOLE_ROW]
    if refused_cells:
        return Explanation(row.number, name, [], refused_cells)
    decisions: list[Decision] = []
    for query in queries:
        decision, problems = query.check(row.cells)
        if decision is None:  # the same for every track
            unread = [
                BadCell(row.number, headings[place], row.cells[place], each.code, each.message, each.help)
                for place, each in problems
            ]
            return Explanation(row.number, name, [], unread)
        decisions.append(decision)
    return Explanation(row.number, name, decisions, [])


def _who(explanation: Explanation, lang: str) -> str:
    key = "person" if explanation.name else "row_alone"
    return PHRASES[lang][key].format(row=explanation.row, name=explanation.name)


def _side_by_side(policy: Programme, explanation: Explanation, lang: str) -> list[str]:
    """A line a track, where there are several."""
    if len(explanation.decisions) < 2:  # noqa: PLR2004
        return []
    return [
        PHRASES[lang]["track_verdict"].format(
            track=policy._core.track_label(decision.track, lang), verdict=VERDICTS[lang][decision.verdict]
        )
        for decision in explanation.decisions
    ]


def _unread(explanation: Explanation, lang: str) -> list[str]:
    lines = []
    for bad in explanation.problems:
        said = told(bad, lang)
        message = (
            PHRASES[lang]["help_after"].format(message=said.message, help=said.help) if said.help else said.message
        )
        lines.append(PHRASES[lang]["unread_cell"].format(column=bad.column, message=message))
    return lines


def as_text(policy: Programme, found: Sequence[Explanation], lang: str) -> str:
    """For the terminal."""
    blocks: list[str] = []
    for explanation in found:
        lines = [_who(explanation, lang)]
        if explanation.problems:
            lines += [PHRASES[lang]["unread"], *(f"    {line}" for line in _unread(explanation, lang))]
        if summary := _side_by_side(policy, explanation, lang):
            lines += ["", PHRASES[lang]["side_by_side"], *(f"    {line}" for line in summary)]
        blocks.append("\n".join(lines) + "\n")
        for decision in explanation.decisions:
            over = f"── {policy._core.track_label(decision.track, lang)} ──\n" if summary else ""
            blocks.append(over + decision.text(lang))
    return "\n".join(blocks)


def as_page(policy: Programme, found: Sequence[Explanation], lang: str) -> str:
    """For a browser."""
    fragments: list[str] = []
    for explanation in found:
        fragments.append(f"<h1>{html.escape(_who(explanation, lang))}</h1>")
        if explanation.problems:
            cells = "".join(f"<li>{html.escape(line)}</li>" for line in _unread(explanation, lang))
            fragments.append(f'<div class="note">{html.escape(PHRASES[lang]["unread"])}<ul>{cells}</ul></div>')
        if summary := _side_by_side(policy, explanation, lang):
            lines = "".join(f"<li>{html.escape(line)}</li>" for line in summary)
            fragments.append(f"<ul>{lines}</ul>")
        fragments += [decision.html(lang) for decision in explanation.decisions]
    title = f"{_who(found[0], lang)} · {policy.title}" if found else policy.title
    return page(title, fragments, lang)


def as_json(found: Sequence[Explanation]) -> str:
    """For programs: a list with an object for each person."""

    def problem(bad: BadCell) -> dict[str, Any]:
        return {"column": bad.column, "code": bad.code, "message": bad.message, "help": bad.help}

    people = [
        {
            "row": explanation.row,
            "name": explanation.name or None,
            "decisions": [decision.to_dict() for decision in explanation.decisions],
            "unread": [problem(bad) for bad in explanation.problems],
        }
        for explanation in found
    ]
    return json.dumps(people, ensure_ascii=False, indent=2) + "\n"


def _say_misspelt(policy: Programme, roster: Roster, as_of: str, lang: str) -> None:
    """A misspelt heading looks like a missing fact: better said than searched for."""
    facts = _core.RosterQuery(policy._core, roster.headings, policy.tracks[0], as_of, {}).facts
    for heading, fact in zip(roster.headings, facts, strict=True):
        nearest = None if fact is not None or not heading else _core.suggest_fact(policy._core, heading)
        if nearest is not None and nearest[0] not in facts:
            print(PHRASES[lang]["nearest_heading"].format(heading=heading, nearest=nearest[1]), file=sys.stderr)


def explain(
    roster: Annotated[Path, typer.Argument(help="The roster, as for `tepei check`.")],
    as_of: Annotated[str, typer.Option("--as-of", help="Day of the question: 2025-03-21.")],
    policy: PolicyOption = None,
    row: Annotated[
        int | None, typer.Option(help="The person's row, as the spreadsheet counts: headings are 1.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="The person's name, in place of --row.")] = None,
    track: Annotated[
        str | None, typer.Option(help="Track; all of them where left out.", autocompletion=complete_track)
    ] = None,
    reading: ReadingOption = None,
    lang: LanguageOption = Language.zh,
    form: FormatOption = Format.text,
    out: OutOption = None,
) -> None:
    """Explain the answer for one person of a roster, criterion by criterion (逐条说明一个人的结论).

    \b
    Examples:
      tepei explain roster.csv --row 6 --policy inner-mongolia-2025 --track outside --as-of 2025-03-21
      tepei explain roster.csv --name 高其木格 --policy inner-mongolia-2025 --as-of 2025-03-21
      tepei explain roster.csv --row 6 --policy liaoning-2025-draft --as-of 2025-03-21 --lang en
      tepei explain roster.csv --row 6 --policy inner-mongolia-2025 --as-of 2025-03-21 --format html --out person.html

    Exit code 0: done; 1: the person's row could not be read; 2: the call cannot be used.
    """

    def ask() -> int:
        found_policy = find_policy(policy)
        tracks = found_policy.tracks if track is None else [track]
        with open_roster(roster) as people:
            found = explanations(found_policy, people, Person(row, name), tracks, as_of, chosen_readings(reading))
            _say_misspelt(found_policy, people, as_of, lang.value)
        if form is Format.json:
            text = as_json(found)
        elif form is Format.html:
            text = as_page(found_policy, found, lang.value)
        else:
            text = as_text(found_policy, found, lang.value)
        deliver(text, out, form, roster, policy)
        return 1 if any(explanation.problems for explanation in found) else 0

    answered(ask)
