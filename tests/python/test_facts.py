"""What is taken as a fact's value from Python, and how it is refused (contract section 2)."""

from __future__ import annotations

import datetime
import enum
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
import tepei
from hypothesis import given
from hypothesis import strategies as st
from people import AS_OF, SOUND, decide, read, reader, refusal

DAY = datetime.date(1985, 6, 15)
CHINA = datetime.timezone(datetime.timedelta(hours=8))
UNKNOWN = [
    None,
    float("nan"),
    np.nan,
    np.float32("nan"),
    Decimal("NaN"),
    pd.NA,
    pd.NaT,
    np.datetime64("NaT"),
    "",
    "  ",
    "\u3000",
]


class Grade(enum.Enum):
    QUALIFIED = "qualified"


class Word(str):
    """Text of a class of its own."""

    __slots__ = ()


@pytest.mark.parametrize("nothing", UNKNOWN, ids=repr)
@pytest.mark.parametrize("fact", ["birth_date", "profession_years", "education", "division", "healthy", "sex", "field"])
def test_nothing_is_unknown(fact: str, nothing: object) -> None:
    assert read(fact, nothing) is None


@pytest.mark.parametrize("nothing", UNKNOWN, ids=repr)
def test_unknown_is_neither_false_nor_zero(nothing: object) -> None:
    decision = decide({"healthy": nothing, "profession_years": nothing})
    assert decision.verdict == "undetermined"
    assert decision.missing == ["profession_years", "healthy"]


def test_absent_is_the_same_as_none() -> None:
    eligibility = tepei.programme("inner-mongolia-2025").eligibility
    absent = {fact: value for fact, value in SOUND.items() if fact != "healthy"}
    left_out = eligibility.check(absent, track="outside", as_of=AS_OF)
    assert left_out.to_dict() == decide({"healthy": None}).to_dict()
    assert left_out.missing == ["healthy"]


def test_worker_post_has_a_default_that_is_said() -> None:
    for given_value in (None, False):
        decision = reader("worker_post").eligibility.check({"worker_post": given_value}, as_of=AS_OF)
        assert decision.verdict == "eligible"
        assert decision.missing == []
        assert decision.findings[0].values[0].value is False
        assert bool(decision.findings[0].notes) == (given_value is None)


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        (0, "0"),
        (8, "8"),
        (8.0, "8"),
        (0.1, "0.1"),
        (4.35, "4.35"),
        (2.675, "2.675"),
        (1e-7, "0.0000001"),
        (1 / 3, "0.3333333333333333"),
        (-0.0, "0"),
        (Decimal("4.50"), "4.5"),
        (Decimal("1E+1"), "10"),
        (np.int8(8), "8"),
        (np.uint64(8), "8"),
        (np.float64(0.1), "0.1"),
        (np.float16(0.5), "0.5"),
    ],
)
def test_numbers_are_exact(given_value: object, expected: str) -> None:
    value = read("profession_years", given_value)
    assert isinstance(value, Decimal)
    assert value == Decimal(expected)


@given(st.floats(0, 100, allow_nan=False))
def test_a_float_is_its_shortest_decimal_text(years: float) -> None:
    assert read_years(years) == Decimal(repr(years))


@given(st.decimals(0, 100, allow_nan=False, places=6) | st.integers(0, 10**15))
def test_decimals_and_integers_are_themselves(years: Decimal | int) -> None:
    assert read_years(years) == years


YEARS = reader("profession_years").eligibility


def read_years(years: object) -> object:
    return YEARS.check({"profession_years": years}, as_of=AS_OF).findings[0].values[0].value


@pytest.mark.parametrize(
    ("given_value", "code"),
    [
        ("8", "facts.value.wrong_type"),
        ("８", "facts.value.wrong_type"),
        ("many", "facts.value.wrong_type"),
        (True, "facts.value.wrong_type"),
        (np.bool_(False), "facts.value.wrong_type"),
        (DAY, "facts.value.wrong_type"),
        (-1, "facts.value.below_minimum"),
        (-0.5, "facts.value.below_minimum"),
        (Decimal("-1E-30"), "facts.value.below_minimum"),
        (float("inf"), "facts.value.not_a_number"),
        (float("-inf"), "facts.value.not_a_number"),
        (10**30, "facts.value.not_a_number"),
    ],
)
def test_what_is_no_number_of_years(given_value: object, code: str) -> None:
    error = refusal({"profession_years": given_value})
    assert error.code == code
    assert error.path == "profession_years"


@pytest.mark.parametrize("given_value", [Decimal("Infinity"), Decimal("1E+9999"), Decimal("-Infinity")])
def test_decimals_beyond_range_are_refused(given_value: Decimal) -> None:
    error = refusal({"profession_years": given_value})
    assert error.path == "profession_years"
    assert error.message


@pytest.mark.parametrize(
    "given_value",
    [
        DAY,
        datetime.datetime(1985, 6, 15, 23, 59, 59),  # noqa: DTZ001
        datetime.datetime(1985, 6, 15, 0, 30, tzinfo=CHINA),
        pd.Timestamp("1985-06-15 10:00"),
        pd.Timestamp("1985-06-15 00:30", tz="Asia/Shanghai"),
        np.datetime64("1985-06-15"),
        np.datetime64("1985-06-15T23:59:59.999999999"),
        "1985-06-15",
        "1985/6/15",
        "1985.6.15",
        "19850615",
        "1985年6月15日",
        "１９８５－０６－１５",
        " 1985-06-15 ",
        np.str_("1985-06-15"),
        Word("1985-06-15"),
    ],
    ids=repr,
)
def test_dates(given_value: object) -> None:
    assert read("birth_date", given_value) == DAY


