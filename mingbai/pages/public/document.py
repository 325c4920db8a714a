"""Documents: one page each, laid out as the paper it is, with what explains it and what became of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.papers import Lives, Papers, Turn, Validity
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.linked.schema_page import PaperFacts, paper
from mingbai.exports.public.linked.subject import known, office
from mingbai.pages import phrase
from mingbai.pages.page import Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public import linked as programs
from mingbai.pages.public.call import CallPart, call_part
from mingbai.pages.public.column import DOCUMENTS, record_head
from mingbai.pages.public.paper import Sheet, based_on, chip_of, issuers_of, sheet
from mingbai.pages.public.part import Chip, Fact, Link, Stamp, attachment, division, facts, stamp
from mingbai.records.base import Entry
from mingbai.records.public.document import Attachment, Document, Paper
from mingbai.records.values import DocumentCited

RELEASED = "此件公开发布"


class Relation(Struct, frozen=True):
    """Other documents that have to do with this one, and how."""

    label: str
    links: tuple[Link, ...]


class Notice(Struct, frozen=True):
    """What has to be known before reading a paper; `tone` is signal where it must not be followed any more."""

    text: str
    tone: str


class DocumentView(View, frozen=True, kw_only=True):
    """A document, ready to print."""

    chip: Chip | None
    notice: Notice | None
    relations: tuple[Relation, ...]
    sheet: Sheet
    body: Prose | None
    call: CallPart | None
    about: tuple[Fact, ...]
    stamp: Stamp


def document_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One page for each document, at /documents/<year>/<name>/."""
    for entry in corpus.documents.values():
        route = routes.route("documents", entry.id)
        yield Page(route, "public/document.html", document_view(corpus, entry, route))


def document_view(corpus: PublicCorpus, entry: Entry[Document], route: str) -> DocumentView:
    """Everything the public may know about a document."""
    record = entry.record
    made = stamp(record, phrase.listed(issuers_of(record)))
    validity = corpus.lives.validity(entry.id, record, corpus.day)
    head = record_head(corpus, DOCUMENTS, route, record.title, record.summary, made)
    attachments = tuple(enclosed(corpus, each) for each in record.attachments)
    return DocumentView(
        head=programs.about(corpus.bureau.record.public_host, head, PaperFacts(office(corpus), known(entry)), paper),
        chip=chip_of(record, validity),
        notice=notice(entry, corpus.lives, corpus.documents, corpus.day),
        relations=_relations(corpus, entry),
        sheet=sheet(record, attachments, RELEASED),
        body=prose(entry, corpus.present, exits=corpus.exits),
        call=call_part(corpus, record.consultation) if record.consultation else None,
        about=(
            *facts(("索引号", record.index_no), ("内容概述", record.summary)),
            *facts(("解读", f"没有另写：{record.unexplained}" if record.unexplained else None)),
            *about(corpus, record),
        ),
        stamp=made,
    )


def about(corpus: PublicCorpus, paper: Paper) -> tuple[Fact, ...]:
    """What a reader may want to know of a paper beside what stands on it."""
    unit = division(corpus, paper.division) if paper.division else None
    entry = corpus.divisions.get(paper.division or "")
    phone = entry.record.phone if entry else ""
    return (
        *facts(
            ("文种", paper.type.value),
            ("主题分类", paper.topic),
            ("发文机关", phrase.listed(issuers_of(paper))),
            ("上级文件", based_on(paper)),
            ("施行", phrase.day(paper.effective_from) if paper.effective_from else None),
            ("有效期", f"到{phrase.day(paper.effective_to)}" if paper.effective_to else None),
        ),
        *((Fact("问谁", phrase.clauses(unit.text, phone), unit.href),) if unit else ()),
    )


def notice(entry: Entry[Paper], lives: Lives, papers: Papers, day: date) -> Notice | None:
    """That a paper no longer holds, or not as it stands: since when, and what to read instead."""
    id, paper = entry.id, entry.record
    match lives.validity(id, paper, day):
        case Validity.REPEALED:
            since, by = _last(lives.repealed.get(id, ()), papers, day)
            if paper.repealed_on:
                since, by = paper.repealed_on, phrase.document(paper.repealed_by)
            text = f"这份文件从{phrase.day(since)}起废止，依据{by}。留在这里，是为了查得到当时怎么规定的。"
            return Notice(text, "signal")
        case Validity.LAPSED:
            until = phrase.day(paper.effective_to or paper.formed_on)
            return Notice(f"这份文件的有效期到{until}为止，现在不再用。", "signal")
        case Validity.AMENDED:
            since, by = _last(lives.amended.get(id, ()), papers, day)
            return Notice(f"这份文件从{phrase.day(since)}起改过，和{by}一起看。", "")
        case _:
            return None


def _last(turns: tuple[Turn, ...], papers: Papers, day: date) -> tuple[date, str]:
    """When the last turn was, as seen from `day`, and the paper that brought it."""
    past = [turn for turn in turns if turn.on <= day]
    if not past:
        return day, ""
    entry = papers.get(past[-1].by)
    named = DocumentCited(title=entry.record.title, number=entry.record.doc_no) if entry else None
    return past[-1].on, phrase.document(named)


def enclosed(corpus: PublicCorpus, each: Attachment) -> Link:
    """What comes with a paper: a download, or only its title."""
    return attachment(corpus, each.file, each.title) or Link(each.title, "")


def linked(corpus: PublicCorpus, ids: Iterable[str]) -> tuple[Link, ...]:
    """Documents by their ids."""
    found = ((id, corpus.documents[id].record.title) for id in ids if id in corpus.documents)
    return tuple(Link(title, routes.route("documents", id)) for id, title in found)


def _relations(corpus: PublicCorpus, entry: Entry[Document]) -> tuple[Relation, ...]:
    record, lives = entry.record, corpus.lives
    explained = (each.id for each in corpus.interpretations.get(entry.id, ()))
    named = (
        ("看解读", explained),
        ("解读的是", record.interprets),
        ("废止它的", (turn.by for turn in lives.repealed.get(entry.id, ()))),
        ("改过它的", (turn.by for turn in lives.amended.get(entry.id, ()))),
        ("它废止的", record.repeals),
        ("它修改的", record.amends),
    )
    found = ((label, linked(corpus, ids)) for label, ids in named)
    return tuple(Relation(label, links) for label, links in found if links)
