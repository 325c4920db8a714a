"""What is new in public, as feeds tell it: articles, papers, exemplars, honours, what became of promises and fees.

Law: what there is to tell has a name that is made of a record's id and of nothing that an editor may put better later,
and a moment that stands in the record. So the same records give the same news, whatever day it is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.leads import Targets, leads
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.exports.public.words import document, unit
from mingbai.records.base import Body, Entry
from mingbai.records.machine import Happened
from mingbai.records.public.bulletin import Article, Bulletin
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.commitment_parts import Reform
from mingbai.records.public.document import Document
from mingbai.records.public.exemplar import Exemplar
from mingbai.records.public.fee import Fee, FeeEvent
from mingbai.records.public.honours import Honours

ENOUGH = 20
"""A feed tells so much; who looks once a month misses nothing then."""
PROMISES, CHARGES = "承诺变动", "收费变动"
CHANGES = (PROMISES, CHARGES)
"""What the feed of changes tells."""


class Text(Struct, frozen=True):
    """A record's prose: which HTML, where its links lead, and what stands before its ids on its page."""

    digest: str
    targets: Targets
    prefix: str = ""


class Story(Struct, frozen=True):
    """Something to tell: all that its entry in a feed is made from, but for the HTML of its text.

    `on` is the minute of its publication, or the day on which it happened; `units` are the ids of those it is about.
    """

    name: str
    on: date
    title: str
    sort: str
    author: str
    units: tuple[str, ...]
    route: str
    lines: tuple[str, ...] = ()
    text: Text | None = None
    files: tuple[tuple[str, str], ...] = ()


def stories(corpus: PublicCorpus) -> Iterator[Story]:
    """Everything that may be in a feed; of what stands on one day, in the order in which it is to be read."""
    yield from _articles(corpus)
    for paper in corpus.documents.values():
        yield _document(corpus, paper)
    for exemplar in corpus.exemplars.values():
        yield _exemplar(corpus, exemplar)
    for honours in corpus.honours.values():
        yield _honours(corpus, honours)
    for commitment in corpus.commitments.values():
        yield from _promise(corpus, commitment)
    for fee in corpus.fees.values():
        yield from _charge(corpus, fee)


def _articles(corpus: PublicCorpus) -> Iterator[Story]:
    """Those that are new enough for the feed of all or of their unit: there may be ten thousand others."""
    newsletter = corpus.newsletter
    every = Counter([article.record.division for article in corpus.articles.values()])
    left = {unit: min(ENOUGH, count) for unit, count in every.items()}
    missing, room = sum(left.values()), ENOUGH
    for issue in sorted(newsletter.newest_first, key=lambda issue: issue.record.published, reverse=True):
        for name, article in newsletter.pieces(issue):
            unit = article.record.division
            if left[unit] or room:
                yield _article(corpus, issue, name, article)
            missing -= left[unit] > 0
            left[unit], room = max(0, left[unit] - 1), max(0, room - 1)
        if not (missing or room):
            return


def _article(corpus: PublicCorpus, issue: Entry[Bulletin], name: str, entry: Entry[Article]) -> Story:
    record = entry.record
    return Story(
        name=f"{Article.kind}/{entry.id}",
        on=issue.record.published,
        title=record.title,
        sort=Bulletin.label,
        author=unit(corpus, record.division),
        units=(record.division,),
        route=routes.route(Article.kind, entry.id),
        text=_text(corpus, entry.body, f"{name}-"),
    )


def _document(corpus: PublicCorpus, entry: Entry[Document]) -> Story:
    record = entry.record
    return Story(
        name=f"{Document.kind}/{entry.id}",
        on=record.published,
        title=record.title,
        sort=Document.label,
        author="、".join((record.issuer, *record.joint_issuers)),
        units=(record.division,) if record.division else (),
        route=routes.route(Document.kind, entry.id),
        lines=tuple(line for line in (record.doc_no, record.summary) if line),
        text=_text(corpus, entry.body),
        files=tuple((each.title, routes.route("files", each.file)) for each in record.attachments if each.file),
    )


