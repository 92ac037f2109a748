"""Programmes and tables as HTML for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tepei import _html
from tepei._words import OUTCOMES, VERDICTS, counted, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tepei import _core
    from tepei._asked import Asked
    from tepei._core import CellError
    from tepei.answer_table import AnswerTable
    from tepei.programme import Programme

__all__ = ["answers_html", "programme_html", "table_html"]

# How many bad cells and how many answers are shown; the rest are counted.
SHOWN_ERRORS = 5
SHOWN_ROWS = 5


def programme_html(programme: Programme, core: _core.Programme, lang: str = "zh") -> str:
    """A programme: what it is, its tracks with their criteria, its open passages."""
    colon = ": " if lang == "en" else "："
    status = word(programme.status, lang)

    def content() -> Iterator[str]:
        yield _html.headline(programme.title or programme.id)
        yield _html.faint(" · ".join(part for part in (programme.issuer, status, programme.id) if part))
        rows = [
            (
                f"<b>{_html.escaped(core.track_label(track, lang))}</b>",
                f"<code>{_html.escaped(track)}</code>",
                _html.escaped(("; " if lang == "en" else "、").join(_labels(core, track, lang))),
            )
            for track in programme.tracks
        ]
        yield _html.table((word("tracks", lang), "track", word("criteria", lang)), rows)
        if programme.readings:
            readings = [
                (
                    _html.cite(reading.cite),
                    f"<code>{_html.escaped(reading.id)}</code>",
                    " | ".join(f"<code>{_html.escaped(option)}</code>" for option in reading.options),
                    _html.escaped(reading.reason_en if lang == "en" else reading.reason),
                )
                for reading in programme.readings
            ]
            names = (word("clause", lang), word("readings", lang), "", "")
            summary = f"{word('readings', lang)}{colon}{len(readings)}"
            yield _html.folded(summary, _html.table(names, readings))
        clauses = [(_html.cite(clause.cite), _html.escaped(clause.text)) for clause in programme.clauses]
        if clauses:
            summary = f"{word('clauses', lang)}{colon}{len(clauses)}"
            yield _html.folded(summary, _html.table(("", ""), clauses))

    return _html.frame("programme", lang, content())


def _labels(core: _core.Programme, track: str, lang: str) -> list[str]:
    # Any day will do: the labels do not turn on it.
    findings = core.check({}, track, "2025-01-01", None).findings
    return [(finding.label_en if lang == "en" else finding.label) or finding.criterion for finding in findings]


def table_html(summary: _core.TableSummary, asked: Asked | None, *, finished: bool = True) -> str:
    """What came out for a table: the verdicts, what each criterion says, the cells that could not be read."""
    lang = "zh" if asked is None else asked.lang
    answered = summary.num_rows - summary.rows_with_errors
    colon = ": " if lang == "en" else "："

    def content() -> Iterator[str]:
        yield _html.headline(counted(summary.num_rows, lang) + ("" if finished else " …"))
        if asked is not None:
            yield _html.faint(asked_line(asked))
        yield _verdicts(summary, answered, lang)
        yield _criteria(summary, asked, answered, lang)
        if summary.error_count:
            heading = f"{word('cells', lang)}{colon}{summary.error_count:,}"
            yield _html.folded(_html.escaped(heading), _errors(summary.errors, summary.error_count, lang))
        if summary.ignored_columns:
            yield _html.faint(f"{word('ignored', lang)}{colon}{', '.join(summary.ignored_columns)}")

    return _html.frame("table", lang, content())


def answers_html(answers: AnswerTable) -> str:
    """Routes, grades or entitlements of a table: the first of them, and the cells that could not be read."""
    names = answers.column_names
    first = answers.to_arrow().slice(0, SHOWN_ROWS).to_pylist()
    rows = [(str(place), *(_shown(name, row[name]) for name in names)) for place, row in enumerate(first)]

    def content() -> Iterator[str]:
        yield _html.headline(f"{answers.num_rows:,} 行")
        yield _html.table((word("row", "zh"), *map(_html.escaped, names)), rows, (0,))
        if answers.num_rows > len(rows):
            yield _html.faint(f"… +{answers.num_rows - len(rows):,}")
        if answers.error_count:
            heading = f"{word('cells', 'zh')}：{answers.error_count:,}"
            yield _html.folded(heading, _errors(answers.errors, answers.error_count, "zh"))

    return _html.frame("answers", "zh", content())


def _shown(name: str, value: object) -> str:
    return _html.cite(_cell(value)) if name == "cite" else _html.escaped(_cell(value))


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "、".join(map(_cell, value))
    if isinstance(value, dict):  # an act, an item: what it says, without the names of its parts
        given = {name: part for name, part in value.items() if part not in (None, False, "")}
        return " ".join(name if part is True else str(part) for name, part in given.items())
    return "–" if value is None else str(value)


def asked_line(asked: Asked) -> str:
    """The question in one line: instrument, track, day."""
    colon = ": " if asked.lang == "en" else "："
    parts = (
        asked.core.title or asked.core.id,
        asked.core.track_label(asked.track_id, asked.lang),
        f"{word('as_of', asked.lang)}{colon}{asked.day}",
        word("draft", asked.lang) if asked.core.status == "draft" else "",
    )
    return " · ".join(part for part in parts if part)


def _verdicts(summary: _core.TableSummary, answered: int, lang: str) -> str:
    rows = []
    for place, verdict in enumerate(VERDICTS):
        count = summary.verdict_counts.get(verdict, 0)
        counts = [count if place == each else 0 for each in range(len(VERDICTS))]
        rows.append(
            (
                _html.escaped(word(verdict, lang)),
                f"{count:,}",
                f"{100 * count / answered:.1f}%" if answered else "",
                _html.bar(counts, answered),
            )
        )
    if summary.rows_with_errors:
        rows.append((_html.escaped(word("unread", lang)), f"{summary.rows_with_errors:,}", "", ""))
    return _html.table((word("verdict", lang), word("people", lang), word("share", lang), ""), rows, (1, 2))


def _criteria(summary: _core.TableSummary, asked: Asked | None, answered: int, lang: str) -> str:
    known = {} if asked is None else {criterion.id: criterion for criterion in asked.criteria()}
    rows = []
    for criterion, outcomes in summary.criterion_counts.items():
        counts = [outcomes.get(outcome, 0) for outcome in OUTCOMES]
        label = known[criterion].label(lang) if criterion in known else criterion
        cite = known[criterion].cite if criterion in known else ""
        met, discretion, undetermined, not_met = (f"{count:,}" if count else "–" for count in counts)
        rows.append(
            (
                _html.escaped(label),
                _html.cite(cite),
                *(not_met, undetermined, discretion, met),
                _html.bar(counts, answered),
            )
        )
    names = ("excludes", "open", "discretion", "passes")
    headings = (word("criterion", lang), "", *(word(name, lang) for name in names), "")
    return _html.table(headings, rows, (2, 3, 4, 5))


def _errors(errors: Sequence[CellError], count: int, lang: str) -> str:
    rows = [
        (f"{error.row:,}", _html.escaped(error.column), _html.escaped(error.message)) for error in errors[:SHOWN_ERRORS]
    ]
    made = _html.table((word("row", lang), word("column", lang), word("problem", lang)), rows, (0,))
    if count > len(rows):
        made += _html.faint(f"… +{count - len(rows):,}")
    return made
