"""One person against one track: the verdict, what is missing, and the reasons with their clauses."""

import tepei

programme = tepei.programme("inner-mongolia-2025")
decision = programme.eligibility.check(
    {"出生日期": "1979-06-15", "民族": "蒙古族", "学历": "硕士研究生", "从事本专业工作年限": 6, "division": "150102"},
    track="outside",
    as_of="2025-03-21",
)
print(decision.verdict, "- missing:", ", ".join(decision.missing))
for finding in decision.findings:
    print(f"{finding.criterion:20} {finding.outcome:13} {finding.cite}")
    for effect in finding.readings:
        print(f"{'':20} under {effect.reading} = {effect.option}: {effect.outcome}")
