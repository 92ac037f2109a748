"""Rows in, answers out: each batch of a roster is asked of every track, in memory that does not grow with the file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from tepei import _core
from tepei.command.files.record import BadCell, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tepei.command.files.record import Batch
    from tepei.programme import Programme

# In the order of `policy::Outcome`: met is not among them.
OPEN_OUTCOMES = ("not_met", "undetermined", "discretionary")
LISTS = ("missing", "missing_documents")
# No batch has as many bad cells, and each batch's are taken from the stream at once.
MOST_ERRORS = 1 << 40


@dataclass(frozen=True)
class Criterion:
    """A criterion of a track as answers name it."""

    id: str
    label: str
    label_en: str
    cite: str


@dataclass(frozen=True)
class Question:
    """What is asked of every row."""

    policy: Programme
    tracks: list[str]
    as_of: str
    readings: dict[str, str]
    lang: str
    threads: int


@dataclass(frozen=True)
class TrackAnswers:
    """The answers of one track for the rows of a batch, null where a row could not be read. All are Arrow columns."""

    verdict: Any
    missing: Any
    missing_documents: Any
    citations: Any
    reasons: Any = None


@dataclass(frozen=True)
class Answers:
    """What is said of a batch. `bad` goes by a row's place in it; `notes` are what reading the cells wants said."""

    batch: Batch
    tracks: dict[str, TrackAnswers]
    notes: Any
    bad: dict[int, list[BadCell]]


@dataclass
class TrackCounts:
    """What is kept of all rows of one track."""

    verdicts: Counter[str] = field(default_factory=Counter)
    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    missing: Counter[str] = field(default_factory=Counter)


@dataclass
class Summary:
    """Counts over all rows; the only thing that is kept of them."""

    rows: int = 0
    unread_rows: int = 0
    bad_cells: int = 0
    noted_rows: int = 0
    tracks: dict[str, TrackCounts] = field(default_factory=dict)


def criteria_of(question: Question, track: str) -> list[Criterion]:
    """The criteria of a track in the order of the text."""
    blank = question.policy.eligibility.check({}, track=track, as_of=question.as_of, readings=question.readings)
    return [Criterion(f.criterion, f.label, f.label_en, f.cite) for f in blank.findings]


class _TrackStream:
    """One track's answers, batch for batch: each batch put in is answered by the next one taken out."""

    def __init__(self, question: Question, track: str, schema: Any, *, explain: bool, first: bool) -> None:  # noqa: ANN401
        self._batch: Any = None
        self.criteria = criteria_of(question, track)
        self._ids = [criterion.id for criterion in self.criteria]
        self._first = first
        self._rows = 0
        self._places: dict[tuple[int, ...], int] = {}
        self._citations: list[list[str]] = []
        wanted = ["verdict", *self._ids, *LISTS]
        if explain:
            wanted.append("reasons")
        if first:
            wanted.append("notes")
        options = _core.TableOptions(wanted, False, question.lang, question.threads, True, MOST_ERRORS if first else 0)
        reader = pa.RecordBatchReader.from_batches(schema, self._take())
        self._stream = _core.check_stream(
            question.policy._core,
            reader.__arrow_c_stream__(),
            track,
            question.as_of,
            question.readings,
            options,
        )
        self._results = pa.RecordBatchReader.from_stream(self._stream)
        self.outcomes: list[str] = []

    def _take(self) -> Iterator[Any]:
        while self._batch is not None:
            yield self._batch

    def answer(self, batch: Any) -> tuple[Any, list[_core.CellError], int]:  # noqa: ANN401
        """The result for a batch, its bad cells, and how many rows came before it."""
        self._batch = batch
        result = self._results.read_next_batch()
        before = self._rows
        self._rows += batch.num_rows
        return result, self._stream.take_errors() if self._first else [], before

    def citations(self, result: Any) -> Any:  # noqa: ANN401
        """For each row the clauses of the criteria that are not met or open, each once."""
        columns = [result.column(name) for name in self._ids]
        if not columns:
            return pa.nulls(result.num_rows, pa.list_(pa.string()))
        names: list[str] = columns[0].dictionary.to_pylist()
        is_open = [name in OPEN_OUTCOMES for name in names]
        codes = zip(*(_codes(column) for column in columns), strict=True)
        places: list[int | None] = [self._place(row, is_open) for row in codes]
        if result.column("verdict").null_count:
            answered = result.column("verdict").is_valid().to_pylist()
            places = [place if known else None for place, known in zip(places, answered, strict=True)]
        return pa.array(self._citations, pa.list_(pa.string())).take(pa.array(places, pa.int32()))

    def _place(self, codes: tuple[int, ...], is_open: list[bool]) -> int:
        place = self._places.get(codes)
        if place is None:
            cites = [c.cite for c, code in zip(self.criteria, codes, strict=True) if is_open[code] and c.cite]
            place = self._places[codes] = len(self._citations)
            self._citations.append(list(dict.fromkeys(cites)))
        return place

    def count_into(self, counts: TrackCounts) -> None:
        """Adds the verdicts and outcomes of all rows."""
        summary = self._stream.summary
        counts.verdicts.update(summary.verdict_counts)
        for criterion, outcomes in summary.criterion_counts.items():
            counts.outcomes.setdefault(criterion, Counter()).update(outcomes)


