"""The programs of docs/cpp.md compile without a warning and print what the page says they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Run

PROGRAM = re.compile(r"```cpp\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "cpp.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def printed(
    page: str, root: Path, release_build: Path, tmp_path_factory: pytest.TempPathFactory, run: Run
) -> list[str]:
    """What each program prints. They are one source, each in a namespace of its own, so that headers are read once."""
    folder = tmp_path_factory.mktemp("guide")
    programs = [program for program, _ in PROGRAM.findall(page)]
    includes = sorted({line for program in programs for line in program.splitlines() if line.startswith("#include")})
    pieces = [*includes, "#include <cstdlib>"]
    for place, program in enumerate(programs):
        body = "\n".join(line for line in program.splitlines() if not line.startswith("#include"))
        pieces.append(f"namespace program_{place} {{\n{body}\n}}  // namespace program_{place}")
    calls = "\n".join(f"    case {place}: return program_{place}::main();" for place in range(len(programs)))
    pieces.append(f"int main(int, char** argv) {{\n  switch (std::atoi(argv[1])) {{\n{calls}\n  }}\n  return 1;\n}}\n")
    (folder / "guide.cpp").write_text("\n\n".join(pieces), encoding="utf-8")

    library = release_build / "src"
    flags = ["-std=c++17", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wno-main", f"-I{root / 'include'}"]
    link = [f"-L{library}", f"-Wl,-rpath,{library}", "-ltepei", "-pthread"]
    run("c++", *flags, folder / "guide.cpp", *link, "-o", folder / "guide")
    return [run(folder / "guide", str(place)) for place in range(len(programs))]


def test_every_program_prints_what_the_page_says(page: str, printed: list[str]) -> None:
    assert len(printed) >= 5
    assert printed == [text for _, text in PROGRAM.findall(page)]


def test_every_program_of_the_page_was_run(page: str, printed: list[str]) -> None:
    assert len([kind for kind, _ in BLOCK.findall(page) if kind == "cpp"]) == len(printed)


def test_the_project_files_are_those_of_the_consumers(page: str, root: Path) -> None:
    found = (root / "examples" / "cmake" / "find_package" / "CMakeLists.txt").read_text(encoding="utf-8")
    asked = [text for kind, text in BLOCK.findall(page) if kind == "cmake" and "find_package(" in text]
    assert len(asked) == 1
    for line in asked[0].splitlines():
        assert line.replace("(app ", "(consumer ") in found


def test_fetch_content_takes_the_sources_in(page: str, root: Path, tmp_path: Path, run: Run) -> None:
    (lines,) = [text for kind, text in BLOCK.findall(page) if kind == "cmake" and "FetchContent" in text]
    (tmp_path / "third_party").mkdir()
    (tmp_path / "third_party" / "tepei").symlink_to(root)
    (tmp_path / "app.cpp").write_text("int main() {}\n", encoding="utf-8")
    head = "cmake_minimum_required(VERSION 3.22)\nproject(app LANGUAGES CXX)\nadd_executable(app app.cpp)\n"
    (tmp_path / "CMakeLists.txt").write_text(head + lines, encoding="utf-8")
    run("cmake", "-G", "Ninja", "-S", tmp_path, "-B", tmp_path / "build")
    inputs = run("ninja", "-C", tmp_path / "build", "-t", "query", "app")
    assert "libtepei.a" in inputs


def test_the_config_lines_are_those_of_the_command(page: str, root: Path) -> None:
    command = (root / "python" / "tepei" / "command" / "config.py").read_text(encoding="utf-8")
    for option in re.findall(r"tepei config (--\w+)", page):
        assert f'"{option}"' in command
