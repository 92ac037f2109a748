"""How many people each criterion excludes: counted alone, and in the order of the text."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from tepei._asked import Criterion
from tepei._core import Diagnostic
from tepei._errors import Error
from tepei._words import OUTCOMES
from tepei.table import TableResult, TableStream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tepei._asked import Asked

__all__ = ["Funnel", "FunnelStep", "funnel"]


@dataclass(frozen=True)
class FunnelStep:
    """What one criterion does to the people of a table.

    The first four numbers count the criterion alone, over everybody who was answered. The others follow the order of
    the text and are None where it cannot be followed (a stream, a result without its criteria): `reached` people are
    not excluded by any criterion before, `falls` of them are by this one, `left` are after it. Who is left has met
    everything so far (`left_passed`), or something so far stands at somebody's discretion (`left_discretionary`) or
    is open (`left_open`). The last step's three are the verdicts eligible, conditional and undetermined.
    """

    criterion: str
    label: str
    label_en: str
    cite: str
    excluded: int
    open: int
    discretionary: int
    passed: int
    only: int | None = None
    """People whom no other criterion excludes."""
    reached: int | None = None
    falls: int | None = None
    left: int | None = None
    left_open: int | None = None
    left_discretionary: int | None = None
    left_passed: int | None = None


@dataclass(frozen=True)
class Funnel:
    """The criteria of a track in the order of the text, with how many people each excludes; made by `funnel`.

    A sequence of steps, a table that speaks Arrow, a table in a notebook, and by `plot` a figure.
    """

    steps: tuple[FunnelStep, ...]
    rows: int
    """People who were answered."""
    rows_with_errors: int
    """People who were not, for a cell could not be read: they are in no step."""
    lang: str = "zh"
    asked: Asked | None = field(default=None, compare=False, repr=False)
    """What the people were asked, where that is known."""

    @property
    def in_order(self) -> bool:
        """Whether the steps say what happens in the order of the text."""
        return all(step.left is not None for step in self.steps)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The steps as plain dicts."""
        return [asdict(step) for step in self.steps]

    def to_arrow(self) -> Any:  # noqa: ANN401
        """The steps as a pyarrow.Table (needs pyarrow)."""
        import pyarrow as pa  # noqa: PLC0415

        types = [pa.string() if each.type == "str" else pa.int64() for each in fields(FunnelStep)]
        names = [each.name for each in fields(FunnelStep)]
        columns = [
            pa.array([getattr(step, name) for step in self.steps], type_)
            for name, type_ in zip(names, types, strict=True)
        ]
        return pa.table(columns, names=names)

    def to_pandas(self) -> Any:  # noqa: ANN401
        """The steps as a pandas DataFrame by criterion (needs pandas and pyarrow)."""
        import pandas as pd  # noqa: PLC0415

        return self.to_arrow().to_pandas(types_mapper={_int64(): pd.Int64Dtype()}.get).set_index("criterion")

    def to_polars(self) -> Any:  # noqa: ANN401
        """The steps as a polars.DataFrame (needs Polars and pyarrow)."""
        import polars as pl  # noqa: PLC0415

        return pl.DataFrame(self)

    def plot(self, *, ax: Any = None, lang: str | None = None, title: str | None = None) -> Any:  # noqa: ANN401
        """A figure of the funnel (needs matplotlib); returns its matplotlib Axes.

        `lang` is `zh` or `en`; Chinese needs an installed Chinese font. Where there is none the labels are English,
        and the figure says which package has one.
        """
        from tepei.funnel_figure import draw  # noqa: PLC0415  # matplotlib is for figures alone

        return draw(self, ax=ax, lang=lang or self.lang, title=title)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow PyCapsule protocol (needs pyarrow)."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self.steps)

    def __iter__(self) -> Iterator[FunnelStep]:
        return iter(self.steps)

    def __getitem__(self, place: int | str) -> FunnelStep:
        if isinstance(place, int):
            return self.steps[place]
        for step in self.steps:
            if step.criterion == place:
                return step
        raise KeyError(place)

    def _repr_html_(self) -> str:
        from tepei.funnel_table import funnel_html  # noqa: PLC0415

        return funnel_html(self)

    def __repr__(self) -> str:
        left = f", {self.steps[-1].left} left" if self.steps and self.in_order else ""
        return f"<Funnel of {len(self.steps)} criteria over {self.rows} rows{left}>"


def funnel(result: object, *, lang: str | None = None) -> Funnel:
    """How many people each criterion excludes, alone and in the order of the text.

    `result` is what `check_table`, `check_stream` or `df.tepei.check` gave, or a part of it (the women, one city): a
    table with one column a criterion. Of a stream that was read to its end, or a result without its criteria, there
    are the counts of each criterion alone. It is shown in `lang`, `zh` or `en`, by default that of the question.
    Counting takes pyarrow and NumPy.
    """
    if lang not in (None, "zh", "en"):
        raise Error([Diagnostic("python.option.unknown", f"`lang` is {lang!r}", "give `zh` or `en`", "lang")])
    made = _funnel_of_result(result) if isinstance(result, (TableResult, TableStream)) else _funnel_of_frame(result)
    if lang is None:
        return made
    return replace(made, lang=lang, asked=None if made.asked is None else replace(made.asked, lang=lang))


