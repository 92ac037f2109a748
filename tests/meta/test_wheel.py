"""The wheel holds the package and nothing else, and `import tepei` needs none of its dependencies."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from conftest import Run

OPTIONS = ["--no-build-isolation", "--no-deps", "--config-settings=build-dir=build/python"]
OPTIONS += [
    "--config-settings=cmake.define.TEPEI_WARNINGS_AS_ERRORS=ON"
]  # as the Makefile does: the objects are there already


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A wheel of the package."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", *OPTIONS, "--wheel-dir", folder, root, cwd=root)
    (file,) = folder.glob("tepei-*.whl")
    return file


def test_the_wheel_holds_the_package_alone(root: Path, wheel: Path) -> None:
    names = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]
    assert {name.partition("/")[0] for name in names} == {"tepei"}
    package = root / "python" / "tepei"
    sources = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    compiled = {name for name in names if name.startswith("tepei/_core.") and name.endswith(".so")}
    assert len(compiled) == 1
    assert set(names) == sources | compiled


def test_import_in_a_clean_environment(wheel: Path, tmp_path: Path, run: Run) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel)
    assert run(python, "-c", "import tepei; print(tepei.__name__)", cwd=tmp_path).strip() == "tepei"


def test_the_module_shows_its_entry_point_alone(wheel: Path, tmp_path: Path, run: Run) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".so")]
        module = archive.extract(name, tmp_path)
    exported = run("nm", "-D", "--defined-only", module).splitlines()
    assert [line.split()[-1] for line in exported] == ["PyInit__core"]
