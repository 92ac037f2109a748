"""How a workbook looks: what can be told apart in colour, in grey, and by its words alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VERDICTS = ("eligible", "conditional", "undetermined", "ineligible")
MARKS = {"eligible": "✓", "conditional": "◐", "undetermined": "?", "ineligible": "✗", "unread": "!"}
# On every Windows that writes Chinese; other systems put a font of theirs in its place.
FONT = "Microsoft YaHei"
EDGE = Side(style="thin", color="BFBFBF")
BORDER = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)


@dataclass(frozen=True)
class Shade:
    """A fill and the colour of the text on it; the fills' lightness falls from verdict to verdict."""

    fill: str
    text: str
    bold: bool = True


SHADES = {
    "eligible": Shade("E8F5E1", "1E4620"),
    "conditional": Shade("F6D978", "4A3A00"),
    "undetermined": Shade("A9C4E4", "10253F"),
    "ineligible": Shade("B5473C", "FFFFFF"),
    "unread": Shade("3A3A3A", "FFFFFF"),
}


def _style(name: str, *, wrap: bool = False, fill: str = "", bold: bool = False, color: str = "000000") -> NamedStyle:
    style = NamedStyle(name=f"tepei {name}")
    style.alignment = Alignment(vertical="center", wrap_text=wrap)
    style.font = Font(name=FONT, size=11, bold=bold, color=color)
    style.border = BORDER
    if fill:
        style.fill = PatternFill("solid", fgColor=fill)
    return style


def styles() -> list[NamedStyle]:
    """Every style the workbook uses, by name `tepei …`."""
    found = [
        _style("cell"),
        _style("wrapped", wrap=True),
        _style("date"),
        _style("text"),
        _style("heading", wrap=True, fill="D9D9D9", bold=True),
        _style("answer heading", wrap=True, fill="404040", bold=True, color="FFFFFF"),
    ]
    found[2].number_format = "yyyy-mm-dd"
    found[2].alignment = Alignment(horizontal="left", vertical="center")
    found[3].number_format = "@"
    title = NamedStyle(name="tepei title")
    title.font = Font(name=FONT, size=14, bold=True)
    plain = NamedStyle(name="tepei plain")
    plain.font = Font(name=FONT, size=11)
    for verdict, shade in SHADES.items():
        found.append(_style(verdict, fill=shade.fill, bold=shade.bold, color=shade.text))
    return [*found, title, plain]


LINE_HEIGHT = 16.5
TALLEST = 409.0
WIDEST_PAGE = 340


def page_for(sheet: Any, widths: Sequence[int]) -> None:  # noqa: ANN401
    """Prints the whole width on A3 or A4 where it can then still be read, the headings on every page."""
    landscape = sum(widths) > 100  # noqa: PLR2004
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 8 if landscape else 9
    if sum(widths) <= WIDEST_PAGE:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0


def height_of(texts: Iterable[tuple[str, int]]) -> float:
    """How tall a row must be for its wrapped texts, each with its column's width: not every program works it out."""
    lines = 1
    for text, width in texts:
        if text:
            lines = max(lines, sum(max(1, -(-cell_len(line) // max(width - 2, 1))) for line in text.split("\n")))
    return min(lines * LINE_HEIGHT, TALLEST)
