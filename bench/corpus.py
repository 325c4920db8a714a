"""Makes the big bureau the benchmarks run on: the sample's own records and 10,000 bulletins of 2 kB."""

import argparse
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

WORDS = [
    *"窗口 材料 清单 公示 承诺 时限 办结 群众 企业 演出 图书馆 书店".split(),  # noqa: SIM905 - a list of words reads better so
    *"文物 收费 依据 台账 整改 回访 热线 流程 减少 合并 压缩 提前".split(),  # noqa: SIM905 - a list of words reads better so
    *"核对 说明 登记 复核 上门 预约 邮寄 网上 一次 当场 两天 三件".split(),  # noqa: SIM905 - a list of words reads better so
    *"五家 七条 十分钟 半小时".split(),  # noqa: SIM905 - a list of words reads better so
]
PER_YEAR = 400


def paragraph(chance: random.Random, length: int) -> str:
    """Some sentences, `length` characters or a little more."""
    text = ""
    while len(text) < length:
        text += "".join(chance.choice(WORDS) for _ in range(chance.randint(5, 9))) + chance.choice("，。；。")
    return text[:-1] + "。"


def body(chance: random.Random, number: int) -> str:
    """About 2 kB of Markdown (UTF-8): headings, paragraphs, a list; every tenth has a table, every fourth a link."""
    parts = [f"## 一、{paragraph(chance, 8)[:-1]}", *(paragraph(chance, 130) for _ in range(2))]
    parts += ["\n".join(f"- **{paragraph(chance, 6)[:-1]}**：{paragraph(chance, 20)}" for _ in range(4))]
    parts += [f"## 二、{paragraph(chance, 8)[:-1]}", paragraph(chance, 140)]
    if number % 10 == 0:
        parts.append(
            "| 事项 | 件数 |\n| --- | ---: |\n" + "\n".join(f"| {paragraph(chance, 6)} | {n} |" for n in range(4))
        )
    if number % 4 == 0:
        parts.append("办理要求见[服务承诺](../../../commitments/arts/perf-domestic.yaml)。")
    return "\n\n".join(parts) + "\n"


def make(sample: Path, target: Path, count: int) -> None:
    """Copy the sample project to `target` and put `count` bulletins in place of its own."""
    shutil.copytree(sample / "content", target / "content")
    bulletins = target / "content/public/bulletins"
    shutil.rmtree(bulletins)
    first = 2026 - (count - 1) // PER_YEAR
    for index in range(count):
        year, number = first + index // PER_YEAR, index % PER_YEAR + 1
        day = date(year, 1, 1) + timedelta(days=(number - 1) * 360 // PER_YEAR)
        folder = bulletins / str(year) / f"{number:02}"
        folder.mkdir(parents=True)
        (folder / "issue.yaml").write_text(
            f"title: 作风建设简报\nissue_no: {number}\ncumulative_no: {index + 1}\ndate: {day}\n"
            f"publisher: 局作风建设领导小组办公室\nitems: [one]\nreport_to: [市机关作风建设领导小组办公室]\n"
            f"send_to: [局领导]\nissue_to: [各处室, 各直属单位]\ncopies: 60\n"
            f"review:\n  by: 办公室\n  on: {day}\npublished: {day} 16:20\n",
            encoding="utf-8",
        )
        chance = random.Random(index)
        (folder / "one.md").write_text(
            f"---\ntitle: 第{index + 1}篇，{paragraph(chance, 10)[:-1]}\ndivision: arts\nsubmitted_on: {day}\n---\n\n"
            + body(chance, index),
            encoding="utf-8",
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    make(Path(__file__).parents[1], arguments.target, arguments.count)
