"""Chinese and English text broken to a width, which rich does at blanks only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

NOT_FIRST = "，。；：、！？）》」』”’…）,.;:!?)]}%"
NOT_LAST = "（《「『“‘([{"
NARROWEST = 20


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text`, none wider than `width` columns; Chinese is broken between characters, English at blanks.

    No line begins with a closing mark or ends with an opening one, where that can be helped.
    """
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, max(width, 2))]


def _lines(paragraph: str, width: int) -> Iterator[str]:
    rest = paragraph
    while cell_len(rest) > width:
        most = _fitting(rest, width)
        end = next((place for place in range(most, 0, -1) if _may_break(rest, place)), most)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()
    yield rest


def _fitting(text: str, width: int) -> int:
    """How many characters fit; at least one."""
    used = 0
    for place, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return max(place, 1)
    return len(text)


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return before == " " or after == " " or cell_len(before) == 2 or cell_len(after) == 2  # noqa: PLR2004


class Prose:
    """Text for a cell of a rich table."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as the longest line, as narrow as can be read."""
        widest = max(cell_len(line) for line in self._text.split("\n"))
        return Measurement(min(widest, NARROWEST), widest).with_maximum(options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, padded by the table."""
        for number, line in enumerate(wrapped(self._text, options.max_width)):
            if number:
                yield Segment.line()
            yield Segment(line)
