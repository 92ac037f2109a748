"""Where answers go: a file that appears only when it is whole, or standard output."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, TextIO

from tepei._core import Diagnostic, suggest
from tepei._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Format(str, Enum):
    """What the answers are written as."""

    table = "table"
    csv = "csv"
    xlsx = "xlsx"
    json = "json"
    parquet = "parquet"


ENDINGS = {
    ".csv": Format.csv,
    ".xlsx": Format.xlsx,
    ".json": Format.json,
    ".jsonl": Format.json,
    ".ndjson": Format.json,
    ".parquet": Format.parquet,
    ".txt": Format.table,
}
NEEDS_A_FILE = (Format.xlsx, Format.parquet)


def _refused(code: str, message: str, expected: str, path: str) -> Error:
    return Error([Diagnostic(code, message, expected, path)])


def format_of(wanted: Format | None, out: Path | None) -> Format:
    """The format asked for, else that of the file's ending, else what the terminal shows."""
    if wanted is None and out is None:
        return Format.table
    if wanted is None and out is not None:
        ending = out.suffix.lower()
        if ending not in ENDINGS:
            message = f"the ending `{ending}` names no format"
            raise _refused(
                "out.format.unknown", message, f"{suggest(ending, list(ENDINGS))} or give --format", str(out)
            )
        return ENDINGS[ending]
    assert wanted is not None
    if out is None and wanted in NEEDS_A_FILE:
        message = f"{wanted.value} does not go to the terminal"
        raise _refused("out.required", message, f"give --out, such as --out verdicts.{wanted.value}", "--out")
    return wanted


def _unwritable(out: Path, error: OSError) -> Error:
    message = f"the file cannot be written: {error.strerror or error}"
    return _refused("out.unwritable", message, "check the path", str(out))


@contextmanager
def result_path(out: Path, roster: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `out` when all went well; else `out` stays as it was."""
    try:
        if out.exists() and out.samefile(roster):
            raise _refused("out.same_file", "--out names the roster itself", "give another file", str(out))
        if out.exists() and not out.is_file() and not out.is_dir():
            yield out  # a device or a pipe: nothing can take its place
            return
        target = out.resolve()
        partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
        if target.is_dir():
            raise IsADirectoryError(21, "Is a directory")
        partial.open("xb").close()
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield partial
        if target.exists():
            partial.chmod(target.stat().st_mode & 0o777)
        partial.replace(target)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def text_file(path: Path | None, *, mark: bool) -> Iterator[TextIO]:
    """The file as UTF-8 text, or standard output; with a byte order mark Excel reads the Chinese right."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        yield sys.stdout
        sys.stdout.flush()
        return
    with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        yield file
