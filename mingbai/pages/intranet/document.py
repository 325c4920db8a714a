"""The intranet's documents: the library of everything, public or not, and a page for each that stays in.

The library stands at /documents/, where the public site has its own list; public documents keep their page.
"""

from collections.abc import Iterator

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import DOCUMENTS, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.page import Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.document import Notice, Relation, about, notice
from mingbai.pages.public.paper import Sheet, chip_of, sheet
from mingbai.pages.public.part import Chip, Fact, Link, facts
from mingbai.records.base import Entry
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.public.document import Attachment


class InternalDocumentView(View, frozen=True, kw_only=True):
    """A document that stays in, ready to print."""

    chip: Chip | None
    required: str
    notice: Notice | None
    relations: tuple[Relation, ...]
    sheet: Sheet
    body: Prose | None
    about: tuple[Fact, ...]
    exempt: str


def document_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """One page for each internal document, at /internal-documents/<year>/<name>/."""
    for entry in corpus.documents.values():
        route = routes.route("internal-documents", entry.id)
        yield Page(route, "intranet/document.html", _view(corpus, entry, route))


def enclosed(corpus: IntranetCorpus, each: Attachment) -> Link:
    """An attachment as a download that names its format and size; only its title where there is no file."""
    file = corpus.files.get(each.file or "")
    if file is None or each.file is None:
        return Link(each.title, "")
    extension = each.file.rpartition(".")[2].upper()
    return Link(f"{each.title}（{extension}，{phrase.size(file.size)}）", routes.route("internal-files", each.file))


def _view(corpus: IntranetCorpus, entry: Entry[InternalDocument], route: str) -> InternalDocumentView:
    record = entry.record
    validity = corpus.lives.validity(entry.id, record, corpus.day)
    attachments = tuple(enclosed(corpus, each) for each in record.attachments)
    return InternalDocumentView(
        head=inner(DOCUMENTS, route, record.title, record.summary or record.title),
        chip=chip_of(record, validity),
        required="必读" if record.required_reading else "",
        notice=notice(entry, corpus.lives, corpus.documents, corpus.day),
        relations=_relations(corpus, entry),
        sheet=sheet(record, attachments),
        body=prose(entry, corpus.present),
        about=(*facts(("内容概述", record.summary)), *about(corpus.public, record)),
        exempt=exempt(record),
    )


def _relations(corpus: IntranetCorpus, entry: Entry[InternalDocument]) -> tuple[Relation, ...]:
    record, lives = entry.record, corpus.lives
    named = (
        ("废止它的", (turn.by for turn in lives.repealed.get(entry.id, ()))),
        ("改过它的", (turn.by for turn in lives.amended.get(entry.id, ()))),
        ("它废止的", record.repeals),
        ("它修改的", record.amends),
    )
    found = ((label, tuple(_link(corpus, id) for id in ids)) for label, ids in named)
    return tuple(Relation(label, links) for label, links in found if links)


def _link(corpus: IntranetCorpus, id: str) -> Link:
    entry = corpus.documents.get(id)
    return Link(entry.record.title if entry else id, routes.route("internal-documents", id))
