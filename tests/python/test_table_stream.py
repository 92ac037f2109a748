"""Tables answered while they are read, by threads, with reasons; and the plan of it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
import tepei

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTION: dict[str, Any] = {"track": "outside", "as_of": "2025-03-21"}
ELIGIBILITY = tepei.programme("inner-mongolia-2025").eligibility
SCHEMA = pa.schema([("birth_date", pa.string()), ("healthy", pa.bool_()), ("title_level", pa.string())])


def batches(count: int, rows: int = 3) -> Iterator[pa.RecordBatch]:
    births = ["1979-03-22", "1978-03-21", None]
    for _ in range(count):
        columns: dict[str, list[Any]] = {
            "birth_date": births,
            "healthy": [True, False, None],
            "title_level": ["senior", "none", "junior"],
        }
        yield pa.RecordBatch.from_pydict(
            {name: (values * rows)[:rows] for name, values in columns.items()}, schema=SCHEMA
        )


def test_a_stream_is_answered_batch_by_batch() -> None:
    taken = 0

    def source() -> Iterator[pa.RecordBatch]:
        nonlocal taken
        for batch in batches(4):
            taken += 1
            yield batch

    reader = pa.RecordBatchReader.from_batches(SCHEMA, source())
    stream = ELIGIBILITY.check_stream(reader, columns=["verdict", "age"], **QUESTION)
    answers = pa.RecordBatchReader.from_stream(stream)
    assert taken == 0
    first = answers.read_next_batch()
    assert taken == 1
    assert first.to_pydict() == {
        "verdict": ["undetermined", "ineligible", "undetermined"],
        "age": ["met", "not_met", "undetermined"],
    }
    assert (stream.num_rows, stream.finished) == (3, False)
    assert sum(batch.num_rows for batch in answers) == 9
    assert (stream.num_rows, stream.finished) == (12, True)
    assert stream.verdict_counts["ineligible"] == 4


def test_a_stream_is_read_once() -> None:
    stream = ELIGIBILITY.check_stream(pa.table({"healthy": [True]}), **QUESTION)
    assert [batch.num_rows for batch in stream] == [1]
    with pytest.raises(tepei.Error, match="taken already") as caught:
        list(stream)
    assert caught.value.code == "batch.stream.malformed"


def test_an_error_of_the_source_reaches_the_reader() -> None:
    def source() -> Iterator[pa.RecordBatch]:
        yield from batches(1)
        message = "the file is cut short"
        raise OSError(message)

    reader = pa.RecordBatchReader.from_batches(SCHEMA, source())
    answers = iter(ELIGIBILITY.check_stream(reader, **QUESTION))
    assert next(answers).num_rows == 3
    with pytest.raises(OSError, match="the file is cut short"):
        next(answers)


def test_a_mixed_column_is_no_stream() -> None:
    with pytest.raises(tepei.Error) as caught:
        ELIGIBILITY.check_stream({"education": ["master", 11]}, **QUESTION)
    assert caught.value.code == "python.table.mixed"


def test_threads_give_the_same_answers() -> None:
    table = pa.Table.from_batches(batches(1, 200_001))
    columns = ["verdict", "age", "missing", "reading_sensitive"]
    one = ELIGIBILITY.check_table(table, columns=columns, **QUESTION).to_arrow()
    for threads in (0, 2, 5):
        result = ELIGIBILITY.check_table(table, columns=columns, threads=threads, **QUESTION)
        assert result.to_arrow().equals(one)


def test_reasons_are_those_of_the_decision() -> None:
    person = {"birth_date": "1978-03-21", "healthy": False, "ethnicity": "97", "political_ok": None}
    decision = ELIGIBILITY.check(person, **QUESTION)
    for lang in ("zh", "en"):
        result = ELIGIBILITY.check_table(pa.Table.from_pylist([person]), columns=["reasons"], lang=lang, **QUESTION)
        (reasons,) = result["reasons"]
        assert reasons == decision.reasons(lang=lang)
        assert len(reasons) == sum(finding.outcome != "met" for finding in decision.findings)


def test_a_row_that_cannot_be_read_has_no_reasons() -> None:
    result = ELIGIBILITY.check_table({"birth_date": ["2025-03-22", "1990-01-01"]}, columns=["reasons"], **QUESTION)
    assert result["reasons"][0] is None
    assert result["reasons"][1]


@pytest.mark.parametrize("options", [{"threads": -1}, {"threads": True}, {"threads": 1.5}, {"lang": "fr"}])
def test_unknown_options_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(tepei.Error) as caught:
        ELIGIBILITY.check_table({"healthy": [True]}, **QUESTION, **options)
    assert (caught.value.code, caught.value.path) == ("python.option.unknown", next(iter(options)))


def test_the_plan_says_how_each_criterion_is_answered() -> None:
    plan = ELIGIBILITY.plan(**QUESTION)
    assert [one.criterion for one in plan.criteria] == ELIGIBILITY.criteria("outside")
    assert all(one.by_table and not one.reason for one in plan.criteria)
    education = plan.criteria[-1]
    assert {fact.fact: fact.classes for fact in education.facts} == {
        "education": "answers",
        "title_level": "answers",
        "profession_years": "intervals",
    }
    assert f"kernels: {plan.kernels}" in str(plan)


def kernels_named(name: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import tepei; e = tepei.programme('inner-mongolia-2025').eligibility; "
        "print(e.plan(track='outside', as_of='2025-03-21').kernels)"
    )
    environment = os.environ | {"TEPEI_KERNELS": name}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


def test_the_environment_names_the_kernels() -> None:
    assert kernels_named("portable").stdout.strip() == "portable"
    refused = kernels_named("fast")
    assert refused.returncode != 0
    assert "batch.kernels.unknown" in refused.stderr
