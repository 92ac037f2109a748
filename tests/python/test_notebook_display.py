"""What a notebook shows: sound HTML that takes the page's colours and lets nothing of the input through."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
import tepei
from tables import check, filled
from typing_extensions import override

EVIL = "<script>alert('1&2')</script>"
MONGOLIA = tepei.programme("inner-mongolia-2025")
LIAONING = tepei.programme("liaoning-2025-draft")
PERSON = {"ethnicity": "蒙古族", "birth_date": "1985-06-15"}
SHOWN: dict[str, Callable[[], Any]] = {
    "programme": lambda: MONGOLIA,
    "draft": lambda: LIAONING,
    "decision": lambda: MONGOLIA.eligibility.check(PERSON, track="outside", as_of="2025-03-21"),
    "route": lambda: LIAONING.leave.route(days=12),
    "grade": lambda: LIAONING.assessment.grade({"sending_unit": 85, "training_unit": 90, "group": 79.5}),
    "entitlement": lambda: MONGOLIA.funding.entitlement("outside", months=12),
    "budget": lambda: MONGOLIA.funding.budget_table({"outside": 50, "inside": 40}),
    "refund": lambda: tepei.programme("inner-mongolia-2022").funding.refund("outside", cause="no_show"),
    "table": lambda: check(filled(2)),
    "english": lambda: check(filled(2), lang="en"),
    "errors": lambda: check(filled(20) | {"birth_date": [EVIL] * 20}),
    "ignored": lambda: check(filled(1) | {EVIL: [1]}, extra_columns="ignore"),
    "stream": lambda: MONGOLIA.eligibility.check_stream(filled(2), track="outside", as_of="2025-03-21"),
    "answers": lambda: LIAONING.leave.route_table({"days": [2, 12, None, EVIL, *[40] * 8]}),
    "funnel": lambda: tepei.funnel(check(filled(2))),
}
VOID = {"br", "col", "hr"}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.styles: list[str] = []
        self.text = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.styles += [value or "" for name, value in attrs if name == "style"]
        assert {name for name, _ in attrs} <= {"class", "lang", "style", "open", "colspan", "title"}
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


def shown(name: str) -> Tags:
    tags = Tags()
    tags.feed(SHOWN[name]()._repr_html_())
    tags.close()
    return tags


@pytest.mark.parametrize("name", SHOWN)
def test_html_is_sound_and_takes_the_pages_colours(name: str) -> None:
    tags = shown(name)
    assert tags.open == []
    assert not tags.seen & {"script", "style", "iframe", "img", "link", "object"}
    for style in tags.styles:
        assert "#" not in style
        for declaration in filter(None, style.split(";")):
            key, _, value = declaration.partition(":")
            if key in {"color", "background"}:  # see-through, so that light and dark shine through
                assert value in {"inherit", "transparent", "currentColor"} or value.startswith("rgba(")


def test_the_input_is_escaped() -> None:
    for name in ("errors", "ignored", "answers"):
        assert "<script" not in SHOWN[name]()._repr_html_()
        assert "<script>alert(" in shown(name).text


def test_a_programme_shows_its_tracks_criteria_and_text() -> None:
    text = shown("programme").text
    for each in ("2025年度内蒙古自治区", "施行中", "自治区区外", "outside", "学历和专业年限，或职称", "age_limit"):
        assert each in text
    assert MONGOLIA.clauses[-1].text in text
    assert "征求意见稿，尚未施行" in shown("draft").text


def test_a_table_shows_verdicts_criteria_and_bad_cells() -> None:
    text = shown("errors").text
    for each in ("20 人", "未核对", "无法读取的单元格：20", "birth_date", "+15", "少数民族", "四（二）1"):
        assert each in text
    english = shown("english").text
    for each in ("2 people", "eligible", "100.0%", "Ethnic minority", "as of: 2025-03-21"):
        assert each in english
    assert "无法读取" not in english


def test_a_table_of_answers_shows_the_first_of_them() -> None:
    text = shown("answers").text
    for each in ("12 行", "approve training_unit", "routed", "… +7", "无法读取的单元格：2", "days"):
        assert each in text


def test_a_stream_says_whether_it_is_finished() -> None:
    stream = SHOWN["stream"]()
    assert "0 人 …" in stream._repr_html_()
    for _ in stream:
        pass
    assert "2 人<" in stream._repr_html_()