def _exemplar(corpus: PublicCorpus, entry: Entry[Exemplar]) -> Story:
    record = entry.record
    return Story(
        name=f"{Exemplar.kind}/{entry.id}",
        on=record.published,
        title=record.title,
        sort=Exemplar.label,
        author=unit(corpus, record.division),
        units=(record.division,),
        route=routes.route(Exemplar.kind, entry.id),
        lines=(record.summary, *record.results),
        text=_text(corpus, entry.body),
    )


def _honours(corpus: PublicCorpus, entry: Entry[Honours]) -> Story:
    record = entry.record
    holders = [f"{unit(corpus, each.division)}{each.post or ''}" for each in record.honours]
    pairs = zip(holders, record.honours, strict=True)
    return Story(
        name=f"{Honours.kind}/{entry.id}",
        on=record.published,
        title=record.title,
        sort=Honours.label,
        author=corpus.bureau.record.name,
        units=tuple(dict.fromkeys(each.division for each in record.honours)),
        route=routes.route(Honours.kind, entry.id),
        lines=tuple(f"{holder}，{each.title}：{each.reason}" for holder, each in pairs),
    )


def _promise(corpus: PublicCorpus, entry: Entry[Commitment]) -> Iterator[Story]:
    """A promise begins, is made lighter, is suspended, ends."""
    record, owner = entry.record, division_of(entry)

    def story(name: str, on: date, title: str, *lines: str) -> Story:
        return Story(
            name=f"{Commitment.kind}/{entry.id}/{name}",
            on=on,
            title=title,
            sort=PROMISES,
            author=unit(corpus, owner),
            units=tuple(dict.fromkeys((owner, *record.partner_divisions))),
            route=routes.route(Commitment.kind, entry.id),
            lines=tuple(filter(None, lines)),
        )

    yield story("begin", record.effective_from, f"新承诺：{record.name}", record.plain_summary)
    for name, reform in _numbered("reform", record.reform):
        title = f"{record.name}：{reform.action}"
        yield story(name, reform.on, title, reform.text, _counted(reform), _by(document(reform.document)))
    for name, event in _numbered("event", record.events):
        after = corpus.commitments[event.successor].record.name if event.successor else ""
        title = f"{record.name}：{event.action}"
        yield story(
            name, event.on, title, event.reason, f"改办“{after}”。" if after else "", _by(document(event.document))
        )


def _charge(corpus: PublicCorpus, entry: Entry[Fee]) -> Iterator[Story]:
    """A fee comes in, is lowered, waived, ended."""
    record = entry.record

    def story(name: str, on: date, title: str, *lines: str) -> Story:
        return Story(
            name=f"{Fee.kind}/{entry.id}/{name}",
            on=on,
            title=title,
            sort=CHARGES,
            author=unit(corpus, record.division or ""),
            units=(record.division,) if record.division else (),
            route=routes.route(Fee.kind, entry.id),
            lines=tuple(filter(None, lines)),
        )

    yield story("begin", record.valid_from, f"开始收：{record.name}", f"向{record.payer}收，{record.scope}。")
    for name, event in _numbered("event", record.events):
        title = f"{record.name}：{event.action}"
        lowered = _lowered(record, event)
        yield story(name, event.on, title, lowered, event.reason or "", _by(document(event.document)))


def _numbered(name: str, log: Iterable[Happened]) -> Iterator[tuple[str, Happened]]:
    """The steps of a log, each with a name that stays when older or newer ones are written down later."""
    counts: Counter[date] = Counter()
    for step in log:
        counts[step.on] += 1
        yield f"{name}/{step.on}/{counts[step.on]}", step


def _text(corpus: PublicCorpus, body: Body | None, prefix: str = "") -> Text | None:
    if body is None:
        return None
    return Text(body.digest, leads(body, corpus.present, corpus.exits) if body.links else (), prefix)


def _counted(reform: Reform) -> str:
    figures = reform.counted
    return f"{figures.what}：改之前{figures.before}，改之后{figures.after}。" if figures else ""


def _lowered(fee: Fee, event: FeeEvent) -> str:
    return f"原来收{event.before}，现在收{event.after}（{fee.unit}）。" if event.after is not None else ""


def _by(cited: str) -> str:
    return f"依据：{cited}。" if cited else ""
