"""The options that the commands share, and what a shell completes them with."""

from __future__ import annotations

import functools
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.command.policy import find_policy, in_language, pack_of
from tepei.programme import programme, programmes

if TYPE_CHECKING:
    from collections.abc import Callable

Candidates = list[tuple[str, str]]


class Language(str, Enum):
    """The language of what people read."""

    zh = "zh"
    en = "en"


class Format(str, Enum):
    """What an answer is written as."""

    text = "text"
    json = "json"
    html = "html"


def complete_policy(incomplete: str) -> Candidates:
    """The built-in programmes with their titles; paths are completed by the shell."""
    return [(id_, programme(id_).title) for id_ in programmes() if id_.startswith(incomplete)]


def _completer(of_pack: Callable[[dict[str, Any]], Candidates]) -> Callable[[typer.Context, str], Candidates]:
    """What a shell asks: the candidates of the policy that is on the line, of all built-in ones where none is yet."""

    @functools.wraps(of_pack)
    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        named = ctx.params.get("policy")
        found: dict[str, str] = {}
        for policy in [named] if named else programmes():
            try:
                candidates = of_pack(pack_of(find_policy(policy)))
            except Error:
                continue
            for candidate, label in candidates:
                found.setdefault(candidate, label)
        return [(candidate, label) for candidate, label in found.items() if candidate.startswith(incomplete)]

    complete.__annotations__ = {"ctx": typer.Context, "incomplete": str}
    del complete.__wrapped__  # the shell's arguments are this function's own
    return complete


def _terms(items: list[dict[str, Any]]) -> Candidates:
    return [(item["id"], in_language(item.get("label"), "zh")) for item in items]


def _tracks(pack: dict[str, Any]) -> Candidates:
    return _terms(pack["tracks"])


def _kinds(pack: dict[str, Any]) -> Candidates:
    return _terms(pack.get("leave", {}).get("kinds", []))


def _leave_roles(pack: dict[str, Any]) -> Candidates:
    return _terms(pack.get("leave", {}).get("roles", []))


def _assessed_roles(pack: dict[str, Any]) -> Candidates:
    return _terms(pack.get("assessment", {}).get("roles", []))


def _grades(pack: dict[str, Any]) -> Candidates:
    return _terms(pack.get("assessment", {}).get("grades", []))


def _violations(pack: dict[str, Any]) -> Candidates:
    return _terms(pack.get("assessment", {}).get("violations", []))


def _causes(pack: dict[str, Any]) -> Candidates:
    return _terms(pack.get("funding", {}).get("refund", {}).get("causes", []))


def _options(pack: dict[str, Any]) -> Candidates:
    return [
        (f"{reading['id']}={option['id']}", in_language(option.get("text"), "zh"))
        for reading in pack.get("readings", [])
        for option in reading["options"]
    ]


complete_track = _completer(_tracks)
complete_kind = _completer(_kinds)
complete_leave_role = _completer(_leave_roles)
complete_assessed_role = _completer(_assessed_roles)
complete_grade = _completer(_grades)
complete_violation = _completer(_violations)
complete_cause = _completer(_causes)
complete_reading = _completer(_options)

PolicyArgument = Annotated[
    str, typer.Argument(help="Programme id, or the path of a pack.", autocompletion=complete_policy)
]
PolicyOption = Annotated[
    str | None, typer.Option("--policy", help="Programme id, or the path of a pack.", autocompletion=complete_policy)
]
LanguageOption = Annotated[Language, typer.Option("--lang", help="Language of the answer.")]
FormatOption = Annotated[Format, typer.Option("--format", help="Text to read, JSON for programs, or a web page.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="File to write the answer to.")]
ReadingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--reading",
        help="READING=OPTION: take another reading of an open passage; may be given more than once.",
        autocompletion=complete_reading,
    ),
]


def chosen_readings(given: list[str] | None) -> dict[str, str]:
    """The readings of `READING=OPTION` texts; `Error` with every text that is none."""
    problems: list[Diagnostic] = []
    readings: dict[str, str] = {}
    for text in given or []:
        name, equals, option = text.partition("=")
        if equals:
            readings[name.strip()] = option.strip()
        else:
            message = f"`{text}` is no reading"
            problems.append(Diagnostic("question.reading.syntax", message, "write READING=OPTION", "--reading"))
    if problems:
        raise Error(problems)
    return readings
