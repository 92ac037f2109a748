"""docs/performance.md and the table on the terminal, from what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from columns import aims

if TYPE_CHECKING:
    from collections.abc import Mapping


HEAD = """\
<!-- Written by `make bench-columns`. Figures come from the run; the text is kept in introduction.md, method.md and
explanations.md in tests/benchmarks/columns. -->
# Performance
"""


def _kept(name: str) -> str:
    """A text written by hand, which stays from run to run."""
    return Path(__file__).with_name(f"{name}.md").read_text(encoding="utf-8")


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def table(lines: list[aims.Line]) -> str:
    """The table as Markdown, which is also what the terminal shows."""
    head = _cells("measure", "a row, or a person", "ratio", "aim", "holds") + _cells(*["---"] * 5)
    return head + "".join(_cells(line.measure, line.figures, line.ratio, line.aim, line.verdict()) for line in lines)


def page(measures: aims.Measures, machine: Mapping[str, str]) -> str:
    """The whole of docs/performance.md."""
    facts = "".join(_cells(name, value) for name, value in machine.items())
    described = f"\n## The machine\n\n{_cells('', '')}{_cells('---', '---')}{facts}"
    why = f"\n## Where an aim is missed\n\n{_kept('explanations')}"
    measured = f"\n{_kept('introduction')}\n{table(aims.lines(measures))}{_rows(measures)}"
    return f"{HEAD}{measured}{described}\n{_kept('method')}{why}"


def _rows(measures: aims.Measures) -> str:
    measured: dict[str, Any] = measures["verdict_avx2"] | {}
    if "verdicts" not in measured:
        measured = measures["verdict_portable"]
    if "verdicts" not in measured:
        return ""
    shares = ", ".join(f"{count / measured['rows']:.1%} {name}" for name, count in measured["verdicts"].items())
    size = f", {measured['bytes_per_row']:.1f} bytes a row" if "bytes_per_row" in measured else ""
    return f"\n{measured['rows']:,} rows{size}: {shares}.\n"
