"""What people are asked to bring and to fulfil: complete, each with an id of its own, and nothing left open."""

import re
from collections.abc import Iterator, Sequence

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.commitment import TOLD_WITHIN, Commitment, CommitmentKind
from mingbai.records.public.commitment_parts import Condition, Material, MaterialForm, MaterialNeed, MaterialSource
from mingbai.rules.commitment import handled
from mingbai.rules.phrase import title

NEEDED = {
    "form": f"补上 form，可以填：{'、'.join(MaterialForm)}",
    "copies": "补上份数，例如 copies: 1",
    "need": f"补上 need，可以填：{'、'.join(MaterialNeed)}",
    "source": f"补上 source，可以填：{'、'.join(MaterialSource)}",
}
THINGS = "材料|文件|资料|证明|证件|手续"
CATCH_ALL = re.compile(
    rf"其[他它](?:有关|相关|必要|必需|需要|应当|应)?的?(?:{THINGS}|条件|情形|要求|规定)"
    rf"|(?:有关|相关)(?:{THINGS}|条件|规定|要求)"
    # 平等、同等、高等 and the like end in 等 too, and 一等、甲等 are grades.
    rf"|(?<![平同高中初优特均对相不上下头何一二三四五甲乙丙丁])等(?:{THINGS}|(?=[。；;，,、）)]|$))"
)
"""Words that leave open what is meant. 等级, 等候 and a closed list (甲、乙等两项材料) are not among them."""


def materials_complete(corpus: PublicCorpus) -> Iterator[Problem]:
    """Every material says its form, copies, need and source (行政许可法 第三十条: 全部材料的目录)."""
    for entry in handled(corpus):
        for index, material in enumerate(entry.record.materials):
            for field, hint in NEEDED.items():
                if getattr(material, field) is None:
                    yield Problem(
                        entry.place("materials", index, field),
                        "commitment/material-incomplete",
                        f"“{entry.record.name}”的材料“{material.name}”缺少“{title(Material, field)}”",
                        hint,
                    )


def ids_unique(corpus: PublicCorpus) -> Iterator[Problem]:
    """Materials and conditions each have an id of their own: the one-time notice names them by it (意见 二（三）)."""
    for entry in handled(corpus):
        yield from _unique(entry, "conditions", entry.record.conditions)
        yield from _unique(entry, "materials", entry.record.materials)


def _unique(entry: Entry[Commitment], field: str, items: Sequence[Condition | Material]) -> Iterator[Problem]:
    ids = [item.id for item in items]
    for index, id in enumerate(ids):
        first = ids.index(id)
        if first < index:
            yield Problem(
                entry.place(field, index, "id"),
                "commitment/duplicate-id",
                f"“{title(Commitment, field)}”第{index + 1}项的编号 {id} 和第{first + 1}项重复",
                f"换一个没有用过的编号，例如 id: {_free(id, ids)}",
            )


def _free(id: str, ids: Sequence[str]) -> str:
    return next(f"{id}-{n}" for n in range(2, len(ids) + 2) if f"{id}-{n}" not in ids)


def nothing_left_open(corpus: PublicCorpus) -> Iterator[Problem]:
    """Conditions and materials are named one by one, without catch-all words (意见 二（三）: 听得懂、道得明)."""
    for entry in handled(corpus):
        for index, condition in enumerate(entry.record.conditions):
            yield from _open(entry, ("conditions", index, "text"), condition.text)
        for index, material in enumerate(entry.record.materials):
            for field in ("name", "when", "requirement"):
                yield from _open(entry, ("materials", index, field), getattr(material, field))


def _open(entry: Entry[Commitment], steps: tuple[str, int, str], text: str | None) -> Iterator[Problem]:
    found = CATCH_ALL.search(text or "")
    if not found:
        return
    part = title(Commitment, steps[0])
    yield Problem(
        entry.place(*steps),
        "commitment/catch-all-wording",
        f"“{entry.record.name}”的{part}里写了“{found.group()}”，办事的人看不出到底指什么",
        "把所指的一项一项写全；没有别的，就删掉这几个字",
    )


def lacking_told_in_time(corpus: PublicCorpus) -> Iterator[Problem]:
    """Who applies for a licence is told at once, or within five days, all that is lacking (行政许可法 第三十二条)."""
    for entry in handled(corpus):
        days = entry.record.deficiency_notice_days
        if entry.record.type is CommitmentKind.LICENCE and days > TOLD_WITHIN:
            yield Problem(
                entry.place("deficiency_notice_days"),
                "commitment/lacking-told-late",
                f"“{entry.record.name}”材料不齐，写的是{days}日内告知；行政许可要当场或者{TOLD_WITHIN}日内一次告知（行政许可法第三十二条）",
                f"改为 deficiency_notice_days: {TOLD_WITHIN} 或更小的数",
            )