@pytest.mark.parametrize("given_value", ["1985.06", "1985-06", "198506", "1985年6月"])
def test_a_month_is_its_first_day_and_said(given_value: str) -> None:
    decision = decide({"birth_date": given_value})
    (value,) = [value for finding in decision.findings for value in finding.values if value.id == "birth_date"]
    assert value.value == datetime.date(1985, 6, 1)
    assert decision.notes


@pytest.mark.parametrize(
    ("given_value", "code"),
    [
        ("1985-02-30", "facts.value.impossible_date"),
        ("1985-13-01", "facts.value.impossible_date"),
        ("June 1985", "facts.value.not_a_date"),
        ("1985.1", "facts.value.not_a_date"),
        (True, "facts.value.wrong_type"),
        (19850615.5, "facts.value.not_a_date"),
        ("2025-03-22", "facts.value.after_as_of"),
        (datetime.date(2025, 3, 22), "facts.value.after_as_of"),
    ],
)
def test_what_is_no_birth_date(given_value: object, code: str) -> None:
    error = refusal({"birth_date": given_value})
    assert (error.code, error.path) == (code, "birth_date")


def test_born_on_the_day_of_the_question() -> None:
    assert decide({"birth_date": AS_OF}).verdict == "eligible"


@pytest.mark.parametrize("given_value", [True, "是", "有", "true", "TRUE", "yes", "1", 1, np.bool_(True), " 是 ", 1.0])
def test_yes(given_value: object) -> None:
    assert read("healthy", given_value) is True


@pytest.mark.parametrize("given_value", [False, "否", "无", "false", "no", "0", 0, np.bool_(False)])
def test_no(given_value: object) -> None:
    assert read("healthy", given_value) is False


@pytest.mark.parametrize("given_value", ["也许", 2, -1, 0.5, "是的吧"])
def test_neither_yes_nor_no(given_value: object) -> None:
    assert refusal({"healthy": given_value}).code == "facts.value.not_yes_or_no"


@pytest.mark.parametrize(
    ("fact", "given_value", "expected"),
    [
        ("sex", "male", "male"),
        ("sex", "男", "male"),
        ("sex", "1", "male"),
        ("sex", 2, "female"),
        ("sex", "0", None),
        ("sex", "9", None),
        ("ethnicity", "01", "01"),
        ("ethnicity", "汉族", "01"),
        ("ethnicity", 2, "02"),
        ("ethnicity", "０２", "02"),
        ("ethnicity", "蒙古族", "02"),
        ("education", "MASTER", "master"),
        ("education", "硕士研究生", "master"),
        ("education", "17", "bachelor"),
        ("education", "28", "college"),
        ("title_level", "410", "associate_senior"),
        ("title_level", "副高级", "associate_senior"),
        ("employer_type", "非公有制经济组织", "private_sector"),
        ("employer_level", "旗县（区）", "county"),
        ("employer_level", "旗县(区)", "county"),
        ("former_grade", "未考核（中断培养）", "not_assessed"),
        ("division", "150102", "150102"),
        ("division", 150102, "150102"),
        ("division", 150102.0, "150102"),
    ],
)
def test_ids_labels_and_codes(fact: str, given_value: object, expected: str | None) -> None:
    assert read(fact, given_value) == expected


@pytest.mark.parametrize("code", ["97", "98", "其他"])
def test_an_open_ethnic_code_is_known_and_leaves_the_rule_open_with_a_note(code: str) -> None:
    decision = decide({"ethnicity": code})
    finding = next(finding for finding in decision.findings if finding.criterion == "ethnic_minority")
    assert finding.outcome == "undetermined"
    assert decision.verdict == "undetermined"
    assert decision.notes


@pytest.mark.parametrize(
    ("fact", "given_value", "nearest"),
    [
        ("education", "masters", "master"),
        ("education", "硕士研究", "硕士研究生"),
        ("ethnicity", "达幹尔族", "达斡尔族"),
        ("title_level", "asociate_senior", "associate_senior"),
        ("employer_level", "conty", "county"),
    ],
)
def test_an_unlisted_value_names_fact_value_and_the_nearest(fact: str, given_value: str, nearest: str) -> None:
    error = refusal({fact: given_value})
    assert error.code == "facts.value.unlisted"
    assert fact in error.message
    assert given_value in error.message
    assert nearest in error.help


@pytest.mark.parametrize("given_value", ["15010", "1501022", "990000", "１５０１", "呼和浩特", -150102])
def test_what_is_no_division(given_value: object) -> None:
    assert refusal({"division": given_value}).code == "facts.value.unlisted"


@pytest.mark.parametrize(
    "given_value",
    [[1], (), {}, b"true", object(), Fraction(1, 2), 1j, Grade.QUALIFIED, np.array([1]), np.timedelta64(3, "D")],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("fact", ["healthy", "profession_years", "birth_date", "name"])
def test_objects_that_are_no_values(fact: str, given_value: object) -> None:
    error = refusal({fact: given_value})
    assert (error.code, error.path) == ("facts.value.wrong_type", fact)
    assert type(given_value).__name__.removesuffix("64") in error.message
