"""`tepei.funnel`: how many each criterion excludes, alone and in the order of the text."""

from __future__ import annotations

import time
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tepei
import tepei.pandas
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.figure import Figure
from tables import CRITERIA, ELIGIBILITY, check, filled
from tepei import cjk_font

mpl.use("agg")

ROSTER = Path(__file__).resolve().parents[2] / "examples/rosters/candidates.csv"
RANKS = ["met", "discretionary", "undetermined", "not_met"]
ROWS = {
    "ethnicity": ["蒙古族", "汉族", None, "汉族", "x", None],
    "profession_years": [8, 8, 8, 3, 8, None],
    "title_level": ["none"] * 6,
    "birth_date": ["1985-06-15", "1985-06-15", "1985-06-15", "1960-01-01", "1985-06-15", "1985-06-15"],
}


def mixed() -> tepei.TableResult:
    return check(filled(6, **ROWS))


def by_hand(result: tepei.TableResult) -> list[tuple[Any, ...]]:
    """The steps counted row by row."""
    people = [
        [RANKS.index(outcome) for outcome in row]
        for row in zip(*(result[criterion] for criterion in CRITERIA), strict=True)
        if row[0] is not None
    ]
    steps: list[tuple[Any, ...]] = []
    for place, criterion in enumerate(CRITERIA):
        alone = Counter(person[place] for person in people)
        reached = [person for person in people if max([0, *person[:place]]) < 3]
        left = Counter(max(person[: place + 1]) for person in reached)
        only = sum(person[place] == 3 and person.count(3) == 1 for person in people)
        steps.append(
            (
                criterion,
                *(alone[3], alone[2], alone[1], alone[0]),
                only,
                *(len(reached), left[3], len(reached) - left[3]),
                *(left[2], left[1], left[0]),
            )
        )
    return steps


def numbers(funnel: tepei.Funnel) -> list[tuple[Any, ...]]:
    return [(step.criterion, *list(vars(step).values())[4:]) for step in funnel]


def test_alone_and_in_order() -> None:
    funnel = tepei.funnel(mixed())
    assert (funnel.rows, funnel.rows_with_errors, len(funnel), funnel.in_order) == (5, 1, len(CRITERIA), True)
    minority = funnel["ethnic_minority"]
    assert (minority.label, minority.label_en, minority.cite) == ("少数民族", "Ethnic minority", "四（二）1")
    assert (minority.excluded, minority.open, minority.discretionary, minority.passed) == (2, 2, 0, 1)
    assert (minority.reached, minority.falls, minority.left, minority.only) == (5, 2, 3, 1)
    assert (funnel["age"].excluded, funnel["age"].falls, funnel["age"].only) == (1, 0, 0)
    assert (funnel[-1].left_open, funnel[-1].left_passed) == (2, 1)
    assert numbers(funnel) == by_hand(mixed())
    with pytest.raises(KeyError):
        funnel["nonsense"]


def test_discretion_stays_visible() -> None:
    programme = tepei.programme("liaoning-2025-draft")
    table = {"单位性质": ["社会组织", "机关", "事业单位"], "从事管理工作": [True, False, None]}
    result = programme.eligibility.check_table(table, as_of="2025-06-01")
    funnel = tepei.funnel(result)
    assert (funnel["employer_type"].discretionary, funnel["employer_type"].excluded) == (1, 1)
    last = funnel[-1]
    assert (last.left_passed, last.left_discretionary, last.left_open) == (
        result.verdict_counts["eligible"],
        result.verdict_counts["conditional"],
        result.verdict_counts["undetermined"],
    )


PERSON = st.fixed_dictionaries(
    {
        "ethnicity": st.sampled_from(["02", "01", None, "nobody's"]),
        "profession_years": st.sampled_from([8.0, 3.0, None]),
        "birth_date": st.sampled_from(["1985-06-15", "1960-01-01", None]),
        "healthy": st.sampled_from([True, False, None]),
        "division": st.sampled_from(["150102", "150502", "210102", None]),
    }
)


@settings(max_examples=50)
@given(st.lists(PERSON, min_size=1, max_size=30))
def test_the_counts_are_those_of_the_rows(people: list[dict[str, Any]]) -> None:
    columns = {name: [person[name] for person in people] for name in people[0]}
    result = check(filled(len(people), **columns))
    funnel = tepei.funnel(result)
    assert numbers(funnel) == by_hand(result)
    assert [step.excluded + step.open + step.discretionary + step.passed for step in funnel] == [funnel.rows] * 7
    last = funnel[-1]
    counts = result.verdict_counts
    assert [last.left_passed, last.left_discretionary, last.left_open] == list(counts.values())[:3]
    assert sum(step.falls or 0 for step in funnel) == counts["ineligible"]


def test_frames_and_parts_of_them() -> None:
    frame = pd.read_csv(ROSTER, dtype={"行政区划代码": str})
    question: dict[str, Any] = {"track": "outside", "as_of": "2025-03-21"}
    checked = frame.tepei.check("inner-mongolia-2025", **question)
    whole = tepei.funnel(checked)
    assert whole == frame.tepei.funnel("inner-mongolia-2025", **question)
    women, men = (tepei.funnel(checked[frame["性别"] == sex]) for sex in ("女", "男"))
    assert women.rows + men.rows + tepei.funnel(checked[frame["性别"].isna()]).rows == whole.rows
    assert women["age"].label == "年龄"
    polars = tepei.funnel(pl.DataFrame(ELIGIBILITY.check_table(frame, **question, extra_columns="ignore")))
    assert numbers(polars) == numbers(whole)
    assert polars["age"].label == "age"  # Polars keeps nothing beside the columns
    assert numbers(tepei.funnel(checked.astype(object))) == numbers(whole)


