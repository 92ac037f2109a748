"""What the tests of tables share."""

from __future__ import annotations

import datetime
from typing import Any

import tepei
from people import QUESTION, SOUND

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


AGES = ["eligible", "ineligible", "undetermined"]
YES_AND_NO = ["eligible", "ineligible", "undetermined"]
