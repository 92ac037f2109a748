"""tepei.pc gives what compiles and links a program against an installed tepei, wherever the tree was moved to."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from conftest import Run

PROGRAM = "policy_by_hand"  # criteria, a ladder and a schedule: every layer but tables


@pytest.fixture(scope="module")
def installed(release_build: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """An installed tepei with both libraries, moved after its installation."""
    folder = tmp_path_factory.mktemp("pkgconfig")
    run("cmake", "--install", release_build, "--prefix", folder / "first")
    shutil.move(folder / "first", folder / "second")
    return folder / "second"


def pkg_config(run: Run, prefix: Path, *options: str) -> list[str]:
    """What pkg-config says of the tepei in a prefix."""
    (file,) = prefix.rglob("tepei.pc")
    environment = {**os.environ, "PKG_CONFIG_PATH": str(file.parent)}
    return run("pkg-config", *options, "tepei", env=environment).split()


@pytest.fixture(scope="module")
def compiled(root: Path, installed: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The object of the program, compiled with the flags of tepei.pc; both libraries are linked with it."""
    found = tmp_path_factory.mktemp("object") / "program.o"
    flags = pkg_config(run, installed, "--cflags")
    run("c++", "-std=c++17", *flags, "-c", root / "examples" / "cpp" / f"{PROGRAM}.cpp", "-o", found)
    return found


def expected(root: Path) -> str:
    return (root / "examples" / "expected" / "policy-by-hand.txt").read_text(encoding="utf-8")


def test_shared(root: Path, installed: Path, compiled: Path, tmp_path: Path, run: Run) -> None:
    flags = pkg_config(run, installed, "--libs")
    run("c++", compiled, *flags, "-o", tmp_path / "program")
    (library,) = installed.rglob("libtepei.so")
    printed = run(tmp_path / "program", env={**os.environ, "LD_LIBRARY_PATH": str(library.parent)})
    assert printed == expected(root)
    assert "libtepei.so" in run("readelf", "-d", tmp_path / "program")
    # What the shared library is made with is not asked of those who link it.
    assert [flag for flag in flags if flag.startswith("-l")] == ["-ltepei"]


def test_static(root: Path, installed: Path, compiled: Path, tmp_path: Path, run: Run) -> None:
    (library,) = installed.rglob("libtepei.so")
    alone = tmp_path / "prefix"
    shutil.copytree(installed, alone, symlinks=True)
    for shared in (alone / library.relative_to(installed)).parent.glob("libtepei.so*"):
        shared.unlink()
    run("c++", compiled, *pkg_config(run, alone, "--static", "--libs"), "-o", tmp_path / "program")
    assert run(tmp_path / "program") == expected(root)
    assert "libtepei.so" not in run("readelf", "-d", tmp_path / "program")


def test_version_and_place(root: Path, installed: Path, run: Run) -> None:
    version = re.search(r"VERSION (\d+\.\d+\.\d+)", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    assert version is not None
    assert pkg_config(run, installed, "--modversion") == [version[1]]
    (flag,) = pkg_config(run, installed, "--cflags-only-I")
    assert Path(flag.removeprefix("-I")).resolve() == (installed / "include").resolve()


@pytest.mark.parametrize("kind", ["static", "shared"])
def test_one_library_alone(root: Path, tmp_path: Path, run: Run, kind: str) -> None:
    """Where only the static library is installed, a plain --libs names all that it needs; the shared needs nothing."""
    other = "SHARED" if kind == "static" else "STATIC"
    options = [f"-DTEPEI_BUILD_{other}=OFF", "-DTEPEI_BUILD_TESTS=OFF", "-DTEPEI_BUILD_EXAMPLES=OFF"]
    run("cmake", "-G", "Ninja", "-S", root, "-B", tmp_path, "-DCMAKE_INSTALL_PREFIX=/opt/tepei", *options)
    text = (tmp_path / "src" / "tepei.pc").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^([A-Z][\w.]*): *(.*)$", text, re.MULTILINE))
    assert listed["Requires"] == ("libcrypto libutf8proc" if kind == "static" else "")
    assert listed["Requires.private"] == ""
    assert listed["Libs"] == "-L${libdir} -ltepei" + (" -pthread" if kind == "static" else "")
