"""Columns of NumPy of every kind, and relations of DuckDB."""

from __future__ import annotations

import datetime
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import tepei
from people import QUESTION
from tables import ELIGIBILITY, check, filled

ANSWERS = ["eligible", "ineligible", "undetermined"]
TWO = ["eligible", "ineligible", "eligible"]
LAST = [False, False, True]
DATES = ["1985-06-15", "1975-01-01", "NaT"]
TEXTS = np.array(["1985-06-15", "1975-01-01", "1985-06-15"])

Case = tuple[dict[str, Any], list[str]]


def years(values: Any, kind: Any = float) -> dict[str, Any]:
    return {"profession_years": np.array(values, kind)}


def born(values: Any, kind: Any) -> dict[str, Any]:
    return {"birth_date": np.array(values, kind)}


NUMBERS: list[Case] = [
    *((years([8, 3, np.nan], kind), ANSWERS) for kind in (np.float64, np.float32, np.float16, ">f8", object)),
    *((years([8, 3, 5], kind), TWO) for kind in (np.int8, np.uint64, ">i4")),
    (years([8, 0, 3, 0, np.nan, 0][::2]), ANSWERS),
    ({"profession_years": np.array([np.nan, 3, 8])[::-1]}, ANSWERS),
    ({"healthy": np.array([True, False, True])}, TWO),
    ({"healthy": np.array([np.True_, False, None], object)}, ANSWERS),
]
DAYS: list[Case] = [
    *((born(DATES, f"datetime64[{unit}]"), ANSWERS) for unit in ("M", "D", "h", "m", "s", "ms", "us", "ns")),
    (born([datetime.date(1985, 6, 15), "1975-01-01", None], object), ANSWERS),
    (born([np.datetime64("1985-06-15"), np.datetime64("1975-01-01"), np.datetime64("NaT")], object), ANSWERS),
    ({"birth_date": [np.datetime64("1985-06-15"), np.datetime64("1975-01-01"), np.datetime64("NaT")]}, ANSWERS),
    (born(["1985-06-15", "1975-01-01", ""], str), ANSWERS),
    (born(["1985-06-15", "1975-01-01", None], np.dtypes.StringDType(na_object=None)), ANSWERS),
]
MASKED: list[Case] = [
    ({"profession_years": np.ma.array([8.0, 3.0, 8.0], mask=LAST)}, ANSWERS),
    ({"profession_years": np.ma.array([8, 3, 8], mask=LAST)}, ANSWERS),
    ({"profession_years": np.ma.array([8.0, 3.0, np.nan])}, ANSWERS),
    ({"profession_years": np.ma.array([0.0, 1.0, 9.0], mask=True)}, ["undetermined"] * 3),
    ({"profession_years": np.ma.array(TEXTS.astype(object), mask=True)}, ["undetermined"] * 3),
    ({"healthy": np.ma.array([True, False, True], mask=LAST)}, ANSWERS),
    ({"birth_date": np.ma.array(TEXTS, mask=LAST)}, ANSWERS),
    ({"birth_date": np.ma.array(TEXTS.astype(object), mask=LAST)}, ANSWERS),
    ({"birth_date": np.ma.array(TEXTS.astype("datetime64[D]"), mask=LAST)}, ANSWERS),
    ({"birth_date": np.ma.array(TEXTS.astype("datetime64[M]"), mask=LAST)}, ANSWERS),
    ({"profession_years": [8.0, 3.0, np.ma.masked]}, ANSWERS),
    ({"profession_years": np.array([8.0, 3.0, np.ma.masked], object)}, ANSWERS),
    ({"profession_years": pd.Series([8.0, 3.0, np.ma.masked], dtype=object)}, ANSWERS),
]


@pytest.mark.parametrize(("column", "verdicts"), NUMBERS + DAYS + MASKED)
def test_columns_of_numpy(column: dict[str, Any], verdicts: list[str]) -> None:
    """What is masked, NaN or NaT is unknown: never zero, never the value under the mask."""
    assert check(filled(3) | column)["verdict"] == verdicts
    (batch,) = ELIGIBILITY.check_stream(filled(3) | column, **QUESTION)
    assert batch.column("verdict").to_pylist() == verdicts


def test_a_year_alone_is_no_day() -> None:
    result = check(filled(2) | born(["1985", "NaT"], "datetime64[Y]"))
    assert result["verdict"] == [None, "undetermined"]
    assert [(error.row, error.code) for error in result.errors] == [(0, "facts.value.not_a_date")]


@pytest.mark.parametrize(
    ("column", "code"),
    [
        (np.array([[8.0], [3.0]]), "python.column.wrong_type"),
        (np.array(8.0), "python.column.wrong_type"),
        (np.array([8, 1j]), "python.cell.wrong_type"),
        (np.array([8, 3], "timedelta64[D]"), "python.cell.wrong_type"),
        (np.array([8, 3], np.longdouble), "python.cell.wrong_type"),
        (np.array([(8.0,), (3.0,)], [("x", "f8")]), "python.cell.wrong_type"),
        (np.array([b"8", b"3"]), "batch.column.wrong_type"),
        (np.array([8.0]), "python.column.length"),
    ],
)
def test_arrays_that_are_no_columns(column: Any, code: str) -> None:
    with pytest.raises(tepei.Error) as caught:
        check(filled(2) | {"profession_years": column})
    assert caught.value.code == code


def test_infinity_is_an_error_of_its_cell() -> None:
    result = check(filled(3) | years([8, np.inf, 3]))
    assert result["verdict"] == ["eligible", None, "ineligible"]
    assert result.errors[0].row == 1


@pytest.fixture
def base() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.register("people", pa.table(filled(3) | {"profession_years": [8, 3, None]}))
    return connection


@pytest.mark.parametrize(
    "replaced",
    [
        "profession_years",
        "profession_years::DECIMAL(10, 2) AS profession_years",
        "profession_years::HUGEINT AS profession_years",
        "birth_date::DATE AS birth_date",
        "birth_date::TIMESTAMP AS birth_date",
        "birth_date::VARCHAR AS birth_date",
        "ethnicity::VARCHAR AS ethnicity",
        "title_level::VARCHAR::ENUM('none', 'junior', 'middle', 'associate_senior', 'senior') AS title_level",
    ],
)
def test_relations_of_duckdb(base: duckdb.DuckDBPyConnection, replaced: str) -> None:
    star = "*" if replaced == "profession_years" else f"* REPLACE ({replaced})"
    relation = base.sql(f"SELECT {star} FROM people")
    assert check(relation)["verdict"] == ANSWERS
    assert check(relation)["verdict"] == ANSWERS  # a relation may be asked again
    stream = ELIGIBILITY.check_stream(relation, **QUESTION)
    assert [verdict for batch in stream for verdict in batch.column("verdict").to_pylist()] == ANSWERS
    assert check(relation.filter("profession_years > 4"))["verdict"] == ["eligible"]


def test_answers_go_back_to_duckdb(base: duckdb.DuckDBPyConnection) -> None:
    answers = pa.table(check(base.sql("SELECT * FROM people")))
    base.register("answers", answers)
    query = "SELECT verdict::VARCHAR, count(*) FROM answers GROUP BY 1 ORDER BY 1"
    assert base.sql(query).fetchall() == [("eligible", 1), ("ineligible", 1), ("undetermined", 1)]


def test_a_connection_is_no_table(base: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(tepei.Error, match=r"python\.table\.wrong_type"):
        check(base)
