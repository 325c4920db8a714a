"""A page for each circular: an official document in the layout of GB/T 9704, ready to print, and what is known of it.

The words of a finding are taken from the ledger, never from the circular, and the digest says whether they are still
those that were quoted. A seal is never drawn.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.pages import phrase
from mingbai.pages.intranet.column import CIRCULARS, LEDGER, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.finding_state import CHIPS
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, View
from mingbai.pages.public.document import Relation
from mingbai.pages.public.paper import Imprint, Sheet
from mingbai.pages.public.part import Chip, Day, Link, division
from mingbai.records.base import Entry
from mingbai.records.intranet.circular import Circular, Commended, Quoted
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.public.honours import Honours

SHOWN = 12
"""So much of a digest is enough for two people to compare."""
SAME, OTHER = Chip("done", "和台账一字不差"), Chip("late", "和台账不一样", "late")


class QuotedRow(Struct, frozen=True):
    """A finding in the circular: its words, whose it is, how it stands today, whether the words are those quoted."""

    link: Link
    text: str
    unit: str
    chip: Chip
    same: Chip
    digest: str


class HonourRow(Struct, frozen=True):
    """An honour that is made known: what for, whose, since what."""

    link: Link
    holder: str
    reason: str


class CircularView(View, frozen=True, kw_only=True):
    """The circular; `sheet` is its frame, what stands between salutation and signature follows."""

    kind: str
    notice: str
    proof: str
    relations: tuple[Relation, ...]
    sheet: Sheet
    opening: tuple[str, ...]
    findings: tuple[QuotedRow, ...]
    honours: tuple[HonourRow, ...]
    closing: tuple[str, ...]
    exempt: str


def circular_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """Each circular at /circulars/<year>/<number>/."""
    for entry in corpus.circulars.values():
        route = routes.route(Circular.kind, entry.id)
        yield Page(route, "intranet/circular.html", _view(corpus, entry, route))


def _view(corpus: IntranetCorpus, entry: Entry[Circular], route: str) -> CircularView:
    circular = entry.record
    rows = tuple(_quoted(corpus, corpus.ledger[each.finding], each) for each in circular.findings)
    later = tuple(each for each in corpus.circulars.values() if each.record.corrects == entry.id)
    return CircularView(
        head=inner(CIRCULARS, route, circular.title, f"{phrase.day(circular.on)}的{circular.type}。", over=LEDGER),
        kind=circular.type.value,
        notice="这一份后来更正过，看更正的那一份。" if later else "",
        proof=_proof(rows),
        relations=tuple(_relations(corpus, circular, later)),
        sheet=_sheet(corpus, circular),
        opening=circular.opening,
        findings=rows,
        honours=tuple(row for each in circular.honours for row in _honour(corpus, each)),
        closing=circular.closing,
        exempt=exempt(circular),
    )


def _sheet(corpus: IntranetCorpus, circular: Circular) -> Sheet:
    issuer = division(corpus.public, circular.issuer).text
    on = dated(circular.on)
    addressees = phrase.listed(division(corpus.public, id).text for id in circular.to)
    return Sheet(
        head=f"{corpus.public.bureau.record.name} {issuer}文件",
        letter=False,
        number=circular.doc_no or "",
        title=circular.title,
        addressees=f"{addressees}：",
        attachments=(),
        signature=(issuer,),
        day=on,
        note="",
        imprint=Imprint(phrase.listed(circular.cc), issuer, Day(f"{on.text}印发", on.machine)),
    )


def _quoted(corpus: IntranetCorpus, case: Case, quoted: Quoted) -> QuotedRow:
    finding = case.entry.record
    return QuotedRow(
        link=Link(case.number, routes.route(Finding.kind, case.id)),
        text=finding.text,
        unit=division(corpus.public, finding.division).text,
        chip=CHIPS[case.state],
        same=SAME if quoted.sha256 == finding.sha256 else OTHER,
        digest=quoted.sha256[:SHOWN],
    )


def _proof(rows: tuple[QuotedRow, ...]) -> str:
    if not rows:
        return ""
    differ = sum(row.same is OTHER for row in rows)
    if differ:
        return f"引用的{len(rows)}个问题里，有{differ}个和台账不一样。"
    return f"引用的{len(rows)}个问题，原话和台账一字不差，用指纹对过。"


def _honour(corpus: IntranetCorpus, commended: Commended) -> Iterator[HonourRow]:
    """The honour with that number; nothing where there is none, which a rule tells of."""
    for honour in corpus.public.honours[commended.year].record.honours:
        if honour.no == commended.no:
            yield HonourRow(
                link=Link(honour.title, routes.route(Honours.kind, commended.year)),
                holder=division(corpus.public, honour.division).text + (honour.post or ""),
                reason=honour.reason,
            )


def _relations(corpus: IntranetCorpus, circular: Circular, later: tuple[Entry[Circular], ...]) -> Iterator[Relation]:
    """Who sent it to whom, what it is about, what it corrects."""
    yield Relation("发文单位", (division(corpus.public, circular.issuer),))
    yield Relation("发给", tuple(division(corpus.public, id) for id in circular.to))
    visit = corpus.inspections.get(circular.inspection or "")
    if visit:
        told = f"{phrase.day(visit.record.on)}{visit.record.method}"
        yield Relation("哪次察访", (Link(told, routes.route(Inspection.kind, visit.id)),))
    old = corpus.circulars.get(circular.corrects or "")
    if old:
        yield Relation("它更正的", (_link(old),))
    if later:
        yield Relation("更正它的", tuple(map(_link, later)))


def _link(entry: Entry[Circular]) -> Link:
    return Link(entry.record.title, routes.route(Circular.kind, entry.id))
