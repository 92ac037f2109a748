"""How a trainee is graded, and what follows from the grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _core
from tepei._arguments import plain_dict
from tepei.answer_table import AnswerTable, AnswerTableOptions, answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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
        question = _question(scores or {}, role, violations, interrupted, attested, suggestions, readings)
        return _core.assessment_grade(self._core, question)

    def grade_table(  # noqa: PLR0913
        self,
        table: object,
        *,
        role: str = "trainee",
        interrupted: bool = False,
        readings: Mapping[str, str] | None = None,
        columns: Sequence[str] | None = None,
        extra_columns: str = "refuse",
        lang: str = "zh",
    ) -> AnswerTable:
        """The grade of each row's trainee.

        `table` is what `check_table` takes, with a column for each score (by key, label or assessor); `role` (角色)
        and `interrupted` (培养中断), else as given here; `violations` (违规情形: a list, or a text parted by
        semicolons or commas) and `attested` (认定等次); `name` is carried. Every row is asked as `grade` is; a cell
        without a value is a part that is missing. Where it is not known whether training was interrupted, and it
        matters, the grade is undetermined. The result has `grade`, `benefits`, `sanctions`, `certificates`,
        `missing`, `missing_documents`, `reasons` (in `lang`), `warnings`, `reading_sensitive`, or those of them that
        `columns` names. A row that cannot be answered is listed in `errors` and has null.
        """
        question = _question({}, role, (), interrupted, None, None, readings)
        options = AnswerTableOptions(columns, extra_columns, lang).core()
        return answer(table, lambda runs: _core.grade_table(self._core, runs, question, options), lists=True)

    def __repr__(self) -> str:
        return f"<Assessment of {self._core.id}>"


def _question(  # noqa: PLR0913, PLR0917
    scores: Mapping[str, int | float | Decimal | None],
    role: str,
    violations: Iterable[str],
    interrupted: bool,
    attested: str | None,
    suggestions: Mapping[str, str] | None,
    readings: Mapping[str, str] | None,
) -> _core.GradeQuestion:
    return _core.GradeQuestion(
        plain_dict(scores, "scores"),
        role,
        [violations] if isinstance(violations, str) else list(violations),
        interrupted,
        attested,
        list(plain_dict(suggestions or {}, "suggestions").items()),
        plain_dict(readings or {}, "readings"),
    )
