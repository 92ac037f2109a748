"""Rules engine for the policies of talent programmes: who is eligible, with reasons and citations.

>>> import tepei
>>> programme = tepei.programme("inner-mongolia-2025")
>>> decision = programme.eligibility.check({"birth_date": "1979-06-01"}, track="outside", as_of="2025-03-21")
>>> decision.verdict
'undetermined'

`import tepei.pandas` and `import tepei.polars` give their frames `frame.tepei.check(...)`; where the library was
imported before tepei, that is done already.
"""

import sys

from tepei._core import (
    Act,
    AssessorScore,
    Budget,
    BudgetRow,
    BudgetSum,
    Clause,
    Consequence,
    Decision,
    Diagnostic,
    Entitlement,
    Finding,
    FundingEffect,
    FundingLine,
    Grade,
    GradeEffect,
    GradeReason,
    LeaveRoute,
    Reading,
    ReadingEffect,
    Refund,
    RouteEffect,
    TablePlan,
    ValueRead,
    __version__,
)
from tepei._errors import Error, UnreadCellsWarning
from tepei.answer_table import AnswerTable
from tepei.assessment import Assessment
from tepei.eligibility import Eligibility
from tepei.funding import FundingSchedule
from tepei.funnels import Funnel, FunnelStep, funnel
from tepei.leave import ApprovalLadder, EarlierLeave, WorkCalendar
from tepei.programme import Programme, load, programme, programmes
from tepei.table import CellError, Column, TableResult, TableStream

__all__ = [
    "Act",
    "AnswerTable",
    "ApprovalLadder",
    "Assessment",
    "AssessorScore",
    "Budget",
    "BudgetRow",
    "BudgetSum",
    "CellError",
    "Clause",
    "Column",
    "Consequence",
    "Decision",
    "Diagnostic",
    "EarlierLeave",
    "Eligibility",
    "Entitlement",
    "Error",
    "Finding",
    "FundingEffect",
    "FundingLine",
    "FundingSchedule",
    "Funnel",
    "FunnelStep",
    "Grade",
    "GradeEffect",
    "GradeReason",
    "LeaveRoute",
    "Programme",
    "Reading",
    "ReadingEffect",
    "Refund",
    "RouteEffect",
    "TablePlan",
    "TableResult",
    "TableStream",
    "UnreadCellsWarning",
    "ValueRead",
    "WorkCalendar",
    "__version__",
    "funnel",
    "load",
    "programme",
    "programmes",
]


def _register_accessors() -> None:
    # Only with what is there already: tepei itself loads neither. A library half imported is not there yet.
    for name in ("pandas", "polars"):
        spec = getattr(sys.modules.get(name), "__spec__", None)
        if spec is not None and not getattr(spec, "_initializing", False):
            __import__(f"tepei.{name}")


_register_accessors()
