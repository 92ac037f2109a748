"""The blocks of docs/notebook.md run, and print what stands below them."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import matplotlib as mpl
import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/notebook.md").read_text(encoding="utf-8")


def test_the_blocks_print_what_stands_below_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mpl.use("agg")
    (tmp_path / "build").mkdir()
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    printed, names = "", dict[str, object]()
    blocks = re.findall(r"```(python|text)\n(.*?)```", GUIDE, re.DOTALL)
    assert len(blocks) >= 8
    for kind, block in blocks:
        if kind == "text":
            assert printed == block
            continue
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(block, names)
        printed = out.getvalue()
    assert (tmp_path / "build/funnel.png").stat().st_size > 10_000


def test_the_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", GUIDE)
    assert links
    assert all((ROOT / "docs" / link).exists() for link in links)
