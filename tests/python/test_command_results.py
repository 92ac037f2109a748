"""What `tepei check` writes: every format holds the same answers, and nothing of the roster is lost."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from command_line import tepei
from pyarrow import parquet
from rosters import (
    HEADINGS,
    POLICY,
    QUESTION,
    ROOT,
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

SAMPLE = ROOT / "examples" / "rosters" / "candidates.csv"
ALL_TRACKS = [*POLICY, "--as-of", "2025-03-21"]
TRACKS = ("northeast", "outside", "inside")


def test_all_tracks_side_by_side(tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    done = tepei("check", SAMPLE, *ALL_TRACKS, "--out", out, columns=120)
    assert done.code == 0
    for label in ("东北地区项目", "自治区区外", "自治区区内"):
        assert label in done.out
    found = answers(out)
    for track in TRACKS:
        alone = tmp_path / f"{track}.csv"
        tepei("check", SAMPLE, *ALL_TRACKS, "--track", track, "--out", alone)
        for both, one in zip(found, answers(alone), strict=True):
            for name in ("verdict", "reasons", "missing", "citations"):
                assert both[f"{track}_{name}"] == one[name]
            assert (both["notes"], both["unread"]) == (one["notes"], one["unread"])


def test_a_programme_with_one_track_has_one_set(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    tepei("check", SAMPLE, "--policy", "liaoning-2025-draft", "--as-of", "2025-03-21", "--out", out)
    assert "verdict" in answers(out)[0]
    assert "standard_verdict" not in answers(out)[0]


def test_every_format_holds_the_same_answers(tmp_path: Path) -> None:
    people = [SOUND, changed(民族="汉族"), changed(出生日期=""), changed(学历="x"), changed(出生日期="1985.06")]
    roster = write_csv(tmp_path / "roster.csv", *people)
    for name in ("out.csv", "out.json", "out.parquet"):
        assert check(roster, "--out", tmp_path / name).code == 1
    rows = answers(tmp_path / "out.csv")
    lines = json_answers((tmp_path / "out.json").read_text(encoding="utf-8"))
    table = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["verdict"] or None for row in rows] == ["eligible", "ineligible", "undetermined", None, "eligible"]
    for row, line, typed in zip(rows, lines, table, strict=True):
        answer = line["tracks"]["outside"] or dict.fromkeys(("verdict", "reasons", "missing", "citations"))
        assert {name: row[name] for name in HEADINGS} == line["person"] == {name: typed[name] for name in HEADINGS}
        assert (row["verdict"] or None) == answer["verdict"] == typed["verdict"]
        for name, separator in (("reasons", "\n"), ("missing", "; "), ("citations", "; ")):
            assert row[name] == separator.join(answer[name] or ()) == separator.join(typed[name] or ())
        assert row["notes"] == "\n".join(line["notes"]) == "\n".join(typed["notes"] or ())
        assert row["unread"] == "; ".join(typed["unread"])
        assert [bad["column"] for bad in line["unread"]] == (["学历"] if row["unread"] else [])
    assert "1985-06-01" in rows[4]["notes"]
    assert lines[3]["unread"][0]["fact"] == "education"


@pytest.mark.parametrize("name", ["out.csv", "out.json", "out.parquet", "out.xlsx", "out.txt"])
def test_a_roster_of_nobody(tmp_path: Path, name: str) -> None:
    assert check(write_csv(tmp_path / "roster.csv"), "--out", tmp_path / name).code == 0
    assert (tmp_path / name).exists()
    if name == "out.parquet":
        assert parquet.read_table(tmp_path / name).num_rows == 0


def test_answers_on_standard_output(tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "roster.csv", SOUND, changed(学历="x"))
    done = check(roster, "--format", "csv")
    assert done.code == 1
    assert not done.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["verdict"] for row in rows] == ["eligible", ""]
    assert "第 3 行" in done.err
    done = check(roster, "--format", "json")
    assert [line["row"] for line in json_answers(done.out)] == [2, 3]


def test_the_table_in_a_file(tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "roster.csv", SOUND)
    out = tmp_path / "table.txt"
    done = check(roster, "--out", out)
    assert done.code == 0
    assert "符合条件" in out.read_text(encoding="utf-8")
    assert "符合条件" not in done.out
    assert "table.txt" in done.out
    assert check(roster, "--out", tmp_path / "table", "--format", "table").code == 0


def test_the_format_asked_for_goes_before_the_ending(tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "roster.csv", SOUND)
    check(roster, "--out", tmp_path / "out.csv", "--format", "json")
    assert json.loads((tmp_path / "out.csv").read_text(encoding="utf-8"))["row"] == 2


def test_parquet_keeps_types_and_tells_equal_headings_apart(tmp_path: Path) -> None:
    roster = write_parquet(tmp_path / "roster.parquet", {"姓名": ["甲"], "profession_years": [7.5], "n": [3]})
    check(roster, "--out", tmp_path / "out.parquet")
    schema = parquet.read_schema(tmp_path / "out.parquet")
    assert [str(schema.field(name).type) for name in ("profession_years", "n")] == ["double", "int64"]
    twice = write_csv(tmp_path / "roster.csv", ["甲", "1", "2"], headings=["姓名", "备注", "备注"])
    check(twice, "--out", tmp_path / "out.parquet")
    (row,) = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert (row["备注"], row["备注_2"]) == ("1", "2")


@pytest.mark.parametrize("name", ["out.csv", "out.json", "out.parquet"])
def test_cells_under_no_heading_are_kept(tmp_path: Path, name: str) -> None:
    check(write_csv(tmp_path / "roster.csv", [*SOUND, "多余", "还有"]), "--out", tmp_path / name)
    content = (tmp_path / name).read_bytes()
    if name == "out.parquet":
        assert parquet.read_table(tmp_path / name).to_pylist()[0]["beyond"] == ["多余", "还有"]
    else:
        assert "多余" in content.decode("utf-8")
        assert "还有" in content.decode("utf-8")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl", "parquet"])
def test_the_roster_is_never_overwritten(tmp_path: Path, ending: str) -> None:
    person = dict(zip(HEADINGS, SOUND, strict=True))
    roster = tmp_path / f"roster.{ending}"
    if ending == "csv":
        write_csv(roster, SOUND)
    elif ending == "xlsx":
        write_xlsx(roster, SOUND)
    elif ending == "jsonl":
        write_json_lines(roster, person)
    else:
        write_parquet(roster, {name: [cell] for name, cell in person.items()})
    before = roster.read_bytes()
    (tmp_path / "link").symlink_to(roster)
    for out in (roster, tmp_path / "link", tmp_path / "." / roster.name):
        done = check(roster, "--out", out, "--format", "csv")
        assert (done.code, "out.same_file" in done.err) == (2, True)
        assert roster.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["link", roster.name])


def test_a_run_that_breaks_leaves_what_stood_there(tmp_path: Path) -> None:
    """A Parquet file whose last row group is damaged: found only when half of the answers are written."""
    people = [SOUND] * 50_000
    columns = {name: [person[place] for person in people] for place, name in enumerate(HEADINGS)}
    columns["姓名"] = [f"{row}" * 3 for row in range(len(people))]
    roster = write_parquet(tmp_path / "roster.parquet", columns)
    content = bytearray(roster.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 2000] = bytes(2000)
    roster.write_bytes(content)
    out = tmp_path / "out.csv"
    out.write_text("what stood there", encoding="utf-8")
    done = check(roster, "--out", out)
    assert done.code == 2
    assert "roster.parquet.malformed" in done.err
    assert out.read_text(encoding="utf-8") == "what stood there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "roster.parquet"]


def test_an_old_result_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o600)
    link = tmp_path / "link.csv"
    link.symlink_to(out)
    assert check(write_csv(tmp_path / "roster.csv", SOUND), "--out", link).code == 0
    assert link.is_symlink()
    assert answers(out)[0]["verdict"] == "eligible"
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_device_takes_answers(tmp_path: Path) -> None:
    done = check(write_csv(tmp_path / "roster.csv", SOUND), "--out", "/dev/null", "--format", "csv")
    assert done.code == 0
    assert not Path("/dev/null").is_file()


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "roster.csv", *[SOUND] * 20_000)
    words = [sys.executable, "-m", "tepei", "check", str(roster), *QUESTION, "--format", "csv"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait(60) == 0
    assert b"Traceback" not in said


def test_threads_and_formats_do_not_change_answers(tmp_path: Path) -> None:
    roster = write_csv(
        tmp_path / "roster.csv", *[changed(姓名=str(row), 民族=("汉族", "回族")[row % 2]) for row in range(20_000)]
    )
    contents = set()
    for threads in ("0", "1", "3"):
        check(roster, "--out", tmp_path / "out.csv", "--threads", threads)
        contents.add((tmp_path / "out.csv").read_bytes())
    assert len(contents) == 1


def test_no_bar_where_standard_error_is_no_terminal() -> None:
    assert "%" not in check(SAMPLE).err


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    """A pseudo-terminal as standard error: the bar appears on long files, and standard output stays clean."""
    pty = pytest.importorskip("pty")
    roster = write_csv(tmp_path / "roster.csv", *[SOUND] * 200_000)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    words = [sys.executable, "-m", "tepei", "check", str(roster), *QUESTION, "--out", str(tmp_path / "out.csv")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=slave) as running:
        os.close(slave)
        shown = b""
        try:
            while part := os.read(master, 1 << 16):
                shown += part
        except OSError:
            pass  # the other end was closed
        assert running.stdout is not None
        out = running.stdout.read().decode()
    os.close(master)
    assert "核对" in shown.decode("utf-8", "replace")
    assert "%|" in shown.decode("utf-8", "replace")
    assert "%|" not in out
