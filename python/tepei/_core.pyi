"""
The compiled part of tepei. Private: use the names of `tepei` itself.
"""
from __future__ import annotations
import collections.abc
import typing
import typing_extensions
__all__: list[str] = ['Act', 'AnswerTableOptions', 'AssessorScore', 'Budget', 'BudgetRow', 'BudgetSum', 'CellError', 'Clause', 'ConditionText', 'Consequence', 'Decision', 'Diagnostic', 'Entitlement', 'Finding', 'FundingEffect', 'FundingLine', 'FundingQuestion', 'Grade', 'GradeEffect', 'GradeQuestion', 'GradeReason', 'LeaveQuestion', 'LeaveRoute', 'PlannedCriterion', 'PlannedFact', 'Programme', 'Reading', 'ReadingEffect', 'Refund', 'RosterQuery', 'RouteEffect', 'TableOptions', 'TablePlan', 'TableResult', 'TableStream', 'TableSummary', 'ValueRead', 'act_text', 'assessment_grade', 'check_runs', 'check_stream', 'conditions', 'entitlement_table', 'fact_headings', 'find_fact', 'funding_budget', 'funding_entitlement', 'funding_refund', 'grade_table', 'leave_route', 'leave_termination', 'load_file', 'load_text', 'party_label', 'plan', 'programme', 'programmes', 'route_table', 'suggest', 'suggest_fact']
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
    def file(self) -> str:
        """
        The pack `path` and `line` speak of, where it is one that the given one extends.
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
    def html(self, lang: str = 'zh') -> str:
        """
        The whole answer as HTML for a page, in Chinese (zh) or English (en).
        """
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
class ConditionText:
    """
    A condition in words, or a part of one.
    """
    @property
    def label(self) -> str:
        """
        What it leads to, or which branch it is; may be empty.
        """
    @property
    def parts(self) -> list[ConditionText]:
        """
        Its parts, where it has any.
        """
    @property
    def text(self) -> str:
        """
        The condition, or what its parts must do; empty where nothing is asked.
        """
class PlannedFact:
    """
    A fact as a criterion takes it.
    """
    @property
    def classes(self) -> str:
        """
        How its values are told apart: `members`, `answers` or `intervals`.
        """
    @property
    def fact(self) -> str:
        """
        The fact's id.
        """
    @property
    def turns(self) -> int:
        """
        Of `intervals`: the places where a comparison turns.
        """
class PlannedCriterion:
    """
    A criterion as a table's rows are judged by it.
    """
    @property
    def by_table(self) -> bool:
        """
        Whether a lookup table gives its outcomes.
        """
    @property
    def criterion(self) -> str:
        """
        The criterion's id.
        """
    @property
    def facts(self) -> list[PlannedFact]:
        """
        The facts it reads.
        """
    @property
    def reason(self) -> str:
        """
        Why not; empty where it does.
        """
class TablePlan:
    """
    How a programme's criteria answer tables.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def criteria(self) -> list[PlannedCriterion]:
        """
        The criteria, in the order of the text.
        """
    @property
    def kernels(self) -> str:
        """
        The loops used: `avx2` or `portable`.
        """
class LeaveQuestion:
    """
    A question about a leave.
    """
    def __init__(self, days: typing.Any, first: typing.Any, last: typing.Any, kind: str, role: str, earlier: collections.abc.Sequence[tuple[str, typing.Any, typing.Any, typing.Any]], calendar: tuple[typing.Any, typing.Any, collections.abc.Sequence[typing.Any], collections.abc.Sequence[typing.Any]] | None, readings: dict[str, str]) -> None:
        ...
class GradeQuestion:
    """
    A question about a grade.
    """
    def __init__(self, scores: dict[str, typing.Any], role: str, violations: collections.abc.Sequence[str], interrupted: bool, attested: str | None, suggestions: collections.abc.Sequence[tuple[str, str]], readings: dict[str, str]) -> None:
        ...
class FundingQuestion:
    """
    A question about money.
    """
    def __init__(self, track: str, months: typing.Any, first: typing.Any, last: typing.Any, grade: str | None, readings: dict[str, str]) -> None:
        ...
class Act:
    """
    What one party does: consents, reviews, approves, is told.
    """
    def __repr__(self) -> str:
        ...
    @property
    def kind(self) -> str:
        """
        consent, review, approve, file, confirm, decide, copy or publicize.
        """
    @property
    def party(self) -> str:
        """
        The party's id.
        """
    @property
    def party_label(self) -> str:
        """
        What the party is called in Chinese.
        """
    @property
    def written(self) -> bool:
        """
        Whether the text asks for it in writing.
        """
