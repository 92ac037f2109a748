"""Refuses an include that goes against the layers of docs/architecture.md.

Run as a program it checks the tree it stands in (or the one given) and prints one line a violation.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

RANKS = {
    "value": 0,
    "feel": 1,
    "facts": 2,
    "policy": 3,
    "pack": 4,
    "explain": 4,
    "analysis": 4,
    "batch": 5,
    "catalog": 6,
    "capi": 7,
    "bindings": 8,
}

# The headers right under include/tepei gather the layers for users; no layer may include them.
UMBRELLA = "umbrella"

# Outside headers a public header may never show its users.
PRIVATE_LIBRARIES = re.compile(r"(iostream|regex)$|(nlohmann|date|pybind11|boost|openssl)/|utf8proc\.h$")

# Outside libraries and the layers that may use them in their sources.
LIBRARY_LAYERS = {
    "boost/": {"value"},
    "date/": {"value"},
    "nlohmann/": {"pack", "explain"},
    "pybind11/": {"bindings"},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CODE_SUFFIXES = {".h", ".hpp", ".cpp", ".cc", ".c", ".inc", ".ipp"}


@dataclass(frozen=True)
class Place:
    """Where a file stands: its layer, and whether it is a public header."""

    layer: str
    public: bool


@dataclass(frozen=True)
class Violation:
    """One include that the layers refuse."""

    file: str
    line: int
    included: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: `{self.included}`: {self.reason}"


def place_of(path: Path) -> Place | None:
    """The place of a path relative to the root of the tree, or nothing for files outside the layers."""
    parts = path.parts
    if parts[0] == "include":
        return Place(parts[2], public=True) if len(parts) > 3 else Place(UMBRELLA, public=True)
    if parts[0] == "src" and len(parts) > 2:
        return Place(parts[1], public=False)
    return Place("bindings", public=False) if parts[0] == "bindings" else None


def resolve(root: Path, file: Path, included: str, *, quoted: bool) -> Path | None:
    """The file of the tree that an include means, relative to the root; nothing for outside headers."""
    folders = [root / "include", root / "src"]
    if quoted:
        folders.insert(0, (root / file).parent)
    for folder in folders:
        candidate = (folder / included).resolve()
        if candidate.is_file() and candidate.is_relative_to(root):
            return candidate.relative_to(root)
    return None


def refuse_inside(source: Place, target: Place) -> str | None:
    """Why a file may not include another file of the tree, or nothing where it may."""
    if target.layer not in RANKS and target.layer != UMBRELLA:
        return f"`{target.layer}` is no layer"
    if source.public and not target.public:
        return "a public header includes a private one"
    if UMBRELLA in (source.layer, target.layer):
        return None if source.layer in (UMBRELLA, "bindings") else f"`{source.layer}` includes an umbrella header"
    if source.layer == target.layer:
        return None
    if source.layer == "bindings" and not target.public:
        return "the bindings may use public headers only"
    difference = RANKS[source.layer] - RANKS[target.layer]
    if difference < 0:
        return f"`{source.layer}` (rank {RANKS[source.layer]}) is below `{target.layer}` (rank {RANKS[target.layer]})"
    if difference == 0:
        return f"`{source.layer}` and `{target.layer}` share rank {RANKS[source.layer]}"
    return None


def refuse_outside(source: Place, included: str) -> str | None:
    """Why a file may not include a header from outside the tree, or nothing where it may."""
    if source.public and PRIVATE_LIBRARIES.match(included):
        return "not in a public header"
    for library, layers in LIBRARY_LAYERS.items():
        if included.startswith(library) and source.layer not in layers:
            return f"only {', '.join(sorted(layers))} may use it"
    return None


def check_include(root: Path, file: Path, source: Place, included: str, *, quoted: bool) -> str | None:
    """Why one include is refused, or nothing."""
    target = resolve(root, file, included, quoted=quoted)
    if target is not None:
        place = place_of(target)
        return "outside include, src and bindings" if place is None else refuse_inside(source, place)
    if included.startswith("tepei/"):
        return "no such header"
    first = included.partition("/")[0]
    if quoted and "/" in included and first in RANKS:  # generated at build time: the name tells the layer
        return refuse_inside(source, Place(first, public=False))
    return refuse_outside(source, included)


def blank_comments(text: str) -> str:
    """The text with block comments emptied, lines kept."""
    return COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)


def check_file(root: Path, file: Path) -> list[Violation]:
    """Every violation in one file, given relative to the root."""
    source = place_of(file)
    if source is None:
        return []
    if source.layer not in RANKS and source.layer != UMBRELLA:
        return [Violation(file.as_posix(), 1, source.layer, "no such layer")]
    text = blank_comments((root / file).read_text(encoding="utf-8"))
    violations = []
    for match in INCLUDE.finditer(text):
        included = match.group(1) or match.group(2)
        reason = check_include(root, file, source, included, quoted=match.group(1) is not None)
        if reason is not None:
            line = text.count("\n", 0, match.start()) + 1
            violations.append(Violation(file.as_posix(), line, included, reason))
    return violations


def check_tree(root: Path) -> list[Violation]:
    """Every violation under include, src and bindings of the tree at `root`."""
    root = root.resolve()
    files = [
        path.relative_to(root)
        for folder in ("include", "src", "bindings")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in CODE_SUFFIXES
    ]
    return [violation for file in files for violation in check_file(root, file)]


def main(arguments: list[str]) -> int:
    """Checks a tree; 1 where something is refused."""
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    violations = check_tree(root)
    for violation in violations:
        print(violation)
    if violations:
        print(f"layers: {len(violations)} includes refused")
        return 1
    print("layers: every include is allowed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
