"""What a file is, by its content first and its name second."""

from __future__ import annotations

import zipfile
from enum import Enum
from typing import TYPE_CHECKING

from tepei.command.files.record import unusable

if TYPE_CHECKING:
    from pathlib import Path

JSON_ENDINGS = (".json", ".jsonl", ".ndjson")
TEXT_ENDINGS = (".csv", ".txt", ".tsv")
HELP = "give CSV, an Excel workbook (.xlsx), JSON Lines or Parquet"

# What people hand in instead, by its first bytes.
OTHER_FORMATS = {
    b"PK\x03\x04": "a ZIP archive that holds no Excel workbook",
    b"\xd0\xcf\x11\xe0": "an Excel workbook of before 2007, or one with a password",
    b"%PDF": "a PDF document",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"\x1f\x8b": "compressed",
}


class Content(Enum):
    """The formats of rosters."""

    csv = "csv"
    workbook = "workbook"
    json_lines = "json_lines"
    parquet = "parquet"


def content_of(path: Path) -> Content:
    """The format of the file; `Error` for one that is none of them."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(b"PAR1"):
        return Content.parquet
    if start.startswith(b"PK\x03\x04") and _is_workbook(path):
        return Content.workbook
    for magic, what in OTHER_FORMATS.items():
        if start.startswith(magic):
            help_text = "save it as .xlsx or as CSV in UTF-8" if "Excel" in what or "text" in what else HELP
            raise unusable("roster.format.unknown", f"the file is {what}", help_text, path)
    ending = path.suffix.lower()
    if ending in JSON_ENDINGS:
        return Content.json_lines
    looks_like_json = start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return Content.json_lines if looks_like_json and ending not in TEXT_ENDINGS else Content.csv


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.lower() == "xl/workbook.xml" for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError):
        return False