class RouteEffect:
    """
    What another option of a reading would give.
    """
    @property
    def option(self) -> str:
        """
        The other option's id.
        """
    @property
    def reading(self) -> str:
        """
        The reading's id.
        """
    @property
    def tier(self) -> int | None:
        """
        The tier it would give.
        """
class LeaveRoute:
    """
    Who grants a leave, with the clause that says so.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def html(self, lang: str = 'zh') -> str:
        """
        The answer as HTML for a page, in Chinese (zh) or English (en).
        """
    def text(self, lang: str = 'zh') -> str:
        """
        The answer for people, in Chinese (zh) or English (en).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The answer as plain dicts and lists, as `to_json` has it.
        """
    def to_json(self, indent: typing.SupportsInt | typing.SupportsIndex = -1) -> str:
        """
        The answer as JSON text.
        """
    @property
    def acts(self) -> list[Act]:
        """
        What the parties do, in the order of the text.
        """
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def clause_text(self) -> str:
        """
        The clause, word for word.
        """
    @property
    def days(self) -> typing.Any:
        """
        The days of the whole block, as the text counts them.
        """
    @property
    def effects(self) -> list[str]:
        """
        What follows, by id.
        """
    @property
    def fallback(self) -> LeaveRoute | None:
        """
        What another programme's rule would give meanwhile; None where nothing is missing.
        """
    @property
    def first(self) -> typing.Any:
        """
        The first day of the block, where dates were given.
        """
    @property
    def kind(self) -> str | None:
        """
        The kind of leave.
        """
    @property
    def last(self) -> typing.Any:
        """
        The last day of the block, where dates were given.
        """
    @property
    def merged(self) -> bool:
        """
        Whether earlier leaves are part of the block.
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
        routed, referred or undetermined.
        """
    @property
    def programme(self) -> str:
        """
        The programme whose rule it is.
        """
    @property
    def reading_effects(self) -> list[RouteEffect]:
        """
        Which, and what it would give.
        """
    @property
    def reading_sensitive(self) -> bool:
        """
        Whether another option of one reading gives another route.
        """
    @property
    def readings(self) -> dict[str, str]:
        """
        The readings the ladder turns on, with the option taken.
        """
    @property
    def role(self) -> str:
        """
        Who asks.
        """
    @property
    def rule(self) -> str | None:
        """
        The rule that decides: `leave.within_3_days`.
        """
    @property
    def status(self) -> str:
        """
        The instrument's status: draft, in_force or repealed.
        """
    @property
    def tier(self) -> int | None:
        """
        The tier, from 1; None where none decides.
        """
    @property
    def total(self) -> typing.Any:
        """
        The days of this leave and all earlier ones, where there are any.
        """
class GradeReason:
    """
    Why a grade is what it is.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def label(self) -> str:
        """
        What happened, in Chinese.
        """
    @property
    def label_en(self) -> str:
        """
        The same in English.
        """
    @property
    def rule(self) -> str | None:
        """
        The rule that decided: `assessment.trainee.excellent`; None for what is missing.
        """
    @property
    def text(self) -> str:
        """
        The clause, word for word.
        """
class GradeEffect:
    """
    What another option of a reading would give.
    """
    @property
    def grade(self) -> str:
        """
        The grade it would give.
        """
    @property
    def option(self) -> str:
        """
        The other option's id.
        """
    @property
    def reading(self) -> str:
        """
        The reading's id.
        """
class Consequence:
    """
    A right or burden that follows from a grade.
    """
    def __repr__(self) -> str:
        ...
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def conditions(self) -> list[str]:
        """
        What it depends on, by id: `once`, `first_review_only`, `other_things_equal`.
        """
    @property
    def id(self) -> str:
        """
        Its id: `early_application_once`.
        """
    @property
    def kind(self) -> str:
        """
        benefit, sanction or certificate.
        """
    @property
    def label(self) -> str:
        """
        What it is, in Chinese.
        """
    @property
    def parties(self) -> list[str]:
        """
        Who grants, imposes or issues it.
        """
    @property
    def reach(self) -> str | None:
        """
        How far it goes, in Chinese; None where the text does not say.
        """
    @property
    def text(self) -> str:
        """
        The clause, word for word.
        """
class AssessorScore:
    """
    Who gives a score, and the score given.
    """
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def label(self) -> str:
        """
        Its Chinese label.
        """
    @property
    def party(self) -> str:
        """
        Who gives it.
        """
    @property
    def score(self) -> str:
        """
        Its key.
        """
    @property
    def value(self) -> typing.Any:
        """
        The score; None where missing.
        """
