"""Calls for opinions: what we ask, until when, and what we did with the answers."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.papers import RESULT_WITHIN, CallState, call_state
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import CONSULTATIONS, column_head
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.base import Entry
from mingbai.records.public.document import Call, CallResult, Document, Stance

CHIPS = {
    CallState.AHEAD: Chip("soon", CallState.AHEAD.value, "off"),
    CallState.OPEN: Chip("told", CallState.OPEN.value),
    CallState.CLOSED: Chip("half", CallState.CLOSED.value),
    CallState.ANSWERED: Chip("done", CallState.ANSWERED.value),
}
STANCES = {
    Stance.ADOPTED: Chip("done", Stance.ADOPTED.value),
    Stance.PARTLY: Chip("half", Stance.PARTLY.value),
    Stance.DECLINED: Chip("off", Stance.DECLINED.value, "off"),
}


class OpinionRow(Struct, frozen=True):
    """An opinion and our answer."""

    text: str
    chip: Chip
    reply: str


class ResultPart(Struct, frozen=True):
    """What came of a call."""

    day: Day
    counted: str
    opinions: tuple[OpinionRow, ...]
    document: Link | None


class CallPart(Struct, frozen=True):
    """A call as it stands; `due` says until when the result has to be out."""

    chip: Chip
    period: str
    ways: tuple[str, ...]
    due: str
    result: ResultPart | None


class CallRow(Struct, frozen=True):
    """A call in the list."""

    title: str
    href: str
    summary: str
    chip: Chip
    period: str
    outcome: str


class CallListView(View, frozen=True, kw_only=True):
    """All calls: those that are open first, then the newest."""

    calls: tuple[CallRow, ...]


def call_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All calls, at /consultations/."""
    calls = [(entry, entry.record.consultation) for entry in corpus.documents.values()]
    found = [(entry, call) for entry, call in calls if call]
    found.sort(key=lambda pair: (call_state(pair[1], corpus.day) is CallState.OPEN, pair[1].opens_on), reverse=True)
    view = CallListView(
        head=column_head(corpus, CONSULTATIONS),
        calls=tuple(_row(corpus, entry, call) for entry, call in found),
    )
    yield Page(CONSULTATIONS.route, "public/consultations.html", view)


def call_part(corpus: PublicCorpus, call: Call) -> CallPart:
    """Everything about a call but its text."""
    return CallPart(
        chip=CHIPS[call_state(call, corpus.day)],
        period=phrase.period(call.opens_on, call.closes_on),
        ways=call.ways,
        due=_due(corpus, call),
        result=_result(corpus, call.result) if call.result else None,
    )


def _due(corpus: PublicCorpus, call: Call) -> str:
    """Until when the result has to be out; nothing once it is."""
    if call.result:
        return ""
    due = corpus.workdays.due(call.closes_on, RESULT_WITHIN)
    provisional = f"（{PROVISIONAL}）" if due.missing else ""
    return f"截止以后{RESULT_WITHIN}个工作日内公布结果（本局自定），最晚{phrase.day(due.day)}{provisional}。"


def _result(corpus: PublicCorpus, result: CallResult) -> ResultPart:
    made = corpus.documents.get(result.document or "")
    return ResultPart(
        day=Day(phrase.day(result.on), result.on.isoformat()),
        counted=_counted(result),
        opinions=tuple(OpinionRow(each.text, STANCES[each.stance], each.reply) for each in result.opinions),
        document=Link(made.record.title, routes.route("documents", made.id)) if made else None,
    )


def _counted(result: CallResult) -> str:
    return f"收到{result.received}条意见，采纳{result.adopted}条"


def _row(corpus: PublicCorpus, entry: Entry[Document], call: Call) -> CallRow:
    return CallRow(
        title=entry.record.title,
        href=routes.route("documents", entry.id),
        summary=entry.record.summary,
        chip=CHIPS[call_state(call, corpus.day)],
        period=phrase.period(call.opens_on, call.closes_on),
        outcome=f"{_counted(call.result)}。" if call.result else _due(corpus, call),
    )
