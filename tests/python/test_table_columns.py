"""Every type of Arrow column, any cut into batches, answered row by row as single persons are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tepei
from hypothesis import given
from hypothesis import strategies as st
from people import AS_OF, SOUND, TRACKS, people
from tables import AGES, CRITERIA, DAYS, ELIGIBILITY, NOONS, YEARS, YES_AND_NO, D, check, expected, filled, rows_of


def ages(dates: Any, **options: Any) -> list[str]:
    """The verdicts of sound persons with these dates of birth."""
    table = pa.table({fact: pa.array([value] * len(dates)) for fact, value in SOUND.items()} | {"birth_date": dates})
    return list(check(table, **options)["verdict"])


DATE_COLUMNS = {
    "date32": pa.array(DAYS, pa.date32()),
    "date64": pa.array(DAYS, pa.date64()),
    "timestamp_s": pa.array(NOONS, pa.timestamp("s")),
    "timestamp_ms": pa.array(NOONS, pa.timestamp("ms")),
    "timestamp_us": pa.array(NOONS, pa.timestamp("us")),
    "timestamp_ns": pa.array(NOONS, pa.timestamp("ns")),
    "timestamp_utc": pa.array(NOONS, pa.timestamp("us", tz="UTC")),
    "timestamp_offset": pa.array(NOONS, pa.timestamp("us", tz="+08:00")),
    "string": pa.array(["1985-06-15", "1975年1月1日", None]),
    "large_string": pa.array(["1985/6/15", "19750101", ""], pa.large_string()),
    "string_view": pa.array(["1985.6.15", "1975-01-01 00:00:00", None], pa.string_view()),
    "dictionary_string": pa.array(["1985-06-15", "1975-01-01", None]).dictionary_encode(),
    "dictionary_date": pa.array(DAYS, pa.date32()).dictionary_encode(),
    "slice": pa.array([D(2000, 1, 1), *DAYS, D(2000, 1, 1)], pa.date32()).slice(1, 3),
    "chunks": pa.chunked_array([pa.array(DAYS[:1]), pa.array([], pa.date32()), pa.array(DAYS[1:])]),
}


@pytest.mark.parametrize("kind", DATE_COLUMNS)
def test_columns_of_dates(kind: str) -> None:
    assert ages(DATE_COLUMNS[kind]) == AGES


def test_a_fixed_offset_is_the_day_there() -> None:
    late = pa.array([datetime.datetime(1985, 6, 14, 20, tzinfo=datetime.timezone.utc)])
    shifted = late.cast(pa.timestamp("us", tz="+08:00"))
    limit = {"as_of": "2031-06-14"}  # 46 on the fifteenth
    assert ages(shifted, **limit) == ["eligible"]
    assert ages(late.cast(pa.timestamp("us", tz="UTC")), **limit) == ["ineligible"]


def test_a_named_zone_is_refused() -> None:
    with pytest.raises(tepei.Error) as caught:
        ages(pa.array(NOONS, pa.timestamp("us", tz="Asia/Shanghai")))
    assert (caught.value.code, caught.value.path) == ("batch.column.time_zone", "birth_date")


BOOLEAN_COLUMNS = {
    "bool": pa.array([True, False, None]),
    "int8": pa.array([1, 0, None], pa.int8()),
    "uint64": pa.array([1, 0, None], pa.uint64()),
    "float": pa.array([1.0, 0.0, float("nan")]),
    "decimal": pa.array([Decimal(1), Decimal(0), None], pa.decimal128(3, 1)),
    "string": pa.array(["是", "否", ""]),
    "dictionary": pa.array(["有", "无", None]).dictionary_encode(),
    "string_view": pa.array(["true", "FALSE", " "], pa.string_view()),
    "dictionary_bool": pa.DictionaryArray.from_arrays(pa.array([1, 0, None], pa.uint8()), pa.array([False, True])),
}


@pytest.mark.parametrize("kind", BOOLEAN_COLUMNS)
def test_columns_of_truth_values(kind: str) -> None:
    assert check(pa.table(filled(3, healthy=BOOLEAN_COLUMNS[kind])))["verdict"] == YES_AND_NO


NUMBER_COLUMNS = {
    **{str(type_): pa.array(YEARS, type_) for type_ in (pa.int8(), pa.int16(), pa.int64(), pa.uint16(), pa.uint64())},
    "float32": pa.array([8.0, 3.0, float("nan")], pa.float32()),
    "float64": pa.array([8.0, 4.999, None]),
    "float16": pa.array([np.float16(8), np.float16(3), None], pa.float16()),
    "decimal32": pa.array([Decimal(8), Decimal("4.99"), None], pa.decimal32(5, 2)),
    "decimal64": pa.array([Decimal(8), Decimal("4.99"), None], pa.decimal64(12, 2)),
    "decimal128": pa.array([Decimal(8), Decimal("4.9999999999"), None], pa.decimal128(20, 10)),
    "decimal256": pa.array([Decimal(5), Decimal("4.9999999999"), None], pa.decimal256(50, 10)),
    "dictionary": pa.DictionaryArray.from_arrays(pa.array([1, 0, None], pa.int8()), pa.array([3, 8])),
}


@pytest.mark.parametrize("kind", NUMBER_COLUMNS)
def test_columns_of_numbers(kind: str) -> None:
    result = check(pa.table(filled(3, profession_years=NUMBER_COLUMNS[kind])))
    assert result["verdict"] == ["eligible", "ineligible", "undetermined"]


def test_floats_are_their_shortest_text() -> None:
    years = [4.999999999999999, 5.0, 5.000000000000001, 0.1 + 0.2]
    result = check(pa.table(filled(4, profession_years=years)))
    assert rows_of(result) == expected([SOUND | {"profession_years": year} for year in years])


CODE_COLUMNS = {
    "string": pa.array(["02", "汉族", None]),
    "large_string": pa.array(["蒙古族", "01", None], pa.large_string()),
    "int32": pa.array([2, 1, None], pa.int32()),
    "dictionary": pa.array(["02", "01", None]).dictionary_encode(),
}


@pytest.mark.parametrize("kind", CODE_COLUMNS)
def test_columns_of_codes(kind: str) -> None:
    assert check(pa.table(filled(3, ethnicity=CODE_COLUMNS[kind])))["verdict"] == YES_AND_NO


def test_a_column_of_nulls_is_unknown() -> None:
    for column in (pa.nulls(2), pa.nulls(2, pa.string()), pa.array([float("nan")] * 2), [None, None]):
        for fact in SOUND:
            assert rows_of(check(filled(2, **{fact: column}))) == expected([SOUND | {fact: None}] * 2)


def test_zero_rows() -> None:
    empty = pa.table(filled(1)).slice(0, 0)
    no_batches = pa.RecordBatchReader.from_batches(empty.schema, [])
    tables: list[Any] = [empty, no_batches, pa.table({}), {}, pd.DataFrame(), pd.DataFrame(filled(0)), pl.DataFrame()]
    for table in tables:
        result = check(table)
        assert len(result) == result.num_rows == 0
        assert result.column_names == ["verdict", *CRITERIA]
        assert pa.table(result).num_rows == 0


def test_no_columns_but_rows() -> None:
    frame = pd.DataFrame(index=range(3))
    assert check(frame)["verdict"] == ["undetermined"] * 3


def test_chunks_and_batches_of_any_size() -> None:
    rows = [SOUND | {"profession_years": years} for years in range(10)]
    table = pa.table(pd.DataFrame(rows))
    answers = expected(rows)
    for size in (1, 3, 10):
        reader = pa.RecordBatchReader.from_batches(table.schema, table.to_batches(size))
        assert rows_of(check(reader)) == answers
    assert rows_of(check(pa.concat_tables([table.slice(0, 4), table.slice(4, 0), table.slice(4)]))) == answers
    assert rows_of(check(table.slice(2, 5))) == answers[2:7]
    assert rows_of(check(table.to_batches()[0])) == answers  # a record batch is a table too


def test_a_generator_of_batches() -> None:
    table = pa.table(filled(5))

    def batches() -> Iterator[pa.RecordBatch]:
        for _ in range(3):
            yield from table.to_batches()

    assert len(check(pa.RecordBatchReader.from_batches(table.schema, batches()))) == 15


def test_a_producer_that_fails() -> None:
    table = pa.table(filled(2))

    def batches() -> Iterator[pa.RecordBatch]:
        yield from table.to_batches()
        message = "the disk is gone"
        raise OSError(message)

    with pytest.raises(tepei.Error) as caught:
        check(pa.RecordBatchReader.from_batches(table.schema, batches()))
    assert caught.value.code == "batch.stream.failed"
    assert "the disk is gone" in caught.value.message


@given(st.lists(people(), min_size=1, max_size=6), st.sampled_from(TRACKS), st.integers(1, 5))
def test_a_table_answers_as_check_does(rows: list[dict[str, Any]], track: str, size: int) -> None:
    facts = sorted({fact for row in rows for fact in row} | {"name"})
    table = {fact: [row.get(fact) for row in rows] for fact in facts}
    answers = expected(rows, track=track)
    assert rows_of(check(table, track=track)) == answers
    assert rows_of(check(pd.DataFrame(table, dtype=object), track=track)) == answers
    if "profession_years" in table:
        numbers = [None if cell is None else Decimal(str(cell)) for cell in table["profession_years"]]
        table["profession_years"] = pa.array(numbers, pa.decimal128(38, 12))
    arrow = pa.table(table)
    reader = pa.RecordBatchReader.from_batches(arrow.schema, arrow.to_batches(size))
    assert rows_of(check(reader, track=track)) == answers


@given(st.lists(people(), min_size=1, max_size=6))
def test_missing_and_documents_and_sensitivity_as_columns(rows: list[dict[str, Any]]) -> None:
    wanted = ["reading_sensitive", "missing", "verdict", "missing_documents"]
    for track in TRACKS:
        facts = sorted({fact for row in rows for fact in row} | {"name"})
        table = {fact: [row.get(fact) for row in rows] for fact in facts}
        result = check(table, track=track, columns=wanted)
        assert result.column_names == wanted
        for row, answer in zip(rows, rows_of(result), strict=True):
            decision = ELIGIBILITY.check(row, track=track, as_of=AS_OF)
            assert answer == {name: getattr(decision, name) for name in wanted}
