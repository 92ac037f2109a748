"""The benchmark's candidates and its comparators in C++ answer as `check` does, with a few thousand rows.

The peers are not needed here: `make bench-columns` compares everyone's answers before it times anything.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest
from columns import aims, contenders, data, question, report
from columns.comparators import KERNELS, Comparators

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOURCES = Path(data.__file__).parent


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The comparators as CMake builds them, but without an optimiser: what they answer is asked, not how fast."""
    built = tmp_path_factory.mktemp("comparators") / "comparators.so"
    compiler = shlex.split(os.environ.get("CXX", "c++"))
    options = ["-std=c++17", "-O1", "-shared", "-fPIC", "-pthread"]
    subprocess.run([*compiler, *options, "-o", built, *sorted(SOURCES.glob("*.cpp"))], check=True)
    return built


@pytest.mark.parametrize("kernels", KERNELS)
@pytest.mark.parametrize("rows", [1, 31, 32, 63, 64, 65, 127, 5000])
def test_fused_loop_answers_as_check_table(library: Path, kernels: str, rows: int) -> None:
    batch = data.candidates(rows, seed=rows)
    comparators = Comparators(library, batch)
    if kernels == "avx2" and not comparators.has_avx2():
        pytest.skip("this machine has no AVX2")
    answered = contenders.codes(contenders.check(batch)())
    np.testing.assert_array_equal(comparators.fused(kernels), answered)


def test_candidates_are_answered_as_check_answers_each() -> None:
    batch = data.candidates(2000)
    answered = contenders.codes(contenders.check(batch)())
    one_by_one = [
        contenders.ELIGIBILITY.check(row, track=question.TRACK, as_of=question.AS_OF).verdict
        for row in batch.to_pylist()
    ]
    assert [question.VERDICTS[code] for code in answered] == one_by_one
    assert set(one_by_one) == set(question.VERDICTS)


def test_plain_text_has_the_same_answers() -> None:
    batch = data.candidates(3000)
    plain = data.as_plain_text(batch)
    assert {str(plain.schema.field(name).type) for name in data.CODED} == {"string"}
    contenders.require_equal({"coded": contenders.check(batch)(), "plain": contenders.check(plain)()})


def test_candidates_are_seeded_and_have_two_percent_unknown() -> None:
    batch = data.candidates(100_000)
    assert batch.equals(data.candidates(100_000))
    assert not batch.equals(data.candidates(100_000, seed=1))
    for column in batch.columns:
        assert 0.018 < column.null_count / batch.num_rows < 0.022
    born = batch.column("birth_date").cast(pa.int32()).drop_null().to_numpy()
    for day in range(data.LIMIT_DAY - 2, data.LIMIT_DAY + 3):
        assert np.count_nonzero(born == day) > 200


def test_candidates_have_the_types_of_dictionary_encode() -> None:
    batch = data.candidates(10)
    encoded = pa.array(["a"]).dictionary_encode().type
    assert {batch.schema.field(name).type for name in data.CODED} == {encoded}
    assert {str(batch.schema.field(name).type) for name in batch.schema.names if name not in data.CODED} == {
        "bool",
        "date32[day]",
        "double",
    }


def test_input_bytes_are_the_rows_own() -> None:
    # Six columns of 4 bytes, one of 8, two of a bit, and nine bitmaps.
    assert data.input_bytes(data.candidates(80_000)) == 80_000 * (6 * 4 + 8) + 10_000 * (2 + 9)


def _copied(batch: pa.RecordBatch, library: Path, threads: int) -> NDArray[np.uint8]:
    return Comparators(library, batch).copy(threads)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_copy_has_every_byte(library: Path, threads: int) -> None:
    batch = data.candidates(1001)
    years = batch.column("profession_years").buffers()[1]
    copied = _copied(batch, library, threads)
    assert len(copied) == data.input_bytes(batch)
    assert bytes(years)[: 8 * 1001] in copied.tobytes()
    assert copied.tobytes() == _copied(batch, library, 1).tobytes()


def test_a_difference_in_one_row_is_refused() -> None:
    ours = np.array([0, 1, 2, 2], np.uint8)
    theirs = np.array([0, 1, 2, 1], np.uint8)
    with pytest.raises(ValueError, match="1 rows differ, first row 3: ours 2, theirs 1"):
        contenders.require_equal({"ours": ours, "theirs": theirs})
    with pytest.raises(ValueError, match="not every verdict occurs"):
        contenders.require_equal({"ours": ours[:2]})


def test_a_measure_that_failed_has_a_line_and_no_aim_holds() -> None:
    lines = aims.lines({name: {"failed": "no such thing"} for name in aims.LINES})
    assert [line.measure for line in lines] == list(aims.LINES)
    assert not any(line.holds for line in lines)
    assert report.table(lines).count("failed: no such thing") == len(lines)
