"""The result of a table: bad cells, columns, exports, counts, threads; and tables that cannot be checked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tepei
from people import QUESTION, SOUND
from tables import CRITERIA, ELIGIBILITY, check, expected, filled, rows_of


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
