"""What callers give, as the compiled part takes it."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import TypeVar

from tepei._core import Diagnostic
from tepei._errors import Error

_Value = TypeVar("_Value")


def plain_dict(given: Mapping[str, _Value], name: str) -> dict[str, _Value]:
    """The mapping as a dict; `Error` where it is none."""
    try:
        return dict(given)
    except (TypeError, ValueError) as error:
        message = f"`{name}` is a Python `{type(given).__name__}`"
        raise Error([Diagnostic("question.wrong_type", message, "give a dict", name)]) from error


def whole_numbers(given: Mapping[str, int], name: str) -> list[tuple[str, int]]:
    """The mapping's items, each a whole number; `Error` with every other value."""
    problems: list[Diagnostic] = []
    numbers: list[tuple[str, int]] = []
    most = 2**63 - 1
    for key, value in plain_dict(given, name).items():
        path = f"{name}/{key}"
        try:
            if isinstance(value, bool) or not isinstance(key, str):
                raise TypeError
            number = operator.index(value)
        except TypeError:
            message = f"`{path}` is a Python `{type(value).__name__}` where a whole number belongs"
            problems.append(Diagnostic("question.wrong_type", message, "give an int for each track", path))
        else:
            numbers.append((key, max(-most, min(most, number))))
    if problems:
        raise Error(problems)
    return numbers
