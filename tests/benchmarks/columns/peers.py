"""The same verdict over columns with the rules written by hand, as people do it with Polars, DuckDB and pandas.

Each is written in the form that was fastest of those tried, gives one byte a row and answers on one thread:
`POLARS_MAX_THREADS=1` is in the environment before Polars is imported, DuckDB has `threads=1`, pandas has no threads.
What can be prepared (enumerations, a table of DuckDB's own) is prepared before anything is timed. In all three, `and`
and `or` over nulls are exact here, since no criterion reads a fact twice.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from columns import data, question

if TYPE_CHECKING:
    from collections.abc import Callable

VOCABULARIES = {
    "division": data.divisions(),
    "employer_level": question.LEVELS,
    "ethnicity": data.ETHNICITIES,
    "education": question.EDUCATIONS,
    "title_level": question.TITLES,
}
IN_REGION = [code for code in data.divisions() if code.startswith(question.REGION)]
IN_LEAGUES = [code for code in data.divisions() if code.startswith(question.EASTERN_LEAGUES)]


def _polars_verdict(in_region: pl.Expr, in_leagues: pl.Expr, education: pl.Expr, title: pl.Expr) -> pl.Expr:
    fact = pl.col
    met = (
        in_region
        & (~in_leagues | (fact("employer_level") == "region"))
        & fact("political_ok")
        & (fact("ethnicity") != question.HAN)
        & fact("healthy")
        & (fact("birth_date") > question.TOO_OLD_IF_BORN_BY)
        & ((education & (fact("profession_years") >= question.LEAST_YEARS)) | title)
    )
    eligible, undetermined, ineligible = (pl.lit(code, pl.UInt8) for code in range(3))
    return pl.when(met).then(eligible).when(met.is_null()).then(undetermined).otherwise(ineligible).alias("verdict")


def polars_enums(batch: pa.RecordBatch) -> Callable[[], pl.DataFrame]:
    """Polars over Enum columns."""
    _require_one_polars_thread()
    enums = [pl.col(name).cast(pl.Enum(list(values))) for name, values in VOCABULARIES.items()]
    table = pl.DataFrame(batch).with_columns(enums).rechunk().lazy()
    division = pl.col("division")
    # Lists, since Polars compares the order of enumerations more than ten times more slowly.
    verdict = _polars_verdict(
        division.is_in(IN_REGION),
        division.is_in(IN_LEAGUES),
        pl.col("education").is_in(question.EDUCATIONS_ENOUGH),
        pl.col("title_level").is_in(question.TITLES_ENOUGH),
    )
    return lambda: table.select(verdict).collect()


def polars_text(batch: pa.RecordBatch) -> Callable[[], pl.DataFrame]:
    """Polars over String columns."""
    _require_one_polars_thread()
    table = pl.DataFrame(data.as_plain_text(batch)).rechunk().lazy()
    division, education, title = pl.col("division"), pl.col("education"), pl.col("title_level")
    # Comparisons, since a list or a prefix of plain text takes longer; but not for fifty codes.
    verdict = _polars_verdict(
        division <= max(IN_REGION),
        division.is_in(IN_LEAGUES),
        (education == "master") | (education == "doctor"),
        (title == "associate_senior") | (title == "senior"),
    )
    return lambda: table.select(verdict).collect()


def _require_one_polars_thread() -> None:
    if os.environ.get("POLARS_MAX_THREADS") != "1" or pl.thread_pool_size() != 1:
        message = "Polars has more than one thread: set POLARS_MAX_THREADS=1 before it is imported"
        raise RuntimeError(message)


def duckdb_enums(batch: pa.RecordBatch) -> Callable[[], pa.Table]:
    """DuckDB over a table of its own with ENUM columns."""
    connection = duckdb.connect(config={"threads": 1})
    for name, values in VOCABULARIES.items():
        connection.execute(f"create type {name}_enum as enum ({_quoted(values)})")
    given = pa.table(batch)
    connection.register("given", given)
    columns = [f"{name}::{name}_enum as {name}" if name in VOCABULARIES else name for name in batch.schema.names]
    connection.execute(f"create table candidates as select {', '.join(columns)} from given")
    connection.unregister("given")
    query = f"""
        select case when met then 0::utinyint when met is null then 1::utinyint else 2::utinyint end as verdict
        from (select division <= '{max(IN_REGION)}'::division_enum
          and (division not in ({_quoted(IN_LEAGUES)}) or employer_level = 'region'::employer_level_enum)
          and political_ok
          and ethnicity <> '{question.HAN}'::ethnicity_enum
          and healthy
          and birth_date > date '{question.TOO_OLD_IF_BORN_BY}'
          and ((education >= 'master'::education_enum and profession_years >= {question.LEAST_YEARS})
            or title_level >= 'associate_senior'::title_level_enum) as met
          from candidates)"""
    return lambda: connection.sql(query).to_arrow_table()


def _quoted(texts: Any) -> str:
    return ", ".join(f"'{text}'" for text in texts)


def pandas_categories(batch: pa.RecordBatch) -> Callable[[], pd.DataFrame]:
    """The rules in pandas over Categorical, boolean, date and float columns."""
    table = pa.table(batch).to_pandas(date_as_object=False)
    for name, values in VOCABULARIES.items():
        table[name] = pd.Categorical(table[name], categories=list(values), ordered=True)
    for name in ("political_ok", "healthy"):
        table[name] = table[name].astype("boolean")
    born_by = pd.Timestamp(question.TOO_OLD_IF_BORN_BY)

    def answered(answer: pd.Series, fact: pd.Series) -> pd.Series:
        # pandas says False where a category, date or float is missing.
        known: pd.Series = answer.astype("boolean").mask(fact.isna())
        return known

    def run() -> pd.DataFrame:
        fact = {name: table[name] for name in batch.schema.names}
        division, level, title = fact["division"], fact["employer_level"], fact["title_level"]
        education, years = fact["education"], fact["profession_years"]
        met = (
            answered(division <= max(IN_REGION), division)
            & (answered(~division.isin(IN_LEAGUES), division) | answered(level == "region", level))
            & fact["political_ok"]
            & answered(fact["ethnicity"] != question.HAN, fact["ethnicity"])
            & fact["healthy"]
            & answered(fact["birth_date"] > born_by, fact["birth_date"])
            & (
                answered(education >= "master", education) & answered(years >= question.LEAST_YEARS, years)
                | answered(title >= "associate_senior", title)
            )
        )
        verdict = np.where(met.isna(), question.UNDETERMINED, np.where(met.fillna(False), 0, question.INELIGIBLE))
        answer: pd.DataFrame = pd.DataFrame({"verdict": verdict.astype(np.uint8)})
        return answer

    return run
