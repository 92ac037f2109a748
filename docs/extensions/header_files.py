"""Lets Breathe tell two headers of one name apart.

Breathe looks for a file by its name in Doxygen's index, which has `text.hpp` alone, whatever folder it lies in; where
the file really lies stands in its own description. This finds it there.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from breathe.directives import file
from breathe.parser import DoxCompoundKind
from breathe.renderer import TaggedNode

if TYPE_CHECKING:
    from breathe.parser import DoxygenIndex, DoxygenParser
    from breathe.project import ProjectInfo
    from breathe.renderer.filter import FinderMatch
    from sphinx.application import Sphinx


def find_by_location(
    name: str, parser: DoxygenParser, project: ProjectInfo, index: DoxygenIndex, matches: list[FinderMatch]
) -> None:
    """Adds the header that lies where `name` says."""
    for entry in index.file_compounds:
        if PurePosixPath(entry.name).name != PurePosixPath(name).name:
            continue
        matches.extend(
            [TaggedNode(None, compound)]
            for compound in parser.parse_compound(entry.refid, project).root.compounddef
            if compound.kind == DoxCompoundKind.file and file.location_matches(compound.location, name)
        )


def setup(_app: Sphinx) -> dict[str, bool]:
    """Puts it in Breathe's place."""
    file.file_finder_filter = find_by_location
    return {"parallel_read_safe": True, "parallel_write_safe": True}
