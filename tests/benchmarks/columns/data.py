"""Candidates by the million: the facts of `inner-mongolia-2025` / `outside`, seeded, 2 % of every column unknown.

`profession_years` is float64: rosters give decimals of a year, and pandas, Polars and pyarrow read such a column as
float64. Ethnicities 97 and 98 (other, foreign) are left out, so that the peers' rules need no branch for what the
policy leaves open.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from columns import question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

UNKNOWN_SHARE = 0.02
CODED = ("division", "employer_level", "ethnicity", "education", "title_level")
DIVISIONS_FILE = Path(__file__).with_name("divisions.csv")
ETHNICITIES = tuple(f"{code:02}" for code in range(1, 57))
EPOCH = np.datetime64("1970-01-01", "D")
AS_OF_DAY = int((np.datetime64(question.AS_OF) - EPOCH).astype(int))
LIMIT_DAY = int((np.datetime64(question.TOO_OLD_IF_BORN_BY) - EPOCH).astype(int))


def divisions() -> tuple[str, ...]:
    """The codes of all divisions that the project's list names in Liaoning and Inner Mongolia."""
    with DIVISIONS_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(sorted(row["code"] for row in csv.DictReader(file)))


@dataclass(frozen=True)
class Weighted:
    """The values of a coded fact and how often each occurs."""

    values: tuple[str, ...]
    weights: tuple[float, ...]

    def draw(self, random: np.random.Generator, rows: int) -> NDArray[np.int32]:
        """Places among the values."""
        # A table of 4096 places is drawn from: far quicker than `choice`, and near enough to the weights.
        bounds = np.round(np.cumsum(self.weights) / sum(self.weights) * 4096).astype(int)
        places = np.repeat(np.arange(len(self.values), dtype=np.int32), np.diff(bounds, prepend=0))
        drawn: NDArray[np.int32] = places[random.integers(0, len(places), rows, dtype=np.uint16)]
        return drawn


def _weights() -> dict[str, Weighted]:
    codes = divisions()
    in_region = sum(code.startswith(question.REGION) for code in codes)
    shares = tuple(
        0.93 / in_region if code.startswith(question.REGION) else 0.07 / (len(codes) - in_region) for code in codes
    )
    common = {"01": 0.62, "02": 0.27, "11": 0.04, "03": 0.03, "31": 0.01}
    rest = (1 - sum(common.values())) / (len(ETHNICITIES) - len(common))
    return {
        "division": Weighted(codes, shares),
        "employer_level": Weighted(question.LEVELS, (0.15, 0.45, 0.25, 0.15)),
        "ethnicity": Weighted(ETHNICITIES, tuple(common.get(code, rest) for code in ETHNICITIES)),
        "education": Weighted(question.EDUCATIONS, (0.03, 0.22, 0.50, 0.20, 0.05)),
        "title_level": Weighted(question.TITLES, (0.10, 0.25, 0.40, 0.20, 0.05)),
    }


def _birth_days(random: np.random.Generator, rows: int) -> NDArray[np.int32]:
    """Ages about 41, from 20 to 65; one in fifty within two days of the limit."""
    ages = np.clip(random.standard_normal(rows, dtype=np.float32) * np.float32(8) + np.float32(41), 20, 65)
    days: NDArray[np.int32] = np.int32(AS_OF_DAY) - (ages * np.float32(365.2425)).astype(np.int32)
    crowded = random.integers(0, 50, rows, dtype=np.uint8) == 0
    days[crowded] = LIMIT_DAY + random.integers(-2, 3, int(crowded.sum()), dtype=np.int32)
    return days


def _years(random: np.random.Generator, birth_days: NDArray[np.int32]) -> NDArray[np.float64]:
    """Years in the profession to one decimal, which grow with age."""
    tenths = (np.int32(AS_OF_DAY) - birth_days) // np.int32(36) - np.int32(260)
    tenths += random.integers(-60, 20, len(birth_days), dtype=np.int32)
    years: NDArray[np.float64] = np.maximum(tenths, 0) / 10.0
    return years


def candidates(rows: int, seed: int = 2025) -> pa.RecordBatch:
    """One batch of candidates in typed columns: dictionaries of int32 indexes, bool, date32, float64."""
    random = np.random.default_rng(seed)
    weighted = _weights()
    birth_days = _birth_days(random, rows)

    def unknown() -> NDArray[np.bool_]:
        return random.integers(0, 10_000, rows, dtype=np.uint16) < UNKNOWN_SHARE * 10_000

    def coded(fact: str) -> pa.Array:
        indexes = pa.array(weighted[fact].draw(random, rows), mask=unknown())
        return pa.DictionaryArray.from_arrays(indexes, pa.array(weighted[fact].values))

    def attested(share: float) -> pa.Array:
        return pa.array(random.integers(0, 1000, rows, dtype=np.uint16) < share * 1000, mask=unknown())

    columns = {
        "division": coded("division"),
        "employer_level": coded("employer_level"),
        "political_ok": attested(0.98),
        "ethnicity": coded("ethnicity"),
        "healthy": attested(0.96),
        "birth_date": pa.array(birth_days, pa.int32(), mask=unknown()).cast(pa.date32()),
        "education": coded("education"),
        "profession_years": pa.array(_years(random, birth_days), mask=unknown()),
        "title_level": coded("title_level"),
    }
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def as_plain_text(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The same candidates with plain utf8 where there were dictionaries; dates, numbers and booleans stay typed."""
    columns = [
        column.cast(pa.string()) if name in CODED else column
        for name, column in zip(batch.schema.names, batch.columns, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def input_bytes(batch: pa.RecordBatch) -> int:
    """The bytes of the rows' own buffers: values or indexes, and bitmaps; dictionaries left out."""
    return sum(size for _, size in row_buffers(batch))


def row_buffers(batch: pa.RecordBatch) -> list[tuple[int, int]]:
    """Address and size of every buffer that has something for each row, column by column: bitmap, then values."""
    found: list[tuple[int, int]] = []
    for column in batch.columns:
        rows: Any = column.indices if isinstance(column, pa.DictionaryArray) else column
        bits = -(-batch.num_rows // 8)
        width = rows.type.bit_width
        sizes: Sequence[int] = (bits, -(-batch.num_rows * width // 8))
        found += [(buffer.address, size) for buffer, size in zip(rows.buffers(), sizes, strict=True) if buffer]
    return found
