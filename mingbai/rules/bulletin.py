"""Newsletters: numbers without gaps, days in order, and nothing handed in is lost or published silently.

Which issues and articles there are is asked of the files, broken ones included: a broken issue is no gap.
What a `Publisher` is asked holds of the public newsletter and of the one that stays in, each by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.series import IssueNumber, Publisher
from mingbai.near import near
from mingbai.problem import Problem
from mingbai.records.public.bulletin import Secrecy


def numbered_by_folder(corpus: Publisher) -> Iterator[Problem]:
    """An issue's number and year are its folder's, so that its address says which it is."""
    numbers = corpus.newsletter.numbers
    for id, entry in corpus.newsletter.issues.items():
        issue, number = entry.record, numbers.get(id)
        as_all = f"{id.split('/')[0]}/{number.no:02}" if number else ""
        if number is None or (id != as_all and as_all not in corpus.newsletter.issues):  # 9 beside 09 is one too many
            yield Problem(
                entry.place(),
                "bulletin/folder-not-a-number",
                f"简报的文件夹应是年份和两位期号，这里是 {id}",
                f"把文件夹改名为 bulletins/{issue.date.year}/{issue.issue_no:02}",
            )
            continue
        if issue.issue_no != number.no:
            yield Problem(
                entry.place("issue_no"),
                "bulletin/number-differs",
                f"放在文件夹 {id.split('/')[1]} 里，期号却是第{issue.issue_no}期",
                f"改为 issue_no: {number.no}；期号没错的话，把文件夹改名为 {issue.issue_no:02}",
            )
        if not id.startswith(f"{issue.date.year}/"):
            yield Problem(
                entry.place("date"),
                "bulletin/year-differs",
                f"放在 {id.split('/')[0]} 年的文件夹里，印发日期却是 {issue.date}",
                f"改正印发日期；日期没错的话，挪到文件夹 bulletins/{issue.date.year}/ 里",
            )


def numbers_without_gaps(corpus: Publisher) -> Iterator[Problem]:
    """Issues are numbered 1, 2, 3 … in each year, none left out, none twice (意见 六（二）)."""
    filed = corpus.newsletter.filed
    before, holder = IssueNumber(-1, -1), ""
    for number, entry in corpus.newsletter.numbered:
        if number == before:
            yield Problem(
                entry.place("issue_no"),
                "bulletin/number-twice",
                f"{number.year} 年第{number.no}期有两份：{holder} 和 {entry.id}",
                "留下一份，另一份改成没有用过的期号，文件夹一起改名",
            )
            continue
        if not (number.follows(before) or number.no <= 1 or IssueNumber(number.year, number.no - 1) in filed):
            last = max((n.no for n in filed if n.year == number.year and n.no < number.no), default=0)
            missed = f"前一期是第{last}期，期号断了" if last else "可这一年要从第1期开始"
            yield Problem(
                entry.place("issue_no"),
                "bulletin/number-gap",
                f"{number.year} 年有第{number.no}期，{missed}",
                f"补上缺的；没有缺的话，改为 issue_no: {last + 1}，文件夹改名为 {last + 1:02}",
            )
        before, holder = number, entry.id


def counted_through(corpus: Publisher) -> Iterator[Problem]:
    """The cumulative number goes on by one from issue to issue, across the years (意见 六（二）)."""
    position = corpus.newsletter.filed
    meant: dict[str, int] = {}
    for (before, last), (number, entry) in pairwise(corpus.newsletter.numbered):
        if not (number.follows(before) or number.no <= 1 or IssueNumber(number.year, number.no - 1) in position):
            continue  # A gap in the numbers is told already.
        # A broken issue between the two keeps its number.
        step = position.get(number, 0) - position.get(before, 0)
        counted, written = meant.get(last.id, last.record.cumulative_no), last.record.cumulative_no
        expected = counted + step
        if entry.record.cumulative_no == expected:
            continue
        # After a wrong number the next may go on from it: that is no second mistake, but has to be put right with it.
        if entry.record.cumulative_no != written + step and number != before:
            gap = f"{last.id}，它应当是总第{counted}期" if last.id in meant else f"{last.id} 的总第{counted}期"
            yield Problem(
                entry.place("cumulative_no"),
                "bulletin/cumulative-gap",
                f"总期号是 {entry.record.cumulative_no}，接不上 {gap}",
                f"改为 cumulative_no: {expected}；后面跟着它数的，一起改",
            )
        meant[entry.id] = expected


def days_in_order(corpus: Publisher) -> Iterator[Problem]:
    """A later number is not dated earlier, and an article is handed in before its issue comes out (R65, R76)."""
    for (_, last), (_, entry) in pairwise(corpus.newsletter.numbered):
        if entry.record.date < last.record.date:
            yield Problem(
                entry.place("date"),
                "bulletin/date-order",
                f"印发日期 {entry.record.date} 早于前一期 {last.id} 的 {last.record.date}",
                "核对两期的印发日期，改掉写错的一个",
            )
    articles = corpus.newsletter.articles_of
    for id, issue in corpus.newsletter.issues.items():
        for article in articles.get(id, {}).values():
            handed_in, issued = article.record.submitted_on, issue.record.date
            if handed_in > issued:
                yield Problem(
                    article.place("submitted_on"),
                    "bulletin/submitted-after-issue",
                    f"“{article.record.title}”{handed_in} 才投稿，可这一期 {issued} 已经印发",
                    "改正投稿日期；投稿日期没错的话，把稿件挪到后面一期",
                )


def items_are_the_articles(corpus: Publisher) -> Iterator[Problem]:
    """Every item of an issue has its article, and every article of the issue is an item: nothing is lost silently."""
    articles, filed = corpus.newsletter.articles_of, corpus.newsletter.corpus.ids(corpus.newsletter.article_kind)
    for id, issue in corpus.newsletter.issues.items():
        items, there = issue.record.items, articles.get(id, {}).keys()
        if there == {*items} and len(there) == len(items):
            continue  # As in most: each once.
        meant = _meant([item for item in items if f"{id}/{item}" not in filed], there - {*items})
        unlisted = sorted(there - {*items, *meant.values()})
        for index, item in enumerate(items):
            if items.index(item) < index:
                yield Problem(
                    issue.place("items", index),
                    "bulletin/item-twice",
                    f"“{item}”在稿件顺序里写了两次",
                    "删掉多写的一次",
                )
            elif item in meant:
                yield Problem(
                    issue.place("items", index),
                    "bulletin/item-missing",
                    f"稿件顺序里有“{item}”，本期文件夹里却没有 {item}.md",
                    f"是不是 {meant[item]}？" if meant[item] else _no_article(item, unlisted),
                )
        if "" in meant.values():
            continue  # What is not listed is named there: one may be what was meant.
        for name in unlisted:
            yield Problem(
                issue.place("items"),
                "bulletin/article-unlisted",
                f"本期文件夹里有 {name}.md，稿件顺序里却没有它，读者看不到",
                f"在 items 里补上一行 - {name}；不登的话，把文件挪走",
            )


def _meant(missing: Iterable[str], unlisted: Iterable[str]) -> dict[str, str]:
    """The article that each item without one is nearly called like, none for two of them; an empty text for none."""
    meant: dict[str, str] = {}
    for item in dict.fromkeys(missing):
        meant[item] = near(item, {*unlisted} - {*meant.values()}) or ""
    return meant


def _no_article(item: str, unlisted: Sequence[str]) -> str:
    """What to do where an item is like no article's name."""
    others = f"改成还没有列的：{'、'.join(unlisted)}；或者" if unlisted else ""
    return f"{others}把稿件存成 {item}.md 放进来；没有这篇稿件，就从 items 里去掉 {item}"


def nothing_internal(corpus: PublicCorpus) -> Iterator[Problem]:
    """An issue that anyone can read does not say that it is internal (政府信息公开条例 第十七条)."""
    for entry in corpus.bulletins.values():
        if entry.record.secrecy is Secrecy.INTERNAL:
            yield Problem(
                entry.place("secrecy"),
                "bulletin/internal-in-public",
                "这一期标着“内部资料”，却放在 content/public/ 里，谁都看得到",
                "改为 secrecy: 无；真不能公开的，把整个文件夹挪到 content/intranet/bulletins/，期号接着那边的，"
                "去掉 review 和 published",
            )