class Grade:
    """
    A grade with its reasons and what follows from it.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def html(self, lang: str = 'zh') -> str:
        """
        The answer as HTML for a page, in Chinese (zh) or English (en).
        """
    def text(self, lang: str = 'zh') -> str:
        """
        The answer for people, in Chinese (zh) or English (en).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The answer as plain dicts and lists, as `to_json` has it.
        """
    def to_json(self, indent: typing.SupportsInt | typing.SupportsIndex = -1) -> str:
        """
        The answer as JSON text.
        """
    @property
    def acts(self) -> list[Act]:
        """
        Who decides, reviews and files.
        """
    @property
    def benefits(self) -> list[str]:
        """
        Benefits by id, in the order of the text.
        """
    @property
    def certificates(self) -> list[str]:
        """
        Certificates by id.
        """
    @property
    def consequences(self) -> list[Consequence]:
        """
        All of these with their conditions, reach and clauses.
        """
    @property
    def grade(self) -> str:
        """
        The grade's id, or `undetermined`.
        """
    @property
    def label(self) -> str | None:
        """
        The grade in Chinese.
        """
    @property
    def missing(self) -> list[str]:
        """
        Scores that can still change the grade, or `attested`.
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
    def programme(self) -> str:
        """
        The programme's id.
        """
    @property
    def reading_effects(self) -> list[GradeEffect]:
        """
        Which, and what it would give.
        """
    @property
    def reading_sensitive(self) -> bool:
        """
        Whether another option of one reading gives another grade.
        """
    @property
    def readings(self) -> dict[str, str]:
        """
        Every reading with the option taken.
        """
    @property
    def reasons(self) -> list[GradeReason]:
        """
        Why, with clauses.
        """
    @property
    def role(self) -> str:
        """
        Who was assessed.
        """
    @property
    def sanctions(self) -> list[str]:
        """
        Sanctions by id.
        """
    @property
    def scores(self) -> list[AssessorScore]:
        """
        Who assesses, and the scores given.
        """
    @property
    def status(self) -> str:
        """
        The instrument's status: draft, in_force or repealed.
        """
    @property
    def warnings(self) -> list[str]:
        """
        What does not agree with the grade, in Chinese.
        """
class FundingLine:
    """
    One item that is paid.
    """
    def __repr__(self) -> str:
        ...
    @property
    def amount(self) -> typing.Any:
        """
        Yuan, to the fen; None where the text gives none.
        """
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def flags(self) -> list[str]:
        """
        What to mind, by id: `not_earned`, `in_kind`.
        """
    @property
    def item(self) -> str:
        """
        Its id: `living_allowance`.
        """
    @property
    def label(self) -> str:
        """
        Its Chinese label.
        """
    @property
    def notes(self) -> list[str]:
        """
        Remarks, in Chinese.
        """
    @property
    def payee(self) -> str | None:
        """
        Who is paid; None where the text names nobody.
        """
    @property
    def payer(self) -> str | None:
        """
        Who pays; None where the text names nobody.
        """
    @property
    def per(self) -> str | None:
        """
        year or month; None where there is no rate.
        """
    @property
    def rate(self) -> typing.Any:
        """
        Yuan a year or month, or None.
        """
    @property
    def rule(self) -> str:
        """
        The rule: `funding.outside.living_allowance`.
        """
    @property
    def text(self) -> str:
        """
        The clause, word for word.
        """
    @property
    def timing(self) -> str | None:
        """
        When: `after_passing`; None where the text does not say.
        """
class FundingEffect:
    """
    What another option of a reading would give.
    """
    @property
    def option(self) -> str:
        """
        The other option's id.
        """
    @property
    def reading(self) -> str:
        """
        The reading's id.
        """
    @property
    def total(self) -> typing.Any:
        """
        The total it would give.
        """
class BudgetRow:
    """
    One item of one track of a cohort.
    """
    @property
    def amount(self) -> typing.Any:
        """
        Yuan for all of them, or None.
        """
    @property
    def each(self) -> typing.Any:
        """
        Yuan a head, or None.
        """
    @property
    def heads(self) -> int:
        """
        How many trainees.
        """
    @property
    def item(self) -> str:
        """
        The item's id.
        """
    @property
    def payee(self) -> str | None:
        """
        Who is paid.
        """
    @property
    def payer(self) -> str | None:
        """
        Who pays.
        """
    @property
    def track(self) -> str:
        """
        The track's id.
        """
