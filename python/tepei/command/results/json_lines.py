"""The roster with its answers as JSON Lines: one object a row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from tepei.command.cell_phrases import told
from tepei.command.files.json_lines import JsonText
from tepei.command.files.record import cell_text
from tepei.command.results.answer_columns import verdict_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tepei.command.checker import Answers, Summary, TrackAnswers
    from tepei.command.files.record import BadCell


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> str:
    """A cell as JSON; a number of a JSON file just as it was written there."""
    if isinstance(value, JsonText):
        return str(value)
    if value is None or isinstance(value, (bool, int, str)):
        return _text(value)
    if isinstance(value, float):
        return _text(value) if value - value == 0 else "null"
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=cell_text)
    return _text(cell_text(value))


def _track(answers: TrackAnswers) -> list[str]:
    """For each row the answer of one track, as JSON; null where the row could not be read."""
    lists = {
        name: getattr(answers, name).to_pylist() for name in ("reasons", "missing", "missing_documents", "citations")
    }
    rows = []
    for place, verdict in enumerate(verdict_texts(answers.verdict)):
        said: dict[str, Any] = {"verdict": verdict} | {name: values[place] for name, values in lists.items()}
        rows.append("null" if verdict is None else _text(said))
    return rows


class JsonLinesResult:
    """Writes JSON Lines: `row`, `person` with the roster's cells, `tracks` with an answer each, `notes`, `unread`."""

    def __init__(self, file: TextIO, headings: Sequence[str], lang: str) -> None:
        self._file = file
        self._keys = [_text(heading) for heading in headings]
        self._lang = lang

    def write(self, answers: Answers) -> None:
        """Writes a batch."""
        batch = answers.batch
        columns = [batch.values(place) for place in range(len(self._keys))]
        tracks = {_text(track): _track(found) for track, found in answers.tracks.items()}
        notes = answers.notes.to_pylist()
        for place, number in enumerate(batch.numbers):
            person = ", ".join(
                f"{key}: {_cell(column[place])}" for key, column in zip(self._keys, columns, strict=True)
            )
            said = ", ".join(f"{track}: {rows[place]}" for track, rows in tracks.items())
            unread = _text([self._unread(bad) for bad in answers.bad.get(place, ())])
            beyond = f', "beyond": {_text(batch.beyond[place])}' if place in batch.beyond else ""
            self._file.write(
                f'{{"row": {number}, "person": {{{person}}}{beyond}, "tracks": {{{said}}}, '
                f'"notes": {_text(notes[place] or [])}, "unread": {unread}}}\n'
            )

    def _unread(self, bad: BadCell) -> dict[str, str]:
        said = told(bad, self._lang)
        return {
            "column": bad.column,
            "fact": bad.fact,
            "content": bad.content,
            "code": bad.code,
            "message": said.message,
            "help": said.help,
        }

    def close(self, summary: Summary) -> None:
        """Nothing follows the rows."""
