"""`tepei check` as a new user runs it: in a process of its own, with good rosters and bad ones."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import in_a_process, tepei
from rich.cells import cell_len
from rosters import HEADINGS, POLICY, QUESTION, ROOT, SOUND, answers, changed, check
from rosters import write_csv as write

SAMPLE = ROOT / "examples" / "rosters" / "candidates.csv"


def test_the_sample_roster(tmp_path: Path) -> None:
    out = tmp_path / "verdicts.csv"
    done = check(SAMPLE, "--out", out)
    assert done.code == 0
    assert "不符合条件" in done.out
    assert "自治区区外" in done.out
    assert "年龄" in done.out
    assert "工作单位所在行政区划" in done.out
    assert "序号、工作单位、备注" in done.err
    given, found = answers(SAMPLE), answers(out)
    assert len(found) == len(given) == 200
    for before, after in zip(given, found, strict=True):
        assert {heading: after[heading] for heading in before} == before  # every column kept
        assert after["verdict"] in ("eligible", "undetermined", "ineligible")
        assert bool(after["reasons"]) == bool(after["citations"]) == (after["verdict"] != "eligible")
        if after["民族"] == "其他" and after["verdict"] == "undetermined":
            assert "少数民族" in after["reasons"]  # a known code that the policy leaves open: nothing need be missing
        else:
            assert bool(after["missing"]) == (after["verdict"] == "undetermined")
        assert after["unread"] == ""
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel needs the mark


def test_twice_gives_the_same(tmp_path: Path) -> None:
    first, second = (tmp_path / name for name in ("first.csv", "second.csv"))
    assert check(SAMPLE, "--out", first).out.splitlines()[:-1] == check(SAMPLE, "--out", second).out.splitlines()[:-1]
    assert first.read_bytes() == second.read_bytes()


def test_english(tmp_path: Path) -> None:
    done = check(SAMPLE, "--lang", "en", "--out", tmp_path / "out.csv")
    assert done.code == 0
    assert "not checked" not in done.out
    assert "undetermined" in done.out
    assert "columns that no policy reads" in done.err
    assert any("required" in row["reasons"] for row in answers(tmp_path / "out.csv"))


@pytest.mark.parametrize("columns", [40, 80, 100, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(columns: int, lang: str) -> None:
    done = tepei("check", SAMPLE, *QUESTION, "--lang", lang, columns=columns)
    assert done.code == 0
    if columns >= 80:
        assert max(map(cell_len, done.out.splitlines())) <= columns
        tables = [line for line in done.out.splitlines() if line.startswith("│")]
        assert all(line.endswith("│") for line in tables)


def test_the_script_beside_the_interpreter() -> None:
    script = Path(sys.executable).with_name("tepei")
    if not script.exists():
        pytest.skip("the package is not installed here")
    done = subprocess.run([script, "--version"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("tepei ")


def test_help_and_version() -> None:
    assert tepei("--version").out.startswith("tepei ")
    assert "Exit code 0" in tepei("check", "--help").out


def test_a_misspelt_heading_is_said_with_the_nearest(tmp_path: Path) -> None:
    headings = [heading if heading != "出生日期" else "出生日其" for heading in HEADINGS]
    out = tmp_path / "out.csv"
    done = check(write(tmp_path / "roster.csv", SOUND, headings=headings), "--out", out)
    assert done.code == 0
    assert "“出生日其”" in done.err
    assert "“出生日期”" in done.err
    (row,) = answers(out)
    assert row["出生日其"] == "1985-06-15"
    assert (row["verdict"], row["missing"]) == ("undetermined", "birth_date")


def test_a_wrong_date_costs_its_own_row_only(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    roster = write(tmp_path / "roster.csv", SOUND, changed(出生日期="1985-02-30"), changed(姓名="李四"))
    done = check(roster, "--out", out)
    assert done.code == 1
    assert "第 3 行，列“出生日期”" in done.err
    assert "1985-02-30" in done.err
    assert [row["verdict"] for row in answers(out)] == ["eligible", "", "eligible"]
    assert "1985-02-30" in answers(out)[1]["unread"]
    assert "未核对" in done.out


def test_every_bad_cell_of_a_row_is_said(tmp_path: Path) -> None:
    roster = write(tmp_path / "roster.csv", changed(学历="硕土研究生", 政治条件合格="也许", 从事本专业工作年限="-1"))
    done = check(roster, "--lang", "en")
    assert done.code == 1
    for heading in ("学历", "政治条件合格", "从事本专业工作年限"):
        assert f"row 2, column `{heading}`" in done.err
    assert "did you mean `硕士研究生`" in done.err


def test_many_bad_cells_are_counted(tmp_path: Path) -> None:
    done = check(write(tmp_path / "roster.csv", *[changed(学历="x")] * 50))
    assert done.code == 1
    assert "另有 30 处" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([*POLICY, "--track", "outsid", "--as-of", "2025-03-21"], ["outsid", "did you mean `outside`"]),
        (["--policy", "inner-mongola-2025", "--as-of", "2025-03-21"], ["did you mean `inner-mongolia-2025`"]),
        ([*POLICY, "--track", "outside", "--as-of", "2025-3-21"], ["2025-3-21", "as_of", "YYYY-MM-DD"]),
        ([*QUESTION, "--reading", "age_limit"], ["READING=OPTION"]),
        ([*QUESTION, "--reading", "age_limit=to_the_birth"], ["did you mean `to_the_birthday`"]),
        (["--policy", "no/such/pack.json", "--as-of", "2025-03-21"], ["no/such/pack.json", "pack.file.unreadable"]),
        ([*QUESTION, "--lang", "fr"], ["fr"]),
        (["--track", "outside"], ["--policy"]),
        ([*QUESTION, "--out", str(SAMPLE)], ["out.same_file"]),
        ([*QUESTION, "--out", "/no/such/folder/out.csv"], ["out.unwritable"]),
        ([*QUESTION, "--rows", "-1"], ["--rows"]),
        ([*QUESTION, "--threads", "-1"], ["--threads"]),
        ([*QUESTION, "--format", "pdf"], ["pdf", "parquet"]),
        ([*QUESTION, "--format", "xlsx"], ["out.required", "--out verdicts.xlsx"]),
        ([*QUESTION, "--format", "parquet"], ["out.required"]),
        ([*QUESTION, "--out", "verdicts.xls"], ["out.format.unknown", "did you mean `.xlsx`"]),
        ([*QUESTION, "--out", "verdicts"], ["out.format.unknown", "--format"]),
        ([*QUESTION, "--sheet", "1"], ["roster.sheet.none"]),
    ],
)
def test_calls_that_cannot_be_used(words: list[str], said: list[str]) -> None:
    done = tepei("check", SAMPLE, *words)
    assert done.code == 2
    assert done.out == ""
    for word in said:
        assert word in done.err


def test_a_reading_changes_the_answer(tmp_path: Path) -> None:
    roster = write(tmp_path / "roster.csv", changed(出生日期="1979-06-15"))
    for reading, verdict in (("through_the_year", "eligible"), ("to_the_birthday", "ineligible")):
        check(roster, "--reading", f"age_limit={reading}", "--out", tmp_path / "out.csv")
        assert answers(tmp_path / "out.csv")[0]["verdict"] == verdict


def test_a_pack_of_one_s_own() -> None:
    done = tepei("check", SAMPLE, "--policy", ROOT / "tests/packs/minimal.json", "--as-of", "2025-03-21")
    assert done.code == 0
    assert "征求意见稿" in done.out  # it is a draft


def test_a_broken_pack_tells_where() -> None:
    pack = ROOT / "tests/packs/expression-syntax.json"
    done = tepei("check", SAMPLE, "--policy", pack, "--as-of", "2025-03-21")
    assert done.code == 2
    assert "feel.parse." in done.err
    assert "line 12, column" in done.err
    assert "^" in done.err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "roster.unreadable"),
        (b"", "roster.empty"),
        (b"\xef\xbb\xbf", "roster.empty"),
        (b"\n\n", "roster.empty"),
        (b",,,\n1,2,3,4\n", "roster.empty"),
        (bytes(4096), "roster.encoding.unknown"),
        (b"PK\x03\x04" + bytes(100), "roster.format.unknown"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "roster.format.unknown"),
        (b"PAR1" + bytes(100), "roster.parquet.malformed"),
        (b"%PDF-1.7\n\xff\xff", "roster.format.unknown"),
        ("姓名,学历\n".encode("utf-16"), "roster.format.unknown"),
        (b"a,b\n\xff\xff,1\n", "roster.encoding.unknown"),
    ],
)
def test_files_that_are_no_roster(tmp_path: Path, content: bytes | None, code: str) -> None:
    roster = tmp_path / "roster.csv"
    if content is not None:
        roster.write_bytes(content)
    done = check(roster)
    assert done.code == 2
    assert code in done.err
    assert str(roster) in done.err


def test_a_folder_is_no_roster(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "roster.unreadable" in done.err


def test_headings_alone(tmp_path: Path) -> None:
    done = check(write(tmp_path / "roster.csv"), "--out", tmp_path / "out.csv")
    assert done.code == 0
    assert "名单里没有人" in done.out
    assert answers(tmp_path / "out.csv") == []


def test_no_heading_that_is_known(tmp_path: Path) -> None:
    done = check(write(tmp_path / "roster.csv", ["1", "2"], headings=["a", "b"]))
    assert done.code == 0
    assert "没有一列能够识别" in done.err


def test_one_fact_under_two_headings(tmp_path: Path) -> None:
    done = check(write(tmp_path / "roster.csv", [*SOUND, "x"], headings=[*HEADINGS, "birth_date"]))
    assert done.code == 2
    assert "batch.column.duplicate" in done.err
    assert "birth_date" in done.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, line_end: str) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(line_end.join([",".join(HEADINGS), ",".join(SOUND)]).encode(encoding))
    done = check(roster, "--out", tmp_path / "out.csv")
    assert done.code == 0
    assert answers(tmp_path / "out.csv")[0]["姓名"] == "王明"
    assert answers(tmp_path / "out.csv")[0]["verdict"] == "eligible"


def test_line_breaks_and_commas_in_quotes(tmp_path: Path) -> None:
    note = '一，"二"\n三,四\r\n五'
    check(write(tmp_path / "roster.csv", changed(备注=note), SOUND), "--out", tmp_path / "out.csv")
    assert [row["备注"] for row in answers(tmp_path / "out.csv")] == [note, "好"]


def test_rows_too_long_and_too_short(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done = check(write(tmp_path / "roster.csv", [*SOUND, "多余"], SOUND[:6], [*SOUND, "", ""], SOUND), "--out", out)
    assert done.code == 1
    assert "第 2 行" in done.err
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][: len(HEADINGS)] == SOUND
    assert rows[1][-1] == "多余"  # nothing is lost
    found = answers(out)
    assert [row["verdict"] for row in found] == ["", "undetermined", "eligible", "eligible"]
    assert found[1]["missing"] == "political_ok; healthy"


def test_blank_rows_are_passed_over_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    roster = write(tmp_path / "roster.csv", SOUND, [""] * len(HEADINGS), [" "], changed(学历="x"))
    done = check(roster, "--out", tmp_path / "out.csv")
    assert done.code == 1
    assert "第 5 行" in done.err
    assert len(answers(tmp_path / "out.csv")) == 2


def test_a_cell_of_three_million_characters(tmp_path: Path) -> None:
    long = "字" * 3_000_000
    roster = write(tmp_path / "roster.csv", changed(学历=long), changed(备注=long), SOUND)
    done = check(roster, "--out", tmp_path / "out.csv")
    assert done.code == 1
    assert "列“学历”" in done.err
    assert len(done.out) + len(done.err) < 10_000
    csv.field_size_limit(sys.maxsize)
    found = answers(tmp_path / "out.csv")
    assert [row["verdict"] for row in found] == ["", "eligible", "eligible"]
    assert found[1]["备注"] == long


def test_columns_named_as_those_of_the_answer(tmp_path: Path) -> None:
    roster = write(tmp_path / "roster.csv", [*SOUND, "mine"], headings=[*HEADINGS, "verdict"])
    check(roster, "--out", tmp_path / "out.csv")
    (row,) = answers(tmp_path / "out.csv")
    assert (row["verdict"], row["tepei_verdict"]) == ("mine", "eligible")


@pytest.mark.parametrize("rows", [0, 3])
def test_fewer_rows_in_the_terminal(rows: int) -> None:
    done = check(SAMPLE, "--rows", str(rows))
    assert done.code == 0
    assert done.out.count("│  2 │") == (1 if rows else 0)
    assert "49" in done.out  # the summary counts all


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    done = check(write(tmp_path / "roster.csv", changed(姓名="\x1b[31m红\x07", 学历="\x1b[2J")))
    assert "\x1b" not in done.out + done.err
    assert "\x07" not in done.out + done.err


def test_a_terminal_without_chinese(tmp_path: Path) -> None:
    done = in_a_process("check", write(tmp_path / "roster.csv", SOUND), *QUESTION, PYTHONIOENCODING="ascii")
    assert done.code == 0


def test_another_document_is_named_where_it_decides(tmp_path: Path) -> None:
    words = [*POLICY, "--track", "northeast", "--as-of", "2025-03-21", "--out", str(tmp_path / "out.csv")]
    assert tepei("check", write(tmp_path / "roster.csv", changed(行政区划代码="150402")), *words).code == 0
    (row,) = answers(tmp_path / "out.csv")
    assert row["verdict"] == "undetermined"
    assert "学员管理办法" in row["missing"]
    assert "学员管理办法" in row["reasons"]