class BudgetSum:
    """
    What one payer pays one payee.
    """
    @property
    def amount(self) -> typing.Any:
        """
        Yuan of the amounts stated; None where none is.
        """
    @property
    def payee(self) -> str | None:
        """
        Who is paid.
        """
    @property
    def payer(self) -> str | None:
        """
        Who pays.
        """
    @property
    def unstated(self) -> int:
        """
        Items without an amount in the text.
        """
class Entitlement:
    """
    What is paid for one trainee.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def html(self, lang: str = 'zh') -> str:
        """
        The answer as HTML for a page, in Chinese (zh) or English (en).
        """
    def text(self, lang: str = 'zh') -> str:
        """
        The answer for people, in Chinese (zh) or English (en).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The answer as plain dicts and lists, as `to_json` has it.
        """
    def to_json(self, indent: typing.SupportsInt | typing.SupportsIndex = -1) -> str:
        """
        The answer as JSON text.
        """
    @property
    def days(self) -> int:
        """
        Days beyond whole months.
        """
    @property
    def grade(self) -> str | None:
        """
        The grade; None where not known.
        """
    @property
    def items(self) -> list[FundingLine]:
        """
        What is paid, in the order of the text.
        """
    @property
    def months(self) -> typing.Any:
        """
        Months trained.
        """
    @property
    def programme(self) -> str:
        """
        The programme's id.
        """
    @property
    def reading_effects(self) -> list[FundingEffect]:
        """
        Which, and what it would give.
        """
    @property
    def reading_sensitive(self) -> bool:
        """
        Whether another option of one reading gives another total.
        """
    @property
    def readings(self) -> dict[str, str]:
        """
        The readings the schedule turns on, with the option taken.
        """
    @property
    def status(self) -> str:
        """
        The instrument's status: draft, in_force or repealed.
        """
    @property
    def total(self) -> typing.Any:
        """
        Yuan of the amounts stated; None where none is.
        """
    @property
    def track(self) -> str:
        """
        The track's id.
        """
class Budget:
    """
    What a cohort costs.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def html(self, lang: str = 'zh') -> str:
        """
        The answer as HTML for a page, in Chinese (zh) or English (en).
        """
    def text(self, lang: str = 'zh') -> str:
        """
        The answer for people, in Chinese (zh) or English (en).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The answer as plain dicts and lists, as `to_json` has it.
        """
    def to_json(self, indent: typing.SupportsInt | typing.SupportsIndex = -1) -> str:
        """
        The answer as JSON text.
        """
    @property
    def programme(self) -> str:
        """
        The programme's id.
        """
    @property
    def rows(self) -> list[BudgetRow]:
        """
        By track and item.
        """
    @property
    def status(self) -> str:
        """
        The instrument's status: draft, in_force or repealed.
        """
    @property
    def sums(self) -> list[BudgetSum]:
        """
        By payer and payee.
        """
    @property
    def total(self) -> typing.Any:
        """
        Yuan of the amounts stated; None where none is.
        """
