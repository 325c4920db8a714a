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
    meant = _meant(routes)
    free = [section for section in SECTIONS[1:] if section not in routes and section not in meant.values()]
    for index, column in enumerate(columns):
        place = corpus.bureau.place("columns", index, "route")
        first = routes.index(column.route)
        if index in meant:
            close = meant[index]
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
                f"多写的，删掉一个；写错的，改成它自己的地址{_some('；还没有用的有：', free)}",
            )


def _meant(routes: Sequence[str]) -> dict[int, str]:
    """Which section each address that leads nowhere was meant for, by its index: none twice; an empty text for none."""
    meant: dict[int, str] = {}
    for index, route in enumerate(routes):
        if route not in SECTIONS:
            free = [section for section in SECTIONS[1:] if section not in routes and section not in meant.values()]
            meant[index] = near(route, free) or _above(route, free) or ""
    return meant


def _some(before: str, routes: Sequence[str]) -> str:
    """A handful of addresses after some words; nothing where there is none."""
    return f"{before}{'、'.join(routes[:_NAMED])}{'等' if len(routes) > _NAMED else ''}" if routes else ""


def _above(route: str, sections: Iterable[str]) -> str | None:
    """The section that a page's address begins with."""
    return max((section for section in sections if route.startswith(section)), key=len, default=None)


def columns_lie_under_main_ones(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column lies under a main column of the list, and under one only (本局自定).

    Of an address that is wrong is told already: what lies under the section that was meant is right. Where nobody knows
    which that is, it may be any that no column leads to, one for each such address.
    """
    columns = corpus.bureau.record.columns
    routes = [column.route for column in columns]
    meant = _meant(routes)
    main = _main(corpus)
    said = {routes[index] for index in main if not meant.get(index)}
    there = [meant.get(index, routes[index]) for index in main]
    sections = [route for route in dict.fromkeys(there) if route]
    twice = [route for index, route in enumerate(routes) if route in routes[:index] and index not in meant]
    unknown = there.count("") + len([route for route in twice if route in said])
    for index, column in enumerate(columns):
        if column.under is None or column.under in said or column.under in sections:
            continue
        if unknown and column.under in SECTIONS[1:] and column.under not in routes:
            unknown -= 1
            said.add(column.under)
            continue
        close = near(column.under, sections)
        yield Problem(
            corpus.bureau.place("columns", index, "under"),
            "column/under-nowhere",
            f"栏目“{column.title}”的上级栏目 {column.under} 不是主栏目",
            f"改为 under: {close}" if close else _some("可以写的有：", sections) or "删掉 under 这一行",
        )


def _main(corpus: PublicCorpus) -> list[int]:
    """Where the main columns stand in the list."""
    columns = corpus.bureau.record.columns
    return [index for index, column in enumerate(columns) if column.under is None and column.route != "/"]


def main_columns_fit(corpus: PublicCorpus) -> Iterator[Problem]:
    """No more main columns than the masthead has room for in one line (本局自定)."""
    columns = corpus.bureau.record.columns
    main = _main(corpus)
    above = next((columns[index].route for index in main[:MAIN] if columns[index].route in SECTIONS), "")
    for index in main[MAIN:]:
        yield Problem(
            corpus.bureau.place("columns", index),
            "column/too-many",
            f"主栏目最多{MAIN}个，“{columns[index].title}”排不进导航了",
            f"给它加一行 under: {above}（放在哪个主栏目下面，就写哪个的地址）"
            if above
            else "放在哪个主栏目下面，就给它加一行 under: 那个主栏目的地址",
        )
