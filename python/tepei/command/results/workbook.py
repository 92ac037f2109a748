"""The roster with its answers as an Excel workbook: results, a summary with charts, and the cells nobody could read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from rich.cells import cell_len

from tepei.command.cell_phrases import told
from tepei.command.phrases import PHRASES
from tepei.command.results.answer_columns import joined, unread_text, verdict_texts
from tepei.command.results.look import LINE_HEIGHT, MARKS, height_of, page_for, styles
from tepei.command.results.summary_sheet import write_summary
from tepei.command.results.workbook_cells import roster_cell, text_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tepei.command.checker import Answers, Checker, Question, Summary, TrackAnswers
    from tepei.command.files.record import Batch

# What a sheet of Excel holds, less the headings.
MOST_ROWS = 1_048_575
NARROWEST, WIDEST = 8, 36
WIDTHS = {"verdict": 16, "reasons": 52, "missing": 24, "citations": 18, "notes": 30, "unread": 44}
UNREAD_WIDTHS = (8, 20, 24, 28, 20, 44, 52)
UNREAD_HEADINGS = ("row", "column", "content", "expected", "nearest", "problem", "advice")


class WorkbookResult:
    """Writes a workbook row by row: only the counts are kept."""

    def __init__(self, path: Path, checker: Checker, headings: Sequence[str], question: Question) -> None:
        self._path = path
        self._checker = checker
        self._headings = headings
        self._question = question
        self._phrases = PHRASES[question.lang]
        self._book = Workbook(write_only=True)
        for style in styles():
            self._book.add_named_style(style)
        self._sheet: Any = None
        self._unread: Any = None
        self._width = 0
        self._answer_widths: list[int] = []
        self._rows = 0
        self._unread_rows = 0

    def write(self, answers: Answers) -> None:
        """Writes a batch."""
        batch = answers.batch
        if self._sheet is None:
            self._begin(batch)
        columns = [batch.values(place) for place in range(len(self._headings))]
        tracks = [self._track(found) for found in answers.tracks.values()]
        notes = joined(answers.notes, "\n")
        for place in range(len(batch)):
            if self._rows == MOST_ROWS:
                self._begin_results(batch)
            unread = unread_text(answers.bad.get(place, ()), self._question.lang)
            said = [[verdicts[place], *(text[place] for text in texts)] for verdicts, *texts in tracks]
            beyond = batch.beyond.get(place, ())
            self._append([column[place] for column in columns], said, [notes[place], unread], beyond)
        self._write_unread(answers)

    def _append(
        self, person: Sequence[object], tracks: list[list[str | None]], texts: list[str], beyond: Sequence[str]
    ) -> None:
        """Writes a row: the person's cells, a verdict with its texts for each track, the texts of the row."""
        sheet = self._sheet
        row = [roster_cell(sheet, cell) for cell in person]
        shown: list[str] = []
        for verdict, *others in tracks:
            said = [text or "" for text in others]
            row += [self._verdict(verdict), *(text_cell(sheet, text, "tepei wrapped") for text in said)]
            shown += ["", *said]
        row += [text_cell(sheet, text, "tepei wrapped") for text in texts]
        shown += texts
        row += [roster_cell(sheet, cell) for cell in beyond]
        _append_row(sheet, self._rows + 2, row, zip(shown, self._answer_widths, strict=True))
        self._rows += 1

    def close(self, summary: Summary) -> None:
        """Writes the summary and saves."""
        if self._sheet is None:
            self._begin(None)
        self._filter(self._sheet, self._width, self._rows)
        self._filter(self._unread, len(UNREAD_HEADINGS), self._unread_rows)
        write_summary(self._summary, self._question, summary)
        self._book.save(self._path)

    def _begin(self, batch: Batch | None) -> None:
        self._begin_results(batch)
        self._summary = self._book.create_sheet(self._phrases["sheet_summary"])
        self._unread = self._new_sheet(self._phrases["sheet_unread"], UNREAD_WIDTHS)
        self._heading_row(self._unread, [], [self._phrases[name] for name in UNREAD_HEADINGS])

    def _begin_results(self, batch: Batch | None) -> None:
        """The sheet of results; where it is full, one more."""
        title = self._phrases["sheet_results"]
        if self._sheet is not None:
            self._filter(self._sheet, self._width, self._rows)
            title = f"{title} {len(self._book.worksheets)}"
        names = self._answer_headings()
        widths = [*self._roster_widths(batch), *(width for _, width in names)]
        self._width = len(widths)
        self._answer_widths = [width for _, width in names]
        self._sheet = self._new_sheet(title, widths, frozen_columns=self._name_column())
        self._heading_row(self._sheet, self._headings, [name for name, _ in names])
        self._rows = 0

    def _new_sheet(self, title: str, widths: Sequence[int], frozen_columns: int = 0) -> Any:  # noqa: ANN401
        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}2"
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        page_for(sheet, widths)
        sheet.print_title_rows = "1:1"
        return sheet

    def _name_column(self) -> int:
        """How many columns stay in sight: those up to the name, where it stands in front."""
        facts = self._checker.facts
        place = facts.index("name") if "name" in facts else -1
        return place + 1 if place < 3 else 0  # noqa: PLR2004

    def _answer_headings(self) -> list[tuple[str, int]]:
        names = []
        core = self._question.policy._core
        for track in self._question.tracks:
            label = core.track_label(track, self._question.lang)
            for name in ("verdict", "reasons", "missing", "citations"):
                told_name = self._phrases[f"column_{name}"]
                if len(self._question.tracks) > 1:
                    told_name = f"{label}\n{told_name}"
                names.append((told_name, WIDTHS[name]))
        return [*names, *((self._phrases[f"column_{name}"], WIDTHS[name]) for name in ("notes", "unread"))]

    def _roster_widths(self, batch: Batch | None) -> list[int]:
        """Wide enough for the headings and the first rows."""
        widths = []
        for place, heading in enumerate(self._headings):
            cells = [] if batch is None else list(batch.head(200).values(place))
            longest = max((cell_len(str(cell)[:80]) for cell in cells if cell is not None), default=0)
            widths.append(min(max(longest, cell_len(heading[:80]), NARROWEST) + 2, WIDEST))
        return widths

    def _heading_row(self, sheet: Any, headings: Sequence[str], answers: Sequence[str]) -> None:  # noqa: ANN401
        row = [text_cell(sheet, heading, "tepei heading") for heading in headings]
        row += [text_cell(sheet, name, "tepei answer heading") for name in answers]
        _append_row(sheet, 1, row, ((name, WIDEST) for name in (*headings, *answers)))

    def _verdict(self, verdict: str | None) -> Any:  # noqa: ANN401
        key = verdict or "unread"
        cell = WriteOnlyCell(self._sheet, f"{MARKS[key]} {self._phrases[key]}")
        cell.style = f"tepei {key}"
        return cell

    def _track(self, found: TrackAnswers) -> tuple[list[str | None], list[str], list[str], list[str]]:
        """Verdicts by id, then reasons, missing facts by label with documents, and citations."""
        comma = self._phrases["comma"]
        label = self._question.policy._core.fact_label if self._question.lang == "zh" else str
        missing = [
            comma.join([*(label(fact) for fact in facts or ()), *(documents or ())])
            for facts, documents in zip(found.missing.to_pylist(), found.missing_documents.to_pylist(), strict=True)
        ]
        return verdict_texts(found.verdict), joined(found.reasons, "\n"), missing, joined(found.citations, comma)

    def _write_unread(self, answers: Answers) -> None:
        for place in sorted(answers.bad):
            for bad in answers.bad[place]:
                if self._unread_rows == MOST_ROWS:
                    return
                said = told(bad, self._question.lang)
                number = WriteOnlyCell(self._unread, bad.row)
                number.style = "tepei cell"
                texts = (bad.column, bad.content, said.expected, said.nearest, said.message, said.help)
                row = [number, *(text_cell(self._unread, text, "tepei wrapped") for text in texts)]
                _append_row(self._unread, self._unread_rows + 2, row, zip(texts, UNREAD_WIDTHS[1:], strict=True))
                self._unread_rows += 1

    @staticmethod
    def _filter(sheet: Any, columns: int, rows: int) -> None:  # noqa: ANN401
        sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows + 1}"


def _append_row(sheet: Any, number: int, row: Sequence[Any], texts: Iterable[tuple[str, int]]) -> None:  # noqa: ANN401
    """Writes a row as tall as its texts need, and forgets its height: a sheet keeps those of all rows else."""
    height = height_of(texts)
    if height > LINE_HEIGHT:
        sheet.row_dimensions[number].height = height
    sheet.append(row)
    sheet.row_dimensions.pop(number, None)
