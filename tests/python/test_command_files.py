"""The files people have: each format read as its own program shows it, bad files refused with what to do."""

from __future__ import annotations

import datetime
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from rosters import (
    HEADINGS,
    SOUND,
    answers,
    changed,
    check,
    json_answers,
    write_csv,
    write_json_lines,
    write_parquet,
    write_xlsx,
)
from tepei.command.roster import open_roster

PERSON: dict[str, object] = dict(zip(HEADINGS, SOUND, strict=True))


def rows_of(path: Path, sheet: str | None = None) -> list[tuple[int, list[str]]]:
    with open_roster(path, sheet) as roster:
        return [(row.number, row.cells) for row in roster.rows]


def verdicts(roster: Path, tmp_path: Path, *words: str) -> list[dict[str, str]]:
    out = tmp_path / "out.csv"
    check(roster, "--out", out, *words)
    return answers(out)


def test_every_format_gives_the_same_answers(tmp_path: Path) -> None:
    people = [SOUND, changed(民族="汉族"), changed(出生日期=""), changed(学历="x"), changed(出生日期="1985.1")]
    dicts = [dict(zip(HEADINGS, person, strict=True)) for person in people]
    rosters = [
        write_csv(tmp_path / "roster.csv", *people),
        write_xlsx(tmp_path / "roster.xlsx", *[[cell or None for cell in person] for person in people]),
        write_json_lines(tmp_path / "roster.jsonl", *[{k: v for k, v in person.items() if v} for person in dicts]),
        write_parquet(tmp_path / "roster.parquet", {name: [person[name] for person in dicts] for name in HEADINGS}),
    ]
    found = []
    for roster in rosters:
        rows = verdicts(roster, tmp_path)
        found.append([{name: row[name] for name in (*HEADINGS, "verdict", "reasons", "citations")} for row in rows])
        assert [row["unread"] != "" for row in rows] == [False, False, False, True, True], roster
    assert [row["verdict"] for row in found[0]] == ["eligible", "ineligible", "undetermined", "", ""]
    assert found[1:] == found[:1] * 3


def test_a_file_is_what_it_holds_not_what_it_is_called(tmp_path: Path) -> None:
    for made, called in (
        (write_xlsx(tmp_path / "a.xlsx", SOUND), "a.csv"),
        (write_parquet(tmp_path / "b.parquet", {name: [PERSON[name]] for name in HEADINGS}), "b.xlsx"),
        (write_csv(tmp_path / "c.csv", SOUND), "c.xlsx"),
        (write_json_lines(tmp_path / "d.jsonl", PERSON), "d.data"),
    ):
        renamed = made.rename(tmp_path / called)
        assert [cells for _, cells in rows_of(renamed)] == [SOUND]


def test_rows_have_the_numbers_their_program_shows(tmp_path: Path) -> None:
    csv_roster = write_csv(tmp_path / "roster.csv", SOUND, [""] * len(HEADINGS), SOUND)
    assert [number for number, _ in rows_of(csv_roster)] == [2, 4]
    sheet = write_xlsx(tmp_path / "roster.xlsx", SOUND, [], SOUND)
    assert [number for number, _ in rows_of(sheet)] == [2, 4]
    lines = tmp_path / "roster.jsonl"
    lines.write_text('{"姓名": "甲"}\n\n{"姓名": "乙"}\n', encoding="utf-8")
    assert rows_of(lines) == [(1, ["甲"]), (3, ["乙"])]
    table = write_parquet(tmp_path / "roster.parquet", {"姓名": ["甲", "乙"]})
    assert rows_of(table) == [(1, ["甲"]), (2, ["乙"])]


