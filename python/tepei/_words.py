"""What notebooks say of outcomes and verdicts, in Chinese and English."""

from __future__ import annotations

# Outcomes and verdicts from the best to the worst; their places are the ranks by which answers are compared.
OUTCOMES = ("met", "discretionary", "undetermined", "not_met")
VERDICTS = ("eligible", "conditional", "undetermined", "ineligible")

_WORDS = {
    "eligible": ("符合条件", "eligible"),
    "conditional": ("有条件符合", "conditional"),
    "undetermined": ("暂不能确定", "undetermined"),
    "ineligible": ("不符合条件", "ineligible"),
    "unread": ("未核对", "not checked"),
    "draft": ("征求意见稿，尚未施行", "draft, not in force"),
    "in_force": ("施行中", "in force"),
    "repealed": ("已废止", "repealed"),
    "programme": ("政策文件", "Instrument"),
    "tracks": ("培养方式", "Tracks"),
    "criteria": ("审核条件", "Criteria"),
    "readings": ("条文理解", "Readings"),
    "clauses": ("条文", "Clauses"),
    "criterion": ("审核条件", "criterion"),
    "clause": ("条文", "clause"),
    "verdict": ("结论", "verdict"),
    "people": ("人数", "people"),
    "share": ("占比", "share"),
    "as_of": ("审核基准日", "as of"),
    "cells": ("无法读取的单元格", "Cells that could not be read"),
    "row": ("行号", "row"),
    "column": ("列", "column"),
    "problem": ("问题", "problem"),
    "ignored": ("未使用的列", "Columns not used"),
    "excludes": ("不符合", "excludes"),
    "open": ("不能确定", "open"),
    "discretion": ("酌情", "discretion"),
    "passes": ("符合", "passes"),
    "only": ("仅因此项", "only this"),
    "reached": ("前项留下", "reached"),
    "falls": ("本项排除", "excluded here"),
    "left": ("留下", "left"),
    "left_passed": ("至此均符合", "all met so far"),
    "left_discretion": ("至此有条件", "discretion so far"),
    "left_open": ("至此不能确定", "open so far"),
    "fallen": ("已排除", "excluded so far"),
    "funnel": ("逐项排除", "Funnel"),
    "alone": ("单看一项", "alone"),
    "in_order": ("按条文顺序", "in order of the text"),
}


def word(name: str, lang: str) -> str:
    """What is said for `name` in a language; the name itself where nothing is."""
    known = _WORDS.get(name)
    return name if known is None else known[lang == "en"]


def counted(number: int, lang: str) -> str:
    """So many people, in words."""
    return f"{number:,} {'person' if number == 1 else 'people'}" if lang == "en" else f"{number:,} 人"
