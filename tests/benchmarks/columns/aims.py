"""The aims of the columnar path, and what the measures say of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Measures = dict[str, dict[str, Any]]
MEBIBYTE = 1024 * 1024
GIBIBYTE = 1024 * MEBIBYTE
# Of resident memory between a tenth of the stream and its end: what an allocator may keep, not what rows take.
GROWTH = 64 * MEBIBYTE


@dataclass(frozen=True)
class Line:
    """A line of the table; `holds` is None where there is no aim."""

    measure: str
    figures: str
    ratio: str
    aim: str
    holds: bool | None

    def verdict(self) -> str:
        """What the last cell says."""
        return {None: "", True: "yes", False: "**no**"}[self.holds]


def _time(nanoseconds: float) -> str:
    if nanoseconds >= 100_000:
        return f"{nanoseconds / 1000:.0f} µs"
    if nanoseconds >= 1000:
        return f"{nanoseconds / 1000:.1f} µs"
    return f"{nanoseconds:.0f} ns" if nanoseconds >= 100 else f"{nanoseconds:.2f} ns"


def _figures(times: Mapping[str, float], *names: str) -> str:
    return ", ".join(f"{name} {_time(times[name])}" for name in names)


def _at_most(measure: str, times: Mapping[str, float], ours: str, theirs: str, most: float) -> Line:
    ratio = times[ours] / times[theirs]
    aim = f"at most {most:g} times the {theirs}"
    return Line(measure, _figures(times, ours, theirs), f"{ratio:.2f}", aim, ratio <= most)


def _as_fast(measure: str, times: Mapping[str, float], theirs: str, least: float | None) -> Line:
    ratio = times[theirs] / times["tepei"]
    aim = "" if least is None else f"at least {least:g} times as fast as {theirs}"
    holds = None if least is None else ratio >= least
    return Line(measure, _figures(times, "tepei", theirs), f"{ratio:.1f} times as fast", aim, holds)


def _verdict_avx2(measured: Any) -> list[Line]:
    name, times = "verdict only, AVX2", measured["nanoseconds"]
    return [
        _at_most(name, times, "tepei", "copy", 1.0),
        _at_most(name, times, "tepei", "fused loop", 1.2),
        _as_fast(name, times, "DuckDB", 10),
        _as_fast(name, times, "Polars", 5),
        _as_fast(name, times, "pandas", None),
    ]


def _verdict_portable(measured: Any) -> list[Line]:
    name, times = "verdict only, portable", measured["nanoseconds"]
    return [_at_most(name, times, "tepei", "copy", 1.8), _at_most(name, times, "tepei", "fused loop", 1.2)]


def _criteria(measured: Any) -> list[Line]:
    times = measured["nanoseconds"]
    ratio = times["verdict and criteria"] / times["verdict"]
    figures = _figures(times, "verdict", "verdict and criteria")
    aim = "at most 1.5 times the verdict alone"
    return [Line("verdict and all criteria", figures, f"{ratio:.2f}", aim, ratio <= 1.5)]


def _plain_text(measured: Any) -> list[Line]:
    return [_as_fast("plain utf8 columns", measured["nanoseconds"], "Polars", 1.5)]


def _two_threads(measured: Any) -> list[Line]:
    times = measured["nanoseconds"]
    ours, copies = times["tepei, 1"] / times["tepei, 2"], times["copy, 1"] / times["copy, 2"]
    figures = _figures(times, "tepei, 1", "tepei, 2", "copy, 1", "copy, 2")
    ratio = f"{ours:.2f} (copy {copies:.2f})"
    aim = "1.8 times one thread, or 80 % of what two copying threads reach"
    return [Line("two threads", figures, ratio, aim, ours >= 1.8 or ours >= 0.8 * copies)]


def _stream(measured: Any) -> list[Line]:
    peak, early = measured["peak_bytes"], measured["peak_bytes_after_a_tenth"]
    figures = (
        f"{_figures(measured['nanoseconds'], 'tepei, streamed')}, resident {early / MEBIBYTE:.0f} MiB after a tenth, "
        f"{peak / MEBIBYTE:.0f} MiB at the end"
    )
    holds = peak < GIBIBYTE and peak - early < GROWTH
    aim = "constant memory, under 1 GiB resident"
    return [Line(f"{measured['rows']:,} rows streamed", figures, f"+{(peak - early) / MEBIBYTE:.0f} MiB", aim, holds)]


def _one_person_cpp(measured: Any) -> list[Line]:
    return [_at_most("one person, C++", measured["nanoseconds"], "tepei", "hand-written function", 10)]


def _one_person(measured: Any) -> list[Line]:
    name, times = "one person, Python `check(dict)`", measured["nanoseconds"]
    return [
        _as_fast(name, times, "zen-engine", 5),
        _as_fast(name, times, "zen-engine, ZenDecision", None),
        _as_fast(name, times, "OpenFisca", 100),
        _as_fast(name, times, "OpenFisca, build_from_entities", None),
    ]


LINES: dict[str, Callable[[Any], list[Line]]] = {
    "verdict_avx2": _verdict_avx2,
    "verdict_portable": _verdict_portable,
    "criteria": _criteria,
    "plain_text": _plain_text,
    "two_threads": _two_threads,
    "stream": _stream,
    "one_person_cpp": _one_person_cpp,
    "one_person": _one_person,
}


def lines(measures: Measures) -> list[Line]:
    """The table; a measure that failed has a line that says so, and its aim does not hold."""
    table: list[Line] = []
    for name, made in LINES.items():
        measured = measures[name]
        failure = measured.get("failed")
        table += made(measured) if failure is None else [Line(name, f"failed: {failure}", "", "", holds=False)]
    return table
