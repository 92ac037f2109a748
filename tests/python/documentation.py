"""The pages of the documentation, as the tests read them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
FENCED = re.compile(r"^( *)(`{3,}|:{3,}).*?^\1\2$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`+[^`]*`+")
LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+(?:\([^()]*\))?)\)")
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
TOCTREE = re.compile(r"```\{toctree\}\n(.*?)```", re.DOTALL)


def pages() -> list[Path]:
    """Every page that people read: of the site, the READMEs, the change log."""
    found = [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("examples/**/*.md"), *ROOT.glob("tests/**/README.md")]
    return sorted(found)


def name_of(page: Path) -> str:
    """Its path from the root."""
    return page.relative_to(ROOT).as_posix()


def text_of(page: Path) -> str:
    """What it says."""
    return page.read_text(encoding="utf-8")


def without_code(text: str) -> str:
    """Prose alone: fenced blocks left out, but for cards and notes, and code in lines made plain."""
    kept = re.sub(r"^ *`{3,}.*?^ *`{3,}$", "", text, flags=re.DOTALL | re.MULTILINE)
    return CODE.sub("code", kept)


def links(page: Path) -> list[str]:
    """Where its links lead, but for those to other hosts."""
    return [target for target in LINK.findall(without_code(text_of(page))) if "://" not in target]


def anchor(heading: str) -> str:
    """The anchor that a heading has on GitHub and on the site."""
    shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").strip().lower()
    return re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """Those of all its headings; of equal ones the later are numbered."""
    found: dict[str, int] = {}
    all_of_them = set()
    text = re.sub(r"^ *`{3,}.*?^ *`{3,}$", "", text_of(page), flags=re.DOTALL | re.MULTILINE)
    for _, heading in HEADING.findall(text):
        name = anchor(heading)
        before = found.get(name, 0)
        found[name] = before + 1
        all_of_them.add(f"{name}-{before}" if before else name)
    return all_of_them


def in_contents(page: Path) -> list[Path]:
    """The pages that its tables of contents name."""
    entries = [line.strip() for block in TOCTREE.findall(text_of(page)) for line in block.splitlines()]
    names = [re.sub(r"^.*<(.+)>$", r"\1", entry) for entry in entries if entry and not entry.startswith(":")]
    return [page.parent / f"{name}.md" for name in names]
