"""The stub of `tepei._core` says what the module has."""

from __future__ import annotations

import check_stubs


def test_the_stub_fits_the_module() -> None:
    assert check_stubs.difference(check_stubs.STUB.read_text(encoding="utf-8"), check_stubs.generate()) == ""


def test_a_difference_is_seen() -> None:
    found = check_stubs.difference("def one() -> int: ...\n", "def one() -> str: ...\n")
    assert "-def one() -> int: ..." in found
    assert "+def one() -> str: ..." in found
