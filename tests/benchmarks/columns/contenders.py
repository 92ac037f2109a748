"""tepei and the peers: each is given the candidates in the form that suits it best, and gives an array of verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import tepei

from columns import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Answer = Any  # what a contender gives; `codes` makes verdicts of it
ELIGIBILITY = tepei.programme(question.PROGRAMME).eligibility


def check(batch: pa.RecordBatch, columns: list[str] | None = None, **options: Any) -> Callable[[], Answer]:
    """A call that checks a batch by tepei: the verdict alone where `columns` says nothing else."""
    wanted = ["verdict"] if columns is None else columns

    def run() -> Answer:
        return ELIGIBILITY.check_table(
            batch, track=question.TRACK, as_of=question.AS_OF, columns=wanted or None, **options
        )

    return run


def codes(answer: Answer) -> NDArray[np.uint8]:
    """The verdicts as places in `question.VERDICTS`, whoever gave them."""
    if isinstance(answer, np.ndarray):
        return answer
    if isinstance(answer, tepei.TableResult):
        return np.concatenate([_of_batch(batch) for batch in pa.table(answer).to_batches()] or [np.zeros(0, np.uint8)])
    verdicts = answer["verdict"]
    return np.asarray(verdicts.to_numpy(), np.uint8)


def _of_batch(batch: pa.RecordBatch) -> NDArray[np.uint8]:
    return verdict_codes(batch.column("verdict"))


def verdict_codes(column: pa.DictionaryArray) -> NDArray[np.uint8]:
    """The verdict column of tepei as places in `question.VERDICTS`. ValueError where a row was not answered."""
    if column.null_count:
        message = f"{column.null_count} rows were not answered"
        raise ValueError(message)
    place = [question.VERDICTS.index(v) if v in question.VERDICTS else 255 for v in column.dictionary.to_pylist()]
    given: NDArray[np.uint8] = np.array(place, np.uint8)[column.indices.to_numpy()]
    return given


def require_equal(answers: dict[str, Answer]) -> dict[str, int]:
    """How often each verdict occurs. ValueError where contenders differ in a row, or a verdict never occurs."""
    name, first = next(iter(answers.items()))
    expected = codes(first).copy()
    for other, answer in answers.items():
        given = codes(answer)
        if given.shape != expected.shape:
            message = f"{other} answers {given.shape} rows, {name} {expected.shape}"
            raise ValueError(message)
        differing = np.flatnonzero(given != expected)
        if len(differing):
            row = int(differing[0])
            message = f"{len(differing)} rows differ, first row {row}: {name} {expected[row]}, {other} {given[row]}"
            raise ValueError(message)
    counts = np.bincount(expected, minlength=len(question.VERDICTS))
    if len(counts) != len(question.VERDICTS) or not counts.all():
        message = f"not every verdict occurs: {counts.tolist()}"
        raise ValueError(message)
    return dict(zip(question.VERDICTS, counts.tolist(), strict=True))
