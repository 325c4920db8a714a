"""Pieces for the newsletters: decided after they came, sent back with a reason, in one place only (意见 六（二）)."""

from collections.abc import Iterator, Mapping
from datetime import date

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Place, Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.bulletin import InternalArticle, Submission, Verdict
from mingbai.records.public.bulletin import Article

Piece = tuple[str, str, date]
"""What one piece is known by, wherever its file lies: its unit, its title, the day it came."""


def sent_back_with_a_reason(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Who gets a piece back is told why, so that the next one is better (意见 六（二）)."""
    for entry in corpus.submissions.values():
        decision = entry.record.decision
        if decision and decision.verdict is Verdict.DECLINED and not decision.reason:
            yield Problem(
                entry.place("decision"),
                "submission/reason-missing",
                f"“{entry.record.title}”退回了，没有说为什么，投稿的人不知道怎么改",
                "在 decision 里补上 reason: 缺什么、改成什么样可以再投",
            )


def decided_after_it_came(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A piece is decided on when it is here, not before."""
    for entry in corpus.submissions.values():
        decision, came = entry.record.decision, entry.record.submitted_on
        if decision and decision.on < came:
            yield Problem(
                entry.place("decision", "on"),
                "submission/decided-early",
                f"{came} 才投来，{decision.on} 就有了处理结果",
                "核对两个日期，改掉写错的一个",
            )


def nothing_ahead(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A piece that came and a decision that was made are not dated ahead: they would be gone without a word."""
    for entry in corpus.written:
        if not isinstance(entry.record, Submission):
            continue
        decision = entry.record.decision
        day = entry.record.submitted_on
        if day > corpus.clock.today:
            yield _ahead(entry.place("submitted_on"), day, "改成收到稿子的那一天")
        if decision and decision.on > corpus.clock.today:
            yield _ahead(entry.place("decision", "on"), decision.on, "日期写错了就改；还没定的，先删掉 decision")


def filed_by_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A piece lies in the folder of the year in which it was handed in, the year it is counted in."""
    for id, entry in corpus.submissions.items():
        folder, name = id.split("/")
        day = entry.record.submitted_on
        if folder != str(day.year):
            yield Problem(
                entry.place("submitted_on"),
                "submission/other-year",
                f"放在文件夹 {folder} 里，投稿日期却是 {day}",
                f"挪到 submissions/{day.year}/{name}.md；投稿日期错了就改日期",
            )


def in_one_place(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A piece stands in one issue, or it waits; a copy would be counted twice (意见 六（二）)."""
    titles = {entry.record.title for entry in corpus.articles.values()}
    titles |= {entry.record.title for entry in corpus.submissions.values()}
    outer = [entry for entry in corpus.public.articles.values() if entry.record.title in titles]
    stands = {_piece(entry.record): entry.path for entry in outer}
    for inner in corpus.articles.values():
        yield from _twice(inner, stands)
    stands |= {_piece(entry.record): entry.path for entry in corpus.articles.values()}
    for entry in corpus.submissions.values():
        yield from _twice(entry, stands)


def _ahead(place: Place, day: date, hint: str) -> Problem:
    return Problem(place, "submission/ahead", f"{day} 还没到；来稿只记收到了的稿子、定了的事", hint)


def _piece(record: Article | Submission) -> Piece:
    return record.division, record.title, record.submitted_on


def _twice(entry: Entry[InternalArticle] | Entry[Submission], stands: Mapping[Piece, str]) -> Iterator[Problem]:
    other = stands.get(_piece(entry.record))
    if other:
        yield Problem(
            entry.place("title"),
            "submission/twice",
            f"“{entry.record.title}”已经登在 {other}，放两处会算成两篇",
            "登出来的那一篇留下，这一篇删掉；不是同一篇的，改一个标题",
        )
