"""`frame.tepei`: the answers as a frame of the same kind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
import tepei
import tepei.pandas
import tepei.polars
from tables import filled

ROOT = Path(__file__).resolve().parents[2]
QUESTION: dict[str, Any] = {"track": "outside", "as_of": "2025-03-21"}
VERDICTS = ["eligible", "ineligible", "undetermined"]
CRITERIA = tepei.programme("inner-mongolia-2025").eligibility.criteria("outside")


def people(**columns: Any) -> dict[str, Any]:
    return filled(3, profession_years=[8.0, 3.0, None]) | columns


def ask(frame: Any, policy: Any = "inner-mongolia-2025", **options: Any) -> Any:
    return frame.tepei.check(policy, **QUESTION, **options)


def test_pandas_gives_pandas_with_the_same_index() -> None:
    frame = pd.DataFrame(people(), index=["z", "a", "z"])
    checked = ask(frame)
    assert isinstance(checked, pd.DataFrame)
    assert checked.index.equals(frame.index)
    assert list(checked.columns) == ["verdict", *CRITERIA]
    assert checked["verdict"].tolist() == VERDICTS
    assert frame.join(checked[["verdict"]].iloc[:0]).shape[1] == frame.shape[1] + 1
    picked = frame[frame["profession_years"] < 5]
    assert ask(picked).index.tolist() == ["a"]


def test_pandas_keeps_what_was_asked_and_what_could_not_be_read(tmp_path: Path) -> None:
    frame = pd.DataFrame(people(birth_date=["1985-06-15", "昨天", None], 备注=["", "x", ""]))
    with pytest.warns(tepei.UnreadCellsWarning, match=r"1 of 3 rows .* row 1, column `birth_date`: .*昨天"):
        checked = ask(frame)
    assert checked["verdict"].isna().tolist() == [False, True, False]
    said = checked.attrs["tepei"]
    assert (said["programme"], said["track"], said["as_of"]) == ("inner-mongolia-2025", "outside", "2025-03-21")
    assert (said["rows"], said["rows_with_errors"], said["error_count"]) == (3, 1, 1)
    assert [(each["row"], each["column"]) for each in said["errors"]] == [(1, "birth_date")]
    assert said["ignored_columns"] == ["备注"]
    assert json.loads(json.dumps(said)) == said
    checked.to_parquet(tmp_path / "checked.parquet")
    assert pd.read_parquet(tmp_path / "checked.parquet").attrs["tepei"] == said
    assert [error.row for error in frame.tepei.check_table("inner-mongolia-2025", **QUESTION).errors] == [1]


def test_only_some_bad_cells_are_kept_with_the_frame() -> None:
    frame = pd.DataFrame(filled(50) | {"birth_date": ["x"] * 50})
    with pytest.warns(tepei.UnreadCellsWarning, match="50 of 50 rows"):
        said = ask(frame).attrs["tepei"]
    assert (said["error_count"], len(said["errors"])) == (50, 20)


def test_polars_gives_polars() -> None:
    checked = ask(pl.DataFrame(people()))
    assert isinstance(checked, pl.DataFrame)
    assert checked.columns == ["verdict", *CRITERIA]
    assert checked["verdict"].to_list() == VERDICTS


def test_a_lazy_frame_is_answered_when_it_is_collected() -> None:
    frame = pl.DataFrame(people())
    lazy = ask(frame.lazy())
    assert isinstance(lazy, pl.LazyFrame)
    assert lazy.collect_schema() == ask(frame).schema
    assert lazy.collect().equals(ask(frame))
    assert lazy.filter(pl.col("verdict") == "ineligible").select("age", "verdict").collect().shape == (1, 2)
    assert lazy.select("verdict").slice(2, 1).collect()["verdict"].to_list() == ["undetermined"]
    with pytest.raises(tepei.Error, match="abroad"):
        frame.lazy().tepei.check("inner-mongolia-2025", track="abroad", as_of="2025-03-21")  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_numbers_that_were_read_as_text_are_warned_of_where_they_are_asked(kind: Any) -> None:
    frame = kind(people(profession_years=["8", "3", None]))
    with pytest.warns(tepei.UnreadCellsWarning, match="2 of 3 rows .* column `profession_years`") as warned:
        checked = ask(frame)
    assert [each.filename for each in warned] == [__file__]
    assert checked["verdict"].to_numpy()[2] == "undetermined"


def test_a_lazy_frame_warns_when_it_is_collected() -> None:
    lazy = ask(pl.DataFrame(people(profession_years=["8", "3", None])).lazy())
    with pytest.warns(tepei.UnreadCellsWarning, match="2 of 3 rows"):
        lazy.collect()


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_columns_may_be_chosen(kind: Any) -> None:
    assert list(ask(kind(people()), columns=["verdict", "missing"]).columns) == ["verdict", "missing"]


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_other_columns_are_left_alone_unless_they_are_to_be_refused(kind: Any) -> None:
    frame = kind(people(出生日朝=["", "", ""]))
    assert list(ask(frame)["verdict"]) == VERDICTS
    with pytest.raises(tepei.Error, match="出生日期"):
        ask(frame, extra_columns="refuse")


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_a_programme_or_a_pack_of_ones_own(kind: Any, tmp_path: Path) -> None:
    programme = tepei.programme("inner-mongolia-2025")
    file = tmp_path / "pack.json"
    file.write_text(programme.dump(), encoding="utf-8")
    for policy in (programme, file, str(file), json.loads(programme.dump()), programme.dump()):
        assert list(ask(kind(people()), policy)["verdict"]) == VERDICTS
    with pytest.raises(tepei.Error) as caught:
        ask(kind(people()), "inner-mongolia-2035")
    assert "inner-mongolia-2025" in caught.value.help


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_a_frame_without_rows(kind: Any) -> None:
    empty = kind(people())[:0]
    checked = ask(empty)
    assert isinstance(checked, kind)
    assert checked.shape == (0, 1 + len(CRITERIA))


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def test_tepei_alone_loads_no_library_of_tables() -> None:
    code = "import sys, tepei; print(sorted({'pandas', 'polars', 'pyarrow', 'numpy', 'matplotlib'} & set(sys.modules)))"
    assert python(code) == "[]"


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_accessor_is_there_whichever_is_imported_first(library: str) -> None:
    show = f"print(hasattr({library}.DataFrame, 'tepei'))"
    assert python(f"import {library}; import tepei; {show}") == "True"
    assert python(f"import tepei; import {library}; import tepei.{library}; {show}") == "True"
    assert python(f"import tepei.{library}, importlib, {library}; importlib.reload(tepei.{library}); {show}") == "True"