@pytest.mark.parametrize("made", [write_csv, write_xlsx])
def test_titles_above_the_headings_are_passed_over(tmp_path: Path, made: object) -> None:
    ending = "csv" if made is write_csv else "xlsx"
    title = ["2025年特培人选名单", *[""] * (len(HEADINGS) - 1)]
    unit = ["填报单位：", "某局", *[""] * (len(HEADINGS) - 2)]
    roster = made(tmp_path / f"roster.{ending}", unit, HEADINGS, SOUND, headings=title)  # type: ignore[operator]
    with open_roster(roster) as opened:
        assert opened.headings == HEADINGS
        assert [(row.number, row.cells) for row in opened.rows] == [(4, SOUND)]


def test_a_merged_title_in_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2025年特培人选名单"])
    sheet.merge_cells("A1:I1")
    sheet.append(HEADINGS)
    sheet.append(SOUND)
    book.save(tmp_path / "roster.xlsx")
    (row,) = verdicts(tmp_path / "roster.xlsx", tmp_path)
    assert row["verdict"] == "eligible"


def test_real_cells_of_a_workbook(tmp_path: Path) -> None:
    headings = ["姓名", "出生年月", "民族", "从事本专业工作年限", "政治条件合格", "备注"]
    day = datetime.date(1985, 6, 15)
    roster = write_xlsx(
        tmp_path / "roster.xlsx",
        ["甲", day, 1, 7.5, True, datetime.datetime(2020, 1, 2, 3, 4)],  # noqa: DTZ001
        ["乙", datetime.datetime(1985, 6, 15), "97", 8.0, 0, None],  # noqa: DTZ001
        headings=headings,
    )
    assert rows_of(roster) == [
        (2, ["甲", "1985-06-15", "1", "7.5", "true", "2020-01-02 03:04:00"]),
        (3, ["乙", "1985-06-15", "97", "8", "0", ""]),
    ]
    first, second = verdicts(roster, tmp_path)
    assert first["verdict"] == "ineligible"  # 1 is 01, the Han
    assert "四（二）1" in first["citations"]
    assert second["verdict"] == "ineligible"  # 0 is no


def test_a_date_whose_format_shows_no_day_names_a_month(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["姓名", "出生年月"])
    for number_format in (
        'yyyy"年"m"月"',
        "yyyy-mm",
        "[$-804]yyyy\\年m\\月",
        "yyyy-mm-dd",
        'yyyy"年"m"月"d"日"',
        "yyyy",
    ):
        sheet.append(["甲", datetime.date(1985, 6, 1)])
        sheet.cell(sheet.max_row, 2).number_format = number_format
    book.save(tmp_path / "roster.xlsx")
    texts = [cells[1] for _, cells in rows_of(tmp_path / "roster.xlsx")]
    assert texts == ["1985-06", "1985-06", "1985-06", "1985-06-01", "1985-06-01", "1985"]
    found = verdicts(tmp_path / "roster.xlsx", tmp_path)
    assert "只写到月份" in found[0]["notes"]
    assert found[3]["notes"] == ""
    assert "1985" in found[5]["unread"]  # a year alone is no date


def test_a_formula_nobody_computed_is_no_unknown(tmp_path: Path) -> None:
    roster = write_xlsx(tmp_path / "roster.xlsx", [*SOUND[:4], "=3+5", *SOUND[5:]], [*SOUND[:8], "=1+1"])
    out = tmp_path / "out.csv"
    done = check(roster, "--out", out)
    assert done.code == 1
    assert "第 2 行，列“从事本专业工作年限”：公式“=3+5”还没有计算结果" in done.err
    first, second = answers(out)
    assert first["verdict"] == ""
    assert (second["verdict"], second["备注"]) == ("eligible", "=1+1")  # no policy reads the remarks


def test_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "封面"
    for title, person in (("名单", SOUND), ("往年", changed(民族="汉族"))):
        sheet = book.create_sheet(title)
        sheet.append(HEADINGS)
        sheet.append(person)
    hidden = book.create_sheet("隐藏", 0)
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "roster.xlsx")
    roster = tmp_path / "roster.xlsx"
    done = check(roster)
    assert done.code == 0
    assert "读取工作表“名单”" in done.err
    assert "往年" in done.err
    assert "封面" in done.err
    assert rows_of(roster) == [(2, SOUND)]
    assert rows_of(roster, "往年")[0][1][2] == "汉族"
    assert rows_of(roster, "4")[0][1][2] == "汉族"
    done = check(roster, "--sheet", "名但")
    assert done.code == 2
    assert "roster.sheet.unknown" in done.err
    assert "名单" in done.err


