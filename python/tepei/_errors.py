"""The one exception of tepei, raised by the compiled part through this module, and its one warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tepei._core import Diagnostic


class Error(ValueError):
    """What was given cannot be used; `diagnostics` has every problem that was found, the attributes the first.

    `code` is dotted and stable (`facts.value.unlisted`), `message` says what is wrong in one line, `help` what to do
    about it, `path` where it is: a fact, a JSON pointer.
    """

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        first = diagnostics[0]
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        self.code: str = first.code
        self.message: str = first.message
        self.help: str = first.help
        self.path: str = first.path


class UnreadCellsWarning(UserWarning):
    """Some cells of a frame could not be read: their rows have no answer, which a frame of answers does not explain."""
