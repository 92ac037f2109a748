"""`tepei clauses` and `tepei programmes`: the texts that are carried, and what in them is computed."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from tepei._errors import Error
from tepei.command.options import Language, PolicyArgument
from tepei.command.policy import find_policy
from tepei.command.prose import wrapped
from tepei.programme import Programme, programme, programmes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tepei._core import Clause

PIPE_WIDTH = 120
INDENT = "    "

KINDS = {
    "zh": {
        "computed": "可计算",
        "duty": "职责义务",
        "procedure": "程序",
        "definition": "定义",
        "preference": "优先",
        "delegated": "依其他文件",
        "statement": "陈述",
    },
    "en": {},  # the ids themselves
}
STATUS = {"zh": {"draft": "征求意见稿，尚未施行", "in_force": "施行中", "repealed": "已废止"}, "en": {}}
TRACKS = {"zh": "培养方式", "en": "tracks"}
TEXT = {"zh": "{clauses}条，其中可计算{computed}条", "en": "{clauses} clauses, {computed} of them computed"}
JOINT = {"zh": ("：", "、", "；"), "en": (": ", ", ", "; ")}


class Kind(str, Enum):
    """What kind of sentence a clause is."""

    computed = "computed"
    duty = "duty"
    procedure = "procedure"
    definition = "definition"
    preference = "preference"
    delegated = "delegated"
    statement = "statement"


def clause_lines(clauses: Sequence[Clause], kinds: Sequence[str], lang: str, width: int) -> Iterator[str]:
    """Each clause of these kinds (of all, where none is named): its citation, kind and rules, then its text."""
    for clause in clauses:
        if kinds and clause.kind not in kinds:
            continue
        kind = KINDS[lang].get(clause.kind, clause.kind)
        head = "  ".join([clause.cite, f"[{kind}]", *clause.rules])
        yield from wrapped(head, width)
        yield from (INDENT + line for line in wrapped(clause.text, width - len(INDENT)))


def programme_lines(policy: Programme, lang: str, width: int) -> Iterator[str]:
    """What a programme is called, how it stands, and how much of its text is computed."""
    colon, comma, semicolon = JOINT[lang]
    kinds = Counter(clause.kind for clause in policy.clauses)
    status = STATUS[lang].get(policy.status, policy.status)
    text = TEXT[lang].format(clauses=len(policy.clauses), computed=kinds["computed"])
    yield policy.id
    about = semicolon.join([status, TRACKS[lang] + colon + comma.join(policy.tracks), text])
    for line in (policy.title, about):
        yield from (INDENT + part for part in wrapped(line, width - len(INDENT)))


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        typer.echo(line)


def _width() -> int:
    return shutil.get_terminal_size((PIPE_WIDTH, 0)).columns


def clauses(
    policy: PolicyArgument,
    kind: Annotated[
        list[Kind] | None, typer.Option(help="Only clauses of this kind; may be given more than once.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of all but the text itself.")] = Language.zh,
) -> None:
    """Show a policy's text, clause by clause, with what carries each (条文全文).

    \b
    Examples:
      tepei clauses liaoning-2025-draft --kind computed
      tepei clauses my-province.json --kind duty --kind procedure

    Exit code 0: done; 2: the call cannot be used.
    """
    try:
        found = find_policy(policy)
    except Error as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from error
    _print(clause_lines(found.clauses, [each.value for each in kind or []], lang.value, _width()))


def list_programmes(
    lang: Annotated[Language, typer.Option(help="Language of all but the titles.")] = Language.zh,
) -> None:
    """List the built-in programmes with title, status and tracks (内置政策一览).

    \b
    Examples:
      tepei programmes
      tepei programmes --lang en

    Exit code 0: done.
    """
    for id_ in programmes():
        _print(programme_lines(programme(id_), lang.value, _width()))
