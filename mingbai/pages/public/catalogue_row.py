"""How each kind of record is catalogued: `CLASSES` names the kinds, and what name, gist and day each record has.

A record that has no index number of its own is found by its kind and its id.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.series import Volume
from mingbai.pages import phrase
from mingbai.pages.public.issue import issue_title
from mingbai.pages.public.kept import quarter_name
from mingbai.pages.public.part import Day, Link
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Bulletin

Rows = Callable[[PublicCorpus], Iterable["Listed"]]
Said = Callable[[Entry[Any]], str]


class Listed(NamedTuple):
    """What the catalogue says of one record, the day as machines write it. A row is made of it late: they are many."""

    number: str
    name: str
    href: str
    gist: str
    day: str


class Row(Struct, frozen=True):
    """One record in the catalogue."""

    index: str
    link: Link
    gist: str
    day: Day


def _rows(
    entries: Mapping[str, Entry[Any]],
    name: Said,
    gist: Said,
    formed: Callable[[Any], date] = lambda record: record.published.date(),
    index: Said = lambda entry: f"{entry.record.kind}/{entry.id}",
) -> Iterator[Listed]:
    for id, entry in entries.items():
        href, day = routes.route(entry.record.kind, id), formed(entry.record).isoformat()
        yield Listed(index(entry), name(entry), href, gist(entry), day)


def row(listed: Listed) -> Row:
    """The row that a page shows."""
    day = Day(phrase.day(date.fromisoformat(listed.day)), listed.day)
    return Row(listed.number, Link(listed.name, listed.href), listed.gist, day)


def _commitments(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.commitments, lambda e: e.record.name, lambda e: e.record.plain_summary)


def _errands(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.errands, lambda e: e.record.name, lambda e: e.record.plain_summary)


def _fees(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.fees, lambda e: e.record.name, lambda e: f"交的人：{e.record.payer}。{e.record.scope}")


def _fines(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.fines, lambda e: e.record.name, lambda e: e.record.conduct)


def _performance(corpus: PublicCorpus) -> Iterator[Listed]:
    names = {entry.id: quarter_name(quarter) for quarter, entry in corpus.quarters}
    return _rows(
        corpus.performance,
        lambda e: f"{names[e.id]}办件统计",
        lambda e: f"{len(e.record.items)}个事项各收到、办结多少件，几件按时",
    )


def _documents(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(
        corpus.documents,
        lambda e: e.record.title,
        lambda e: e.record.summary,
        lambda record: record.formed_on,
        lambda e: e.record.index_no,
    )


def _divisions(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.divisions, lambda e: e.record.name, lambda e: "".join(e.record.functions) or e.record.address)


def _people(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.people, lambda e: e.record.display_name, lambda e: e.record.post)


def _laws(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(
        corpus.laws,
        lambda e: phrase.law(e.record.title),
        lambda e: f"{e.record.level.value}，{e.record.issuer}制定",
    )


def issues_listed(volume: Volume[Bulletin]) -> Iterator[Listed]:
    """The issues of one year."""
    return _rows(
        {entry.id: entry for entry in volume.issues},
        issue_title,
        lambda e: phrase.listed(article.record.title for article in volume.articles_of.get(e.id, {}).values()),
        lambda record: record.date,
    )


def _pledges(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(
        corpus.pledges, lambda e: e.record.title, lambda e: "".join(pledge.text for pledge in e.record.pledges)
    )


def _calendar(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.calendars, lambda e: f"{e.id}年放假和补班", lambda e: phrase.document(e.record.arrangement))


def _norms(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(
        corpus.norms, lambda e: e.record.label, lambda e: phrase.listed(pair.advocate for pair in e.record.pairs)
    )


def _figures(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.figures, lambda e: e.record.title, lambda e: e.record.covers, lambda record: record.on)


def _honours(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(
        corpus.honours,
        lambda e: e.record.title,
        lambda e: phrase.listed(dict.fromkeys(honour.title for honour in e.record.honours)),
    )


def _exemplars(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.exemplars, lambda e: e.record.title, lambda e: e.record.summary, lambda record: record.on)


def _pages(corpus: PublicCorpus) -> Iterator[Listed]:
    return _rows(corpus.pages, lambda e: e.record.title, lambda e: e.record.summary, lambda record: record.formed_on)


CLASSES: tuple[tuple[str, str, Rows | None], ...] = (
    ("commitments", "服务承诺", _commitments),
    ("errands", "要办的事", _errands),
    ("fees", "收费项目", _fees),
    ("fines", "罚款项目", _fines),
    ("performance", "办件统计", _performance),
    ("documents", "文件", _documents),
    ("divisions", "处室和单位", _divisions),
    ("people", "局领导和主要负责人", _people),
    ("laws", "法规依据", _laws),
    ("bulletins", "简报", None),
    ("pledges", "庄严承诺", _pledges),
    ("calendar", "工作日历", _calendar),
    ("norms", "行为规范", _norms),
    ("figures", "公开数据", _figures),
    ("honours", "表彰", _honours),
    ("exemplars", "典型", _exemplars),
    ("pages", "页面", _pages),
)
"""The classes in the order in which people ask for them: the kind, the title, the rows.

Those of the newsletter are its years, and their rows are `issues_listed`.
"""

YEARLY = ("documents", "exemplars")
"""The other kinds that grow from year to year."""
