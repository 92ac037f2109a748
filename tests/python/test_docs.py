"""The documentation is true: its code runs and prints what it shows, its links lead somewhere, nothing is left out.

`python tests/python/test_docs.py` writes the outputs of its commands anew.
"""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path
from typing import Any

import policy_markdown
import pytest
import tepei
from documentation import DOCS, ROOT, anchors, in_contents, links, name_of, pages, text_of
from guide import check_commands, run, steps, write
from header_markdown import first_comment, headers, headers_page, layers

PAGES = pages()
# Pages whose code a test of their own runs.
ELSEWHERE = {
    "README.md": ROOT / "tests/python/test_readme.py",
    "README.zh-CN.md": ROOT / "tests/python/test_readme.py",
    "docs/command.md": ROOT / "tests/python/test_docs_command.py",
    "docs/cpp.md": ROOT / "tests/meta/test_cpp_guide.py",
    "docs/feel.md": ROOT / "tests/python/test_feel_page.py",
    "docs/notebook.md": ROOT / "tests/python/test_notebook_guide.py",
    "docs/write-a-pack.md": ROOT / "tests/python/test_write_a_pack.py",
    "docs/write-a-pack.zh-CN.md": ROOT / "tests/python/test_write_a_pack.py",
}
RUN = ("python", "console")
HERE = [page for page in PAGES if name_of(page) not in ELSEWHERE and any(f"```{kind}" in text_of(page) for kind in RUN)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader has it: what the tree has, and room for results."""
    for name in ("examples", "docs", "src", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run_python(code: str, names: dict[str, Any], name: str) -> None:
    """Runs a block; one of a session must print what it shows."""
    if not code.startswith(">>> "):
        exec(compile(code, name, "exec"), names)
        return
    test = doctest.DocTest(doctest.DocTestParser().get_examples(code), names, name, name, 0, None)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, clear_globs=False, out=said.append)
    names.update(test.globs)
    assert result.attempted > 0
    assert result.failed == 0, "".join(said)


@pytest.mark.parametrize("page", HERE, ids=name_of)
def test_code_runs_and_prints_what_is_shown(page: Path, folder: Path) -> None:
    """Files that a page names come first, then its blocks in order, in one namespace."""
    todo = steps(text_of(page))
    for step in todo:
        if re.fullmatch(r"[\w.-]+\.\w+", step.comment):
            write(folder, step.comment, step.text)
    names: dict[str, Any] = {}
    for step in todo:
        if step.language == "python":
            run_python(step.text, names, name_of(page))
        elif step.language == "console":
            check_commands(step, folder)


def test_the_pages_tested_elsewhere_are_named_there() -> None:
    for name, test in ELSEWHERE.items():
        assert Path(name).name.removesuffix(".md").removesuffix(".zh-CN") in test.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for link in links(page):
        path, _, place = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (place and target.suffix == ".md" and place not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_a_lost_link_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# 名单 · `tepei check`\n\n[a](gone.md) [b](#名单--tepei-check) `[c](code.md)`\n", encoding="utf-8")
    assert links(page) == ["gone.md", "#名单--tepei-check"]
    assert anchors(page) == {"名单--tepei-check"}


def test_every_page_of_the_site_is_in_its_contents() -> None:
    of_the_site = {page for page in PAGES if page.is_relative_to(DOCS)}
    named = [entry for page in of_the_site for entry in in_contents(page)]
    assert [entry for entry in named if not entry.exists()] == []
    assert {name_of(page) for page in of_the_site - set(named)} == {"docs/index.md"}
    for page in of_the_site:
        for link in re.findall(r"^:link: (\S+)$", text_of(page), re.MULTILINE):
            assert (page.parent / f"{link}.md").exists(), f"{name_of(page)}: {link}"


def test_the_python_reference_has_every_name() -> None:
    page = text_of(DOCS / "reference" / "python.md")
    shown = re.findall(r"^\.\. auto\w+:: tepei\.(\w+)$", page, re.MULTILINE)
    assert sorted(shown) == sorted(set(tepei.__all__) - {"__version__"})


def test_the_cpp_reference_has_every_header() -> None:
    folder = DOCS / "reference" / "cpp"
    assert {page.stem for page in folder.glob("*.md")} == {"index", *layers()}
    for layer in layers():
        assert f"% generated: headers {layer}\n" in text_of(folder / f"{layer}.md")
        for header in headers(layer):
            assert first_comment(header), f"{header} says nothing of itself"
            assert f"## `tepei/{layer}/{header.name}`\n" in headers_page(layer)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("id_", tepei.programmes())
def test_a_programme_page_has_all_of_it(id_: str, lang: str) -> None:
    suffix = "" if lang == "zh" else ".en"
    assert f"% generated: programme {id_} {lang}\n" in text_of(DOCS / "programmes" / f"{id_}{suffix}.md")
    page = policy_markdown.programme_page(id_, lang)
    programme = tepei.programme(id_)
    pack = json.loads(programme.dump())
    for clause in programme.clauses:
        assert policy_markdown.escaped(clause.text) in page
        assert f"({id_}-{lang}-clause-{clause.id})=" in page
    for criteria in pack["eligibility"].values():
        assert [each["id"] for each in criteria if f"`{each['id']}`" not in page] == []
    assert [reading.id for reading in programme.readings if f"`{reading.id}`" not in page] == []
    assert programme.digest in page
    targets = re.findall(r"\]\(#([^)]+)\)", page)
    assert [target for target in targets if f"({target})=" not in page] == []


def written_anew(page: Path) -> str:
    """A page with what its commands print now; of a long output as many lines as it shows."""

    def anew(found: re.Match[str]) -> str:
        command, shown = found[1], found[2].splitlines()
        printed = run(ROOT, command.replace(" --out ", " --out build/"))[1].splitlines()
        if shown[-1:] == ["…"]:
            printed = [*printed[: len(shown) - 1], "…"]
        return "\n".join(["```console", f"$ {command}", *printed, "```"])

    return re.sub(r"```console\n\$ (tepei .*)\n((?:.*\n)*?)```", anew, text_of(page))


if __name__ == "__main__":
    for outdated in HERE:
        outdated.write_text(written_anew(outdated), encoding="utf-8")
