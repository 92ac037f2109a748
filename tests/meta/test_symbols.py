"""libtepei.so exports the C functions `tepei_*` and what is named inside `tepei::`, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Run

# Mangled names (Itanium C++ ABI): `_ZN`, qualifiers of a member function, `5tepei`; TI, TS, TV: type information.
ALLOWED = re.compile(r"tepei_\w+|_Z(T[ISV])?N[KRO]*5tepei\w+")

# The libraries a host gets with ours.
NEEDED = {"libc", "libcrypto", "libgcc_s", "libm", "libstdc++", "libutf8proc"}


def is_allowed(symbol: str) -> bool:
    """Whether a dynamic symbol may be exported, by its mangled name."""
    return ALLOWED.fullmatch(symbol) is not None


@pytest.fixture(scope="module")
def exported(release_build: Path, run: Run) -> list[str]:
    """Every dynamic symbol that libtepei.so defines."""
    lines = run("nm", "-D", "--defined-only", release_build / "src" / "libtepei.so").splitlines()
    return [line.split()[-1] for line in lines]


def test_only_our_names_are_exported(exported: list[str]) -> None:
    assert [symbol for symbol in exported if not is_allowed(symbol)] == []


def test_our_names_are_exported(exported: list[str]) -> None:
    assert any(symbol.startswith("_ZN5tepei4Date5parse") for symbol in exported)
    assert {"_ZTIN5tepei5ErrorE", "_ZTSN5tepei5ErrorE", "_ZTVN5tepei5ErrorE"} <= set(exported)


@pytest.mark.parametrize(
    "symbol",
    [
        "tepei_version",
        "_ZN5tepei4Date5parseESt17basic_string_viewIcSt11char_traitsIcEE",
        "_ZNK5tepei7Decimal9to_stringB5cxx11Ev",
        "_ZNKR5tepei6ResultINS_4DateEE5valueEv",
        "_ZNO5tepei6ResultINS_4DateEE5valueEv",
        "_ZTVN5tepei5ErrorE",
    ],
)
def test_the_rule_allows(symbol: str) -> None:
    assert is_allowed(symbol)


@pytest.mark.parametrize(
    "symbol",
    [
        "decNumberAdd",  # another library's C function
        "main",
        "_ZNSt6vectorIN5tepei5ValueESaIS1_EE17_M_realloc_insertIJS1_EEEvN9__gnu_cxx17__normal_iteratorIPS1_S3_EEDpOT_",
        "_ZTISt23_Sp_counted_ptr_inplaceIN5tepei5ValueESaIS1_ELN9__gnu_cxx12_Lock_policyE2EE",
        "_ZSt5visitIN5tepei5ValueEEvv",
        "_ZN8nlohmann6detail9exceptionD0Ev",
        "_ZN6tepeix4nameEv",
        "_ZZN5tepei4nameEvE5cache",  # a static variable of a function
    ],
)
def test_the_rule_refuses(symbol: str) -> None:
    assert not is_allowed(symbol)


def test_the_soname_changes_with_the_minor_version(root: Path, release_build: Path, run: Run) -> None:
    version = re.search(r"VERSION (\d+\.\d+)\.\d+", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    assert version is not None
    dynamic = run("readelf", "-d", release_build / "src" / "libtepei.so")
    assert f"Library soname: [libtepei.so.{version[1]}]" in dynamic


def test_no_library_is_needed_that_is_not_known(release_build: Path, run: Run) -> None:
    dynamic = run("readelf", "-d", release_build / "src" / "libtepei.so")
    needed = {name.partition(".so")[0] for name in re.findall(r"Shared library: \[([^]]+)]", dynamic)}
    assert {name for name in needed if not name.startswith("ld-linux")} <= NEEDED