def test_a_stream_and_a_result_without_criteria_are_counted_alone() -> None:
    stream = ELIGIBILITY.check_stream(filled(6, **ROWS), track="outside", as_of="2025-03-21")
    for _ in stream:
        pass
    for result in (stream, check(filled(6, **ROWS), columns=["verdict"])):
        funnel = tepei.funnel(result)
        assert not funnel.in_order
        assert (funnel["ethnic_minority"].excluded, funnel["ethnic_minority"].open) == (2, 2)
        assert funnel["ethnic_minority"].left is None
        assert funnel.to_pandas()["left"].isna().all()
        assert "按条文顺序" not in funnel._repr_html_()
        assert funnel.plot().get_xlabel() == "人数"


def test_the_language_is_the_questions_or_as_wished() -> None:
    english = tepei.funnel(mixed(), lang="en")
    assert "Ethnic minority" in english._repr_html_()
    assert "as of: 2025-03-21" in english._repr_html_()
    assert tepei.funnel(check(filled(1), lang="en")).lang == "en"
    with pytest.raises(tepei.Error, match="fr"):
        tepei.funnel(mixed(), lang="fr")


def test_nobody() -> None:
    funnel = tepei.funnel(check(filled(0)))
    assert (funnel.rows, funnel["age"].excluded, funnel["age"].left) == (0, 0, 0)
    assert "0 人" in funnel._repr_html_()
    funnel.plot()
    assert tepei.funnel(check(filled(1, birth_date=["x"]))).rows == 0


@pytest.mark.parametrize("nonsense", [{}, {"a": ["b"]}, {"verdict": ["eligible"]}, 3, None, pd.DataFrame({"a": [1]})])
def test_what_is_no_result_is_refused(nonsense: Any) -> None:
    with pytest.raises(tepei.Error) as caught:
        tepei.funnel(nonsense)
    assert caught.value.code in {"python.funnel.wrong_type", "python.table.wrong_type"}


def test_the_funnel_is_a_table() -> None:
    funnel = tepei.funnel(mixed())
    table = pa.table(funnel)
    assert table.column("criterion").to_pylist() == CRITERIA
    assert table.to_pylist() == funnel.to_dicts()
    assert funnel.to_pandas().loc["ethnic_minority", "excluded"] == 2
    assert funnel.to_polars().columns[:4] == ["criterion", "label", "label_en", "cite"]
    assert [step.criterion for step in funnel] == CRITERIA
    assert repr(funnel) == "<Funnel of 7 criteria over 5 rows, 3 left>"


def test_a_million_rows_take_no_time() -> None:
    count = 1_000_000
    generator = np.random.default_rng(7)
    years, healthy = generator.integers(0, 12, count), generator.random(count) < 0.9
    result = check({"profession_years": years, "healthy": healthy, "ethnicity": ["02"] * count})
    began = time.perf_counter()
    funnel = tepei.funnel(result)
    assert time.perf_counter() - began < 5  # some 0.2 s where nothing else runs; row by row it were ten times as much
    assert funnel.rows == count
    assert funnel[-1].left == count - result.verdict_counts["ineligible"]


def drawn(funnel: tepei.Funnel, **options: Any) -> Figure:
    axes = funnel.plot(**options)
    figure = axes.figure
    assert isinstance(figure, Figure)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a glyph that is missing is warned of
        figure.canvas.draw()
    return figure


def test_the_figure_shows_chinese_where_a_font_has_it() -> None:
    funnel = tepei.funnel(mixed())
    if cjk_font.chinese_font("年龄") is None:
        pytest.skip("no Chinese font on this machine")
    axes = drawn(funnel).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == [step.label for step in funnel]
    assert "自治区区外" in axes.get_title(loc="left")
    english = drawn(funnel, lang="en", title="Who is left").axes[0]
    assert english.get_yticklabels()[3].get_text() == "Ethnic minority"
    assert english.get_title(loc="left") == "Who is left"


def test_the_figure_is_english_where_no_font_has_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    dejavu = [entry for entry in font_manager.fontManager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", dejavu)
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    axes = drawn(tepei.funnel(mixed())).axes[0]
    assert axes.get_yticklabels()[3].get_text() == "Ethnic minority"
    assert axes.get_title(loc="left") == ""
    assert cjk_font.HOW_TO_INSTALL in [text.get_text() for text in axes.texts]


def test_a_font_installed_since_matplotlib_looked_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    if cjk_font.chinese_font("年龄") is None:
        pytest.skip("no Chinese font on this machine")
    dejavu = [entry for entry in font_manager.fontManager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", dejavu)
    assert cjk_font.chinese_font("年龄") is not None


def test_the_figure_in_axes_of_ones_own() -> None:
    axes = Figure(figsize=(9, 4), layout="constrained").subplots()
    drawn(tepei.funnel(mixed()), ax=axes)
    assert len(axes.get_yticklabels()) == len(CRITERIA)
    assert tepei.funnel(mixed()).plot(ax=axes) is axes
    with pytest.raises(tepei.Error, match="lang"):
        tepei.funnel(mixed()).plot(lang="fr")
