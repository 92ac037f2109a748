"""The comparators written in C++: the verdict by hand in one fused loop, and a copy of the same bytes."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from columns import data, question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

FACTS = (
    "division",
    "employer_level",
    "political_ok",
    "ethnicity",
    "healthy",
    "birth_date",
    "education",
    "profession_years",
    "title_level",
)
KERNELS = ("portable", "avx2")


class _Column(ctypes.Structure):
    _fields_ = (("known", ctypes.c_void_p), ("values", ctypes.c_void_p))


class _Candidates(ctypes.Structure):
    """`TepeiBenchCandidates` of comparators.hpp."""

    _fields_ = (
        ("columns", _Column * len(FACTS)),
        ("in_region", ctypes.c_char_p),
        ("outside_leagues", ctypes.c_char_p),
        ("is_region", ctypes.c_char_p),
        ("is_minority", ctypes.c_char_p),
        ("has_education", ctypes.c_char_p),
        ("has_title", ctypes.c_char_p),
        ("too_old_if_born_by", ctypes.c_int32),
        ("least_years", ctypes.c_double),
    )


class _Buffer(ctypes.Structure):
    _fields_ = (("bytes", ctypes.c_void_p), ("size", ctypes.c_size_t))


def _table(column: pa.DictionaryArray, test: Callable[[str], bool]) -> bytes:
    answers = bytes(test(text) for text in column.dictionary.to_pylist())
    return answers.ljust(256, b"\0")


class Comparators:
    """The library, and a batch of candidates bound to it."""

    def __init__(self, library: Path, batch: pa.RecordBatch) -> None:
        self._library = ctypes.CDLL(str(library))
        self._batch = batch  # its buffers are read by address
        self._all_known = np.full(-(-batch.num_rows // 8) + 8, 0xFF, np.uint8)
        self._candidates = self._bind()
        self._verdicts = np.zeros(batch.num_rows, np.uint8)
        buffers = data.row_buffers(batch)
        self._buffers = (_Buffer * len(buffers))(*(_Buffer(*buffer) for buffer in buffers))
        self._into = np.ones(sum(size for _, size in buffers), np.uint8)  # touched before anything is timed
        self._library.tepei_bench_copy.argtypes = [
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_uint,
        ]
        self._library.tepei_bench_copy.restype = None

    def _bind(self) -> _Candidates:
        column: dict[str, Any] = dict(zip(self._batch.schema.names, self._batch.columns, strict=True))
        columns = []
        for fact in FACTS:
            rows = column[fact].indices if isinstance(column[fact], pa.DictionaryArray) else column[fact]
            known, values = rows.buffers()
            columns.append(_Column(known.address if known else self._all_known.ctypes.data, values.address))
        limit = np.datetime64(question.TOO_OLD_IF_BORN_BY) - data.EPOCH
        return _Candidates(
            (_Column * len(FACTS))(*columns),
            _table(column["division"], lambda code: code.startswith(question.REGION)),
            _table(column["division"], lambda code: not code.startswith(question.EASTERN_LEAGUES)),
            _table(column["employer_level"], lambda level: level == "region"),
            _table(column["ethnicity"], lambda code: code != question.HAN),
            _table(column["education"], lambda education: education in question.EDUCATIONS_ENOUGH),
            _table(column["title_level"], lambda title: title in question.TITLES_ENOUGH),
            int(limit.astype(int)),
            question.LEAST_YEARS,
        )

    def has_avx2(self) -> bool:
        """Whether the machine can run the loop with AVX2."""
        return bool(self._library.tepei_bench_has_avx2())

    def fused(self, kernels: str) -> NDArray[np.uint8]:
        """The verdicts, always in the same array."""
        loop = getattr(self._library, f"tepei_bench_fused_{kernels}")
        loop.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p]
        loop.restype = None
        loop(ctypes.byref(self._candidates), len(self._verdicts), self._verdicts.ctypes.data)
        return self._verdicts

    def copy(self, threads: int = 1) -> NDArray[np.uint8]:
        """Copies every byte that the rows have, on so many threads, always to the same place."""
        self._library.tepei_bench_copy(self._buffers, len(self._buffers), self._into.ctypes.data, threads)
        return self._into
