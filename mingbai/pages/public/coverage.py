"""Where each numbered item of 条例 第二十条 is on this site, in our words."""

from collections.abc import Set

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.part import Link
from mingbai.rules.openness import COVERED

GISTS = {
    1: "法规、规章和规范性文件",
    2: "管什么、设哪些处室、在哪里、什么时候上班、电话多少、谁负责",
    3: "发展规划和配套的政策",
    4: "统计数字",
    5: "许可和别的办事事项：依据、条件、程序、结果",
    6: "处罚和强制：依据、条件、程序，影响大的处罚决定",
    7: "财政预算、决算",
    8: "行政事业性收费：项目、依据、标准",
    9: "政府集中采购：目录、标准、做得怎样",
    10: "重大建设项目：批没批、建得怎样",
    11: "扶贫、教育、医疗、社会保障、就业的政策和落实",
    12: "突发事件：预案、预警、怎么应对",
    13: "环境、卫生、安全生产、食品药品、产品质量的检查",
    14: "招考公务员：职位、名额、条件、结果",
    15: "法律、法规要求公开的别的信息",
}
COLUMNS = {"people": "/divisions/", "figures": "/supervision/"}
"""The columns of kinds that have no column of their own name."""


class Covered(Struct, frozen=True):
    """One item of the law, and where it is."""

    number: str
    gist: str
    links: tuple[Link, ...]


def covered(corpus: PublicCorpus) -> tuple[Covered, ...]:
    """The items there is something public of, in the order of the law."""
    present = {kind.kind for kind in corpus.kinds}
    rows = (Covered(phrase.clause(item), gist, _links(corpus, item, present)) for item, gist in GISTS.items())
    return tuple(row for row in rows if row.links)


def not_ours(corpus: PublicCorpus) -> str:
    """The items that this bureau has nothing of."""
    office = corpus.bureau.record.openness
    return phrase.listed(map(phrase.clause, office.not_ours)) if office else ""


def _links(corpus: PublicCorpus, item: int, present: Set[str]) -> tuple[Link, ...]:
    """The columns with records that cover an item, each once, then the texts that say they do."""
    titles = {column.route: column.title for column in corpus.bureau.record.columns}
    found = dict.fromkeys(COLUMNS.get(kind, f"/{kind}/") for kind in COVERED.get(item, ()) if kind in present)
    columns = (Link(titles.get(route, route), route) for route in found)
    texts = (
        Link(entry.record.title, routes.route("pages", entry.id))
        for entry in corpus.pages.values()
        if item in entry.record.items
    )
    return (*columns, *texts)
