"""Pieces of HTML for notebooks: style inline, no script, the page's own colours on light and dark.

Fills are grey or coloured but nearly transparent, so that both grounds shine through; no colour says anything that
words or marks do not say too.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

FRAME = (
    "max-width:60em;overflow-x:auto;line-height:1.5;color:inherit;border:1px solid rgba(127,127,127,.45);"
    "border-radius:6px;padding:.6em .9em;margin:.2em 0"
)
FAINT = "opacity:.72"
LINE = "border:0;border-top:1px solid rgba(127,127,127,.25)"
CELL = f"{LINE};padding:.15em .7em .15em 0;text-align:left;vertical-align:baseline;background:transparent;color:inherit"
NUMBER = CELL.replace("text-align:left", "text-align:right") + ";font-variant-numeric:tabular-nums;white-space:nowrap"
HEAD = CELL.replace(LINE, "border:0") + f";font-weight:normal;{FAINT};vertical-align:bottom;white-space:nowrap"
GROUP = HEAD + ";font-size:.85em"
HEAD_NUMBER = HEAD.replace("text-align:left", "text-align:right")

# A fill for each outcome and verdict, from the best to the worst; strong enough to be told apart in grey.
FILLS = ("rgba(38,150,94,.75)", "rgba(58,124,200,.6)", "rgba(214,160,30,.6)", "rgba(127,127,127,.3)")


def escaped(text: object) -> str:
    """The text with everything escaped that HTML would take for markup."""
    return html.escape(str(text), quote=True)


def block(content: str, style: str = "") -> str:
    """A `<div>` around HTML."""
    return f'<div style="{style}">{content}</div>' if style else f"<div>{content}</div>"


def frame(name: str, lang: str, content: Iterable[str]) -> str:
    """The whole answer: one `<div>` to be put into a page."""
    return f'<div class="tepei-{name}" lang="{lang}" style="{FRAME}">' + "\n".join(content) + "</div>"


def headline(text: object) -> str:
    """What the answer is, first."""
    return block(escaped(text), "font-weight:bold;font-size:1.1em")


def faint(text: object) -> str:
    """A line that stands back."""
    return block(escaped(text), FAINT)


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Iterable[int] = (),
    groups: Iterable[tuple[str, int]] = (),
) -> str:
    """A table of cells that are HTML already.

    `numbers` are the places of the columns that are set to the right, `groups` are headings over so many columns each.
    """
    right = set(numbers)

    def line(cells: Sequence[str], tag: str, left_style: str, right_style: str) -> str:
        made = (
            f'<{tag} style="{right_style if place in right else left_style}">{cell}</{tag}>'
            for place, cell in enumerate(cells)
        )
        return '<tr style="background:transparent">' + "".join(made) + "</tr>"

    over = "".join(f'<th colspan="{span}" style="{GROUP}">{text}</th>' for text, span in groups)
    head = f'<tr style="background:transparent">{over}</tr>' if over else ""
    head += line(headings, "th", HEAD, HEAD_NUMBER) if any(headings) else ""
    body = "\n".join(line(cells, "td", CELL, NUMBER) for cells in rows)
    style = "border-collapse:collapse;border:0;margin:.4em 0;font-size:inherit"
    return f'<table style="{style}"><thead>{head}</thead><tbody>{body}</tbody></table>'


def bar(counts: Sequence[int], whole: int, width: str = "12em") -> str:
    """Counts as parts of one bar, in the order of `FILLS`; as wide as `width` where they sum up to `whole`."""
    parts = "".join(
        f'<span style="display:inline-block;height:.75em;width:{100 * count / whole:.4g}%;background:{fill}"></span>'
        for count, fill in zip(counts, FILLS, strict=False)
        if count and whole
    )
    return f'<span style="display:inline-block;width:{width};white-space:nowrap;line-height:.75em">{parts}</span>'


def cite(text: object) -> str:
    """A clause as people cite it, on one line."""
    return f'<span style="{FAINT};white-space:nowrap">{escaped(text)}</span>'


def swatch(place: int) -> str:
    """A square of one of `FILLS`, for a legend."""
    style = f"display:inline-block;width:.75em;height:.75em;margin:0 .3em 0 0;background:{FILLS[place]}"
    return f'<span style="{style}"></span>'


def folded(summary: str, content: str) -> str:
    """HTML that is shown when its summary is opened."""
    return f'<details><summary style="cursor:pointer">{summary}</summary>{content}</details>'
