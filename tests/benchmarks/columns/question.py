"""The question that everyone answers, and the figures of its rules that the peers write by hand."""

from __future__ import annotations

import datetime

PROGRAMME = "inner-mongolia-2025"
TRACK = "outside"
AS_OF = datetime.date(2025, 3, 21)

# Every contender gives a verdict as its place in this list; the programme has no discretionary criterion.
VERDICTS = ("eligible", "undetermined", "ineligible")
ELIGIBLE, UNDETERMINED, INELIGIBLE = range(3)

REGION = "15"
EASTERN_LEAGUES = ("1504", "1505", "1507", "1522", "1525")
HAN = "01"
# Whoever was born on this day turns 46 on the day of the question; the limit is 45 full years.
TOO_OLD_IF_BORN_BY = datetime.date(1979, 3, 21)
LEAST_YEARS = 5
EDUCATIONS = ("below_college", "college", "bachelor", "master", "doctor")
EDUCATIONS_ENOUGH = ("master", "doctor")
TITLES = ("none", "junior", "middle", "associate_senior", "senior")
TITLES_ENOUGH = ("associate_senior", "senior")
LEVELS = ("township", "county", "city", "region")
