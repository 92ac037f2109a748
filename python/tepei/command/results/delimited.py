"""The roster with its answers as CSV."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from tepei.command.results.answer_columns import (
    answer_names,
    joined,
    missing_texts,
    roster_texts,
    unread_texts,
    verdict_texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tepei.command.checker import Answers, Summary


class CsvResult:
    """Writes CSV: the person's cells as they were, then the answer; cells under no heading come last."""

    def __init__(self, file: TextIO, headings: Sequence[str], tracks: Sequence[str], lang: str) -> None:
        self._writer = csv.writer(file)
        self._lang = lang
        self._writer.writerow([*headings, *answer_names(headings, tracks)])

    def write(self, answers: Answers) -> None:
        """Writes a batch."""
        columns = roster_texts(answers.batch)
        for track in answers.tracks.values():
            columns.append([verdict or "" for verdict in verdict_texts(track.verdict)])
            columns.append(joined(track.reasons, "\n"))
            columns.append(missing_texts(track))
            columns.append(joined(track.citations, "; "))
        columns.append(joined(answers.notes, "\n"))
        columns.append(unread_texts(answers, self._lang))
        beyond = answers.batch.beyond
        rows = zip(*columns, strict=True)
        if not beyond:
            self._writer.writerows(rows)
            return
        for place, row in enumerate(rows):
            self._writer.writerow([*row, *beyond.get(place, ())])

    def close(self, summary: Summary) -> None:
        """Nothing follows the rows."""
