"""What can be found on the public site."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.findable import Doc, Lot
from mingbai.records.base import Entry, Record


class Sort(NamedTuple):
    """What people choose by: the word, and where pages of it stand among others that fit as well."""

    word: str
    rank: int


ITEMS = Sort("事项", 0)
CHARGES = Sort("收费", 1)
UNITS = Sort("机构", 2)
PAPERS = Sort("文件", 3)
NEWS = Sort("简报", 4)
REST = Sort("其他", 5)


def public_docs(corpus: PublicCorpus) -> Iterator[Doc | Lot]:
    """Everything that has an address of its own, or a place on a page."""
    yield from _all(corpus.errands, ITEMS, "name")
    yield from _all(corpus.commitments, ITEMS, "name")
    yield from _all(corpus.fees, CHARGES, "name")
    yield from _all(corpus.fines, CHARGES, "name")
    yield from _all(corpus.divisions, UNITS, "name")
    yield from _all(corpus.people, UNITS, "post")
    yield from _all(corpus.laws, PAPERS, "title")
    yield from _all(corpus.documents, PAPERS, "title", yearly=True)
    for volume in corpus.newsletter.volumes.values():
        if volume.articles:
            yield Lot(NEWS.word, NEWS.rank, volume.year, volume.articles, volume.texts)
    yield from _all(corpus.exemplars, NEWS, "title", yearly=True)
    yield from _all(corpus.honours, NEWS, "title")
    yield from _all(corpus.pledges, REST, "title")
    yield from _all(corpus.pages, REST, "title")


def doc(entry: Entry[Record], sort: Sort, title: str, year: str = "", *, inner: bool = False) -> Doc:
    """A record as something that can be found; `title` is what it is called."""
    return Doc(routes.route(entry.record.kind, entry.id), sort.word, sort.rank, title, year, entry, inner)


def _all(entries: Mapping[str, Entry[Any]], sort: Sort, title: str, *, yearly: bool = False) -> Iterator[Doc]:
    """The records of one kind; `title` names the field that says what each is called."""
    for id, entry in entries.items():
        yield doc(entry, sort, getattr(entry.record, title), id.split("/")[0] if yearly else "")
