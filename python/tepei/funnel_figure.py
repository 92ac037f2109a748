"""A funnel as a figure of matplotlib."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tepei._core import Diagnostic
from tepei._errors import Error
from tepei._words import word
from tepei.cjk_font import HOW_TO_INSTALL, chinese_font
from tepei.display import asked_line

if TYPE_CHECKING:
    from tepei.funnels import Funnel, FunnelStep

__all__ = ["draw"]

# Told apart in grey too, and hatched beside: eligible, discretion, open, excluded here.
COLOURS = ("#2f8f63", "#5b8fd0", "#e0b13c", "#b9483f")
HATCHES = ("", "//", "..", "xx")


def draw(funnel: Funnel, *, ax: Any, lang: str, title: str | None) -> Any:  # noqa: ANN401
    """Draws the funnel, on `ax` where it is given, and returns the Axes."""
    import matplotlib as mpl  # noqa: PLC0415
    import matplotlib.pyplot as plt  # noqa: PLC0415

    if lang not in ("zh", "en"):
        raise Error([Diagnostic("python.option.unknown", f"`lang` is {lang!r}", "give `zh` or `en`", "lang")])
    said = _Texts.of(funnel, lang, title)
    family = chinese_font(said.characters())
    if family is None:
        said = _Texts.of(funnel, "en", title).without_chinese()
    families = [*([family] if family else []), "DejaVu Sans"]
    with mpl.rc_context({"font.family": families}):
        if ax is None:
            _, ax = plt.subplots(figsize=(9, 1.5 + 0.42 * max(len(funnel), 1)), layout="constrained")
        for row, step in enumerate(funnel):
            _draw_step(ax, row, step, funnel)
        _dress(ax, said, funnel)
    for text in ax.findobj(mpl.text.Text):  # axes that were there before have texts with fonts of their own
        text.set_fontfamily(families)
    return ax


@dataclass(frozen=True)
class _Texts:
    """Every text of a figure."""

    labels: tuple[str, ...]
    legend: tuple[str, ...]
    axis: str
    title: str
    note: str = ""

    @classmethod
    def of(cls, funnel: Funnel, lang: str, title: str | None) -> _Texts:
        asked = None if funnel.asked is None else replace(funnel.asked, lang=lang)
        in_order = ("left_passed", "left_discretion", "left_open", "falls")
        alone = ("passes", "discretion", "open", "excludes")
        return cls(
            tuple(step.label_en if lang == "en" else step.label for step in funnel),
            tuple(word(name, lang) for name in (in_order if funnel.in_order else alone)),
            word("people", lang),
            title if title is not None else _wrapped("" if asked is None else asked_line(asked)),
        )

    def characters(self) -> str:
        return "".join((*self.labels, *self.legend, self.axis, self.title))

    def without_chinese(self) -> _Texts:
        """The same with what a font without Chinese can show, and a note of what to install."""
        labels = tuple(label if _is_latin(label) else "?" for label in self.labels)
        return replace(self, labels=labels, title=self.title if _is_latin(self.title) else "", note=HOW_TO_INSTALL)


def _is_latin(text: str) -> bool:
    return all(character < "ɐ" for character in text)  # the letters of Latin end before


def _wrapped(line: str) -> str:
    """A long line in two: the instrument, and what was asked of it."""
    instrument, dot, rest = line.partition(" · ")
    return f"{instrument}\n{rest}" if dot else line


def _parts(step: FunnelStep, funnel: Funnel) -> tuple[int, ...]:
    if funnel.in_order:
        return (step.left_passed or 0, step.left_discretionary or 0, step.left_open or 0, step.falls or 0)
    return (step.passed, step.discretionary, step.open, step.excluded)


def _draw_step(ax: Any, row: int, step: FunnelStep, funnel: Funnel) -> None:  # noqa: ANN401
    begin = 0
    for count, colour, hatch in zip(_parts(step, funnel), COLOURS, HATCHES, strict=True):
        if count:
            ax.barh(row, count, left=begin, height=0.62, color=colour, hatch=hatch, edgecolor="white", linewidth=0.6)
        begin += count
    told = f"{step.left:,}" if funnel.in_order else f"{step.passed:,}"
    excluded = step.falls if funnel.in_order else step.excluded
    if excluded:
        told += f"  (−{excluded:,})"
    place = (begin, row)
    ax.annotate(told, place, xytext=(5, 0), textcoords="offset points", va="center", fontsize=9, color="0.25")


def _dress(ax: Any, said: _Texts, funnel: Funnel) -> None:  # noqa: ANN401
    from matplotlib.patches import Patch  # noqa: PLC0415
    from matplotlib.ticker import FuncFormatter, MaxNLocator  # noqa: PLC0415

    ax.set_yticks(range(len(funnel)), labels=said.labels)
    ax.set_ylim(len(funnel) - 0.4, -0.6)
    ax.set_xlim(0, max(funnel.rows, 1) * 1.16)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: f"{value:,.0f}"))
    ax.tick_params(length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.set_axisbelow(True)
    ax.grid(axis="x", color="0.9")
    ax.set_xlabel(said.axis)
    if said.title:
        ax.set_title(said.title, loc="left", fontsize=10)
    boxes = [
        Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=label)
        for label, colour, hatch in zip(said.legend, COLOURS, HATCHES, strict=True)
    ]
    ax.legend(handles=boxes, ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.16), frameon=False, fontsize=9)
    if said.note:
        ax.annotate(said.note, (1, 1), xycoords="axes fraction", ha="right", va="bottom", fontsize=7, color="0.4")
