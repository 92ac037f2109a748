"""The policy a command is asked about: a built-in programme by its id, or a pack by its path."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tepei._core import Diagnostic
from tepei._errors import Error
from tepei.programme import Programme, load, programme, programmes


def find_policy(policy: str | None) -> Programme:
    """A built-in programme by id, or a pack by its path; `Error` that lists the programmes where none is named."""
    if policy is None:
        known = ", ".join(f"`{id_}`" for id_ in programmes())
        expected = f"add --policy with one of {known}, or the path of a pack"
        raise Error([Diagnostic("question.policy.missing", "no policy is named", expected, "--policy")])
    looks_like_file = policy.endswith(".json") or "/" in policy
    if policy not in programmes() and (looks_like_file or Path(policy).is_file()):
        return load(Path(policy))
    return programme(policy)


def pack_of(policy: Programme) -> dict[str, Any]:
    """What the policy's pack says, as dicts and lists."""
    content: dict[str, Any] = json.loads(policy.dump(), parse_float=Decimal)
    return content


def in_language(text: str | dict[str, str] | None, lang: str) -> str:
    """Words for people in one language, or in the only one they are written in."""
    if isinstance(text, dict):
        return text.get(lang) or next(iter(text.values()), "")
    return text or ""
