"""Projects of others find an installed tepei, or take its sources in, and get the library and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Run

KINDS = ["static", "shared"]

# What tepei itself is built with must not be asked of those who link it.
HIDDEN = ["Boost", "date", "nlohmann_json", "rapidcheck", "benchmark", "pybind11"]

# What examples/cmake/main.cpp prints of values, of a built-in programme, and of the pack it is given.
SAID = (
    "a third: 0.3333333333333333333333333333333333\n",
    "error[value.date.impossible]",
    "\nineligible\nage 四（二）1\n",
    "\n每节一例, ",
)


@pytest.fixture(scope="module")
def installed(release_build: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """An installed tepei, moved after its installation: nothing in it may remember the first place."""
    folder = tmp_path_factory.mktemp("installed")
    run("cmake", "--install", release_build, "--prefix", folder / "first")
    shutil.move(folder / "first", folder / "second")
    return folder / "second"


def configure(run: Run, source: Path, build: Path, *definitions: str) -> None:
    """Configure a project with Ninja."""
    run("cmake", "-G", "Ninja", "-S", source, "-B", build, *(f"-D{definition}" for definition in definitions))


def check_consumer(run: Run, root: Path, build: Path, *, shared: bool) -> None:
    """The consumer answers, and is linked as it should be."""
    printed = run(build / "consumer", root / "tests" / "packs" / "every-section.json")
    for words in SAID:
        assert words in printed
    assert shared_tepei(run, build / "consumer") == shared


def shared_tepei(run: Run, program: Path) -> bool:
    """Whether a program loads libtepei.so."""
    return "libtepei.so" in run("readelf", "-d", program)


@pytest.mark.parametrize("kind", KINDS)
def test_find_package(root: Path, installed: Path, tmp_path: Path, run: Run, kind: str) -> None:
    hidden = HIDDEN + (["OpenSSL", "PkgConfig"] if kind == "shared" else [])
    configure(
        run,
        root / "examples" / "cmake" / "find_package",
        tmp_path,
        f"CMAKE_PREFIX_PATH={installed}",
        f"BUILD_SHARED_LIBS={'ON' if kind == 'shared' else 'OFF'}",
        *(f"CMAKE_DISABLE_FIND_PACKAGE_{package}=ON" for package in hidden),
    )
    run("cmake", "--build", tmp_path)
    check_consumer(run, root, tmp_path, shared=kind == "shared")


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ("tepei 0.1 REQUIRED COMPONENTS static shared", True),
        ("tepei 0.1.0 EXACT REQUIRED", True),
        ("tepei 0.2 REQUIRED", False),
        ("tepei 1.0 REQUIRED", False),
        ("tepei REQUIRED COMPONENTS python", False),
    ],
)
def test_find_package_versions_and_components(installed: Path, tmp_path: Path, request_: str, found: bool) -> None:
    text = f"cmake_minimum_required(VERSION 3.22)\nproject(asking LANGUAGES CXX)\nfind_package({request_})\n"
    (tmp_path / "CMakeLists.txt").write_text(text, encoding="utf-8")
    command = ["cmake", "-S", str(tmp_path), "-B", str(tmp_path / "build"), f"-DCMAKE_PREFIX_PATH={installed}"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode == 0) == found


def test_every_public_header_is_installed(root: Path, installed: Path) -> None:
    def headers(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert headers(installed / "include") == headers(root / "include")


# A project of somebody else's that is as strict with itself as tepei is; the options of `make release`, so that ccache
# has our objects already.
STRICT = """\
add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Werror)
"""


def test_add_subdirectory(root: Path, run: Run) -> None:
    source = root / "examples" / "cmake" / "add_subdirectory"
    build = root / "build" / "add_subdirectory"
    build.mkdir(parents=True, exist_ok=True)
    (build / "strict.cmake").write_text(STRICT, encoding="utf-8")
    for kind in KINDS:  # the second time only links: the objects serve both
        configure(
            run,
            source,
            build,
            "CMAKE_BUILD_TYPE=Release",
            f"CMAKE_PROJECT_consumer_INCLUDE={build / 'strict.cmake'}",
            f"CMAKE_CXX_COMPILER_LAUNCHER={shutil.which('ccache') or ''}",
            f"BUILD_SHARED_LIBS={'ON' if kind == 'shared' else 'OFF'}",
        )
        run("cmake", "--build", build)
        check_consumer(run, root, build, shared=kind == "shared")


def test_add_subdirectory_brings_nothing_but_the_library(root: Path, tmp_path: Path, run: Run) -> None:
    source = root / "examples" / "cmake" / "add_subdirectory"
    configure(run, source, tmp_path, "CMAKE_EXPORT_COMPILE_COMMANDS=ON")
    targets = run("cmake", "--build", tmp_path, "--target", "help")
    for ours in ("_test:", "tepei_bench", "tepei_header_checks", "example_", "_core:"):
        assert ours not in targets
    database = json.loads((tmp_path / "compile_commands.json").read_text(encoding="utf-8"))
    commands = [entry["command"] for entry in database]
    assert len(commands) > 100
    assert not [command for command in commands if " -Wall" in command or " -Werror" in command]


def test_the_examples_are_a_project_of_their_own(root: Path, installed: Path, tmp_path: Path, run: Run) -> None:
    configure(run, root / "examples", tmp_path, f"CMAKE_PREFIX_PATH={installed}", "BUILD_SHARED_LIBS=ON")
    run("cmake", "--build", tmp_path)
    said = run("ctest", "--test-dir", tmp_path, "--output-on-failure", "--no-tests=error")
    assert "100% tests passed" in said
