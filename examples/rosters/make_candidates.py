"""Writes candidates.csv: 200 made-up people for trying the library out.

The same file at every run. Nobody in it exists: names are drawn from lists of common characters, all else by chance.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

COUNT = 200
OUT = Path(__file__).with_name("candidates.csv")

SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗"
GIVEN = [
    "娜仁",
    "其木格",
    "巴特尔",
    "苏和",
    "明",
    "丽华",
    "建国",
    "志强",
    "晓燕",
    "海涛",
    "宝音",
    "乌兰",
    "文静",
    "国栋",
]
GROUPS = ["蒙古族", "满族", "达斡尔族", "回族", "朝鲜族", "鄂温克族"]
WEST = ["150102", "150204", "150302", "150602", "150802", "150902", "152921", "150125"]
EAST = ["150402", "150502", "150702", "152201", "152502", "150781", "152501"]
ELSEWHERE = ["210323", "110105", "620102"]
FIELDS = ["教育", "卫生", "农牧", "工程技术", "新能源", "新材料", "生物技术"]
EMPLOYERS = [
    "中心医院",
    "职业技术学院",
    "农牧业科学院",
    "第一中学",
    "水利勘测设计院",
    "草原生态研究所",
    "新能源有限公司",
]

HEADINGS = [
    "序号", "姓名", "性别", "民族", "出生日期", "学历", "职称", "参加工作时间", "从事本专业工作年限", "工作单位",
    "单位性质", "单位层级", "行政区划代码", "专业领域", "政治条件合格", "职业道德合格", "身心健康", "无不良嗜好",
    "从事专业技术工作", "从事管理工作", "往届特培学员", "备注",
]  # fmt: skip

# What makes a person fail one criterion of a track of inner-mongolia-2025, everything else being in order.
FAILINGS: list[tuple[str, dict[str, list[str]]]] = [
    ("territory", {"行政区划代码": ELSEWHERE}),
    ("division", {"行政区划代码": EAST, "单位层级": ["旗县", "盟市"]}),
    ("political", {"政治条件合格": ["否"]}),
    ("ethnic_minority", {"民族": ["汉族"]}),
    ("health", {"身心健康": ["否"]}),
    ("age", {"出生日期": ["1975-04-01", "1978年12月5日", "19790320", "1970/1/1"]}),
    ("education_or_title", {"学历": ["大学本科"], "职称": ["中级"]}),
    ("education_or_title", {"学历": ["硕士研究生"], "职称": ["初级"], "从事本专业工作年限": ["4.5", "3"]}),
]

# Facts that decide; left empty one by one.
OPEN = [
    "行政区划代码",
    "政治条件合格",
    "民族",
    "身心健康",
    "出生日期",
    "学历",
    "职称",
    "从事本专业工作年限",
    "单位层级",
]


def date_text(dice: random.Random, year: int) -> str:
    """A date in one of the ways people write them."""
    month, day = dice.randint(1, 12), dice.randint(1, 28)
    forms = [
        f"{year}-{month:02}-{day:02}",
        f"{year}/{month}/{day}",
        f"{year}{month:02}{day:02}",
        f"{year}年{month}月{day}日",
        f"{year}.{month:02}",
        f"{year}年{month}月",
    ]
    return dice.choice(forms)


def sound_person(dice: random.Random, number: int) -> dict[str, str]:
    """Somebody who meets every criterion of the track `outside`."""
    born = dice.randint(1981, 1994)
    by_education = dice.random() < 0.5
    return {
        "序号": str(number),
        "姓名": dice.choice(SURNAMES) + dice.choice(GIVEN),
        "性别": dice.choice(["男", "女"]),
        "民族": dice.choice(GROUPS),
        "出生日期": date_text(dice, born),
        "学历": dice.choice(["硕士研究生", "博士研究生"]) if by_education else dice.choice(["大学本科", "硕士"]),
        "职称": dice.choice(["中级", "副高级"]) if by_education else dice.choice(["副高级", "正高级"]),
        "参加工作时间": date_text(dice, born + 24),
        "从事本专业工作年限": dice.choice(["5", "6.5", "8", "12"]),
        "工作单位": dice.choice(EMPLOYERS),
        "单位性质": dice.choice(["事业单位", "国有企业", "非公有制经济组织"]),
        "单位层级": dice.choice(["乡镇", "旗县", "盟市", "区直"]),
        "行政区划代码": dice.choice(WEST),
        "专业领域": dice.choice(FIELDS),
        "政治条件合格": "是",
        "职业道德合格": "是",
        "身心健康": "是",
        "无不良嗜好": "是",
        "从事专业技术工作": "是",
        "从事管理工作": dice.choice(["否", "否", "否", "是"]),
        "往届特培学员": dice.choice(["否", "否", "否", "是"]),
        "备注": "",
    }


def candidate(dice: random.Random, number: int) -> dict[str, str]:
    """One person: sound, failing one criterion, with one fact open, or both."""
    person = sound_person(dice, number)
    kind = number % 4
    if kind in (1, 3):
        _, changes = FAILINGS[number // 4 % len(FAILINGS)]
        person.update({heading: dice.choice(values) for heading, values in changes.items()})
    if kind == 2 or (kind == 3 and number % 3 == 0):
        heading = OPEN[number // 4 % len(OPEN)]
        make_decisive(person, heading, dice)
        person[heading] = ""
    if number % 37 == 0:
        person["民族"] = "其他"  # code 97: a known value that the policies leave open
    return person


def make_decisive(person: dict[str, str], heading: str, dice: random.Random) -> None:
    """Sees to it that the fact left open is one that the answer turns on."""
    if heading in ("学历", "从事本专业工作年限"):
        person.update({"学历": "硕士研究生", "职称": "中级"})
    elif heading == "职称":
        person.update({"学历": "大学本科"})
    elif heading == "单位层级":
        person.update({"行政区划代码": dice.choice(EAST)})


def main() -> None:
    """Writes the file."""
    dice = random.Random(20250313)
    with OUT.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS)
        writer.writeheader()
        for number in range(1, COUNT + 1):
            writer.writerow(candidate(dice, number))


if __name__ == "__main__":
    main()
