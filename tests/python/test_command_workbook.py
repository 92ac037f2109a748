"""The workbook `tepei check` writes: its three sheets, its look, and that no cell of the roster becomes a formula."""

from __future__ import annotations

import datetime
import itertools
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from command_line import tepei
from rosters import HEADINGS, POLICY, ROOT, SOUND, changed, check, write_csv, write_json_lines, write_xlsx
from tepei.command.results.look import SHADES

SAMPLE = ROOT / "examples" / "rosters" / "candidates.csv"
VERDICTS = {"✓ 符合条件", "? 暂不能确定", "✗ 不符合条件"}


def book_of(roster: Path, tmp_path: Path, *words: str | Path, code: int = 0) -> Any:
    out = tmp_path / "out.xlsx"
    done = check(roster, "--out", out, *words)
    assert done.code == code, done.err
    return openpyxl.load_workbook(out)


def table(sheet: Any) -> list[dict[str, Any]]:
    headings, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_the_sample_roster(tmp_path: Path) -> None:
    book = book_of(SAMPLE, tmp_path)
    assert book.sheetnames == ["核对结果", "汇总", "无法读取的单元格"]
    results = book["核对结果"]
    rows = table(results)
    assert len(rows) == 200
    assert {row["结论"] for row in rows} == VERDICTS
    assert all(bool(row["理由"]) == bool(row["依据条款"]) == (row["结论"] != "✓ 符合条件") for row in rows)
    assert any("工作单位所在行政区划" in (row["缺少的信息"] or "") for row in rows)
    assert results.freeze_panes == "C2"  # the number and the name stay in sight
    assert re.fullmatch(r"A1:[A-Z]+201", results.auto_filter.ref)
    assert {cell.value for cell in results[1]} >= {"姓名", "结论", "理由", "缺少的信息", "依据条款"}
    widths = [results.column_dimensions[cell.column_letter].width for cell in results[1]]
    assert all(8 <= width <= 60 for width in widths)
    reasons = next(cell for cell in results[2] if results.cell(1, cell.column).value == "理由")
    assert reasons.alignment.wrap_text


def test_rows_are_as_tall_as_their_texts(tmp_path: Path) -> None:
    book = book_of(write_csv(tmp_path / "roster.csv", ["甲", *[""] * 8], SOUND), tmp_path)
    heights = [book["核对结果"].row_dimensions[row].height for row in (2, 3)]
    assert heights[0] is not None
    assert heights[0] > 60
    assert heights[1] is None


def lightness(color: str) -> float:
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_verdicts_can_be_told_apart_without_colour(tmp_path: Path) -> None:
    fills = sorted(lightness(shade.fill) for shade in SHADES.values())
    assert all(darker + 18 < lighter for darker, lighter in itertools.pairwise(fills))
    assert all(abs(lightness(shade.fill) - lightness(shade.text)) > 100 for shade in SHADES.values())
    results = book_of(write_csv(tmp_path / "r.csv", SOUND, changed(学历="x")), tmp_path, code=1)["核对结果"]
    column = next(cell.column for cell in results[1] if cell.value == "结论")
    cells = [results.cell(row, column) for row in (2, 3)]
    assert [cell.value for cell in cells] == ["✓ 符合条件", "! 未核对"]
    assert [cell.fill.fgColor.rgb[2:] for cell in cells] == [SHADES["eligible"].fill, SHADES["unread"].fill]


def test_the_person_s_cells_stay_what_they_were(tmp_path: Path) -> None:
    roster = write_xlsx(
        tmp_path / "roster.xlsx",
        ["王明", datetime.date(1985, 6, 15), "002", 8, 7.5, True, None, datetime.datetime(2024, 1, 2, 3, 4)],  # noqa: DTZ001
        headings=["姓名", "出生日期", "编号", "从事本专业工作年限", "比值", "政治条件", "空", "时间"],
    )
    results = book_of(roster, tmp_path)["核对结果"]
    row = [cell.value for cell in results[2]][:8]
    assert row == ["王明", datetime.datetime(1985, 6, 15), "002", 8, 7.5, True, None, "2024-01-02 03:04:00"]  # noqa: DTZ001
    assert results["B2"].number_format == "yyyy-mm-dd"
    from_text = write_csv(tmp_path / "roster.csv", changed(出生日期="1985-06-15", 备注="1985-02-30"))
    results = book_of(from_text, tmp_path, "--rows", "0")["核对结果"]
    assert results["B2"].is_date
    assert results.cell(2, 9).value == "1985-02-30"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "\t=1"]
)
def test_no_cell_of_the_roster_becomes_a_formula(tmp_path: Path, cell: str) -> None:
    people = [changed(备注=cell), changed(学历=cell), [*SOUND, cell]]
    headings = [*HEADINGS[:-1], cell]
    for roster, code in (
        (write_csv(tmp_path / "roster.csv", *people), 1),
        (write_csv(tmp_path / "headings.csv", SOUND, headings=headings), 0),
        (write_json_lines(tmp_path / "roster.jsonl", dict(zip(HEADINGS, people[0], strict=True))), 0),
    ):
        book = book_of(roster, tmp_path, code=code)
        values = [found for sheet in book for row in sheet.iter_rows() for found in row if found.value is not None]
        assert not [found for found in values if found.data_type == "f"]
        same = [found for found in values if str(found.value).strip() == cell.strip()]
        assert same
        assert all(found.quotePrefix for found in same)
        with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            assert not any(b"<f>" in archive.read(name) for name in sheets)


