"""The columns that answers add to a roster, and their cells as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pyarrow.compute as pc

from tepei.command.cell_phrases import told
from tepei.command.files.record import cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tepei.command.checker import Answers, Summary, TrackAnswers
    from tepei.command.files.record import BadCell, Batch

TRACK_COLUMNS = ("verdict", "reasons", "missing", "citations")
ROW_COLUMNS = ("notes", "unread")


class ResultWriter(Protocol):
    """Takes the answers batch by batch."""

    def write(self, answers: Answers) -> None:
        """Writes a batch."""

    def close(self, summary: Summary) -> None:
        """Writes what comes after the last."""


def answer_names(headings: Sequence[str], tracks: Sequence[str], of_track: Sequence[str] = TRACK_COLUMNS) -> list[str]:
    """The names of the added columns: one set a track, then what is said of the row.

    With several tracks each set is told apart by its track's id; where the roster has a column of the same name, the
    added one begins with `tepei_`.
    """
    names = [name if len(tracks) == 1 else f"{track}_{name}" for track in tracks for name in of_track]
    taken = set(headings)
    return [f"tepei_{name}" if name in taken else name for name in (*names, *ROW_COLUMNS)]


def joined(column: Any, separator: str) -> list[str]:  # noqa: ANN401
    """Each list of texts as one text; empty where there is none."""
    return [text or "" for text in pc.binary_join(column, separator).to_pylist()]


def verdict_texts(column: Any) -> list[str | None]:  # noqa: ANN401
    """The verdicts by id; None where a row could not be read."""
    names = column.dictionary.to_pylist()
    return [None if code is None else names[code] for code in column.indices.to_pylist()]


def missing_texts(answers: TrackAnswers) -> list[str]:
    """The missing facts by id, then the titles of missing documents."""
    facts, documents = joined(answers.missing, "; "), joined(answers.missing_documents, "; ")
    return [
        f"{fact}; {document}" if fact and document else fact or document
        for fact, document in zip(facts, documents, strict=True)
    ]


def unread_text(bad: Sequence[BadCell], lang: str) -> str:
    """Why a row was not checked."""
    return "; ".join(f"{cell.column}: {told(cell, lang).message}" for cell in bad)


def unread_texts(answers: Answers, lang: str) -> list[str]:
    """For each row why it was not checked; empty where it was."""
    if not answers.bad:
        return [""] * len(answers.batch)
    return [unread_text(answers.bad.get(place, ()), lang) for place in range(len(answers.batch))]


def roster_texts(batch: Batch) -> list[list[str]]:
    """The roster's own columns as text."""
    return [[cell_text(value) or "" for value in batch.values(place)] for place in range(len(batch.columns))]
