"""Columns are kept: none is empty, and each has something new as often as it promises (R66)."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingbai.corpus.holdings import LIMITS
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity


def no_column_empty(corpus: PublicCorpus) -> Iterator[Problem]:
    """Whoever follows the navigation finds something: no column is empty (国办秘函〔2019〕19号)."""
    for index, column in enumerate(corpus.bureau.record.columns):
        found = corpus.holdings.get(column.route)
        if found and not (found.count or found.unread or found.awaited):
            yield Problem(
                corpus.bureau.place("columns", index),
                "column/empty",
                f"栏目“{column.title}”是空的，点进去什么也没有；空栏目有5个，整个网站就不合格",
                "写好它的第一条内容；一时写不出来的，先把这个栏目从 columns 里去掉",
                Severity.WARNING,
            )


def columns_up_to_date(corpus: PublicCorpus) -> Iterator[Problem]:
    """A column has something new within the days it names (国办秘函〔2019〕19号)."""
    for index, column in enumerate(corpus.bureau.record.columns):
        found = corpus.holdings.get(column.route)
        if not found or not found.newest or found.unread or not column.freshness:
            continue
        last = found.newest.on + timedelta(min(column.freshness, (date.max - found.newest.on).days))
        if corpus.day <= last:
            continue
        most = LIMITS.get(column.type)
        if most is None:
            rest = "用不着这么勤的，把 freshness 改大"
        elif (corpus.day - found.newest.on).days <= most:
            rest = f"用不着这么勤的，把 freshness 改大，但是{column.type}类最多写 {most}"
        else:
            rest = f"{column.type}类最多隔{most}天就要有新的"
        yield Problem(
            corpus.bureau.place("columns", index, "freshness"),
            "column/stale",
            f"栏目“{column.title}”说好{column.freshness}天以内有新的，"
            f"最新的一条是 {found.newest.on} 的“{found.newest.title}”，{last} 就到期了",
            f"把该发的发出来；{rest}",
            Severity.WARNING,
        )
