"""The measures, each run by `run.py` in a process of its own. Each prints a line of JSON."""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from columns import contenders, data, question, timing
from columns.comparators import Comparators

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH_ROWS = 1_000_000  # of the stream
PEOPLE = 200


def _nanoseconds(best: dict[str, timing.Best], per: int) -> dict[str, float]:
    return {name: timed.seconds * 1e9 / per for name, timed in best.items()}


def _run(
    rows: int, runs: int, answering: dict[str, Callable[[], Any]], others: dict[str, Callable[[], Any]]
) -> dict[str, Any]:
    """Compares the answers, row for row, then times everyone."""
    # A comparator gives the same array each time, so its answer is copied.
    answers = {name: contenders.codes(run()).copy() for name, run in answering.items()}
    verdicts = contenders.require_equal(answers)
    del answers
    best = timing.interleaved(answering | others, runs)
    timing.require_one_thread(best)
    return {"nanoseconds": _nanoseconds(best, rows), "verdicts": verdicts}


def verdict_avx2(rows: int, runs: int, library: Path) -> dict[str, Any]:
    """The verdict alone beside the comparators with AVX2 and all peers."""
    from columns import peers  # noqa: PLC0415

    batch = data.candidates(rows)
    comparators = Comparators(library, batch)
    if not comparators.has_avx2():
        message = "this machine has no AVX2"
        raise RuntimeError(message)
    answering: dict[str, Callable[[], Any]] = {
        "tepei": contenders.check(batch),
        "fused loop": lambda: comparators.fused("avx2"),
        "Polars": peers.polars_enums(batch),
        "DuckDB": peers.duckdb_enums(batch),
        "pandas": peers.pandas_categories(batch),
    }
    measured = _run(rows, runs, answering, {"copy": comparators.copy})
    return measured | {"bytes_per_row": data.input_bytes(batch) / rows}


def verdict_portable(rows: int, runs: int, library: Path) -> dict[str, Any]:
    """The verdict alone beside the comparators without AVX2."""
    batch = data.candidates(rows)
    comparators = Comparators(library, batch)
    answering = {"tepei": contenders.check(batch), "fused loop": lambda: comparators.fused("portable")}
    return _run(rows, runs, answering, {"copy": comparators.copy})


def criteria(rows: int, runs: int, _library: Path) -> dict[str, Any]:
    """The verdict alone beside the verdict and every criterion."""
    batch = data.candidates(rows)
    answering = {"verdict": contenders.check(batch), "verdict and criteria": contenders.check(batch, columns=[])}
    return _run(rows, runs, answering, {})


def plain_text(rows: int, runs: int, _library: Path) -> dict[str, Any]:
    """The verdict over plain utf8 columns, beside Polars over the same."""
    from columns import peers  # noqa: PLC0415

    batch = data.candidates(rows)
    answering = {"tepei": contenders.check(data.as_plain_text(batch)), "Polars": peers.polars_text(batch)}
    return _run(rows, runs, answering, {})


def two_threads(rows: int, runs: int, library: Path) -> dict[str, Any]:
    """One thread and two, of tepei and of the copy."""
    batch = data.candidates(rows)
    comparators = Comparators(library, batch)
    answering = {f"tepei, {threads}": contenders.check(batch, threads=threads) for threads in (1, 2)}
    verdicts = contenders.require_equal({name: run() for name, run in answering.items()})
    copies = {f"copy, {threads}": lambda threads=threads: comparators.copy(threads) for threads in (1, 2)}
    best = timing.interleaved(answering | copies, runs)
    return {"nanoseconds": _nanoseconds(best, rows), "verdicts": verdicts}


def stream(rows: int, _runs: int, library: Path) -> dict[str, Any]:
    """A stream of batches, each made when it is asked for, its result drained batch by batch and compared."""
    expected = np.zeros(len(question.VERDICTS), np.int64)
    given = np.zeros(len(question.VERDICTS), np.int64)
    apart = [0.0]  # seconds spent on making and comparing

    def made() -> Any:
        for seed, first in enumerate(range(0, rows, BATCH_ROWS)):
            start = time.perf_counter()
            batch = data.candidates(min(BATCH_ROWS, rows - first), seed)
            comparators = Comparators(library, batch)
            expected[:] += np.bincount(comparators.fused("portable"), minlength=len(question.VERDICTS))
            apart[0] += time.perf_counter() - start
            yield batch

    reader = pa.RecordBatchReader.from_batches(data.candidates(0).schema, made())
    resident: list[int] = []
    start = time.perf_counter()
    result = contenders.ELIGIBILITY.check_stream(
        reader, track=question.TRACK, as_of=question.AS_OF, columns=["verdict"]
    )
    for batch in pa.RecordBatchReader.from_stream(result):
        codes = contenders.verdict_codes(batch.column("verdict"))
        given += np.bincount(codes, minlength=len(question.VERDICTS))
        resident.append(_peak_bytes())
    seconds = time.perf_counter() - start - apart[0]
    if not np.array_equal(expected, given) or given.sum() != rows:
        message = f"the stream's verdicts are {given}, but {expected} by hand"
        raise ValueError(message)
    return {
        "nanoseconds": {"tepei, streamed": seconds * 1e9 / rows},
        "verdicts": dict(zip(question.VERDICTS, given.tolist(), strict=True)),
        "peak_bytes": resident[-1],
        "peak_bytes_after_a_tenth": resident[len(resident) // 10],
    }


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def one_person(_rows: int, runs: int, _library: Path) -> dict[str, Any]:
    """`check(dict)` beside the engines that people would take."""
    from columns import person  # noqa: PLC0415

    asked = person.people(PEOPLE)
    verdicts = {
        "tepei": person.tepei_verdict,
        "zen-engine": person.zen_verdict(),
        "zen-engine, ZenDecision": person.zen_decision_verdict(),
        "OpenFisca": person.openfisca_verdict(),
        "OpenFisca, build_from_entities": person.openfisca_dict_verdict(),
    }
    for facts in asked:
        answers = {name: verdict(facts) for name, verdict in verdicts.items()}
        if len(set(answers.values())) != 1:
            message = f"different answers {answers} for {facts}"
            raise ValueError(message)

    def all_of(verdict: Callable[[dict[str, Any]], str]) -> Callable[[], list[str]]:
        return lambda: [verdict(facts) for facts in asked]

    best = timing.interleaved({name: all_of(verdict) for name, verdict in verdicts.items()}, runs)
    return {"nanoseconds": _nanoseconds(best, PEOPLE)}


MEASURES = {
    measure.__name__: measure
    for measure in (verdict_avx2, verdict_portable, criteria, plain_text, two_threads, stream, one_person)
}


def main() -> None:
    """Runs one measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=sorted(MEASURES))
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--library", type=Path, required=True)
    given = parser.parse_args()
    measured = MEASURES[given.name](given.rows, given.runs, given.library)
    print(json.dumps({"rows": given.rows, **measured}))


if __name__ == "__main__":
    main()
