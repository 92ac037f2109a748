"""docs/performance.md and the table on the terminal, from what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from columns import aims

if TYPE_CHECKING:
    from collections.abc import Mapping

# Written by hand and kept from run to run.
EXPLANATIONS = Path(__file__).with_name("explanations.md")

HEAD = """\
<!-- Written by `make bench-columns`; only the section on missed aims is written by hand, in
tests/benchmarks/columns/explanations.md. -->
# Performance

Every figure is the best of several runs, interleaved in one process with what it is compared with. Compare ratios, not times: other machines
have other memories. Answers are compared row for row before anything is timed, and a difference fails the run.

"""

METHOD = """\

## How to repeat it

```sh
make bench-columns                  # 10 million rows, and 100 million streamed
make bench-columns ROWS=1000000     # fewer; ten times as many are streamed
```

It builds the release benchmarks, installs tepei and the peers (`tests/benchmarks/columns/requirements.txt`) into `.venv-bench`, keeps what it
measured in `build/bench-columns.json`, and writes this page. Leave the machine alone meanwhile.

## What is compared

The question is that of `inner-mongolia-2025` / `outside` on 2025-03-21: seven criteria over nine columns, seeded, 2 % of each unknown, one
candidate in fifty born within two days of the age limit. Columns are as Arrow has them after `dictionary_encode()`: int32 indexes for division,
employer level, ethnicity, education and title, bits for the two attested facts, date32 for the birth date, float64 for the years (rosters have
decimals of a year). "Plain utf8" is the same with text where there were dictionaries.

- tepei: `check_table(batch, columns=["verdict"])`, from the Arrow batch to the finished result. `TEPEI_KERNELS` forces the kernels.
- copy: `memcpy` of all bytes the rows have (bitmaps, indexes, values) into one buffer that was touched before.
- fused loop: the verdict written by hand in C++ in one pass with masks of known and true (`fused_portable.cpp`, `fused_avx2.cpp`), each
  beside tepei's kernels of the same kind. It knows this policy and these column types, and no other.
- Polars, DuckDB, pandas: the same three-valued verdict by hand, one byte a row, on one thread. Enum columns in Polars and DuckDB, categories in
  pandas; conversion to those is not timed. Each is in the form that was fastest of those tried: lists for Polars' enumerations, since comparing
  their order takes more than ten times longer; comparisons for its plain text.
- stream: batches of a million rows, each made when it is asked for (that time is taken off) and dropped with its answer.
- one person in C++: `Query::outcomes` beside a function written by hand (`tests/benchmarks/hand_written.hpp`).
- one person in Python: `check(dict)` beside zen-engine (the quickest way it has, `ZenEngine.evaluate` with a static loader, and
  `ZenDecision.evaluate`) and OpenFisca-Core (one simulation a person), with the same conditions and all facts known, which both need.
"""


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
    why = f"\n## Where an aim is missed\n\n{EXPLANATIONS.read_text(encoding='utf-8')}"
    return HEAD + table(aims.lines(measures)) + _rows(measures) + described + METHOD + why


def _rows(measures: aims.Measures) -> str:
    measured: dict[str, Any] = measures["verdict_avx2"] | {}
    if "verdicts" not in measured:
        measured = measures["verdict_portable"]
    if "verdicts" not in measured:
        return ""
    shares = ", ".join(f"{count / measured['rows']:.1%} {name}" for name, count in measured["verdicts"].items())
    size = f", {measured['bytes_per_row']:.1f} bytes a row" if "bytes_per_row" in measured else ""
    return f"\n{measured['rows']:,} rows{size}: {shares}.\n"
