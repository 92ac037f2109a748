"""The layer check passes on this tree and refuses each kind of violation planted in another."""

from __future__ import annotations

from pathlib import Path

import check_layers
import pytest

ROOT = Path(__file__).resolve().parents[2]


def plant(root: Path, path: str, text: str) -> None:
    """Writes one file of a made-up tree."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with a few honest files."""
    plant(tmp_path, "include/tepei/value/date.hpp", "#include <string>\n")
    plant(tmp_path, "include/tepei/feel/expression.hpp", '#include "tepei/value/date.hpp"\n')
    plant(tmp_path, "include/tepei/pack/load.hpp", '#include "tepei/feel/expression.hpp"\n')
    plant(tmp_path, "include/tepei/explain/text.hpp", "#include <tepei/value/date.hpp>\n")
    plant(tmp_path, "include/tepei/tepei.hpp", '#include "tepei/pack/load.hpp"\n')
    plant(tmp_path, "src/value/civil.hpp", "#include <date/date.h>\n")
    plant(tmp_path, "src/value/date.cpp", '#include "tepei/value/date.hpp"\n#include "value/civil.hpp"\n')
    plant(tmp_path, "src/pack/load.cpp", '#include "tepei/pack/load.hpp"\n#include <nlohmann/json.hpp>\n')
    plant(tmp_path, "bindings/python/module.cpp", '#include <pybind11/pybind11.h>\n#include "tepei/tepei.hpp"\n')
    return tmp_path


def test_this_tree_keeps_its_layers() -> None:
    assert [str(violation) for violation in check_layers.check_tree(ROOT)] == []


def test_an_honest_tree_passes(tree: Path) -> None:
    assert check_layers.check_tree(tree) == []


VALUE_BELOW_FEEL = "`value` (rank 0) is below `feel` (rank 1)"
PRIVATE = "a public header includes a private one"
PLANTED = [
    (
        "include/tepei/value/bad.hpp",
        '#include "tepei/feel/expression.hpp"',
        VALUE_BELOW_FEEL,
    ),
    ("src/value/bad.cpp", "#include <tepei/pack/load.hpp>", "`value` (rank 0) is below `pack` (rank 4)"),
    ("src/feel/bad.cpp", '  #  include "../pack/hidden.hpp"', "`feel` (rank 1) is below `pack` (rank 4)"),
    ("src/pack/bad.cpp", '#include "tepei/explain/text.hpp"', "`pack` and `explain` share rank 4"),
    ("src/explain/bad.cpp", '#include "pack/hidden.hpp"', "`explain` and `pack` share rank 4"),
    ("src/analysis/bad.cpp", '#include "tepei/explain/text.hpp"', "`analysis` and `explain` share rank 4"),
    ("src/feel/bad.cpp", '#include "catalog/generated.hpp"', "`feel` (rank 1) is below `catalog` (rank 6)"),
    ("include/tepei/value/bad.hpp", '#include "value/civil.hpp"', PRIVATE),
    (
        "include/tepei/value/bad.hpp",
        '#include "../../../src/value/civil.hpp"',
        PRIVATE,
    ),
    ("include/tepei/value/bad.hpp", '#include "tepei/tepei.hpp"', "`value` includes an umbrella header"),
    ("bindings/python/bad.cpp", '#include "value/civil.hpp"', "the bindings may use public headers only"),
    ("src/value/bad.cpp", '#include "tepei/value/missing.hpp"', "no such header"),
    ("src/common/bad.cpp", "#include <string>", "no such layer"),
    ("include/tepei/value/bad.hpp", "#include <iostream>", "not in a public header"),
    ("include/tepei/value/bad.hpp", "#include <regex>", "not in a public header"),
    ("include/tepei/pack/bad.hpp", "#include <nlohmann/json_fwd.hpp>", "not in a public header"),
    ("include/tepei/value/bad.hpp", '#include "date/date.h"', "not in a public header"),
    ("include/tepei/value/bad.hpp", "#include <boost/multiprecision/cpp_int.hpp>", "not in a public header"),
    ("include/tepei/bad.hpp", "#include <pybind11/pybind11.h>", "not in a public header"),
    ("src/feel/bad.cpp", "#include <nlohmann/json.hpp>", "only explain, pack may use it"),
    ("src/facts/bad.cpp", "#include <date/date.h>", "only value may use it"),
    ("src/batch/bad.cpp", "#include <pybind11/pybind11.h>", "only bindings may use it"),
]


@pytest.mark.parametrize(("path", "line", "reason"), PLANTED)
def test_a_planted_violation_is_refused(tree: Path, path: str, line: str, reason: str) -> None:
    plant(tree, "src/pack/hidden.hpp", "")
    plant(tree, path, f"/* a comment\n   of two lines */\n#include <vector>\n{line}\n")
    violations = check_layers.check_tree(tree)
    assert [violation.reason for violation in violations] == [reason]
    assert violations[0].file == path
    assert violations[0].line == (1 if reason == "no such layer" else 4)


def test_an_include_in_a_comment_is_no_include(tree: Path) -> None:
    plant(tree, "src/value/noted.cpp", '/*\n#include "tepei/pack/load.hpp"\n*/\n// #include "tepei/pack/load.hpp"\n')
    assert check_layers.check_tree(tree) == []


def test_the_program_tells_violations_by_its_exit_code(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_layers.main([str(tree)]) == 0
    plant(tree, "include/tepei/value/bad.hpp", "#include <regex>\n")
    assert check_layers.main([str(tree)]) == 1
    assert "include/tepei/value/bad.hpp:1: `regex`: not in a public header" in capsys.readouterr().out
