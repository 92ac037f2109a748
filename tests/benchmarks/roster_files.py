"""How long `tepei check` takes for a long roster, and the most memory it takes: the figures in docs/rosters.md.

python tests/benchmarks/roster_files.py --rows 1000000
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
from pyarrow import csv as arrow_csv
from pyarrow import parquet

HEADINGS = [
    *("序号", "姓名", "性别", "民族", "出生日期", "学历", "职称", "参加工作时间", "从事本专业工作年限", "单位性质"),
    *("单位层级", "行政区划代码", "政治条件合格", "身心健康", "备注"),
]
ETHNICITIES = ("蒙古族", "汉族", "回族", "满族", "朝鲜族", "达斡尔族", "鄂温克族", "")
EDUCATIONS = ("大学本科", "硕士研究生", "博士研究生", "大学专科")
TITLES = ("中级", "副高级", "正高级", "初级", "")
EMPLOYERS = ("事业单位", "国有企业", "机关", "非公有制经济组织")
LEVELS = ("盟市", "旗县区", "区直", "乡镇及以下")
DIVISIONS = ("150102", "150402", "152502", "150602", "210102", "")
QUESTION = ["--policy", "inner-mongolia-2025", "--as-of", "2025-03-21", "--rows", "0"]


def person(number: int, dice: random.Random) -> list[str]:
    """A made-up row; one in a thousand has a cell that cannot be read."""
    birth = f"{dice.randint(1970, 1998)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    start = f"{dice.randint(1995, 2024)}-{dice.randint(1, 12):02}"
    sound = dice.random() > 0.001
    cells = (dice.choice(("男", "女")), dice.choice(ETHNICITIES), birth if sound else "1985-02-30")
    post = (dice.choice(EMPLOYERS), dice.choice(LEVELS), dice.choice(DIVISIONS))
    attested = (dice.choice(("是", "是", "是", "否")), dice.choice(("是", "是", "")))
    years = str(dice.randint(0, 40) / 2)
    return [
        *(str(number), f"学员{number}", *cells, dice.choice(EDUCATIONS), dice.choice(TITLES), start, years),
        *(*post, *attested, ""),
    ]


def write_rosters(folder: Path, rows: int) -> list[Path]:
    """The same people as CSV and as Parquet."""
    dice = random.Random(20250313)
    as_csv, as_parquet = folder / "roster.csv", folder / "roster.parquet"
    with as_csv.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(person(number, dice) for number in range(rows))
    types = dict.fromkeys(HEADINGS, pa.string())
    with (
        arrow_csv.open_csv(as_csv, convert_options=arrow_csv.ConvertOptions(column_types=types)) as source,
        parquet.ParquetWriter(as_parquet, source.schema) as target,
    ):
        for batch in source:
            target.write_batch(batch)
    return [as_csv, as_parquet]


def measured(words: list[str]) -> tuple[float, int, int]:
    """Seconds, the most memory in MiB, and the exit code of a run of the command."""
    start = time.perf_counter()
    running = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "tepei", *words],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, usage = os.wait4(running, 0)
    return time.perf_counter() - start, usage.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--workbook", action="store_true", help="write a workbook too, which takes minutes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.folder or Path(made)
        print("| roster | tracks | result | seconds | rows a second | most memory, MiB |")
        print("|---|--:|---|--:|--:|--:|")
        endings = ["", "csv", "parquet", "json", *(["xlsx"] if chosen.workbook else [])]
        for roster in write_rosters(folder, chosen.rows):
            for ending in endings:
                for tracks, track in ((1, ["--track", "outside"]), (3, [])):
                    out = ["--out", str(folder / f"out.{ending}")] if ending else []
                    seconds, memory, code = measured(["check", str(roster), *QUESTION, *track, *out])
                    assert code == 1, code  # some cells cannot be read
                    speed = f"{chosen.rows / seconds:,.0f}"
                    name = ending or "terminal"
                    print(
                        f"| {roster.suffix[1:]} | {tracks} | {name} | {seconds:.1f} | {speed} | {memory} |", flush=True
                    )


if __name__ == "__main__":
    main()
