"""`tepei check` at work: the roster in batches through the checker into the writer, with the report beside."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING

from tqdm import tqdm

from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.command.checker import Checker, Question
from tepei.command.phrases import PHRASES
from tepei.command.policy import find_policy
from tepei.command.report import Report
from tepei.command.results.delimited import CsvResult
from tepei.command.results.json_lines import JsonLinesResult
from tepei.command.results.output import Format, format_of, result_path, text_file
from tepei.command.roster import Roster, open_roster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tepei.command.check import Request
    from tepei.command.files.record import Batch
    from tepei.command.results.answer_columns import ResultWriter

# Short runs show no bar.
SECONDS_WITHOUT_BAR = 1.0


def readings_from(given: list[str]) -> dict[str, str]:
    """Readings as they are written on the command line."""
    readings = {}
    for text in given:
        name, equals, option = text.partition("=")
        if not equals:
            message = f"`{text}` is no reading"
            raise Error([Diagnostic("question.reading.syntax", message, "write READING=OPTION", "--reading")])
        readings[name.strip()] = option.strip()
    return readings


def _question(request: Request) -> Question:
    policy = find_policy(request.policy)
    tracks = [request.track] if request.track is not None else list(policy.tracks)
    readings = readings_from(request.readings)
    return Question(policy, tracks, request.as_of, readings, request.lang, request.threads)


def _writer(
    wanted: Format, path: Path | None, checker: Checker, roster: Roster, question: Question, stack: ExitStack
) -> ResultWriter | None:
    headings, tracks, lang = roster.headings, question.tracks, question.lang
    if wanted is Format.csv:
        return CsvResult(stack.enter_context(text_file(path, mark=True)), headings, tracks, lang)
    if wanted is Format.json:
        return JsonLinesResult(stack.enter_context(text_file(path, mark=False)), headings, lang)
    if path is None or wanted is Format.table:
        return None
    if wanted is Format.xlsx:
        from tepei.command.results.workbook import WorkbookResult  # noqa: PLC0415

        return WorkbookResult(path, checker, headings, question)
    from tepei.command.results.parquet import ParquetResult  # noqa: PLC0415

    return ParquetResult(path, headings, tracks, lang)


def _watched(roster: Roster, lang: str) -> Iterator[Batch]:
    """The roster's batches, with a progress bar on a terminal."""
    start = roster.progress()
    with tqdm(
        desc=PHRASES[lang]["progress"],
        total=start.total,
        unit=start.unit,
        unit_scale=True,
        unit_divisor=1000,
        delay=SECONDS_WITHOUT_BAR,
        leave=False,
        disable=not sys.stderr.isatty(),
        file=sys.stderr,
    ) as bar:
        for batch in roster.batches():
            yield batch
            bar.update(max(0, roster.progress().done - bar.n))


def run(request: Request) -> int:
    """Checks the roster and reports; the exit code."""
    wanted = format_of(request.format, request.out)
    question = _question(request)
    with ExitStack() as stack:
        roster = stack.enter_context(open_roster(request.roster, request.sheet))
        checker = Checker(question, roster.headings, explain=wanted is not Format.table)
        report = Report(question, checker.facts, request.rows)
        report.opening(roster)
        path = None if request.out is None else stack.enter_context(result_path(request.out, request.roster))
        with ExitStack() as files:
            writer = _writer(wanted, path, checker, roster, question, files)
            _check(roster, question, checker, report, writer)
            summary = checker.finish()
            if writer is not None:
                writer.close(summary)
        if wanted is Format.table:
            with nullcontext(sys.stdout) if path is None else text_file(path, mark=False) as file:
                report.tables(summary, file)
    if wanted is not Format.table and request.out is not None:
        report.tables(summary, sys.stdout)
    report.closing(summary, request.out)
    return 1 if summary.unread_rows else 0


def _check(roster: Roster, question: Question, checker: Checker, report: Report, writer: ResultWriter | None) -> None:
    """Every batch through the checker; the rows shown are explained also where no others are."""
    explainer = checker if writer is not None else Checker(question, roster.headings)
    for batch in _watched(roster, question.lang):
        answers = checker.check(batch)
        report.bad_cells(answers)
        if writer is not None:
            writer.write(answers)
        if report.wants > 0:
            report.rows(answers if writer is not None else explainer.check(batch.head(report.wants)))


def leave_quietly() -> None:
    """Where the reader of standard output went away: nothing more can be said to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
