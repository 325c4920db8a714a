"""Texts of the site: one page each, at /pages/<id>/, or on the page of the site that a text belongs to."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.column import PAGES, column_head, record_head
from mingbai.pages.public.part import Fact, Link, Stamp, division, facts, stamp
from mingbai.records.base import Entry
from mingbai.records.public.page import Page as Text


class TextPart(Struct, frozen=True):
    """A text, ready to print."""

    title: str
    summary: str
    body: Prose | None
    about: tuple[Fact, ...]
    stamp: Stamp


class TextRow(Struct, frozen=True):
    """A text in a list."""

    link: Link
    summary: str


class TextListView(View, frozen=True, kw_only=True):
    """All texts."""

    texts: tuple[TextRow, ...]


class TextView(View, frozen=True, kw_only=True):
    """A text on a page of its own."""

    text: TextPart


def text_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /pages/, and a page for each text that has no other place."""
    entries = tuple(corpus.pages.values())
    rows = tuple(text_row(entry) for entry in entries)
    yield Page(PAGES.route, "public/texts.html", TextListView(head=column_head(corpus, PAGES), texts=rows))
    for entry in entries:
        if ("pages", entry.id) in routes.PLACES:
            continue
        route = routes.route("pages", entry.id)
        part = text_part(corpus, entry)
        head = record_head(corpus, PAGES, route, part.title, part.summary, part.stamp)
        yield Page(route, "public/text-page.html", TextView(head=head, text=part))


def text_row(entry: Entry[Text]) -> TextRow:
    """A text as a list shows it."""
    return TextRow(Link(entry.record.title, routes.route("pages", entry.id)), entry.record.summary)


def text_at(corpus: PublicCorpus, id: str) -> TextPart | None:
    """The text with that id as a part of another page, its headings a level deeper; `None` if nobody has written it."""
    entry = corpus.pages.get(id)
    return text_part(corpus, entry, deeper=1) if entry else None


def text_part(corpus: PublicCorpus, entry: Entry[Text], deeper: int = 0) -> TextPart:
    """A text with all that is said of it."""
    record = entry.record
    unit = division(corpus, record.division) if record.division else None
    return TextPart(
        title=record.title,
        summary=record.summary,
        body=prose(entry, corpus.present, deeper=deeper),
        about=(
            *((Fact("负责", unit.text, unit.href),) if unit else ()),
            *facts(
                ("生成日期", phrase.day(record.formed_on)),
                ("年报年度", f"{record.report_year}年" if record.report_year else None),
                ("网站报表年度", f"{record.site_report_year}年" if record.site_report_year else None),
                ("对应", f"条例第二十条{phrase.listed(map(phrase.clause, record.items))}" if record.items else None),
            ),
        ),
        stamp=stamp(record, unit.text if unit else corpus.bureau.record.name),
    )
