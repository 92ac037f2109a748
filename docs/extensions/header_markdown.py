"""The public headers of a layer as a page of the site: what each is for, in its own words, and what it declares."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
XML = ROOT / "build" / "doxygen" / "xml"
DIRECTIVES = {
    "class": "doxygenclass",
    "struct": "doxygenstruct",
    "enum": "doxygenenum",
    "function": "doxygenfunction",
    "typedef": "doxygentypedef",
    "variable": "doxygenvariable",
}


@dataclass(frozen=True, order=True)
class Declaration:
    """What a header declares, outside of classes."""

    header: str
    line: int
    kind: str
    name: str

    def directive(self) -> str:
        """What asks Breathe for it."""
        members = ":members:\n:undoc-members:\n" if self.kind in {"class", "struct"} else ""
        return f"```{{{DIRECTIVES[self.kind]}}} {self.name}\n{members}```"


def headers(layer: str) -> list[Path]:
    """The public headers of a layer, sorted; those that belong to none where it is `.`."""
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
        declared = [each.directive() for each in declarations(XML) if each.header == f"include/{name}"]
        parts += [f"## `{name}`", "\n".join(first_comment(header)), *declared]
    return "\n\n".join(parts) + "\n"


@cache
def declarations(folder: Path) -> list[Declaration]:
    """All that Doxygen found, in the order of the headers."""
    compounds = [ET.parse(path).getroot()[0] for path in folder.glob("*.xml") if path.name.startswith(KINDS)]
    spaces = {text(each, "compoundname") for each in compounds if each.get("kind") == "namespace"}
    found = []
    for compound in compounds:
        name = text(compound, "compoundname")
        if compound.get("kind") == "namespace":
            found += [declared(each, name) for each in compound.iter("memberdef") if each.get("kind") in DIRECTIVES]
        elif name.split("<", maxsplit=1)[0].rpartition("::")[0] in spaces:
            found.append(Declaration(*place(compound), compound.get("kind", ""), name))
    return sorted(found)


KINDS = ("namespace", "class", "struct")


def declared(member: ET.Element, space: str) -> Declaration:
    """A member of a namespace; a function with its parameters, which tell it from others of its name."""
    kind = member.get("kind", "")
    arguments = text(member, "argsstring") if kind == "function" else ""
    return Declaration(*place(member), kind, f"{space}::{text(member, 'name')}{arguments.removesuffix(' noexcept')}")


def place(element: ET.Element) -> tuple[str, int]:
    """Header and line."""
    location = element.find("location")
    return ("", 0) if location is None else (location.get("file", ""), int(location.get("line", "0")))


def text(element: ET.Element, tag: str) -> str:
    """The text of a child."""
    return element.findtext(tag, "")
