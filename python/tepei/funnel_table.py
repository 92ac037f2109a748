"""A funnel as HTML for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _html
from tepei._words import counted, word
from tepei.display import asked_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tepei.funnels import Funnel, FunnelStep

__all__ = ["funnel_html"]


def funnel_html(funnel: Funnel) -> str:
    """The steps as a table with a bar each: who is left after it, and how sure that is."""
    lang = funnel.lang

    def content() -> Iterator[str]:
        yield _html.headline(f"{word('funnel', lang)} · {counted(funnel.rows, lang)}")
        if funnel.asked is not None:
            yield _html.faint(asked_line(funnel.asked))
        yield _html.table(_headings(funnel), [_cells(step, funnel) for step in funnel], range(2, 10), _groups(funnel))
        yield _legend(funnel)
        if funnel.rows_with_errors:
            colon = ": " if lang == "en" else "："
            yield _html.faint(f"{word('unread', lang)}{colon}{counted(funnel.rows_with_errors, lang)}")

    return _html.frame("funnel", lang, content())


def _groups(funnel: Funnel) -> list[tuple[str, int]]:
    groups = [("", 2), (word("alone", funnel.lang), 4)]
    return [*groups, ("", 1), (word("in_order", funnel.lang), 4)] if funnel.in_order else groups


def _headings(funnel: Funnel) -> tuple[str, ...]:
    names = ["criterion", "", "excludes", "open", "discretion", "passes"]
    if funnel.in_order:
        names += ["only", "reached", "falls", "left", ""]
    return tuple(word(name, funnel.lang) for name in names)


def _cells(step: FunnelStep, funnel: Funnel) -> tuple[str, ...]:
    alone = (step.excluded, step.open, step.discretionary, step.passed)
    cells = [
        _html.escaped(step.label_en if funnel.lang == "en" else step.label),
        _html.cite(step.cite),
        *map(_number, alone),
    ]
    if funnel.in_order:
        cells += map(_number, (step.only, step.reached, -(step.falls or 0), step.left))
        so_far = (step.left_passed or 0, step.left_discretionary or 0, step.left_open or 0)
        cells.append(_html.bar((*so_far, funnel.rows - sum(so_far)), funnel.rows, "9em"))
    return tuple(cells)


def _number(count: int | None) -> str:
    return f"{count:,}".replace("-", "−") if count else "–"


def _legend(funnel: Funnel) -> str:
    if not funnel.in_order:
        return ""
    names = ("left_passed", "left_discretion", "left_open", "fallen")
    parts = (f"{_html.swatch(place)}{word(name, funnel.lang)}" for place, name in enumerate(names))
    return _html.block("&emsp;".join(parts), _html.FAINT)