def test_numbers_of_json_stay_as_they_are_written(tmp_path: Path) -> None:
    roster = tmp_path / "roster.jsonl"
    line = '{"姓名": "甲", "从事本专业工作年限": 4.99999999999999999999999, "政治条件合格": true, "备注": 1.10}'
    roster.write_text(line + "\n", encoding="utf-8")
    assert rows_of(roster) == [(1, ["甲", "4.99999999999999999999999", "true", "1.10"])]
    done = check(roster, "--format", "json")
    assert '"从事本专业工作年限": 4.99999999999999999999999, "政治条件合格": true, "备注": 1.10}' in done.out


def test_keys_that_come_late_and_keys_that_are_missing(tmp_path: Path) -> None:
    later = {"民族": "蒙古族", "备注": "迟"}
    roster = write_json_lines(tmp_path / "roster.jsonl", {"姓名": "甲", "民族": None}, later)
    assert rows_of(roster) == [(1, ["甲", "", ""]), (2, ["", "蒙古族", "迟"])]
    first, _ = verdicts(roster, tmp_path)
    assert "ethnicity" in first["missing"]


@pytest.mark.parametrize(
    ("line", "code", "content"),
    [
        ('{"姓名": "乙", "学历": ["硕士研究生", 2.50]}', "roster.json.nested", '["硕士研究生", 2.50]'),
        ('{"姓名": "乙", "学历": {"层次": "硕士"}}', "roster.json.nested", '{"层次": "硕士"}'),
        ('{"姓名": "乙", "学历": "博士研究生", "学历": "x"}', "roster.json.duplicate_key", '"x"'),
        ('{"姓名": "乙", "从事本专业工作年限": NaN}', "roster.json.not_finite", "NaN"),
        ('{"姓名": "乙"', "roster.json.malformed", '{"姓名": "乙"'),
        ("[1, 2]", "roster.json.malformed", "[1, 2]"),
        ("[" * 50_000, "roster.json.malformed", "[" * 50_000),
    ],
)
def test_bad_lines_of_json_cost_their_own_row_only(tmp_path: Path, line: str, code: str, content: str) -> None:
    roster = write_json_lines(tmp_path / "roster.jsonl", PERSON, PERSON)
    roster.write_text(roster.read_text(encoding="utf-8").replace("\n", f"\n{line}\n", 1), encoding="utf-8")
    done = check(roster, "--format", "json", "--lang", "en")
    assert done.code == 1
    first, second, third = json_answers(done.out)
    assert first["tracks"]["outside"]["verdict"] == third["tracks"]["outside"]["verdict"] == "eligible"
    assert second["tracks"] == {"outside": None}
    assert [(bad["code"], bad["content"]) for bad in second["unread"]] == [(code, content)]
    assert (second["row"], third["row"]) == (2, 3)


def test_nested_values_that_no_policy_reads_are_kept(tmp_path: Path) -> None:
    roster = write_json_lines(tmp_path / "roster.jsonl", PERSON | {"备注": {"a": [1, None]}})
    (row,) = json_answers(check(roster, "--format", "json").out)
    assert row["tracks"]["outside"]["verdict"] == "eligible"
    assert row["person"]["备注"] == {"a": [1, None]}


