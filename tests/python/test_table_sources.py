"""Tables of pandas, Polars and DuckDB, and columns of Python objects of any mixture."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tepei
from hypothesis import given
from hypothesis import strategies as st
from people import QUESTION, SOUND
from tables import AGES, DAYS, ELIGIBILITY, YEARS, YES_AND_NO, D, check, filled


def test_pandas_frames() -> None:
    frame = pd.DataFrame(filled(4, profession_years=[8.0, 3.0, np.nan, 6.0], 序号=[1, 2, 3, 4])).drop(columns="序号")
    assert check(frame)["verdict"] == ["eligible", "ineligible", "undetermined", "eligible"]
    picked = frame[frame["profession_years"] > 4]
    assert check(picked)["verdict"] == ["eligible", "eligible"]
    assert check(picked.sort_index(ascending=False))["verdict"] == ["eligible", "eligible"]
    assert check(frame.set_index("education"))["verdict"] == [  # an index is no column
        *("undetermined", "ineligible", "undetermined", "undetermined"),
    ]


@pytest.mark.parametrize(
    ("fact", "column", "verdicts"),
    [
        ("birth_date", pd.Series(["1985-06-15", "1975-01-01", None], dtype="datetime64[ns]"), AGES),
        ("birth_date", pd.Series(["1985-06-15", "1975-01-01", None], dtype=object), AGES),
        ("birth_date", pd.Series(["1985-06-15", "1975-01-01", np.nan], dtype=object), AGES),
        ("birth_date", pd.Series([D(1985, 6, 15), D(1975, 1, 1), pd.NaT], dtype=object), AGES),
        ("birth_date", pd.Series([D(1985, 6, 15), "1975-01-01", None], dtype=object), AGES),
        ("birth_date", pd.Series([datetime.datetime(1985, 6, 15, 9), D(1975, 1, 1), pd.NA], dtype=object), AGES),  # noqa: DTZ001
        ("birth_date", pd.Series([pd.Timestamp("1985-06-15"), "1975年1月", float("nan")], dtype=object), AGES),
        ("birth_date", pd.Series(["1985-06-15", "1975-01-01", None], dtype="string"), AGES),
        ("birth_date", pd.Series(["1985-06-15", "1975-01-01", None], dtype="category"), AGES),
        ("birth_date", pd.Series(DAYS, dtype=pd.ArrowDtype(pa.date32())), AGES),
        ("healthy", pd.Series([True, False, None], dtype=object), YES_AND_NO),
        ("healthy", pd.Series([True, False, None], dtype="boolean"), YES_AND_NO),
        ("healthy", pd.Series([1, 0, np.nan]), YES_AND_NO),
        ("healthy", pd.Series([True, "否", np.nan], dtype=object), YES_AND_NO),
        ("healthy", pd.Series([np.True_, 0, None], dtype=object), YES_AND_NO),
        ("profession_years", pd.Series([8, 3, None], dtype="Int64"), YES_AND_NO),
        ("profession_years", pd.Series([8, 3.5, None], dtype="Float64"), YES_AND_NO),
        ("profession_years", pd.Series([Decimal("5.0"), Decimal("4.9"), None], dtype=object), YES_AND_NO),
        (
            "profession_years",
            pd.Series([8, Decimal("4.9"), 4.5], dtype=object),
            ["eligible", "ineligible", "ineligible"],
        ),
        ("profession_years", pd.Series([10**30 // 10**29, 2.5, np.nan], dtype=object), YES_AND_NO),
        ("ethnicity", pd.Series(["02", 1, None], dtype=object), YES_AND_NO),
        ("ethnicity", pd.Series([2.0, "汉族", pd.NA], dtype=object), YES_AND_NO),
    ],
)
def test_pandas_columns(fact: str, column: pd.Series[Any], verdicts: list[str]) -> None:
    frame = pd.DataFrame(filled(3) | {fact: column})
    assert check(frame)["verdict"] == verdicts
    assert check(filled(3) | {fact: column})["verdict"] == verdicts
    assert check(filled(3) | {fact: list(column)})["verdict"] == verdicts


def test_numbers_and_text_in_one_column_are_answered_row_by_row() -> None:
    years = [8, "8", None, Decimal("4.5"), 5.0, "many", "不详", 6, True]
    result = check(pd.DataFrame(filled(9) | {"profession_years": pd.Series(years, dtype=object)}))
    assert result["verdict"] == [
        "eligible",
        None,
        "undetermined",
        "ineligible",
        "eligible",
        None,
        None,
        "eligible",
        None,
    ]
    assert [(error.row, error.column, error.code) for error in result.errors] == [
        (row, "profession_years", "facts.value.wrong_type") for row in (1, 5, 6, 8)
    ]
    assert (result.error_count, result.rows_with_errors, result.num_rows) == (4, 4, 9)
    assert result.verdict_counts == {"eligible": 3, "conditional": 0, "undetermined": 1, "ineligible": 1}
    assert result.criterion_counts["education_or_title"] == {
        "met": 3,
        "discretionary": 0,
        "undetermined": 1,
        "not_met": 1,
    }
    assert pa.table(result).column("verdict").to_pylist() == list(result["verdict"])


@given(
    st.lists(st.sampled_from([8, 3.5, Decimal("4.99"), "8", "x", None, True, D(2000, 1, 1)]), min_size=1, max_size=12)
)
def test_any_mixture_answers_as_check_does(years: list[Any]) -> None:
    if len({type(value) for value in years} - {type(None)}) == 1 and not {int, float, Decimal, str} & set(
        map(type, years)
    ):
        with pytest.raises(tepei.Error, match=r"batch\.column\.wrong_type"):  # no cell of such a column can be right
            check(filled(len(years), profession_years=years))
        return
    result = check(filled(len(years), profession_years=years))
    codes = {error.row: error.code for error in result.errors}
    assert len(codes) == len(result.errors)
    assert [codes.get(row, verdict) for row, verdict in enumerate(result["verdict"])] == list(map(alone, years))


@pytest.mark.parametrize("years", [[D(2000, 1, 1), 8], [8, D(2000, 1, 1)], [True, 8], [8, True], [8, "8"], ["8", 8]])
def test_a_number_beside_something_else_is_that_number(years: list[Any]) -> None:
    for table in (filled(2, profession_years=years), pd.DataFrame(filled(2, profession_years=years), dtype=object)):
        result = check(table)
        assert result["verdict"][years.index(8)] == "eligible"
        assert [error.code for error in result.errors] == ["facts.value.wrong_type"]


@pytest.mark.parametrize("dates", [[D(1985, 6, 15), 8], [8, D(1985, 6, 15)]])
def test_a_number_is_no_date_beside_one(dates: list[Any]) -> None:
    result = check(filled(2, birth_date=dates))
    assert result["verdict"][dates.index(D(1985, 6, 15))] == "eligible"
    (error,) = result.errors
    assert (error.row, error.column, error.code) == (dates.index(8), "birth_date", "facts.value.not_a_date")


def alone(years: object) -> str:
    """What `check` says of the sound person with these years: the verdict, or the code of the error."""
    try:
        return ELIGIBILITY.check(SOUND | {"profession_years": years}, **QUESTION).verdict
    except tepei.Error as error:
        return error.code


def test_polars() -> None:
    frame = pl.DataFrame(filled(3, profession_years=YEARS, birth_date=[DAYS[0]] * 3))
    assert check(frame)["verdict"] == ["eligible", "ineligible", "undetermined"]
    assert check(frame.filter(pl.col("profession_years") > 4))["verdict"] == ["eligible"]
    assert check(frame.with_columns(pl.col("education").cast(pl.Categorical)))["verdict"][0] == "eligible"
    assert check(frame.with_columns(pl.col("birth_date").cast(pl.Datetime("ns"))))["verdict"][0] == "eligible"
    assert check(frame.with_columns(pl.col("profession_years").cast(pl.Decimal(10, 2))))["verdict"][1] == "ineligible"
    assert check(filled(3) | {"profession_years": pl.Series(YEARS)})["verdict"][2] == "undetermined"


def test_duckdb() -> None:
    people = pa.table(filled(3, profession_years=pa.array(YEARS, pa.int32())))
    connection = duckdb.connect()
    connection.register("people", people)
    relation = connection.sql("select *, '备注' as 备注 from people order by profession_years desc nulls last")
    result = check(relation, extra_columns="ignore")
    assert result["verdict"] == ["eligible", "ineligible", "undetermined"]
    assert result.ignored_columns == ["备注"]
    answers = pa.table(result)
    connection.register("answers", answers)
    counts = connection.sql("select verdict, count(*) from answers group by all order by all").fetchall()
    assert counts == [("eligible", 1), ("ineligible", 1), ("undetermined", 1)]
