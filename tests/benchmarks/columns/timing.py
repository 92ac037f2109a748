"""How everything here is timed: interleaved in one process, several runs, the best of each."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Best:
    """The best of several runs."""

    seconds: float
    threads_busy: float  # processor seconds a second, all threads together


def interleaved(contenders: Mapping[str, Callable[[], object]], runs: int) -> dict[str, Best]:
    """Runs every contender once, then all of them in turn, `runs` times."""
    best: dict[str, Best] = {}
    for run in contenders.values():
        run()
    for _ in range(runs):
        for name, run in contenders.items():
            timed = _timed(run)
            if name not in best or timed.seconds < best[name].seconds:
                best[name] = timed
    return best


def _timed(run: Callable[[], object]) -> Best:
    gc.collect()
    gc.disable()
    try:
        processor, start = time.process_time(), time.perf_counter()
        kept = run()  # what it gives is freed outside of the measured time
        seconds = time.perf_counter() - start
        processor = time.process_time() - processor
        del kept
    finally:
        gc.enable()
    return Best(seconds, processor / seconds)


def require_one_thread(best: Mapping[str, Best]) -> None:
    """RuntimeError where a contender kept more than one processor busy."""
    several = {name: timed.threads_busy for name, timed in best.items() if timed.threads_busy > 1.25}
    if several:
        message = f"more than one thread was at work: {several}"
        raise RuntimeError(message)
