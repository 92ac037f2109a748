"""`tepei show`: a policy as text to read, or as a page."""

from __future__ import annotations

import os
import shutil
from typing import Annotated

import typer

from tepei.command.answer import answered, deliver
from tepei.command.document_html import as_html
from tepei.command.document_text import as_text
from tepei.command.options import Format, Language, LanguageOption, OutOption, PolicyArgument
from tepei.command.policy import find_policy
from tepei.command.policy_document import policy_document

PIPE_WIDTH = 100
NARROWEST = 40


def _width() -> int:
    asked = os.environ.get("COLUMNS", "")
    return max(NARROWEST, shutil.get_terminal_size((PIPE_WIDTH, 0)).columns if not asked.isdigit() else int(asked))


def show(
    policy: PolicyArgument,
    html: Annotated[bool, typer.Option("--html", help="As a web page of its own, for screen and paper.")] = False,
    lang: LanguageOption = Language.zh,
    out: OutOption = None,
) -> None:
    """Show a policy to read: criteria in words, readings, leave, grades, money, the text (展示政策).

    \b
    Examples:
      tepei show inner-mongolia-2025
      tepei show liaoning-2025-draft --html --out liaoning.html
      tepei show my-province.json --lang en

    Exit code 0: done; 2: the call cannot be used.
    """

    def ask() -> int:
        document = policy_document(find_policy(policy), lang.value)
        if html:
            deliver(as_html(document, lang.value), out, Format.html, policy)
        else:
            deliver(as_text(document, lang.value, _width()), out, Format.html, policy)  # its lines are broken already
        return 0

    answered(ask)
