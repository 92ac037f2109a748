"""
The compiled part of tepei. Private: use the names of `tepei` itself.
"""
from __future__ import annotations
import collections.abc
import typing
import typing_extensions
__all__: list[str] = ['CellError', 'Clause', 'Decision', 'Diagnostic', 'Finding', 'Programme', 'Reading', 'ReadingEffect', 'RosterQuery', 'TableResult', 'ValueRead', 'check_runs', 'load_file', 'load_text', 'programme', 'programmes', 'suggest_fact']
class Diagnostic:
    """
    One problem found in what was given.
    """
    def __init__(self, code: str, message: str, help: str = '', path: str = '') -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def code(self) -> str:
        """
        Dotted and stable: `facts.value.unlisted`.
        """
    @property
    def column(self) -> int | None:
        """
        Column in the line, from 1, in characters.
        """
    @property
    def help(self) -> str:
        """
        What to do about it; may be empty.
        """
    @property
    def line(self) -> int | None:
        """
        Line in the file, from 1, where there is a file.
        """
    @property
    def message(self) -> str:
        """
        What is wrong, in one line.
        """
    @property
    def path(self) -> str:
        """
        Where: a fact, a JSON pointer; may be empty.
        """
    @property
    def severity(self) -> str:
        """
        error, warning or note.
        """
class ValueRead:
    """
    A value that a criterion read.
    """
    def __repr__(self) -> str:
        ...
    @property
    def cite(self) -> str:
        """
        The clause a derived fact comes from; may be empty.
        """
    @property
    def derived(self) -> bool:
        """
        Whether it was computed from other facts.
        """
    @property
    def id(self) -> str:
        """
        The fact's id.
        """
    @property
    def known(self) -> bool:
        """
        Whether the value is known.
        """
    @property
    def label(self) -> str:
        """
        The fact's Chinese label.
        """
    @property
    def value(self) -> typing.Any:
        """
        The value; None where `known` is false.
        """
class ReadingEffect:
    """
    What another option of a reading would give.
    """
    def __repr__(self) -> str:
        ...
    @property
    def option(self) -> str:
        """
        The other option's id.
        """
    @property
    def outcome(self) -> str:
        """
        The outcome it would give.
        """
    @property
    def reading(self) -> str:
        """
        The reading's id.
        """
class Finding:
    """
    The answer of one criterion.
    """
    def __repr__(self) -> str:
        ...
    @property
    def authority(self) -> str | None:
        """
        Who decides a discretionary outcome; else None.
        """
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def criterion(self) -> str:
        """
        The criterion's id.
        """
    @property
    def label(self) -> str:
        """
        Its Chinese label.
        """
    @property
    def label_en(self) -> str:
        """
        Its English label.
        """
    @property
    def missing(self) -> list[str]:
        """
        Facts that could change the outcome; empty unless it is undetermined.
        """
    @property
    def missing_documents(self) -> list[str]:
        """
        Titles of documents that are not at hand and would decide.
        """
    @property
    def notes(self) -> list[str]:
        """
        Remarks, in Chinese.
        """
    @property
    def outcome(self) -> str:
        """
        met, discretionary, undetermined or not_met.
        """
    @property
    def reading_sensitive(self) -> bool:
        """
        Whether another option of one reading gives another outcome.
        """
    @property
    def readings(self) -> list[ReadingEffect]:
        """
        The options that would give another outcome.
        """
    @property
    def text(self) -> str:
        """
        The clause, word for word.
        """
    @property
    def values(self) -> list[ValueRead]:
        """
        The values it read.
        """
