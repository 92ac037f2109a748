"""Rosters in every format, and what the command makes of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
from command_line import Done, tepei
from pyarrow import parquet

ROOT = Path(__file__).resolve().parents[2]
POLICY = ["--policy", "inner-mongolia-2025"]
QUESTION = [*POLICY, "--track", "outside", "--as-of", "2025-03-21"]
HEADINGS = [
    "姓名",
    "出生日期",
    "民族",
    "学历",
    "从事本专业工作年限",
    "行政区划代码",
    "政治条件合格",
    "身心健康",
    "备注",
]
SOUND = ["王明", "1985-06-15", "蒙古族", "硕士研究生", "8", "150102", "是", "是", "好"]


def check(roster: Path, *words: str | Path) -> Done:
    return tepei("check", roster, *QUESTION, *words)


def write_csv(path: Path, *rows: Sequence[str], headings: Sequence[str] | None = None) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings or HEADINGS, *rows])
    return path


def write_xlsx(path: Path, *rows: Sequence[object], headings: Sequence[str] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [headings or HEADINGS, *rows]:
        sheet.append(list(row))
    book.save(path)
    return path


def write_json_lines(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def write_parquet(path: Path, columns: dict[str, Any]) -> Path:
    parquet.write_table(pa.table(columns), path)
    return path


def changed(**cells: str) -> list[str]:
    return [cells.get(heading, cell) for heading, cell in zip(HEADINGS, SOUND, strict=True)]


def answers(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def json_answers(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]
