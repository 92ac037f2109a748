"""How a trainee is graded, and what follows from the grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei._arguments import plain_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from tepei._core import Grade


class Assessment:
    """How trainees of a programme are graded. Immutable; any number of threads may use it."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.Programme) -> None:
        self._core = core

    def grade(  # noqa: PLR0913
        self,
        scores: Mapping[str, int | float | Decimal | None] | None = None,
        *,
        role: str = "trainee",
        violations: Iterable[str] = (),
        interrupted: bool = False,
        attested: str | None = None,
        suggestions: Mapping[str, str] | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> Grade:
        """The grade of one trainee.

        A score that is None or left out is missing; NaN is an error. `violations` are those the authority has
        established; `attested` is the grade where the text has no numeric rule; `suggestions` are the grades that
        assessors suggest, which decide nothing but are compared. Names are ids or Chinese labels. Raises `Error` with
        every problem of the question.
        """
        return _core.assessment_grade(
            self._core,
            plain_dict(scores or {}, "scores"),
            role,
            [violations] if isinstance(violations, str) else list(violations),
            interrupted,
            attested,
            list(plain_dict(suggestions or {}, "suggestions").items()),
            plain_dict(readings or {}, "readings"),
        )

    def __repr__(self) -> str:
        return f"<Assessment of {self._core.id}>"