class Decision:
    """
    The answer for one person, with reasons and citations.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def reasons(self, lang: str = 'zh') -> list[str]:
        """
        One sentence for each criterion that is not met, open or left to discretion.
        """
    def text(self, lang: str = 'zh') -> str:
        """
        The whole answer for people, in Chinese (zh) or English (en).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The whole answer as plain dicts and lists, as `to_json` has it.
        """
    def to_json(self, indent: typing.SupportsInt | typing.SupportsIndex = -1) -> str:
        """
        The whole answer as JSON text (docs/schema/decision-1.json).
        """
    @property
    def as_of(self) -> typing.Any:
        """
        The day of the question.
        """
    @property
    def findings(self) -> list[Finding]:
        """
        One finding a criterion, in the order of the text.
        """
    @property
    def missing(self) -> list[str]:
        """
        Facts that could change the answer; empty where ineligible.
        """
    @property
    def missing_documents(self) -> list[str]:
        """
        Titles of documents that are not at hand; empty where ineligible.
        """
    @property
    def notes(self) -> list[str]:
        """
        Remarks on the facts, in Chinese.
        """
    @property
    def programme(self) -> str:
        """
        The programme's id.
        """
    @property
    def reading_sensitive(self) -> bool:
        """
        Whether another option of one reading gives another verdict.
        """
    @property
    def readings(self) -> dict[str, str]:
        """
        The readings that the track turns on, with the option taken.
        """
    @property
    def status(self) -> str:
        """
        The instrument's status: draft, in_force or repealed.
        """
    @property
    def track(self) -> str:
        """
        The track asked for.
        """
    @property
    def verdict(self) -> str:
        """
        eligible, conditional, undetermined or ineligible: the worst of the outcomes.
        """
class Clause:
    """
    A piece of the instrument's text, word for word.
    """
    def __repr__(self) -> str:
        ...
    @property
    def cite(self) -> str:
        """
        As people cite it.
        """
    @property
    def id(self) -> str:
        """
        Unique in the programme.
        """
    @property
    def kind(self) -> str:
        """
        computed, duty, procedure, definition, preference, delegated or statement.
        """
    @property
    def rules(self) -> list[str]:
        """
        Ids of the rules that carry it.
        """
    @property
    def text(self) -> str:
        """
        Word for word.
        """
class Reading:
    """
    An open passage of the text, with the ways to read it.
    """
    def __repr__(self) -> str:
        ...
    @property
    def cite(self) -> str:
        """
        The clause that is open.
        """
    @property
    def default(self) -> str:
        """
        The option taken.
        """
    @property
    def id(self) -> str:
        """
        The reading's id.
        """
    @property
    def options(self) -> list[str]:
        """
        The options' ids, the default first.
        """
    @property
    def reason(self) -> str:
        """
        Why the default is the default, in Chinese.
        """
    @property
    def reason_en(self) -> str:
        """
        The same in English.
        """
class Programme:
    """
    A talent programme: one instrument with its policy objects.
    """
    def __repr__(self) -> str:
        ...
    def check(self, facts: dict[str, typing.Any], track: typing.Any, as_of: typing.Any, readings: typing.Any) -> Decision:
        """
        The decision for one person's facts.
        """
    def criteria(self, track: str) -> list[str]:
        """
        The criteria's ids of a track, in the order of the text.
        """
    def dump(self) -> str:
        """
        The pack as readable JSON.
        """
    def fact_label(self, fact: str) -> str:
        """
        The fact's Chinese label; its id where unknown.
        """
    def track_label(self, track: str, lang: str) -> str:
        """
        What a track is called; its id where unknown.
        """
    @property
    def clauses(self) -> list[Clause]:
        """
        The text, clause by clause.
        """
    @property
    def digest(self) -> str:
        """
        SHA-256 of the canonical pack.
        """
    @property
    def id(self) -> str:
        """
        The programme's id.
        """
    @property
    def issuer(self) -> str:
        """
        Who issued it.
        """
    @property
    def readings(self) -> list[Reading]:
        """
        The open passages and how they are read.
        """
    @property
    def status(self) -> str:
        """
        draft, in_force or repealed.
        """
    @property
    def title(self) -> str:
        """
        The instrument's title.
        """
    @property
    def tracks(self) -> list[str]:
        """
        The tracks' ids.
        """
class CellError:
    """
    A cell that could not be read; its row has null in the result.
    """
    def __repr__(self) -> str:
        ...
    @property
    def code(self) -> str:
        """
        What kind of problem it is.
        """
    @property
    def column(self) -> str:
        """
        The column, as the table names it.
        """
    @property
    def fact(self) -> str:
        """
        The fact's id.
        """
    @property
    def help(self) -> str:
        """
        What to do about it; may be empty.
        """
    @property
    def message(self) -> str:
        """
        What is wrong.
        """
    @property
    def row(self) -> int:
        """
        The row, from 0.
        """
class TableResult:
    """
    The result of a table, as Arrow chunks.
    """
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing_extensions.CapsuleType:
        """
        The Arrow PyCapsule protocol.
        """
    def column(self, name: str) -> list[typing.Any]:
        """
        A column as a list.
        """
    @property
    def column_names(self) -> list[str]:
        """
        The result's columns.
        """
    @property
    def criterion_counts(self) -> dict[str, dict[str, int]]:
        """
        How often each outcome of each criterion occurred.
        """
    @property
    def error_count(self) -> int:
        """
        Every bad cell, listed or not.
        """
    @property
    def errors(self) -> list[CellError]:
        """
        The bad cells, by row.
        """
    @property
    def ignored_columns(self) -> list[str]:
        """
        Columns that name no fact.
        """
    @property
    def num_rows(self) -> int:
        """
        All rows, answered or not.
        """
    @property
    def rows_with_errors(self) -> int:
        """
        Rows with a cell that could not be read.
        """
    @property
    def verdict_counts(self) -> dict[str, int]:
        """
        How often each verdict occurred.
        """
class RosterQuery:
    """
    One question asked of every row of a text file.
    """
    def __init__(self, programme: Programme, headings: collections.abc.Sequence[str], track: typing.Any, as_of: typing.Any, readings: typing.Any) -> None:
        ...
    def check(self, cells: collections.abc.Sequence[str]) -> tuple[Decision | None, list[tuple[int, Diagnostic]]]:
        """
        A row's decision with no problems, or None with (column's place, problem) pairs.
        """
    @property
    def facts(self) -> list[str | None]:
        """
        The fact each heading names; None where it names none.
        """
def check_runs(programme: Programme, runs: list[typing.Any], track: typing.Any, as_of: typing.Any, readings: typing.Any, columns: collections.abc.Sequence[str], ignore_extra_columns: bool) -> TableResult:
    """
    Checks the parts of a table, each an `arrow_array_stream` capsule or a pair of an `arrow_schema` and an `arrow_array` capsule.
    """
def load_file(path: bytes) -> Programme:
    """
    A programme from a pack file, its path as the system has it.
    """
def load_text(json: bytes) -> Programme:
    """
    A programme from the UTF-8 JSON text of a pack.
    """
def programme(id: str) -> Programme:
    """
    A built-in programme.
    """
def programmes() -> list[str]:
    """
    The ids of the built-in programmes, sorted.
    """
def suggest_fact(programme: Programme, heading: str) -> tuple[str, str] | None:
    """
    The fact, by id, whose name is nearest to a heading that names none, and that name.
    """
__version__: str = '0.1.0'
