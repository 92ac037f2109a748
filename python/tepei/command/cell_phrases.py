"""What is said of a cell that could not be read, in both languages: the engine's English, and Chinese keyed by code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tepei.command.files.record import BadCell

LONGEST_CONTENT = 60

# What is wrong, by the diagnostic's code.
PROBLEMS_ZH: dict[str, str] = {
    "facts.value.wrong_type": "“{content}”的类型不对",
    "facts.value.unlisted": "“{content}”不在可填的内容之列",
    "facts.value.not_a_value": "“{content}”不能作为个人的取值",
    "facts.value.not_a_date": "“{content}”不能识别为日期",
    "facts.value.impossible_date": "“{content}”这一天不存在",
    "facts.value.not_a_number": "“{content}”不是数字",
    "facts.value.below_minimum": "“{content}”过小",
    "facts.value.above_maximum": "“{content}”过大",
    "facts.value.not_yes_or_no": "“{content}”不能识别为是或否",
    "facts.value.after_as_of": "“{content}”晚于截至日期",
    "facts.text.invalid_utf8": "“{content}”的文字编码有误",
    "facts.text.too_long": "“{content}”过长",
    "batch.cell.date_out_of_range": "“{content}”超出了日期的范围",
    "batch.cell.infinite": "“{content}”不是有限的数字",
    "batch.cell.too_many_digits": "“{content}”的位数过多",
    "roster.row.too_long": "这一行的单元格多于列名，多出“{content}”",
    "roster.cell.uncomputed": "公式“{content}”还没有计算结果",
    "roster.json.malformed": "这一行不是 JSON 对象：“{content}”",
    "roster.json.nested": "“{content}”是列表或对象，不能作为单元格",
    "roster.json.duplicate_key": "同一个键出现了两次，其一为“{content}”",
    "roster.json.not_finite": "“{content}”不是 JSON 的数字",
}

# What was expected, as the engine names it after "; expected ".
EXPECTED_ZH: tuple[tuple[str, str], ...] = (
    (r"text", "文字"),
    (r"yes or no \(是 or 否\)", "是或否"),
    (r"a number", "数字"),
    (r"a number of at least (.+)", "不小于 {0} 的数字"),
    (r"a number of at most (.+)", "不大于 {0} 的数字"),
    (r"a date such as `(.+)`", "日期，如 {0}"),
    (r"a day that exists", "存在的日期"),
    (r"a code or a listed name", "代码或名称"),
    (r"a code of (\d+) digits or a listed name", "{0} 位代码或名称"),
    (r"a listed id, name or code", "标准中的名称或代码"),
    (r"a value a person can have", "个人可以有的取值"),
)

# What to do about it.
HELP_ZH: tuple[tuple[str, str], ...] = (
    (r"did you mean `(.+)`\?", "是否应为“{0}”？"),
    (r"leave the cell (?:empty|null) where nothing is known", "情况不明的请留空"),
    (r"one of (.+)", "可填：{0}"),
    (r"(\d+) digits beginning with (.+)", "应为 {0} 位数字，以 {1} 开头"),
    (r"(?:\d+ digits|a code of digits)", "应为数字代码"),
    (r"write `是` or `否`, .+", "请填“是”或“否”"),
    (r"under this heading the word may mean either; .+", "在这一列里该词有两种理解，请填“是”或“否”"),
    (r"a number must be 1 or 0 here", "数字只能是 1 或 0"),
    (r"give a number, not text", "请填数字"),
    (r"write digits only, such as `12` or `12.5`", "请只填数字，如 12 或 12.5"),
    (r"write the number without separators, such as `1200.5`", "数字中不要加分隔符，如 1200.5"),
    (
        r"a year alone does not tell the age; give at least the month, such as `(.+)`",
        "只有年份不能确定年龄，至少写到月份，如 {0}",
    ),
    (
        r"a table program drops the zero of `(.+)`; write `(.+)` or `(.+)`",
        "表格软件会丢掉 {0} 末尾的零，请写成 {1} 或 {2}",
    ),
    (
        r"a number loses the zero of `(.+)`; write it as text, such as `(.+)`",
        "数字会丢掉 {0} 末尾的零，请按文字写成 {1}",
    ),
    (r"if this is a serial number of Excel, it is `(.+)`; .+", "若是 Excel 的日期序号，即为 {0}；请把该列设为日期格式"),
    (r"write the date as text or in a column of dates", "请按文字填写日期，或把该列设为日期格式"),
    (r"write the date as `(.+)`", "请写成 {0} 的样式"),
    (r"write the year first and with four digits", "年份写在最前，用四位数字"),
    (r"write the year first, then month and day", "先写年，再写月、日"),
    (r"years run from 1 to 9999", "年份为 1 至 9999"),
    (r"months run from 1 to 12", "月份为 1 至 12"),
    (r"the month (.+) has (\d+) days", "{0} 只有 {1} 天"),
    (r"a date on or before `as_of` was expected", "应不晚于截至日期"),
    (
        r"a degree \(学位\) is not education completed \(学历\); write `(.+)` where it was completed",
        "学位不等于学历，已毕业的请填“{0}”",
    ),
    (r"`(.+)` is the heading of a group; write (.+)", "“{0}”是一组代码的总称，请填 {1}"),
    (r"convert the file to UTF-8; .+", "请把文件转换为 UTF-8 编码"),
    (r"look for a missing quotation mark or line end before it", "请检查前面是否缺少引号或换行"),
    (r"check the unit in which the dates were written", "请检查日期所用的单位"),
    (r"look for a stray comma or quotation mark", "请检查是否有多余的逗号或引号"),
    (r"open the workbook, let it compute, save it", "请打开工作簿，待其计算后保存"),
    (r"write one object a line: .+", '每行写一个对象，如 {{"姓名": "…", "出生日期": "1985-06-15"}}'),
    (r"give text, a number, a date or null", "请填文字、数字、日期或 null"),
    (r"keep one of them", "请保留其中一个"),
    (r"write null where nothing is known", "情况不明的请写 null"),
    (r"write `(.+)` for a district or `(.+)` for the region", "区、县请填“{0}”，自治区本级请填“{1}”"),
    (r"write (.+)", "请填 {0}"),
)

EXPECTATION = re.compile(r".*; expected (.+)", re.DOTALL)
NEAREST = re.compile(r"did you mean `(.+)`\?", re.DOTALL)


@dataclass(frozen=True)
class Told:
    """A bad cell in one language. `expected` and `nearest` are empty where the engine names none."""

    message: str
    help: str
    expected: str
    nearest: str


def told(bad: BadCell, lang: str) -> Told:
    """What is said of a bad cell."""
    found = EXPECTATION.fullmatch(bad.message)
    expected = found[1] if found else ""
    near = NEAREST.fullmatch(bad.help)
    nearest = near[1] if near else ""
    if lang != "zh" or bad.code not in PROBLEMS_ZH:
        return Told(bad.message, bad.help, expected, nearest)
    expected = _translated(expected, EXPECTED_ZH)
    message = PROBLEMS_ZH[bad.code].format(content=_shown(bad.content))
    if expected:
        message += f"，应填{expected}"
    return Told(message, _translated(bad.help, HELP_ZH), expected, nearest)


def _shown(content: str) -> str:
    line = " ".join(content[: 4 * LONGEST_CONTENT].split())
    return (
        line if len(line) <= LONGEST_CONTENT and len(content) <= 4 * LONGEST_CONTENT else line[:LONGEST_CONTENT] + "…"
    )


def _translated(text: str, phrases: tuple[tuple[str, str], ...]) -> str:
    """The Chinese of the first phrase that is the whole text; the text itself where there is none."""
    for pattern, chinese in phrases:
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found:
            return chinese.format(*(_words(group) for group in found.groups()))
    return text


def _words(text: str) -> str:
    """Lists of values as Chinese writes them: without the marks and ids of the engine's English."""
    text = re.sub(r"`\w+` (?=[^\x00-\x7f])", "", text)
    text = re.sub(r" and (\d+) more", r" 等（另有 \1 个）", text)
    return (
        text.replace("` or `", "或").replace(" or ", " 或 ").replace("`, `", "、").replace(", ", "、").replace("`", "")
    )