class Refund:
    """
    What is to be paid back, of which the text does not say how much.
    """
    def _repr_html_(self) -> str:
        ...
    def html(self, lang: str = 'zh') -> str:
        """
        The answer as HTML for a page, in Chinese (zh) or English (en).
        """
    def text(self, lang: str = 'zh') -> str:
        """
        The answer for people, in Chinese (zh) or English (en).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The answer as plain dicts and lists, as `to_json` has it.
        """
    def to_json(self, indent: typing.SupportsInt | typing.SupportsIndex = -1) -> str:
        """
        The answer as JSON text.
        """
    @property
    def cause(self) -> str:
        """
        Why, by id.
        """
    @property
    def cite(self) -> str:
        """
        The clause, as people cite it.
        """
    @property
    def clause_text(self) -> str:
        """
        The clause, word for word.
        """
    @property
    def consequences(self) -> list[str]:
        """
        What else follows, by id.
        """
    @property
    def flags(self) -> list[str]:
        """
        `amount_not_stated`.
        """
    @property
    def items(self) -> list[FundingLine]:
        """
        On what.
        """
    @property
    def notes(self) -> list[str]:
        """
        Remarks, in Chinese.
        """
    @property
    def programme(self) -> str:
        """
        The programme's id.
        """
    @property
    def spent(self) -> typing.Any:
        """
        Yuan spent on the items the text may mean; not an amount that it fixes.
        """
    @property
    def status(self) -> str:
        """
        The instrument's status: draft, in_force or repealed.
        """
    @property
    def track(self) -> str:
        """
        The track's id.
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
class TableSummary:
    """
    The counts of a table, and the cells that could not be read.
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
    def finished(self) -> bool:
        """
        Whether every row was answered.
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
    def summary(self) -> TableSummary:
        """
        The counts, and the cells that could not be read.
        """
class TableStream:
    """
    A table that is answered while its answers are read.
    """
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing_extensions.CapsuleType:
        """
        The Arrow PyCapsule protocol; once.
        """
    def take_errors(self) -> list[CellError]:
        """
        The bad cells listed since the last call, which the summary then forgets.
        """
    @property
    def summary(self) -> TableSummary:
        """
        The counts over the rows answered so far.
        """
class TableOptions:
    """
    How a table is answered.
    """
    def __init__(self, columns: collections.abc.Sequence[str], ignore_extra_columns: bool, lang: str, threads: typing.SupportsInt | typing.SupportsIndex, as_written: bool = False, max_errors: typing.SupportsInt | typing.SupportsIndex = 10000) -> None:
        ...
class AnswerTableOptions:
    """
    How a table of questions is answered.
    """
    def __init__(self, columns: collections.abc.Sequence[str], ignore_extra_columns: bool, lang: str) -> None:
        ...
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
def act_text(kind: str, party: str, written: bool, lang: str) -> str:
    """
    What a party does, in words; the kind itself where there is no such act.
    """
def assessment_grade(programme: Programme, question: GradeQuestion) -> Grade:
    """
    The grade of one trainee.
    """
def check_runs(programme: Programme, runs: list[typing.Any], track: typing.Any, as_of: typing.Any, readings: typing.Any, options: TableOptions) -> TableResult:
    """
    Checks the parts of a table, each an `arrow_array_stream` capsule or a pair of an `arrow_schema` and an `arrow_array` capsule.
    """
def check_stream(programme: Programme, run: typing.Any, track: typing.Any, as_of: typing.Any, readings: typing.Any, options: TableOptions) -> TableStream:
    """
    Checks a table while its answers are read.
    """
def conditions(programme: Programme, track: str, lang: str) -> list[tuple[str, list[ConditionText]]]:
    """
    What each criterion of a track asks, in words.
    """
def entitlement_table(programme: Programme, runs: list[typing.Any], otherwise: FundingQuestion, options: AnswerTableOptions) -> TableResult:
    """
    What is paid for each row's trainee.
    """
def fact_headings(programme: Programme) -> list[list[str]]:
    """
    Of each fact all its names: the id, the label, further headings.
    """
def find_fact(programme: Programme, heading: str) -> str | None:
    """
    The fact that a heading names, by id; None where it names none.
    """
def funding_budget(programme: Programme, heads: collections.abc.Sequence[tuple[str, typing.SupportsInt | typing.SupportsIndex]], each: FundingQuestion) -> Budget:
    """
    What a cohort costs.
    """
def funding_entitlement(programme: Programme, question: FundingQuestion) -> Entitlement:
    """
    What is paid for one trainee.
    """
def funding_refund(programme: Programme, cause: str, each: FundingQuestion) -> Refund:
    """
    What is to be paid back.
    """
def grade_table(programme: Programme, runs: list[typing.Any], otherwise: GradeQuestion, options: AnswerTableOptions) -> TableResult:
    """
    The grade of each row's trainee.
    """
def leave_route(programme: Programme, question: LeaveQuestion) -> LeaveRoute:
    """
    Who grants a leave.
    """
def leave_termination(programme: Programme, role: str) -> LeaveRoute:
    """
    How training ends early where it cannot go on.
    """
def load_file(path: bytes) -> Programme:
    """
    A programme from a pack file, its path as the system has it.
    """
def load_text(json: bytes) -> Programme:
    """
    A programme from the UTF-8 JSON text of a pack.
    """
def party_label(party: str, lang: str) -> str:
    """
    What a party is called; its id where unknown.
    """
def plan(programme: Programme, track: typing.Any, as_of: typing.Any, readings: typing.Any) -> TablePlan:
    """
    How tables are answered.
    """
def programme(id: str) -> Programme:
    """
    A built-in programme.
    """
def programmes() -> list[str]:
    """
    The ids of the built-in programmes, sorted.
    """
def route_table(programme: Programme, runs: list[typing.Any], otherwise: LeaveQuestion, options: AnswerTableOptions) -> TableResult:
    """
    Who grants the leave of each row.
    """
def suggest(word: str, candidates: collections.abc.Sequence[str]) -> str:
    """
    What was meant by a word that is none of the candidates, for a help.
    """
def suggest_fact(programme: Programme, heading: str) -> tuple[str, str] | None:
    """
    The fact, by id, whose name is nearest to a heading that names none, and that name.
    """
__version__: str = '0.1.0'
