"""Columns: what the navigation names is there, fits on one line, and hangs together (国办秘函〔2019〕19号)."""

from collections.abc import Iterable, Iterator, Sequence

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
_NAMED = 7
"""So many addresses of those that may be written are read in one line."""


def columns_lead_somewhere(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column's address is that of a section the site really has, and its own alone (国办秘函〔2019〕19号)."""
    columns = corpus.bureau.record.columns
    routes = [column.route for column in columns]
    free = [section for section in SECTIONS[1:] if section not in routes]
    for index, column in enumerate(columns):
        place = corpus.bureau.place("columns", index, "route")
        first = routes.index(column.route)
        if column.route not in SECTIONS:
            close = near(column.route, free) or _above(column.route, free)
            yield Problem(
                place,
                "column/leads-nowhere",
                f"栏目“{column.title}”的地址 {column.route} 不是网站上的栏目，点进去什么也没有",
                f"改为 route: {close}" if close else _some("可以写的有：", free) or "删掉这个栏目",
            )
        elif first < index:
            yield Problem(
                place,
                "column/twice",
                f"栏目“{columns[first].title}”和“{column.title}”的地址都是 {column.route}",
                f"写错的一个改成它自己的地址{_some('；还没有用的有：', free)}",
            )


def _some(before: str, routes: Sequence[str]) -> str:
    """A handful of addresses after some words; nothing where there is none."""
    return f"{before}{'、'.join(routes[:_NAMED])}{'等' if len(routes) > _NAMED else ''}" if routes else ""


def _above(route: str, sections: Iterable[str]) -> str | None:
    """The section that a page's address begins with."""
    return max((section for section in sections if route.startswith(section)), key=len, default=None)


def columns_lie_under_main_ones(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column lies under a main column of the list, and under one only (本局自定).

    Where an address is wrong, a section that no column leads to may be the right one: that is told already.
    """
    columns = corpus.bureau.record.columns
    routes = [column.route for column in columns]
    main = [column.route for column in columns if column.under is None and column.route != "/"]
    slipped = len({*routes} & {*SECTIONS}) < len(routes)
    meant = {*SECTIONS} - {*routes} if slipped else {*()}
    for index, column in enumerate(columns):
        if column.under is not None and column.under not in main and column.under not in meant:
            close = near(column.under, main)
            yield Problem(
                corpus.bureau.place("columns", index, "under"),
                "column/under-nowhere",
                f"栏目“{column.title}”的上级栏目 {column.under} 不是主栏目",
                f"改为 under: {close}" if close else _some("可以写的有：", main) or "删掉 under 这一行",
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
