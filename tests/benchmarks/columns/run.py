"""`make bench-columns`: runs every measure, prints the table and writes docs/performance.md."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from columns import aims, machine, report

ROOT = Path(__file__).resolve().parents[3]
# This process stays small: a child's peak of resident memory begins with its parent's.
KERNELS = {"verdict_avx2": "avx2", "verdict_portable": "portable"}
STREAMED_PER_ROW = 10


def measure(name: str, rows: int, runs: int, library: Path) -> dict[str, Any]:
    """Runs a measure of `measures.py`; `failed` says why there is none."""
    environment = os.environ | {"POLARS_MAX_THREADS": "1", "PYTHONPATH": str(Path(__file__).parents[1])}
    environment.pop("TEPEI_KERNELS", None)
    if name in KERNELS:
        environment["TEPEI_KERNELS"] = KERNELS[name]
    command = [sys.executable, "-m", "columns.measures", name, f"--rows={rows}", f"--runs={runs}"]
    return _json_of([*command, f"--library={library}"], environment)


def one_person_cpp(program: Path, repetitions: int) -> dict[str, Any]:
    """The verdict of one person in C++, from the Google Benchmark program."""
    kept = ROOT / "build" / "bench-columns-person.json"
    options = [
        "--benchmark_filter=^(hand_written_verdict|one_verdict)$",
        f"--benchmark_repetitions={repetitions}",
        "--benchmark_enable_random_interleaving=true",
        f"--benchmark_out={kept}",
        "--benchmark_out_format=json",
    ]
    done = subprocess.run([program, *options], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        return {"failed": _last_line(done.stderr)}
    names = {"one_verdict": "tepei", "hand_written_verdict": "hand-written function"}
    times: dict[str, float] = {}
    for run in json.loads(kept.read_text(encoding="utf-8"))["benchmarks"]:
        if run["run_type"] == "iteration":
            name = names[run["run_name"]]
            times[name] = min(times.get(name, run["cpu_time"]), run["cpu_time"])
    return {"nanoseconds": times}


def _json_of(command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        return {"failed": _last_line(done.stderr) or f"exit status {done.returncode}"}
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]


def main() -> int:
    """Measures, prints, writes. 1 where a measure failed; a missed aim is no failure, but is shown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--benchmarks", type=Path, default=ROOT / "build/release/tests/benchmarks")
    parser.add_argument("--out", type=Path, default=ROOT / "docs/performance.md")
    given = parser.parse_args()
    library = given.benchmarks / "columns" / "libtepei_column_comparators.so"
    described = machine.description()
    measures: aims.Measures = {}
    for name in aims.LINES:
        print(f"-- {name}", flush=True)
        if name == "one_person_cpp":
            measures[name] = one_person_cpp(given.benchmarks / "tepei_bench", given.runs)
        else:
            rows = given.rows * (STREAMED_PER_ROW if name == "stream" else 1)
            measures[name] = measure(name, rows, given.runs, library)
        if "failed" in measures[name]:
            print(f"   failed: {measures[name]['failed']}", flush=True)
    kept = {"machine": described, "measures": measures}
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench-columns.json").write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(f"\n{report.table(aims.lines(measures))}")
    given.out.write_text(report.page(measures, described), encoding="utf-8")
    print(f"written: {given.out}")
    return 1 if any("failed" in measured for measured in measures.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