def test_cells_that_no_workbook_can_hold(tmp_path: Path) -> None:
    people = [changed(备注="\x00\x07红\x1b[31m"), changed(备注="字" * 40_000), changed(备注="一\n二")]
    roster = write_json_lines(tmp_path / "r.jsonl", *[dict(zip(HEADINGS, person, strict=True)) for person in people])
    results = book_of(roster, tmp_path)["核对结果"]
    assert results.cell(2, 9).value == "\ufffd\ufffd红\ufffd[31m"
    assert len(results.cell(3, 9).value) == 32_767
    assert results.cell(4, 9).value == "一\n二"


def test_the_sheet_of_cells_that_could_not_be_read(tmp_path: Path) -> None:
    people = [changed(学历="硕土研究生", 政治条件合格="也许"), SOUND, changed(出生日期="1985-02-30")]
    book = book_of(write_csv(tmp_path / "roster.csv", *people), tmp_path, code=1)
    rows = table(book["无法读取的单元格"])
    assert [(row["行"], row["列"], row["单元格内容"]) for row in rows] == [
        (2, "学历", "硕土研究生"),
        (2, "政治条件合格", "也许"),
        (4, "出生日期", "1985-02-30"),
    ]
    assert (rows[0]["应填"], rows[0]["最接近的写法"]) == ("标准中的名称或代码", "硕士研究生")
    assert (rows[1]["应填"], rows[1]["最接近的写法"]) == ("是或否", None)
    assert rows[2]["建议"] == "1985-02 只有 28 天"
    results = table(book["核对结果"])
    assert [row["结论"] for row in results] == ["! 未核对", "✓ 符合条件", "! 未核对"]
    assert "硕土研究生" in results[0]["未核对的原因"]


def test_the_summary_counts_and_draws_what_excludes_most(tmp_path: Path) -> None:
    people = [SOUND, *[changed(民族="汉族")] * 3, *[changed(出生日期="1960-01-01")] * 5, changed(学历="")]
    book = book_of(write_csv(tmp_path / "roster.csv", *people), tmp_path)
    summary = book["汇总"]
    cells = {str(row[0]): row[1:] for row in summary.iter_rows(values_only=True) if row[0]}
    assert "共 10 人，截至 2025-03-21（inner-mongolia-2025）" in cells
    assert [cells[name][0] for name in ("✓ 符合条件", "? 暂不能确定", "✗ 不符合条件")] == [1, 1, 8]
    assert cells["年龄"][0] == 5
    assert cells["少数民族"][0] == 3
    names = [row[0] for row in summary.iter_rows(values_only=True)]
    assert names.index("年龄") < names.index("少数民族") < names.index("属地")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        (chart,) = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawn = archive.read(chart).decode("utf-8")
    place = names.index("年龄") + 1
    assert f"$B${place}:$B${place + 1}" in drawn  # the two that exclude somebody, and no bar of nobody
    assert "各项条件不符合的人数" in drawn


def test_all_tracks_have_their_columns_and_charts(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert tepei("check", SAMPLE, *POLICY, "--as-of", "2025-03-21", "--out", out).code == 0
    book = openpyxl.load_workbook(out)
    headings = [cell.value for cell in book["核对结果"][1]]
    for label in ("东北地区项目", "自治区区外", "自治区区内"):
        assert [f"{label}\n{name}" in headings for name in ("结论", "理由", "缺少的信息", "依据条款")] == [True] * 4
    with zipfile.ZipFile(out) as archive:
        assert len([name for name in archive.namelist() if name.startswith("xl/charts/chart")]) == 3


def test_english(tmp_path: Path) -> None:
    book = book_of(write_csv(tmp_path / "r.csv", SOUND, changed(学历="x")), tmp_path, "--lang", "en", code=1)
    assert book.sheetnames == ["Results", "Summary", "Unread cells"]
    assert [row["verdict"] for row in table(book["Results"])] == ["✓ eligible", "! not checked"]
    (bad,) = table(book["Unread cells"])
    assert bad["expected"] == "a listed id, name or code"


def test_a_result_can_be_checked_again(tmp_path: Path) -> None:
    """The workbook is a roster too: the person's columns are where they were, and the answers are extra columns."""
    roster = write_csv(tmp_path / "roster.csv", SOUND, changed(民族="汉族"))
    book_of(roster, tmp_path)
    again = tmp_path / "again.csv"
    assert check(tmp_path / "out.xlsx", "--out", again).code == 0
    text = again.read_text(encoding="utf-8-sig")
    assert "eligible" in text
    assert "ineligible" in text
