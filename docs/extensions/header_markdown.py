"""The public headers of a layer as a page of the site: what each is for, in its own words, and what it declares."""

from __future__ import annotations

from pathlib import Path

INCLUDE = Path(__file__).resolve().parents[2] / "include"


def headers(layer: str) -> list[Path]:
    """The public headers of a layer, sorted; those that belong to none where it is empty."""
    return sorted((INCLUDE / "tepei" / layer).glob("*.hpp"))


def layers() -> list[str]:
    """Every layer that has public headers."""
    return sorted(folder.name for folder in (INCLUDE / "tepei").iterdir() if folder.is_dir())


def first_comment(header: Path) -> list[str]:
    """The comment that a header begins with, as Markdown."""
    lines = []
    for line in header.read_text(encoding="utf-8").splitlines():
        if not line.startswith("///"):
            break
        lines.append(line.removeprefix("///").removeprefix(" "))
    return lines


def headers_page(layer: str) -> str:
    """A section a header."""
    parts = []
    for header in headers(layer):
        name = header.relative_to(INCLUDE).as_posix()
        parts += [
            f"## `{name}`",
            "\n".join(first_comment(header)),
            f"```{{doxygenfile}} {name}\n:sections: {SECTIONS}\n```",
        ]
    return "\n\n".join(parts) + "\n"


SECTIONS = (
    "innerclass innerenum enum func typedef var public-type public-func public-static-func public-attrib "
    "public-static-attrib friend user-defined"
)
