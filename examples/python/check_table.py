"""The sample roster as a pandas frame: verdicts beside the people, counts, and a cell that cannot be read."""

from pathlib import Path

import pandas as pd
import tepei

ROSTER = Path(__file__).resolve().parents[1] / "rosters" / "candidates.csv"

people = pd.read_csv(ROSTER, dtype=str)
people["从事本专业工作年限"] = pd.to_numeric(people["从事本专业工作年限"])
people.loc[3, "学历"] = "硕土研究生"  # misspelt: this row is not answered, all others are

eligibility = tepei.programme("inner-mongolia-2025").eligibility
result = eligibility.check_table(people, track="outside", as_of="2025-03-21", extra_columns="ignore")
people["verdict"] = result.to_pandas()["verdict"]

print(people[["姓名", "出生日期", "学历", "verdict"]].head())
print(result.verdict_counts)
for error in result.errors:
    print(f"row {error.row}, {error.column}: {error.message}; {error.help}")
