"""Calls for opinions: from when to when, and never without a result (意见 六（三）)."""

from collections.abc import Iterator

from mingbai.corpus.papers import RESULT_WITHIN, CallState, call_state
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.problem import Problem, Severity
from mingbai.records.public.document import DocumentKind


def calls_say_when(corpus: PublicCorpus) -> Iterator[Problem]:
    """A call says from when to when and how; no other document has such a part (意见 六（三）)."""
    for entry in corpus.documents.values():
        document = entry.record
        called = document.type is DocumentKind.CALL
        if called and document.consultation is None:
            yield Problem(
                entry.place("type"),
                "consultation/period-missing",
                f"“{document.title}”是征集，没有写从哪天到哪天、怎么提",
                "按实际的补上 consultation: {opens_on: 2026-03-02, closes_on: 2026-03-31, ways: [打电话]}",
            )
        elif document.consultation and not called:
            yield Problem(
                entry.place("consultation"),
                "consultation/elsewhere",
                f"“{document.title}”的文种是{document.type}，却写了征集；只有征集才写",
                "是征集，就改为 type: 征集；不是，就删掉 consultation",
            )


def closed_calls_answered(corpus: PublicCorpus) -> Iterator[Problem]:
    """A closed call has its result: at once a reminder, after 20 working days a mistake (意见 六（三）; 本局自定).

    While a calendar is broken it cannot be said until when, and it stays a reminder.
    """
    for entry in corpus.documents.values():
        call = entry.record.consultation
        if call is None or call_state(call, corpus.day) is not CallState.CLOSED or call.closes_on < call.opens_on:
            continue  # Of two days in the wrong order, nobody knows yet which is wrong.
        due = corpus.workdays.due(call.closes_on, RESULT_WITHIN)
        countable = not corpus.broken_calendar(due.missing)
        provisional = f"（{PROVISIONAL}）" if due.missing else ""
        latest = f"；最晚 {due.day}{provisional}" if countable else ""
        late = countable and corpus.day > due.day
        yield Problem(
            entry.place("consultation", "closes_on"),
            "consultation/result-missing",
            f"“{entry.record.title}”{call.closes_on} 截止，还没有公布结果{latest}",
            f"在 consultation 下面补上 result: {{on: {corpus.day}, received: 0, adopted: 0}}，0 换成实际的数",
            Severity.ERROR if late else Severity.WARNING,
        )


def results_sound(corpus: PublicCorpus) -> Iterator[Problem]:
    """A result comes after the end, and no more opinions are adopted than came in (意见 六（三）)."""
    for entry in corpus.documents.values():
        call = entry.record.consultation
        if call is None or call.result is None:
            continue
        result = call.result
        if result.on <= call.closes_on:
            yield Problem(
                entry.place("consultation", "result", "on"),
                "consultation/result-too-early",
                f"{call.closes_on} 才截止，{result.on} 就公布了结果",
                "核对两个日期，改掉写错的一个",
            )
        if result.adopted > result.received:
            yield Problem(
                entry.place("consultation", "result", "adopted"),
                "consultation/more-adopted-than-received",
                f"只收到 {result.received} 条意见，却采纳了 {result.adopted} 条",
                "核对两个数",
            )