def _funnel_of_result(result: TableResult | TableStream) -> Funnel:
    asked = result._asked
    lang = "zh" if asked is None else asked.lang
    known = [] if asked is None else asked.criteria()
    counts = result.criterion_counts
    columns: dict[str, Any] = {}
    if isinstance(result, TableResult) and set(counts) <= set(result.column_names):
        table = result.to_arrow()
        columns = {criterion: table.column(criterion) for criterion in counts}
    rows = result.num_rows - result.rows_with_errors
    return _funnel(_named(list(counts), known), counts, columns, rows, result.rows_with_errors, lang, asked)


def _funnel_of_frame(result: object) -> Funnel:
    from tepei.frame import asked_of, outcome_columns  # noqa: PLC0415

    asked = asked_of(result)
    known = [] if asked is None else asked.criteria()
    columns = outcome_columns(result, (criterion.id for criterion in known))
    if not columns:
        message = f"a Python `{type(result).__name__}` with no column of outcomes is no result"
        expected = "give what `check_table` or `df.tepei.check` gave, with a column for each criterion"
        raise Error([Diagnostic("python.funnel.wrong_type", message, expected)])
    first = next(iter(columns.values()))
    unread = first.null_count
    counts = {name: _outcome_counts(column) for name, column in columns.items()}
    lang = "zh" if asked is None else asked.lang
    order = [criterion.id for criterion in known if criterion.id in columns] if known else list(columns)
    whole = not known or len(order) == len(known)
    kept = {name: columns[name] for name in order} if whole else {}
    return _funnel(_named(order, known), counts, kept, len(first) - unread, unread, lang, asked)


def _named(ids: Sequence[str], known: Sequence[Criterion]) -> list[Criterion]:
    by_id = {criterion.id: criterion for criterion in known}
    return [by_id.get(each, Criterion(each)) for each in ids]


def _funnel(  # noqa: PLR0913, PLR0917
    criteria: Sequence[Criterion],
    counts: Mapping[str, Mapping[str, int]],
    columns: Mapping[str, Any],
    rows: int,
    rows_with_errors: int,
    lang: str,
    asked: Asked | None,
) -> Funnel:
    order = _Order([columns[criterion.id] for criterion in criteria]) if columns else None
    steps = tuple(
        FunnelStep(
            criterion.id,
            criterion.label("zh"),
            criterion.label("en"),
            criterion.cite,
            *(counts[criterion.id].get(outcome, 0) for outcome in reversed(OUTCOMES)),
            *(() if order is None else order.step(place)),
        )
        for place, criterion in enumerate(criteria)
    )
    return Funnel(steps, rows, rows_with_errors, lang, asked)


def _int64() -> Any:  # noqa: ANN401
    import pyarrow as pa  # noqa: PLC0415

    return pa.int64()


def _outcome_counts(column: Any) -> dict[str, int]:  # noqa: ANN401
    counts = dict.fromkeys(OUTCOMES, 0)
    for each in column.value_counts().to_pylist():
        if each["values"] is not None:
            counts[each["values"]] = each["counts"]
    return counts


class _Order:
    """Counts of outcomes in the order of the text, over columns of outcomes by chunks."""

    def __init__(self, columns: Sequence[Any]) -> None:
        import numpy as np  # noqa: PLC0415

        width = len(OUTCOMES)
        self._only = [0] * len(columns)
        # For each criterion: how many people come with which worst outcome so far, and leave with which.
        self._before = np.zeros((len(columns), width), np.int64)
        self._after = np.zeros((len(columns), width), np.int64)
        for ranks in _rank_chunks(columns):
            excluded_by = sum((each == width - 1).astype(np.int16) for each in ranks)
            worst = np.zeros(len(ranks[0]), np.int8)
            for place, each in enumerate(ranks):
                self._only[place] += int(np.count_nonzero((each == width - 1) & (excluded_by == 1)))
                self._before[place] += np.bincount(worst, minlength=width)
                np.maximum(worst, each, out=worst)
                self._after[place] += np.bincount(worst, minlength=width)

    def step(self, place: int) -> tuple[int, ...]:
        """The numbers of a `FunnelStep` from `only` on."""
        reached = int(self._before[place][:-1].sum())
        passed, discretionary, undetermined, _ = map(int, self._after[place])
        left = passed + discretionary + undetermined
        return (self._only[place], reached, reached - left, left, undetermined, discretionary, passed)


def _rank_chunks(columns: Sequence[Any]) -> Iterator[list[Any]]:
    """The columns' outcomes as ranks, some rows at a time; rows that were not answered are left out."""
    import numpy as np  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    for batch in pa.table(list(columns), names=[str(place) for place in range(len(columns))]).to_batches():
        ranks = [_ranks(column) for column in batch.columns]
        answered = np.all([each >= 0 for each in ranks], axis=0)
        yield ranks if answered.all() else [each[answered] for each in ranks]


def _ranks(column: Any) -> Any:  # noqa: ANN401
    """One chunk of outcomes as ranks, -1 where there is none."""
    import numpy as np  # noqa: PLC0415

    encoded = column if hasattr(column, "dictionary") else column.dictionary_encode()
    rank_of = {outcome: rank for rank, outcome in enumerate(OUTCOMES)}
    table = np.array([*(rank_of.get(text, -1) for text in encoded.dictionary.to_pylist()), -1], np.int8)
    return table[encoded.indices.fill_null(len(table) - 1).to_numpy(zero_copy_only=False)]
