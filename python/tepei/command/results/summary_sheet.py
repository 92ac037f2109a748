"""The summary of a workbook: verdicts, what excludes most with a chart, what is missing most often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties

from tepei.command.checker import criteria_of
from tepei.command.phrases import PHRASES
from tepei.command.results.look import MARKS, VERDICTS, page_for
from tepei.command.results.workbook_cells import text_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tepei.command.checker import Question, Summary

OUTCOMES = ("not_met", "undetermined", "discretionary")
OUTCOME_PHRASES = ("excludes", "leaves_open", "leaves_to_discretion")
MOST_MISSING = 12
WIDTHS = (34, 14, 14, 14, 18)
CHART_WIDTH = 18
BAR_COLOR = "B5473C"


class _SummarySheet:
    """Counts rows while they are written, so that charts know where their numbers stand."""

    def __init__(self, sheet: Any, question: Question, summary: Summary) -> None:  # noqa: ANN401
        self._sheet = sheet
        self._question = question
        self._summary = summary
        self._phrases = PHRASES[question.lang]
        self._row = 0

    def write(self) -> None:
        """Writes all of it."""
        sheet = self._sheet
        for letter, width in zip("ABCDE", WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.sheet_view.showGridLines = False
        page_for(sheet, [*WIDTHS, *[14] * max(0, len(self._question.tracks) - 4)])
        self._titles()
        self._verdicts()
        for track in self._question.tracks:
            self._criteria(track)
            self._missing(track)

    def _append(self, *cells: Any) -> None:  # noqa: ANN401
        self._sheet.append(cells)
        self._row += 1

    def _text(self, text: str, style: str) -> Any:  # noqa: ANN401
        return text_cell(self._sheet, text, f"tepei {style}")

    def _number(self, number: int) -> Any:  # noqa: ANN401
        cell = WriteOnlyCell(self._sheet, number)
        cell.style = "tepei cell"
        return cell

    def _label(self, track: str) -> str:
        return self._question.policy._core.track_label(track, self._question.lang)

    def _titles(self) -> None:
        policy = self._question.policy
        self._append(self._text(policy.title, "title"))
        says = self._phrases["summary_line"].format(
            rows=self._summary.rows, as_of=self._question.as_of, programme=policy.id
        )
        self._append(self._text(says, "plain"))
        if policy.status == "draft":
            self._append(self._text(self._phrases["draft"], "plain"))
        if self._summary.unread_rows:
            says = self._phrases["summary_unread"].format(
                rows=self._summary.unread_rows, cells=self._summary.bad_cells, sheet=self._phrases["sheet_unread"]
            )
            self._append(self._text(says, "plain"))
        self._append()

    def _verdicts(self) -> None:
        tracks = self._question.tracks
        labels = [self._label(track) for track in tracks] if len(tracks) > 1 else [self._phrases["count"]]
        self._headings([self._phrases["verdict"], *labels])
        for verdict in VERDICTS:
            counts = [self._summary.tracks[track].verdicts[verdict] for track in tracks]
            self._append(self._verdict(verdict), *map(self._number, counts))
        if self._summary.unread_rows:
            self._append(self._verdict("unread"), *[self._number(self._summary.unread_rows)] * len(tracks))
        self._append()

    def _verdict(self, verdict: str) -> Any:  # noqa: ANN401
        return self._text(f"{MARKS[verdict]} {self._phrases[verdict]}", verdict)

    def _headings(self, names: Sequence[str]) -> None:
        self._append(*(self._text(name, "heading") for name in names))

    def _track_title(self, track: str, phrase: str) -> str:
        says = self._phrases[phrase]
        return f"{self._label(track)}：{says}" if self._question.lang == "zh" else f"{self._label(track)}: {says}"

    def _criteria(self, track: str) -> None:
        """What excludes most stands first, in the table and in the chart."""
        outcomes = self._summary.tracks[track].outcomes
        criteria = [c for c in criteria_of(self._question, track) if c.id in outcomes]
        criteria.sort(key=lambda criterion: -outcomes[criterion.id]["not_met"])
        self._append(self._text(self._track_title(track, "by_criterion"), "title"))
        self._headings(
            [
                self._phrases["criterion"],
                *(self._phrases[name] for name in OUTCOME_PHRASES),
                self._phrases["column_citations"],
            ]
        )
        first = self._row
        for criterion in criteria:
            name = criterion.label if self._question.lang == "zh" else criterion.label_en
            counts = [self._number(outcomes[criterion.id][outcome]) for outcome in OUTCOMES]
            self._append(self._text(name, "wrapped"), *counts, self._text(criterion.cite, "wrapped"))
        excluding = len([criterion for criterion in criteria if outcomes[criterion.id]["not_met"]])
        rows_below = self._chart(track, first, excluding, self._row) if excluding else 0
        for _ in range(rows_below + 1):
            self._append()

    def _chart(self, track: str, heading_row: int, bars: int, last_row: int) -> int:
        """A bar for each criterion that excludes anybody, most first; how many rows it covers below the table."""
        chart = BarChart()
        chart.type = "bar"
        chart.style = 10
        chart.title = self._track_title(track, "chart_title")
        chart.legend = None
        chart.gapWidth = 60
        chart.width, chart.height = CHART_WIDTH, 3 + bars
        last = heading_row + bars
        chart.add_data(Reference(self._sheet, min_col=2, min_row=heading_row, max_row=last), titles_from_data=True)
        chart.set_categories(Reference(self._sheet, min_col=1, min_row=heading_row + 1, max_row=last))
        chart.series[0].graphicalProperties = GraphicalProperties(solidFill=BAR_COLOR)
        chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.delete = False
        chart.y_axis.delete = True
        chart.y_axis.majorGridlines = None
        self._sheet.add_chart(chart, f"A{last_row + 2}")
        return int(chart.height / 0.5) + 2

    def _missing(self, track: str) -> None:
        missing = self._summary.tracks[track].missing
        if not missing:
            return
        self._append(self._text(self._track_title(track, "by_missing"), "title"))
        self._headings([self._phrases["fact"], self._phrases["count"]])
        label = self._question.policy._core.fact_label if self._question.lang == "zh" else str
        for fact, count in missing.most_common(MOST_MISSING):
            self._append(self._text(label(fact), "wrapped"), self._number(count))
        self._append()


def write_summary(sheet: Any, question: Question, summary: Summary) -> None:  # noqa: ANN401
    """Fills the summary sheet."""
    _SummarySheet(sheet, question, summary).write()
