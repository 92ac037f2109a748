"""A whole programme without a file: criteria, a ladder for leave and a funding schedule as plain Python values.

They have the keys of a pack (docs/pack.md), and `tepei.load` compiles and checks them as it does the text of one.
Wherever a clause is named, the answer cites it word for word.
"""

from __future__ import annotations

from decimal import Decimal

import tepei

CLAUSES = [
    {
        "id": "3",
        "cite": "第三条",
        "text": "年龄一般在40周岁以下，在旗县及以下单位工作。",
        "kind": "computed",
        "rules": ["eligibility.standard.age", "eligibility.standard.employer_level"],
    },
    {
        "id": "5",
        "cite": "第五条",
        "text": "请假5天以内的，由培养单位批准；5天以上的，经选送单位同意后由盟市人社局书面批准。",
        "kind": "computed",
        "rules": ["leave.up_to_5", "leave.above_5"],
    },
    {
        "id": "6",
        "cite": "第六条",
        "text": "生活补贴每人每月500元，由选送单位按月发给学员。",
        "kind": "computed",
        "rules": ["funding.standard.living_allowance"],
    },
]

# 一般 is a soft word: who is older is not excluded, somebody decides; who, the definition must say.
AGE = {
    "id": "age",
    "label": {"zh": "年龄", "en": "Age"},
    "clause": "3",
    "rules": [{"when": "周岁 <= 40", "outcome": "met"}],
    "otherwise": "discretionary",
    "authority": "city_bureau",
}
LEVEL = {
    "id": "employer_level",
    "label": {"zh": "单位层级", "en": "Unit level"},
    "clause": "3",
    "rules": [{"when": 'employer_level <= "county"', "outcome": "met"}],
}

LEAVE = {
    "clause": "5",
    "kinds": [
        {"id": "sick", "label": {"zh": "病假", "en": "sick leave"}},
        {"id": "personal", "label": {"zh": "事假", "en": "personal leave"}},
    ],
    "any_kind": True,  # a kind the text does not name goes the same way
    "tiers": [
        {
            "id": "up_to_5",
            "from": {"days": 0, "inclusive": False},
            "to": {"days": 5, "inclusive": True},
            "acts": [{"kind": "approve", "party": "training_unit"}],
            "clause": "5",
        },
        {
            "id": "above_5",
            "from": {"days": 5, "inclusive": False},  # a gap or an overlap between tiers is refused
            "acts": [
                {"kind": "consent", "party": "sending_unit"},
                {"kind": "approve", "party": "city_bureau", "written": True},
            ],
            "clause": "5",
        },
    ],
}

FUNDING = {
    "clause": "6",
    "items": [{"id": "living_allowance", "label": {"zh": "生活补贴", "en": "living allowance"}}],
    "tracks": {
        "standard": [
            {
                "item": "living_allowance",
                "amount": 500,
                "per": "month",
                "payer": "sending_unit",
                "payee": "trainee",
                "clause": "6",
            }
        ]
    },
}

programme = tepei.load(
    {
        "format": 1,
        "id": "county-training",
        "instrument": {"title": "县域专业技术人才培养办法（示例）", "issuer": "某盟市人社局", "status": "draft"},
        "tracks": [{"id": "standard", "label": {"zh": "县域培训", "en": "County training"}}],
        "derived": [
            {
                "id": "age",
                "label": {"zh": "周岁", "en": "full years"},
                "expression": "full years(birth_date, as_of)",
                "clause": "3",
            }
        ],
        "eligibility": {"standard": [AGE, LEVEL]},
        "leave": LEAVE,
        "funding": FUNDING,
        "clauses": CLAUSES,
    }
)

decision = programme.eligibility.check({"birth_date": "1980-05-02", "employer_level": "county"}, as_of="2025-03-21")
print(decision.text(lang="zh"))
print(programme.leave.route(days=12).text(lang="zh"))
print(programme.funding.entitlement(months=Decimal("7.5")).text(lang="zh"), end="")