def _codes(column: Any) -> memoryview:  # noqa: ANN401
    """The codes of a column of outcomes, straight from Arrow's memory; any at rows that were not answered."""
    indices = column.indices
    data = indices.buffers()[1]
    return memoryview(data)[indices.offset : indices.offset + len(indices)]


class Checker:
    """Asks one question of every row of a roster."""

    def __init__(self, question: Question, headings: Sequence[str], *, explain: bool = True) -> None:
        self._question = question
        self._headings = list(headings)
        core = question.policy._core
        query = _core.RosterQuery(core, self._headings, question.tracks[0], question.as_of, question.readings)
        self.facts: list[str | None] = query.facts
        self._places = [place for place, fact in enumerate(self.facts) if fact is not None]
        self._place_of = {fact: place for place, fact in enumerate(self.facts) if fact is not None}
        self._explain = explain
        self._streams: dict[str, _TrackStream] = {}
        self.summary = Summary(tracks={track: TrackCounts() for track in question.tracks})

    def check(self, batch: Batch) -> Answers:
        """The answers for a batch."""
        bad = self._refused(batch)
        asked = [place for place in range(len(batch)) if place not in bad]
        table = self._table(batch, asked)
        tracks = {}
        notes = None
        for track in self._question.tracks:
            result, errors, before = self._stream(track, table.schema).answer(table)
            for error in errors:
                place = asked[error.row - before]
                bad.setdefault(place, []).append(self._bad_cell(batch, place, error))
            tracks[track] = self._answers(track, result, asked, len(batch))
            if notes is None:
                notes = _spread(result.column("notes"), asked, len(batch))
        self._count(batch, bad, notes)
        return Answers(batch, tracks, notes, bad)

    def finish(self) -> Summary:
        """The counts over all rows."""
        for track, stream in self._streams.items():
            stream.count_into(self.summary.tracks[track])
        return self.summary

    def _stream(self, track: str, schema: Any) -> _TrackStream:  # noqa: ANN401
        if track not in self._streams:
            first = track == self._question.tracks[0]
            self._streams[track] = _TrackStream(self._question, track, schema, explain=self._explain, first=first)
        return self._streams[track]

    def _refused(self, batch: Batch) -> dict[int, list[BadCell]]:
        """The cells the reader could not take, by row: those that matter, under a heading that names a fact."""
        named = {self._headings[place] for place in self._places} | {"-"}
        bad = {place: [cell for cell in cells if cell.column in named] for place, cells in batch.problems.items()}
        return {place: cells for place, cells in bad.items() if cells}

    def _table(self, batch: Batch, asked: list[int]) -> Any:  # noqa: ANN401
        """The columns that name facts, of the rows that may be asked about."""
        columns = [batch.columns[place] for place in self._places]
        names = [self._headings[place] for place in self._places]
        if not columns:  # a table without columns has no rows: the name is read by no rule
            columns, names = [pa.nulls(len(batch))], ["name"]
        table = pa.RecordBatch.from_arrays(columns, names=names)
        return table if len(asked) == len(batch) else table.take(pa.array(asked, pa.int64()))

    def _bad_cell(self, batch: Batch, place: int, error: _core.CellError) -> BadCell:
        column = self._place_of[error.fact]
        content = cell_text(batch.value(column, place)) or ""
        heading = self._headings[column]
        return BadCell(batch.numbers[place], heading, content, error.code, error.message, error.help, error.fact)

    def _answers(self, track: str, result: Any, asked: list[int], rows: int) -> TrackAnswers:  # noqa: ANN401
        missing = result.column("missing")
        for found in pc.value_counts(missing.flatten()).to_pylist():
            self.summary.tracks[track].missing[found["values"]] += found["counts"]
        reasons = _spread(result.column("reasons"), asked, rows) if self._explain else None
        return TrackAnswers(
            _spread(result.column("verdict"), asked, rows),
            _spread(missing, asked, rows),
            _spread(result.column("missing_documents"), asked, rows),
            _spread(self._streams[track].citations(result), asked, rows),
            reasons,
        )

    def _count(self, batch: Batch, bad: dict[int, list[BadCell]], notes: Any) -> None:  # noqa: ANN401
        summary = self.summary
        summary.rows += len(batch)
        summary.unread_rows += len(bad)
        summary.bad_cells += sum(map(len, bad.values()))
        if len(batch):
            summary.noted_rows += pc.sum(pc.greater(pc.list_value_length(notes), 0)).as_py() or 0


def _spread(column: Any, asked: list[int], rows: int) -> Any:  # noqa: ANN401
    """The column with null at the rows that nobody was asked about."""
    if len(asked) == rows:
        return column
    places: list[int | None] = [None] * rows
    for answer, place in enumerate(asked):
        places[place] = answer
    return column.take(pa.array(places, pa.int64()))
