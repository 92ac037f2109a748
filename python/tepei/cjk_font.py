"""A font of the machine that has the Chinese characters of a figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["HOW_TO_INSTALL", "chinese_font"]

HOW_TO_INSTALL = "Chinese labels need a Chinese font, such as Debian's fonts-noto-cjk"

# Fonts that have all simplified characters, the ones made for them first.
FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "Heiti SC",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "SimSun",
    "Arial Unicode MS",
    "Droid Sans Fallback",
)

# How the files of such fonts are called: matplotlib's list of fonts may be older than the fonts of the machine.
FILES = ("notosanscjk", "notosanssc", "sourcehansans", "wqy-", "msyh", "simhei", "pingfang", "droidsansfallback")


def chinese_font(text: str) -> str | None:
    """The family of a font that has every character of the text; None where no such font is installed."""
    return _listed(text) or _found(text)


def _listed(text: str) -> str | None:
    from matplotlib import font_manager  # noqa: PLC0415

    listed: dict[str, list[Any]] = {}
    for entry in font_manager.fontManager.ttflist:
        listed.setdefault(entry.name, []).append(entry)
    for family in FAMILIES:
        if any(Path(entry.fname).exists() and _has(entry, text) for entry in listed.get(family, ())):
            return family
    return None


def _found(text: str) -> str | None:
    """As `_listed`, of the files that are there now; they are then listed too."""
    from matplotlib import font_manager  # noqa: PLC0415

    listed = {entry.fname for entry in font_manager.fontManager.ttflist}
    files = [file for file in font_manager.findSystemFonts() if Path(file).name.lower().startswith(FILES)]
    for file in sorted(set(files) - listed):
        font_manager.fontManager.addfont(file)
    return _listed(text) if files else None


def _has(entry: Any, text: str) -> bool:  # noqa: ANN401
    from matplotlib import font_manager  # noqa: PLC0415

    font = font_manager.get_font(entry.fname)
    known = font.get_charmap()
    return all(ord(character) in known for character in text if not character.isspace())
