"""Routes, grades and entitlements by the table are those of the single calls, whatever the table is made of."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tepei
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LIAONING = tepei.programme("liaoning-2025-draft")
SOURCES: dict[str, Callable[[dict[str, list[Any]]], object]] = {
    "dict": dict,
    "pandas": pd.DataFrame,
    "polars": lambda columns: pl.DataFrame(columns, strict=False),
    "pyarrow": pa.table,
    "duckdb": lambda columns: duckdb.from_arrow(pa.table(columns)),
    "arrays": lambda columns: {name: np.array(values, dtype=object) for name, values in columns.items()},
}

days = st.one_of(
    st.none(),
    st.integers(-1, 40),
    st.decimals(0, 40, places=2),
    st.sampled_from([Decimal(3), Decimal("3.01"), Decimal(10), Decimal("10.01"), Decimal(30), Decimal("30.01")]),
)
scores = st.one_of(st.none(), st.decimals(-1, 101, places=1), st.sampled_from([Decimal(60), Decimal(80)]))


def refused(call: Callable[[], Any]) -> tuple[Any, list[str]]:
    """The answer, or the codes of what refused it."""
    try:
        return call(), []
    except tepei.Error as error:
        return None, [problem.code for problem in error.diagnostics]


def codes(table: tepei.AnswerTable, row: int) -> list[str]:
    return [error.code for error in table.errors if error.row == row]


def numbers(values: list[Decimal | int | None]) -> pa.Array:
    return pa.array([None if value is None else Decimal(value) for value in values], pa.decimal128(38, 4))


@settings(max_examples=25, deadline=None)
@given(
    programme_id=st.sampled_from(tepei.programmes()),
    rows=st.lists(
        st.tuples(
            days, st.sampled_from(["sick", "病假", "事假", "study", "", None]), st.sampled_from(["trainee", "小组"])
        ),
        max_size=20,
    ),
)
def test_routes(programme_id: str, rows: list[tuple[Decimal | int | None, str | None, str]]) -> None:
    ladder = tepei.programme(programme_id).leave
    columns = {
        "days": numbers([row[0] for row in rows]),
        "kind": pa.array([row[1] for row in rows], pa.string()),
        "role": pa.array([row[2] for row in rows], pa.string()),
    }
    table = ladder.route_table(columns)
    for place, (length, kind, role) in enumerate(rows):
        route, problems = refused(lambda: ladder.route(length, kind=kind or "", role=role))  # noqa: B023
        assert codes(table, place) == problems
        if route is None:
            assert all(table[name][place] is None for name in table.column_names)
            continue
        assert table["outcome"][place] == route.outcome
        assert table["tier"][place] == route.tier
        assert table["rule"][place] == route.rule
        assert table["cite"][place] == route.cite
        assert table["effects"][place] == route.effects
        assert table["missing_documents"][place] == route.missing_documents
        acts = [{"kind": act.kind, "party": act.party, "written": act.written} for act in route.acts]
        assert table["acts"][place] == acts


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            scores,
            scores,
            scores,
            st.lists(st.sampled_from(["no_show", "不服从管理", "late"]), max_size=2, unique=True),
            st.booleans(),
        ),
        max_size=20,
    ),
    reading=st.sampled_from(["exclusive", "inclusive"]),
)
def test_grades(rows: list[tuple[Any, ...]], reading: str) -> None:
    keys = ("sending_unit", "training_unit", "group")
    columns: dict[str, pa.Array] = {key: numbers([row[place] for row in rows]) for place, key in enumerate(keys)}
    columns["violations"] = pa.array([row[3] for row in rows], pa.list_(pa.string()))
    columns["interrupted"] = pa.array([row[4] for row in rows], pa.bool_())
    readings = {"below_60": reading}
    table = LIAONING.assessment.grade_table(columns, readings=readings)
    for place, row in enumerate(rows):
        known = {key: score for key, score in zip(keys, row, strict=False) if score is not None}
        grade, problems = refused(
            lambda: LIAONING.assessment.grade(known, violations=row[3], interrupted=row[4], readings=readings)  # noqa: B023
        )
        assert codes(table, place) == problems
        if grade is None:
            assert table["grade"][place] is None
            continue
        for name in ("grade", "benefits", "sanctions", "certificates", "missing", "reading_sensitive"):
            assert table[name][place] == getattr(grade, name)
        assert table["reasons"][place] == [str(reason) if reason.label else reason.cite for reason in grade.reasons]


@settings(max_examples=25, deadline=None)
@given(
    programme_id=st.sampled_from(tepei.programmes()),
    rows=st.lists(
        st.tuples(
            st.sampled_from(["outside", "区内", "自治区区外", "northeast", "standard", None]),
            st.one_of(st.none(), st.decimals(0, 13, places=3)),
            st.sampled_from(["qualified", "优秀", "unqualified", "not_assessed", None, "good"]),
        ),
        max_size=20,
    ),
)
def test_entitlements(programme_id: str, rows: list[tuple[str | None, Decimal | None, str | None]]) -> None:
    schedule = tepei.programme(programme_id).funding
    columns = {
        "track": pa.array([row[0] for row in rows], pa.string()),
        "培养月数": numbers([row[1] for row in rows]),
        "grade": pa.array([row[2] for row in rows], pa.string()),
    }
    table = schedule.entitlement_table(columns)
    for place, (track, months, grade) in enumerate(rows):
        answer, problems = refused(lambda: schedule.entitlement(track, months=months, grade=grade))  # noqa: B023
        assert codes(table, place) == problems
        if answer is None:
            continue
        assert table["total"][place] == answer.total
        assert table["whole_term"][place] is (months is None)
        by_item = {line.item: line.amount for line in answer.items}
        for name in table.column_names:
            if name not in ("total", "whole_term", "flags", "reading_sensitive"):
                assert table[name][place] == by_item.get(name)


@pytest.mark.parametrize("source", SOURCES)
def test_every_kind_of_table(source: str) -> None:
    rows: dict[str, list[Any]] = {
        "姓名": ["甲", "乙", "丙"],
        "请假天数": [3, None, 31],
        "假别": ["病假", "病假", "事假"],
    }
    table = LIAONING.leave.route_table(SOURCES[source](rows))
    assert table["tier"] == [1, None, 4]
    assert [(error.row, error.column, error.code) for error in table.errors] == [
        (1, "请假天数", "policy.leave.no_days")
    ]


def test_the_answers_speak_arrow() -> None:
    table = tepei.programme("inner-mongolia-2022").funding.entitlement_table(
        {"track": ["outside", "inside", "nowhere"]}
    )
    arrow = pa.table(table)
    assert arrow.schema.field("total").type == pa.decimal128(38, 2)
    assert arrow["total"].to_pylist() == [Decimal("40200.00"), Decimal("20800.00"), None]
    assert arrow["meals"].null_count == 3
    frame = pl.DataFrame(table)
    assert frame["living_allowance"].sum() == Decimal("12000.00")
    assert table.to_pandas()["total"].tolist() == [Decimal("40200.00"), Decimal("20800.00"), None]
    routes = pa.table(LIAONING.leave.route_table({"days": [12, 5]}))
    assert [act["party"] for act in routes["acts"].to_pylist()[1]] == [
        "group_leader",
        "training_unit",
        "sending_unit",
        "provincial_department",
    ]


def test_what_has_no_column_comes_from_the_call() -> None:
    leader = LIAONING.leave.route_table({"days": [5]}, role="group_leader", kind="personal")
    assert leader["effects"] == [["leader_consent_replaced"]]
    calendar = tepei.WorkCalendar("2025-01-01", "2025-12-31")
    dates = {"first": [datetime.date(2025, 3, 3)], "last": [datetime.date(2025, 3, 14)]}
    working = LIAONING.leave.route_table(dates, calendar=calendar, readings={"leave_days": "working"})
    assert working["tier"] == [2]
    assert LIAONING.leave.route_table(dates)["tier"] == [3]
    funding = tepei.programme("inner-mongolia-2022").funding
    assert funding.entitlement_table({"name": ["甲"]}, track="inside", months=6)["total"] == [Decimal("18400.00")]
    interrupted = LIAONING.assessment.grade_table({"sending_unit": [90]}, interrupted=True)
    assert interrupted["grade"] == ["not_assessed"]


def test_what_is_not_known_stays_so() -> None:
    table = LIAONING.assessment.grade_table(
        {
            "sending_unit": [90, 59, None],
            "training_unit": [float("nan"), float("nan"), 90.0],
            "group": [90, 90, 90],
            "interrupted": [False, None, None],
        }
    )
    assert table["grade"] == ["undetermined", "undetermined", "undetermined"]
    assert table["missing"] == [["training_unit"], ["interrupted"], ["sending_unit", "interrupted"]]


@pytest.mark.parametrize(
    ("columns", "options", "code", "told"),
    [
        ({"dayz": [1]}, {}, "batch.column.unknown", "days"),
        ({"days": [True]}, {}, "batch.column.wrong_type", "days"),
        ({"days": [1], "请假天数": [1]}, {}, "batch.column.duplicate", "days"),
        ({"days": [1]}, {"columns": ["teir"]}, "batch.output.unknown", "tier"),
        ({"days": [1]}, {"columns": ["tier", "tier"]}, "batch.output.duplicate", "tier"),
        ({"days": [1]}, {"extra_columns": "drop"}, "python.option.unknown", "extra_columns"),
        ({"days": [1, 2], "kind": ["sick"]}, {}, "python.column.length", "days"),
    ],
)
def test_bad_tables(columns: Mapping[str, list[Any]], options: dict[str, Any], code: str, told: str) -> None:
    with pytest.raises(tepei.Error) as refusal:
        LIAONING.leave.route_table(columns, **options)
    assert refusal.value.code == code
    assert told in str(refusal.value)


def test_bad_rows_stop_nobody_and_are_named() -> None:
    table = LIAONING.assessment.grade_table(
        {
            "sending_unit": ["85", "101", "-1", "八十", "85"],
            "training_unit": ["90", "90", "90", "90", "90"],
            "group": ["79.5", "80", "80", "80", "80"],
            "role": ["trainee", "trainee", "trainee", "trainee", "traine"],
        }
    )
    # Text is no number in a table that has types.
    assert {error.code for error in table.errors if error.column == "sending_unit"} == {"facts.value.wrong_type"}
    table = LIAONING.assessment.grade_table(
        {
            "sending_unit": [85, 101, -1, float("inf"), 85, 85],
            "training_unit": [90, 90, 90, 90, 90, 90],
            "group": [79.5, 80, 80, 80, 80, 80],
            "role": ["trainee", "trainee", "trainee", "trainee", "traine", "group_leader"],
        }
    )
    assert table["grade"] == ["qualified", None, None, None, None, None]
    assert [(error.row, error.column, error.code) for error in table.errors] == [
        (1, "sending_unit", "policy.assessment.score_out_of_range"),
        (2, "sending_unit", "policy.assessment.score_out_of_range"),
        (3, "sending_unit", "batch.cell.infinite"),
        (4, "role", "policy.assessment.unknown_role"),
        (5, "group", "policy.assessment.unknown_score"),
    ]
    assert "trainee" in table.errors[3].help
    assert (table.rows_with_errors, table.error_count, table.num_rows) == (5, 5, 6)


def test_lists_of_violations_in_a_stream_that_can_be_read_once() -> None:
    schema = pa.schema([("violations", pa.large_list(pa.large_string())), ("name", pa.string())])
    batches = [
        pa.record_batch([pa.array([["no_show"], []], schema.field(0).type), pa.array(["甲", "乙"])], schema=schema)
        for _ in range(3)
    ]
    table = LIAONING.assessment.grade_table(pa.RecordBatchReader.from_batches(schema, batches))
    assert table["grade"].to_pylist() == ["unqualified", "undetermined"] * 3
    empty = LIAONING.assessment.grade_table({"violations": [[], []]})
    assert empty["grade"] == ["undetermined"] * 2


def test_a_programme_without_the_section_says_so() -> None:
    pack = {
        "format": 1,
        "id": "small",
        "instrument": {"title": "小", "issuer": "某", "status": "draft"},
        "tracks": [{"id": "only", "label": "统一"}],
        "eligibility": {"only": [{"id": "age", "label": "年龄", "clause": "1", "rules": []}]},
        "clauses": [{"id": "1", "cite": "第一条", "text": "第一条", "kind": "statement"}],
    }
    small = tepei.load(pack)
    with pytest.raises(tepei.Error) as refusal:
        small.leave.route_table({"days": [1]})
    assert refusal.value.code == "policy.programme.no_section"


def test_a_long_table_in_batches() -> None:
    lengths = [1, 5, 20, 40] * 12_500
    table = pa.Table.from_batches(pa.table({"days": lengths}).to_batches(max_chunksize=7_001))
    tiers = pa.table(LIAONING.leave.route_table(table, columns=["tier"]))["tier"]
    assert tiers.to_pylist() == [1, 2, 3, 4] * 12_500
