"""Tables: what Arrow, pandas, Polars and DuckDB hand in, answered row by row as single persons are."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
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
from people import AS_OF, QUESTION, SOUND, TRACKS, people

ELIGIBILITY = tepei.programme("inner-mongolia-2025").eligibility
CRITERIA = ELIGIBILITY.criteria("outside")
D = datetime.date
DAYS = [D(1985, 6, 15), D(1975, 1, 1), None]
NOONS = [day and datetime.datetime(day.year, day.month, day.day, 12) for day in DAYS]  # noqa: DTZ001
YEARS = [8, 3, None]


def check(table: object, **options: Any) -> tepei.TableResult:
    return ELIGIBILITY.check_table(table, **(QUESTION | options))


def filled(count: int, **columns: Any) -> dict[str, Any]:
    """A mapping of columns: the sound person `count` times, some columns replaced."""
    return {fact: [value] * count for fact, value in SOUND.items()} | columns


def expected(rows: list[dict[str, Any]], **options: Any) -> list[dict[str, Any]]:
    """What `check` says of every row."""
    answers: list[dict[str, Any]] = []
    for row in rows:
        decision = ELIGIBILITY.check(row, **(QUESTION | options))
        answers.append({"verdict": decision.verdict} | {found.criterion: found.outcome for found in decision.findings})
    return answers


def rows_of(result: tepei.TableResult) -> list[dict[str, Any]]:
    columns = result.to_pydict()
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def ages(dates: Any, **options: Any) -> list[str]:
    """The verdicts of sound persons with these dates of birth."""
    table = pa.table({fact: pa.array([value] * len(dates)) for fact, value in SOUND.items()} | {"birth_date": dates})
    return list(check(table, **options)["verdict"])


AGES = ["eligible", "ineligible", "undetermined"]
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


YES_AND_NO = ["eligible", "ineligible", "undetermined"]
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


def test_columns_by_label_and_heading() -> None:
    labels = {"出生日期": ["1985-06-15"], "民族": ["蒙古族"], "学历": ["硕士研究生"], "从事本专业工作年限": [8]}
    labels |= {
        "行政区划代码": ["150102"],
        "政治条件合格": ["是"],
        "身心健康": ["是"],
        "职称": ["中级"],
        "单位层级": ["盟市"],
    }
    assert check(labels)["verdict"] == ["eligible"]


def test_bad_cells_are_listed_and_the_other_rows_answered() -> None:
    table = filled(
        4,
        education=["master", "masters", "doctor", "master"],
        birth_date=["1985-06-15", "1985-02-30", "1985-06-15", "2025-03-22"],
    )
    result = check(table)
    assert result["verdict"] == ["eligible", None, "eligible", None]
    assert result["age"] == ["met", None, "met", None]
    assert [(error.row, error.column, error.fact, error.code) for error in result.errors] == [
        (1, "birth_date", "birth_date", "facts.value.impossible_date"),
        (1, "education", "education", "facts.value.unlisted"),
        (3, "birth_date", "birth_date", "facts.value.after_as_of"),
    ]
    assert "master" in result.errors[1].help
    assert "masters" in result.errors[1].message
    assert repr(result.errors[1]).startswith("<CellError row 1, education: ")
    assert (result.rows_with_errors, result.error_count) == (2, 3)
    assert (
        repr(result)
        == "<TableResult of 4 rows: eligible 2, conditional 0, undetermined 0, ineligible 0; 2 with errors>"
    )


def test_errors_over_several_batches_count_rows_from_the_start() -> None:
    table = pa.table(filled(6, education=["master", "x", "master", "y", "z", "master"]))
    result = check(pa.RecordBatchReader.from_batches(table.schema, table.to_batches(2)))
    assert [error.row for error in result.errors] == [1, 3, 4]


def test_more_errors_than_are_listed() -> None:
    result = check({"education": ["x"] * 10_050})
    assert (len(result.errors), result.error_count) == (10_000, 10_050)
    mixed = check({"profession_years": [1, "x"] * 10_050})
    assert (len(mixed.errors), mixed.error_count) == (10_000, 10_050)
    assert mixed.errors[-1].row == 19_999


def test_a_cell_of_three_million_characters() -> None:
    result = check(filled(2, education=["硕" * 3_000_000, "master"], name=["王", "李"]))
    assert result["verdict"] == [None, "eligible"]
    (error,) = result.errors
    assert error.code == "facts.text.too_long"
    assert len(error.message) < 1000


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (None, ["verdict", *CRITERIA]),
        ([], ["verdict", *CRITERIA]),
        (["verdict"], ["verdict"]),
        ("verdict", ["verdict"]),
        (("age", "verdict"), ["age", "verdict"]),
    ],
)
def test_columns_of_the_result(columns: Any, names: list[str]) -> None:
    assert check(filled(1), columns=columns).column_names == names


@pytest.mark.parametrize(
    ("table", "options", "code", "nearest"),
    [
        (filled(1, birth_dat=[None]), {}, "batch.column.unknown", "birth_date"),
        (filled(1) | {"出生日期": [None]}, {}, "batch.column.duplicate", ""),
        (filled(1), {"columns": ["verdikt"]}, "batch.output.unknown", "verdict"),
        (filled(1), {"columns": ["age", "age"]}, "batch.output.duplicate", ""),
        (filled(1), {"track": "outsid"}, "policy.track.unknown", "outside"),
        (filled(1), {"as_of": "soon"}, "value.date.syntax", "2025-03-21"),
        (filled(1), {"readings": {"age_limit": "x"}}, "policy.reading.unknown_option", ""),
        (filled(1), {"readings": 3}, "question.wrong_type", ""),
        (filled(1), {"extra_columns": "drop"}, "python.option.unknown", "ignore"),
        (filled(1, birth_date=pa.array([True])), {}, "batch.column.wrong_type", "date"),
        (filled(1, healthy=pa.array([[True]])), {}, "batch.column.wrong_type", ""),
        (filled(1, healthy=[True, False]), {}, "python.column.length", ""),
        (filled(1, healthy="是"), {}, "python.column.wrong_type", ""),
        (filled(1, healthy=True), {}, "python.column.wrong_type", ""),
        (filled(1, healthy=[object()]), {}, "python.cell.wrong_type", ""),
        ([SOUND], {}, "python.table.wrong_type", ""),
        (None, {}, "python.table.wrong_type", ""),
        ("roster.csv", {}, "python.table.wrong_type", ""),
        (pd.Series([1]), {}, "batch.schema.not_a_table", ""),
        (pa.array([1]), {}, "batch.schema.not_a_table", ""),
    ],
)
def test_tables_that_cannot_be_checked(table: Any, options: dict[str, Any], code: str, nearest: str) -> None:
    with pytest.raises(tepei.Error) as caught:
        check(table, **options)
    assert caught.value.code == code
    assert nearest in caught.value.help


def test_every_problem_of_the_columns_in_one_go() -> None:
    with pytest.raises(tepei.Error) as caught:
        check({"birth_dat": [1], "helthy": [True], "birth_date": pa.array([True])})
    assert [diagnostic.path for diagnostic in caught.value.diagnostics] == ["birth_dat", "helthy", "birth_date"]


def test_extra_columns_may_be_ignored() -> None:
    result = check(filled(1, 备注=["好"], id=[1]), extra_columns="ignore")
    assert result["verdict"] == ["eligible"]
    assert result.ignored_columns == ["备注", "id"]


def test_the_result_as_other_tables() -> None:
    result = check(filled(3, profession_years=[8, 3, "x"]), columns=["verdict", "age", "missing", "reading_sensitive"])
    verdicts = ["eligible", "ineligible", None]
    arrow = pa.table(result)
    arrow.validate(full=True)
    assert arrow.column("verdict").to_pylist() == verdicts
    assert result.to_arrow().equals(arrow)
    assert pl.DataFrame(result)["verdict"].cast(pl.String).to_list() == verdicts
    assert result.to_polars().shape == (3, 4)
    frame = result.to_pandas()
    assert list(frame["verdict"].astype(object).where(frame["verdict"].notna(), None)) == verdicts
    assert list(frame["verdict"].cat.categories) == ["eligible", "conditional", "undetermined", "ineligible"]
    connection = duckdb.connect()
    connection.register("arrow", arrow)
    assert connection.sql("select count(*) from arrow where verdict = 'eligible'").fetchall() == [(1,)]
    assert arrow.column("missing").to_pylist() == [[], [], None]
    assert result.to_pydict()["missing"] == [[], [], None]
    assert result["reading_sensitive"] == [False, False, None]


def test_the_result_may_be_taken_any_number_of_times_and_outlives_its_source() -> None:
    result = check(pa.table(filled(1000)), columns=["verdict", "missing"])
    first = pa.table(result)
    second = pa.table(result)
    del result
    assert first.equals(second)
    column = first.column("verdict").combine_chunks()
    del first, second
    assert column.to_pylist() == ["eligible"] * 1000


def test_the_result_is_a_sequence_of_columns() -> None:
    result = check(filled(2, name=["王", "李"]))
    column = result["verdict"]
    assert (len(column), column[0], column[-1], column[0:1]) == (2, "eligible", "eligible", ["eligible"])
    assert column == result.column("verdict")
    assert column != ["eligible"]
    assert column.to_pylist() == list(column) == ["eligible", "eligible"]
    assert repr(column) == "<Column verdict: 2 rows>"
    assert "verdict" in result
    assert "name" not in result
    with pytest.raises(KeyError):
        result["name"]


def test_the_summary_counts() -> None:
    result = check(filled(4, healthy=[True, False, None, "x"]))
    assert result.verdict_counts == {"eligible": 1, "conditional": 0, "undetermined": 1, "ineligible": 1}
    assert list(result.criterion_counts) == CRITERIA
    assert result.criterion_counts["health"] == {"met": 1, "discretionary": 0, "undetermined": 1, "not_met": 1}
    assert result.rows_with_errors == 1


def in_threads(count: int, work: Callable[[int], None]) -> None:
    gate = threading.Barrier(count)

    def run(number: int) -> None:
        gate.wait()
        work(number)

    with ThreadPoolExecutor(count) as pool:
        list(pool.map(run, range(count)))


def test_many_threads_ask_at_once() -> None:
    rows = [SOUND | {"profession_years": years, "title_level": None} for years in range(12)]
    answers = expected(rows)
    frame = pd.DataFrame(rows)
    arrow = pa.table(frame)

    def work(number: int) -> None:
        for turn in range(30):
            row = (number + turn) % len(rows)
            decision = ELIGIBILITY.check(rows[row], **QUESTION)
            assert decision.verdict == answers[row]["verdict"]
            assert decision.text()
            assert rows_of(check(frame if turn % 2 else arrow)) == answers
            assert tepei.programme("inner-mongolia-2025").digest

    in_threads(8, work)


def test_many_threads_take_one_result() -> None:
    result = check(filled(500, profession_years=[8, "x"] * 250), columns=["verdict", "missing"])
    answers = pa.table(result)

    def work(_: int) -> None:
        for _ in range(20):
            assert pa.table(result).equals(answers)
            assert result["verdict"][0] == "eligible"

    in_threads(6, work)
