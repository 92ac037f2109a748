"""Rules engine for the policies of talent programmes: who is eligible, with reasons and citations.

>>> import tepei
>>> programme = tepei.programme("inner-mongolia-2025")
>>> decision = programme.eligibility.check({"birth_date": "1979-06-01"}, track="outside", as_of="2025-03-21")
>>> decision.verdict
'undetermined'
"""

from tepei._core import Clause, Decision, Diagnostic, Finding, Reading, ReadingEffect, TablePlan, ValueRead, __version__
from tepei._errors import Error
from tepei.eligibility import Eligibility
from tepei.programme import Programme, load, programme, programmes
from tepei.table import CellError, Column, TableResult, TableStream

__all__ = [
    "CellError",
    "Clause",
    "Column",
    "Decision",
    "Diagnostic",
    "Eligibility",
    "Error",
    "Finding",
    "Programme",
    "Reading",
    "ReadingEffect",
    "TablePlan",
    "TableResult",
    "TableStream",
    "ValueRead",
    "__version__",
    "load",
    "programme",
    "programmes",
]
