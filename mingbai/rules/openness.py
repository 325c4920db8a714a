"""Openness: each numbered item of 条例 第二十条 is public somewhere or is not ours, and the duties with a day are kept.

`COVERED` says which kinds of record an item is covered by; texts say it of themselves (`items`).
"""

from collections.abc import Iterator, Mapping
from datetime import date

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Place, Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.public.page import Page
from mingbai.rules.phrase import chinese

ITEMS = 15
COVERED: Mapping[int, tuple[str, ...]] = {
    1: ("documents", "laws"),
    2: ("divisions", "people"),
    5: ("commitments",),
    6: ("fines",),
    8: ("fees",),
    15: ("pledges", "bulletins", "figures", "honours", "exemplars"),
}
"""By number of the item, the kinds that cover it where there is at least one record."""

SECTION, REPORTS = "/openness/", "/openness/reports/"
DUE, SOON = (1, 31), (1, 10)
"""The annual report is due on 31 January; from 10 January on we say that it is still missing."""


def office_named(corpus: PublicCorpus) -> Iterator[Problem]:
    """Where there is a column on openness, somebody answers for it (政府信息公开条例 第四条、第十二条)."""
    for index, column in enumerate(corpus.bureau.record.columns):
        if column.route.startswith(SECTION) and corpus.bureau.record.openness is None:
            yield Problem(
                corpus.bureau.place("columns", index, "route"),
                "openness/office-missing",
                f"有“{column.title}”这个栏目，却没有写信息公开机构；公开指南要写明找谁、传真多少、写信到哪里",
                "补上 openness:，下面写 division、fax、email 三行",
            )
            return


def items_covered(corpus: PublicCorpus) -> Iterator[Problem]:
    """Each numbered item of the article is public, or declared not to be ours; not both (政府信息公开条例 第二十条)."""
    office = corpus.bureau.record.openness
    if office is None or _unread(corpus):
        return
    kinds = corpus.filed.keys()
    texts = {item for entry in corpus.pages.values() for item in entry.record.items}
    for item in range(1, ITEMS + 1):
        public = item in texts or not kinds.isdisjoint(COVERED.get(item, ()))
        name = f"第二十条第{chinese(item)}项"
        if not public and item not in office.not_ours:
            yield Problem(
                corpus.bureau.place("openness"),
                "openness/item-uncovered",
                f"条例{name}没有公开的内容",
                f"写一个页面，写上 items: [{item}]；本局不产生这类信息的，把 {item} 写进 openness 的 not_ours",
            )
        if public and item in office.not_ours:
            yield Problem(
                corpus.bureau.place("openness", "not_ours"),
                "openness/item-contradicts",
                f"条例{name}写了本局没有，可是已经公开了",
                f"从 not_ours 里去掉 {item}",
            )


def annual_report_out(corpus: PublicCorpus) -> Iterator[Problem]:
    """The report on last year's openness is out by 31 January (政府信息公开条例 第四十九条)."""
    year = corpus.day.year - 1
    if corpus.bureau.record.openness and report(corpus, year) is None:
        place = corpus.bureau.place("openness")
        todo = f"在 content/public/pages/ 里写一篇，上面加一行 report_year: {year}"
        yield from _owed(corpus, place, "annual-report", f"{year}年的信息公开年报", todo)


def site_report_out(corpus: PublicCorpus) -> Iterator[Problem]:
    """Where reports have a column, last year's report on the site itself is out by 31 January (国办函〔2018〕12号)."""
    year = corpus.day.year - 1
    reports = any(column.route == REPORTS for column in corpus.bureau.record.columns)
    if reports and site_report(corpus, year) is None:
        place, name = corpus.bureau.place("columns"), f"{year}年的政府网站工作年度报表"
        draft = f"build.py new site-report {year} 起草一页，数好程序知道的，补齐了挪到 content/public/pages/"
        yield from _owed(corpus, place, "site-report", name, draft)


def _owed(corpus: PublicCorpus, place: Place, which: str, name: str, todo: str) -> Iterator[Problem]:
    """That a report is not out, from some days before it is due."""
    year = corpus.day.year
    if corpus.day < date(year, *SOON) or _unread(corpus):
        return
    late = "已经过了1月31日" if corpus.day > date(year, *DUE) else "1月31日以前要公布"
    code = f"openness/{which}-missing"
    yield Problem(place, code, f"{name}还没有公布，{late}", todo, Severity.WARNING)


def report(corpus: PublicCorpus, year: int) -> Entry[Page] | None:
    """The report on openness in that year, if it is public."""
    return next((entry for entry in corpus.pages.values() if entry.record.report_year == year), None)


def site_report(corpus: PublicCorpus, year: int) -> Entry[Page] | None:
    """The report on the site itself in that year, if it is public."""
    return next((entry for entry in corpus.pages.values() if entry.record.site_report_year == year), None)


def _unread(corpus: PublicCorpus) -> bool:
    """Whether a text is broken or not out yet: it may be the one that is missed, and nobody can tell."""
    return not corpus.ids(Page) <= corpus.pages.keys()
