"""The yearly clearing of fees and fines (R28): a decision of this year, with its document and its day.

Law: charges are cleared and cut once a year (意见 二（五）). While a year is young, what was not cleared yet is a
warning, so that nothing else has to wait for it; from March on it is a mistake. What ended before the year began is
not cleared again, and what was cleared away is not charged.
"""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.public.fee import Decision, Fee, FeeStatus
from mingbai.records.public.fine import Fine, FineStatus

ENDED = (FeeStatus.CANCELLED, FeeStatus.EXPIRED, FineStatus.CANCELLED, FineStatus.EXPIRED)
GRACE = 2
"""So many months a year is young: the phase of 动员 ends with February."""
CANCEL_FEE = "在 events 里补一条 - {on: 日期, action: 取消, document: {number: 文号}}"
CANCEL_FINE = "补上两行 cancelled_on: 日期 和 cancelled_by: {number: 文号}"
Charge = Entry[Fee] | Entry[Fine]


def charges(corpus: PublicCorpus) -> Iterator[Charge]:
    """Everything people may be made to pay: fees first, then fines."""
    yield from corpus.fees.values()
    yield from corpus.fines.values()


def cleared_this_year(corpus: PublicCorpus) -> Iterator[Problem]:
    """Every fee and fine was cleared this year; those that ended earlier need not be (意见 二（五）)."""
    year = corpus.day.year
    severity = Severity.WARNING if corpus.day.month <= GRACE else Severity.ERROR
    for entry in charges(corpus):
        cleared = entry.record.clearing.year
        over = entry.record.status(date(year - 1, 12, 31)) in ENDED
        if cleared < year and not over:
            yield Problem(
                entry.place("clearing", "year"),
                "clearing/outdated",
                f"“{entry.record.name}”的清理还是 {cleared} 年的，{year} 年没有清理过",
                f"按今年的清理结果改 clearing：year: {year}，decision 和 document 也换成今年的",
                severity,
            )
        elif cleared > corpus.clock.today.year:
            yield Problem(
                entry.place("clearing", "year"),
                "clearing/ahead",
                f"“{entry.record.name}”的清理写着 {cleared} 年，那一年还没有到",
                f"是不是写错了？改为 year: {year}",
            )


def clearing_documented(corpus: PublicCorpus) -> Iterator[Problem]:
    """The decision of a clearing names its document, title or number, and the document's day (意见 二（五）)."""
    for entry in charges(corpus):
        document = entry.record.clearing.document
        if not (document and (document.title or document.number)):
            yield Problem(
                entry.place("clearing", "document"),
                "clearing/undocumented",
                f"“{entry.record.name}”的清理没有写凭哪个文件",
                "在 clearing 里补上 document: {number: 文号, on: 成文日期}，没有文号的把 number 换成 title: 文件名称",
            )
        elif document.on is None:
            yield Problem(
                entry.place("clearing", "document"),
                "clearing/undated",
                f"“{entry.record.name}”的清理文件没有写日期",
                "在 document 里补上 on: 成文日期，例如 on: 2026-01-23",
            )


def cleared_away(corpus: PublicCorpus) -> Iterator[Problem]:
    """What a clearing cancelled is charged and fined no more (收支两条线行政处分暂行规定 第七条)."""
    for entry in charges(corpus):
        record = entry.record
        status = record.status(corpus.day)
        if record.clearing.decision is Decision.CANCEL and status not in ENDED:
            yield Problem(
                entry.place("clearing", "decision"),
                "clearing/cancelled-still-charged",
                f"“{record.name}”清理的结论是取消，现在还是“{status}”；已经取消的继续收、继续罚，要受处分",
                CANCEL_FEE if isinstance(record, Fee) else CANCEL_FINE,
            )
