"""Supervision: whom to tell, what happens then, what nobody here may do, and the figures that were released."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages import draw, phrase
from mingbai.pages.chart import About, Chart, Group, Series, Value
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import SUPERVISION, column_head
from mingbai.pages.public.norms import NormsPart, norms
from mingbai.pages.public.part import Fact, Link, Stamp, facts, stamp, telephone
from mingbai.pages.public.text import TextPart, text_at
from mingbai.records.base import Entry
from mingbai.records.public.figures import Figures

LEAST = 2
"""So many numbers of one unit are worth a chart."""


class Number(Struct, frozen=True):
    """One number: what it counts, its unit, what there is to say of it."""

    label: str
    number: str
    unit: str
    note: str


class FigureSet(Struct, frozen=True):
    """Numbers that were counted and released together; `anchor` is the id on the page.

    `chart` is there where two or more of them are counted in the same unit.
    """

    anchor: str
    title: str
    chart: Chart | None
    numbers: tuple[Number, ...]
    about: tuple[Fact, ...]
    stamp: Stamp


class SupervisionView(View, frozen=True, kw_only=True):
    """Everything for somebody who has something to report."""

    phone: Link
    email: str
    address: str
    hours: tuple[str, ...]
    text: TextPart | None
    norms: NormsPart | None
    figures: tuple[FigureSet, ...]


def supervision_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One page, /supervision/."""
    bureau = corpus.bureau.record
    newest = sorted(corpus.figures.values(), key=lambda entry: (entry.record.on, entry.id), reverse=True)
    view = SupervisionView(
        head=column_head(corpus, SUPERVISION),
        phone=telephone(bureau.complaint_phone),
        email=bureau.email or "",
        address=bureau.address,
        hours=bureau.hours,
        text=text_at(corpus, "supervision"),
        norms=norms(corpus),
        figures=tuple(_figures(corpus, entry) for entry in newest),
    )
    yield Page(SUPERVISION.route, "public/supervision.html", view)


def _figures(corpus: PublicCorpus, entry: Entry[Figures]) -> FigureSet:
    record = entry.record
    return FigureSet(
        anchor=entry.id,
        title=record.title,
        chart=_chart(entry),
        numbers=tuple(
            Number(each.label, phrase.figure(each.number), each.unit, each.note or "") for each in record.data
        ),
        about=facts(
            ("截止日期", phrase.day(record.on)),
            ("统计范围", record.covers),
            ("核定", record.reviewed_by),
        ),
        stamp=stamp(record, corpus.bureau.record.name),
    )


def _chart(entry: Entry[Figures]) -> Chart | None:
    """The numbers that are counted in the same unit as most, each as a bar."""
    data = entry.record.data
    unit, count = Counter(each.unit for each in data).most_common(1)[0]
    if count < LEAST:
        return None
    alike = [each for each in data if each.unit == unit]
    groups = [Group(each.label, (Value(each.number, f"{phrase.figure(each.number)}{unit}"),)) for each in alike]
    desc = "，".join(f"{each.label}{phrase.figure(each.number)}{unit}" for each in alike)
    return draw.rows(About(f"{entry.id}-chart", entry.record.title, f"{desc}。"), (Series("数"),), groups)