def test_typed_columns_of_parquet(tmp_path: Path) -> None:
    columns = {
        "姓名": pa.array(["甲", "乙", "丙"]),
        "birth_date": pa.array([datetime.date(1985, 6, 15), None, datetime.date(1970, 1, 1)]),
        "ethnicity": pa.array([7, 7, 1]),
        "学历": pa.array(["硕士研究生", "博士研究生", "x"]).dictionary_encode(),
        "profession_years": pa.array([Decimal("8.0"), Decimal("5.5"), None]),
        "行政区划": pa.array([150102, 150102, 150102]),
        "政治条件": pa.array([True, True, None]),
        "healthy": pa.array([True, None, True]),
        "比值": pa.array([0.1, float("nan"), None]),
    }
    roster = write_parquet(tmp_path / "roster.parquet", columns)
    assert rows_of(roster)[0][1] == ["甲", "1985-06-15", "7", "硕士研究生", "8.0", "150102", "true", "true", "0.1"]
    found = verdicts(roster, tmp_path)
    assert [row["verdict"] for row in found] == ["eligible", "undetermined", ""]
    assert "“x”" in found[2]["unread"]
    assert [row["比值"] for row in found] == ["0.1", "", ""]


def test_a_column_type_that_its_fact_never_has(tmp_path: Path) -> None:
    roster = write_parquet(tmp_path / "roster.parquet", {"学历": pa.array([["a"], ["b"]])})
    done = check(roster)
    assert done.code == 2
    assert "batch.column.wrong_type" in done.err


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_broken_files_are_refused(tmp_path: Path, ending: str) -> None:
    if ending == "xlsx":
        made = write_xlsx(tmp_path / "whole.xlsx", *[SOUND] * 200)
    else:
        made = write_parquet(tmp_path / "whole.parquet", {name: [PERSON[name]] * 200 for name in HEADINGS})
    whole = made.read_bytes()
    broken = tmp_path / f"broken.{ending}"
    for end in (0, 10, 100, len(whole) // 3, len(whole) // 2, len(whole) - 30):
        broken.write_bytes(whole[:end])
        done = check(broken)
        assert done.code == 2
        assert str(broken) in done.err


def test_json_lines_that_end_in_the_middle(tmp_path: Path) -> None:
    roster = write_json_lines(tmp_path / "roster.jsonl", PERSON, PERSON)
    roster.write_bytes(roster.read_bytes()[:-10])
    done = check(roster, "--format", "json")
    assert done.code == 1
    assert [line["tracks"]["outside"] is None for line in json_answers(done.out)] == [False, True]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<a>", b"nonsense", b"<?xml version='1.0'?><x/>"])
def test_workbooks_with_a_broken_part(tmp_path: Path, part: str, content: bytes) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", SOUND)
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    assert check(broken).code in (0, 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "roster.json.not_lines"),
        ('[\n{"姓名": "甲"}\n]', "roster.json.not_lines"),
        ("{}\n", "roster.empty"),
        ("x\n", "roster.empty"),
    ],
)
def test_json_that_is_no_roster(tmp_path: Path, text: str, code: str) -> None:
    roster = tmp_path / "roster.json"
    roster.write_text(text, encoding="utf-8")
    done = check(roster)
    assert done.code == 2
    assert code in done.err


def test_json_lines_in_gb18030(tmp_path: Path) -> None:
    roster = tmp_path / "roster.jsonl"
    roster.write_bytes('{"姓名": "王明", "民族": "蒙古族"}\n'.encode("gb18030"))
    assert rows_of(roster) == [(1, ["王明", "蒙古族"])]


def test_long_rosters_keep_every_row(tmp_path: Path) -> None:
    """More rows than a batch holds, with bad ones at its edges."""
    rows = 40_000
    bad = {0, 16_383, 16_384, 32_767, 32_768, rows - 1}
    people = [changed(姓名=str(row), 学历="x" if row in bad else "硕士研究生") for row in range(rows)]
    found = verdicts(write_csv(tmp_path / "roster.csv", *people), tmp_path, "--threads", "2")
    assert [int(row["姓名"]) for row in found] == list(range(rows))
    assert {place for place, row in enumerate(found) if row["verdict"] == ""} == bad
    assert {row["verdict"] for place, row in enumerate(found) if place not in bad} == {"eligible"}
