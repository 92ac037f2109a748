"""The roster with its answers as Parquet: typed columns, lists where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow import parquet

from tepei.command.results.answer_columns import answer_names, unread_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tepei.command.checker import Answers, Summary

OF_TRACK = ("verdict", "reasons", "missing", "missing_documents", "citations")
TEXTS = pa.list_(pa.string())


class ParquetResult:
    """Writes Parquet: the roster's columns with the types they had, then the answers."""

    def __init__(self, path: Path, headings: Sequence[str], tracks: Sequence[str], lang: str) -> None:
        self._path = path
        self._lang = lang
        added = answer_names(headings, tracks, OF_TRACK)
        beyond = "tepei_beyond" if "beyond" in headings else "beyond"
        self._names = [*_distinct(headings), *added, beyond]
        self._tracks = tracks
        self._writer: Any = None
        self._width = len(headings)

    def write(self, answers: Answers) -> None:
        """Writes a batch."""
        columns = list(answers.batch.columns)
        for track in answers.tracks.values():
            columns += [getattr(track, name) for name in OF_TRACK]
        columns.append(answers.notes)
        unread = [
            [unread_text([bad], self._lang) for bad in answers.bad[place]] if place in answers.bad else []
            for place in range(len(answers.batch))
        ]
        columns.append(pa.array(unread, TEXTS))
        beyond = [answers.batch.beyond.get(place, []) for place in range(len(answers.batch))]
        columns.append(pa.array(beyond, TEXTS))
        table = pa.Table.from_arrays(columns, names=self._names)
        if self._writer is None:
            self._writer = parquet.ParquetWriter(self._path, table.schema)
        self._writer.write_table(table)

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Ends the file; a roster without rows gives one without rows."""
        if self._writer is None:
            verdict = pa.dictionary(pa.int8(), pa.string())
            answers = [verdict if name == "verdict" else TEXTS for name in OF_TRACK] * len(self._tracks)
            types = [*[pa.large_string()] * self._width, *answers, TEXTS, TEXTS, TEXTS]
            schema = pa.schema(list(zip(self._names, types, strict=True)))
            self._writer = parquet.ParquetWriter(self._path, schema)
        self._writer.close()


def _distinct(headings: Sequence[str]) -> list[str]:
    """The headings, told apart where two are the same, which Parquet's readers do not take."""
    seen: dict[str, int] = {}
    names = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        names.append(heading if seen[heading] == 1 else f"{heading}_{seen[heading]}")
    return names
