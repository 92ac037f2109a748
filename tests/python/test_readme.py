"""What the READMEs show is what happens, and both show the same."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pandas as pd
import pytest
from command_line import in_a_document
from documentation import ROOT, links, text_of, without_code

BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(name: str) -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))


def block(name: str, language: str, holding: str) -> str:
    (found,) = [text for kind, text in blocks(name) if kind == language and holding in text]
    return found


def test_both_languages_show_the_same_code_and_output() -> None:
    def code(name: str) -> list[str]:
        return [re.sub(r"#.*", "", text) for _, text in blocks(name)]

    assert code("README.md") == code("README.zh-CN.md")


def test_both_languages_have_the_same_sections_links_and_tables() -> None:
    def shape(name: str) -> list[str]:
        text = without_code(text_of(ROOT / name))
        return re.findall(r"^#+(?= )|^\|(?=.)", text, re.MULTILINE)

    def targets(name: str) -> set[str]:
        return {link.replace(".zh-CN.md", ".md") for link in links(ROOT / name)} - {"README.md"}

    assert shape("README.md") == shape("README.zh-CN.md")
    assert targets("README.md") == targets("README.zh-CN.md")


def test_the_main_jobs_output_is_real(tmp_path: Path) -> None:
    command, *shown = block("README.md", "console", "$ tepei check").splitlines()
    arguments = shlex.split(command.removeprefix("$ tepei "))
    arguments[arguments.index("--out") + 1] = str(tmp_path / "verdicts.csv")
    done = in_a_document(*arguments, cwd=ROOT)
    assert done.code == 0, done.err
    assert shown[-1] == "…"
    assert done.out.splitlines()[: len(shown) - 1] == shown[:-1]


def test_the_python_lines_run(capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame({"民族": ["蒙古族", "汉族"]})
    names: dict[str, object] = {"frame": frame}
    code = block("README.md", "python", "import tepei")
    exec(code, names)
    assert capsys.readouterr().out.splitlines()[-2:] == re.findall(r"# (qualified|49000)$", code, re.MULTILINE)
    said = re.search(r"# (undetermined .*)", code)
    assert said is not None
    decision = names["decision"]
    assert f"{decision.verdict} {decision.missing}" == said[1]  # type: ignore[attr-defined]
    assert names["table"]["verdict"].to_pylist() == ["undetermined", "ineligible"]  # type: ignore[index]


def test_the_cpp_lines_are_those_of_the_example() -> None:
    example = (ROOT / "examples/cpp/check_person.cpp").read_text(encoding="utf-8")
    for line in block("README.md", "cpp", "tepei.hpp").splitlines():
        assert line.strip() in example
