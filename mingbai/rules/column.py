"""Columns: what the navigation names is there, fits on one line, and hangs together (国办秘函〔2019〕19号)."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.near import near
from mingbai.problem import Problem

# A rule may not ask the pages; tests/rules/test_column.py compares these with the pages that are really made.
SECTIONS = (
    "/",
    "/commitments/",
    "/fees/",
    "/fines/",
    "/powers/",
    "/reform/",
    "/changes/",
    "/divisions/",
    "/laws/",
    "/bulletins/",
    "/pledges/",
    "/documents/",
    "/consultations/",
    "/calendar/",
    "/performance/",
    "/data/",
    "/supervision/",
    "/openness/",
    "/openness/guide/",
    "/openness/catalogue/",
    "/openness/request/",
    "/openness/reports/",
    "/honours/",
    "/exemplars/",
    "/pages/",
    "/feeds/",
    "/search/",
    "/sitemap/",
    "/accessibility/",
)
"""The front pages that both sites have."""

MAIN = 7
"""So many main columns stand in one line of the masthead on a desktop, and in one line of a telephone."""


def columns_lead_somewhere(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column's address is that of a section the site really has (国办秘函〔2019〕19号)."""
    for index, column in enumerate(corpus.bureau.record.columns):
        if column.route not in SECTIONS:
            close = near(column.route, SECTIONS) or _above(column.route)
            yield Problem(
                corpus.bureau.place("columns", index, "route"),
                "column/leads-nowhere",
                f"栏目“{column.title}”的地址 {column.route} 不是网站上的栏目，点进去什么也没有",
                f"改为 route: {close}" if close else "可以写的有：" + "、".join(SECTIONS),
            )


def _above(route: str) -> str | None:
    """The section that a page's address begins with."""
    return max((section for section in SECTIONS[1:] if route.startswith(section)), key=len, default=None)


def columns_lie_under_main_ones(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column lies under a main column of the list, and under one only (本局自定)."""
    columns = corpus.bureau.record.columns
    main = [column.route for column in columns if column.under is None and column.route != "/"]
    for index, column in enumerate(columns):
        if column.under is not None and column.under not in main:
            close = near(column.under, main)
            yield Problem(
                corpus.bureau.place("columns", index, "under"),
                "column/under-nowhere",
                f"栏目“{column.title}”的上级栏目 {column.under} 不是主栏目",
                f"改为 under: {close}" if close else "可以写的有：" + "、".join(main),
            )


def main_columns_fit(corpus: PublicCorpus) -> Iterator[Problem]:
    """No more main columns than the masthead has room for in one line (本局自定)."""
    columns = corpus.bureau.record.columns
    main = [index for index, column in enumerate(columns) if column.under is None and column.route != "/"]
    for index in main[MAIN:]:
        yield Problem(
            corpus.bureau.place("columns", index),
            "column/too-many",
            f"主栏目最多{MAIN}个，“{columns[index].title}”排不进导航了",
            f"给它加一行 under: {columns[main[0]].route}（放在哪个主栏目下面，就写哪个的地址）",
        )
