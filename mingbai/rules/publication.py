"""Release: reviewed first, published after, and never before the thing itself existed (R60, R76).

That a page is not published before its day holds by construction: what is dated later than the day shown is cut
before any rule runs. What waits for its day is named, so that a mistyped year does not hide it for good.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry, Published, unreviewed
from mingbai.records.public.bulletin import Bulletin
from mingbai.records.public.document import Document
from mingbai.records.public.exemplar import Exemplar
from mingbai.records.public.figures import Figures
from mingbai.records.public.honours import Honours
from mingbai.records.public.law import Law
from mingbai.records.public.page import Page as Text
from mingbai.records.public.performance import Performance, Quarter
from mingbai.rules.phrase import title

EXEMPT = (14, 15, 16)
REFUSED = re.compile(r"(?!.*(?<!不)(?:同意|可以)(?:主动)?公开).*(?:不.{0,3}公开|不同意|暂缓|依申请|退回|未通过|内部)")
"""How a review says no; 不涉密，同意公开，附件不公开 says yes."""
FAR = 2
"""So many years a record may wait for its release, and after that for its first day."""
FIRST_DAYS = ("effective_from", "valid_from", "established_on", "in_post_from", "date")
"""The fields that say from which day on there is something at all, whenever it was published."""


def reviewed(corpus: PublicCorpus) -> Iterator[Problem]:
    """Every public record carries its release review (政府信息公开条例 第十七条)."""
    for entry in _published(corpus):
        if entry.record.review is None:
            yield unreviewed(entry.places)


def not_refused(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nothing is published whose review says that it is not to be (政府信息公开条例 第十七条)."""
    for entry in _published(corpus):
        result = entry.record.review.result if entry.record.review else None
        if result and REFUSED.match(result):
            yield Problem(
                entry.place("review", "result"),
                "publication/refused",
                f"公开审查的意见是“{result}”，不能放在公众网",
                "先挪到 content/intranet/drafts/；后来审查同意了的，写新的 result 和 on",
            )


def kept_in_for_a_reason(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Every intranet record says by which article it may stay closed (政府信息公开条例 第十四至十六条)."""
    for entry in corpus.entries:
        if getattr(entry.record, "exempt_basis", None) not in EXEMPT:
            yield Problem(
                entry.place(),
                "publication/exempt-basis-missing",
                f"{entry.record.label}没有写明凭哪一条不公开（政府信息公开条例第十四、十五、十六条）",
                "这是程序里的事，请告诉技术人员",
            )


def waiting(corpus: PublicCorpus) -> Iterator[Problem]:
    """What is dated ahead is not shown before its time, and not without a word (国办秘函〔2019〕19号).

    A release in years, or a first day years after it, is a mistaken year, which would take a page off the site
    (本局自定).
    """
    today = corpus.clock.today
    for entry in corpus.waiting:
        if isinstance(entry.record, Published):
            field, day, said = _still_to_come(entry.record, today)
            told = f"{title(type(entry.record), field)} {said} "
            if (years := day.year - entry.record.published.year) > FAR:
                message = f"{told}在发布以后{years}年，那以前网站上没有它；多半是年份写错了"
                yield Problem(entry.place(field), "publication/far-ahead", message, "核对年份，发布时间也看一看")
            elif day.year - today.year > FAR:
                message = f"{told}还有{day.year - today.year}年，那以前网站上没有它；多半是年份写错了"
                yield Problem(entry.place(field), "publication/far-ahead", message, "核对年份")
            else:
                message, hint = f"{told}还没到，今天的网站上没有它", "到那一天再生成一次，它就会出现；写错了就改过来"
                yield Problem(entry.place(field), "publication/waiting", message, hint, Severity.WARNING)


def _still_to_come(record: Published, today: date) -> tuple[str, date, str]:
    """The field that keeps a record back, its day and what it says: when it is published or, if that was, from when."""
    found = ((field, getattr(record, field, None)) for field in FIRST_DAYS)
    first = next(((field, day, str(day)) for field, day in found if isinstance(day, date) and day > today), None)
    if first and record.published.date() <= today:
        return first
    return "published", record.published.date(), f"{record.published:%Y-%m-%d %H:%M}"


def review_before_release(corpus: PublicCorpus) -> Iterator[Problem]:
    """The review is not later than the release it allows (政府信息公开条例 第十七条)."""
    for entry in _published(corpus):
        record = entry.record
        if record.review and record.review.on > record.published.date():
            yield Problem(
                entry.place("review", "on"),
                "publication/before-review",
                f"{record.published.date()} 发布，{record.review.on} 才审查；先审查，后发布",
                "核对两个日期，改掉写错的一个",
            )


def release_after_origin(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nothing is published before it existed (国办秘函〔2019〕19号: 伪造发稿日期一票否决)."""
    for kind, (what, day) in ORIGINS.items():
        for entry in corpus.kinds.get(kind, ()):
            record: Published = entry.record  # type: ignore[assignment]
            origin = day(entry)
            if origin and record.published.date() < origin:
                yield Problem(
                    entry.place("published"),
                    "publication/before-origin",
                    f"{record.published.date()} 就发布了，可 {origin} 才{what}；发布时间不能早于内容本身",
                    "改成实际的发布时间；要是另一个日期写错了，改那一个",
                )


def _published(corpus: PublicCorpus) -> Iterator[Entry[Published]]:
    """The records that are published by themselves; an article comes out with its issue."""
    kinds = (entries for kind, entries in corpus.kinds.items() if issubclass(kind, Published))
    return chain.from_iterable(kinds)  # type: ignore[arg-type]


def _first(entry: Entry[Law]) -> date | None:
    """When the law first came to be; unknown unless every version says when it was passed."""
    days = [version.passed_on for version in entry.record.versions]
    return min(day for day in days if day) if all(days) else None


def _counted(entry: Entry[Performance]) -> date | None:
    """When the cases of a quarter had been counted."""
    quarter = Quarter.of(entry.id)
    return entry.record.counted_to or (quarter.last if quarter else None)


def _commended(entry: Entry[Honours]) -> date | None:
    """When the last of a year's honours was given."""
    days = [honour.document.on for honour in entry.record.honours if honour.document and honour.document.on]
    return max(days, default=None)


ORIGINS: Mapping[type[Published], tuple[str, Callable[[Entry[Any]], date | None]]] = {
    Bulletin: ("印发", lambda entry: entry.record.date),
    Document: ("成文", lambda entry: entry.record.formed_on),
    Law: ("通过", _first),
    Performance: ("统计完", _counted),
    Text: ("写成", lambda entry: entry.record.formed_on),
    Figures: ("数完", lambda entry: entry.record.on),
    Exemplar: ("核实", lambda entry: entry.record.on),
    Honours: ("发文", _commended),
}
"""For each kind that names the day it came to be: what happened on that day, and which day it was."""
