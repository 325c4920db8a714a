"""Columns: what the navigation names is there (国办秘函〔2019〕19号)."""

import difflib
from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem

# A rule may not ask the pages; tests/rules/test_column.py compares these with the pages that are really made.
SECTIONS = (
    "/",
    "/commitments/",
    "/fees/",
    "/divisions/",
    "/laws/",
    "/bulletins/",
    "/pledges/",
    "/sitemap/",
    "/accessibility/",
)
"""The front pages that both sites have."""


def columns_lead_somewhere(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column's address is that of a section the site really has (国办秘函〔2019〕19号)."""
    for index, column in enumerate(corpus.bureau.record.columns):
        if column.route not in SECTIONS:
            close = difflib.get_close_matches(column.route, SECTIONS, n=1)
            yield Problem(
                corpus.bureau.place("columns", index, "route"),
                "column/leads-nowhere",
                f"栏目“{column.title}”的地址 {column.route} 不是网站上的栏目，点进去什么也没有",
                f"改为 route: {close[0]}" if close else "可以写的有：" + "、".join(SECTIONS),
            )
