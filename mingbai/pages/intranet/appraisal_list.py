"""The appraisal of a year: who stands where, who is not scored yet, what the city's ranking brings (意见 五（五）).

Ranks are among those scored on the day; before the year's last phase the page says when it begins and how it is done.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus.appraisal import Result, appraised, window
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import draw, phrase
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.intranet.campaign_rules import Appraisal as Scheme
from mingbai.pages.intranet.campaign_rules import appraisal as scheme_tables
from mingbai.pages.intranet.city import City, city
from mingbai.pages.intranet.column import APPRAISALS, front, inner
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.standing import grade_chip, place, scheme_of, sheet, standing, state_chip
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Chip, Fact, Link, Tally
from mingbai.records.intranet.appraisal import AppraisalState
from mingbai.records.intranet.campaign import AppraisalScheme, Grade
from mingbai.records.values import YEAR

LEAD = "年底各单位考评第几名、哪一等，谁还没打分，全局在市里排第几。"
TONES = (Tone.FULL, Tone.HOLLOW, Tone.DASHED)
"""How the bars of grades look, the best first; of the one that nothing earns, like what is late."""


class RankRow(Struct, frozen=True):
    """One unit's result: its rank, its sheet, the total, the grade, the points of each indicator.

    `state` is there while the result may still change.
    """

    rank: str
    unit: Link
    state: str
    total: str
    grade: Chip
    scores: tuple[Fact, ...]


class WaitingRow(Struct, frozen=True):
    """A unit that is not scored yet; its sheet is there once it was opened."""

    unit: Link
    state: Chip


class AppraisalsView(View, frozen=True, kw_only=True):
    """The appraisal of one year, and where the other years are."""

    title: str
    summary: str
    tallies: tuple[Tally, ...]
    heads: tuple[str, ...]
    rows: tuple[RankRow, ...]
    chart: Chart | None
    waiting: tuple[WaitingRow, ...]
    city: City | None
    scheme: Scheme | None
    year: str
    years: tuple[Link, ...]


def appraisal_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The newest year at /appraisals/, each year at /appraisals/<year>/."""
    years = years_of(corpus)
    links = tuple(Link(f"{year}年", f"{APPRAISALS.href}{year}/") for year in years)
    for year, link in zip(years, links, strict=True):
        title = f"{link.text}考评"
        if link is links[0]:
            yield _page(corpus, year, links, front(APPRAISALS, title, LEAD))
        yield _page(corpus, year, links, inner(APPRAISALS, link.href, title, LEAD))


def years_of(corpus: IntranetCorpus) -> tuple[int, ...]:
    """The years with a campaign, an appraisal or a ranking, the newest first; else the one that is shown."""
    named = {id.split("/")[0] for kind in (corpus.campaigns, corpus.appraisals, corpus.city_rankings) for id in kind}
    return tuple(sorted((int(year) for year in named if YEAR.fullmatch(year)), reverse=True)) or (corpus.year,)


def _page(corpus: IntranetCorpus, year: int, years: tuple[Link, ...], head: Head) -> Page:
    scheme, found = scheme_of(corpus, year), standing(corpus, year)
    ranked = {result.unit for result in found}
    units = appraised(corpus.public.divisions, corpus.appraisals, year, corpus.day) if scheme else ()
    waiting = [unit for unit in units if unit not in ranked]
    view = AppraisalsView(
        head=head,
        title=head.title,
        summary=_summary(corpus, year, found, len(waiting)),
        tallies=_tallies(scheme, found) if scheme else (),
        heads=tuple(each.title for each in scheme.indicators) if scheme else (),
        rows=tuple(_row(corpus, year, scheme, result, found) for result in found) if scheme else (),
        chart=_chart(corpus, scheme, found) if scheme else None,
        waiting=tuple(_waiting(corpus, year, unit) for unit in waiting) if _begun(corpus, year) else (),
        city=city(corpus, year),
        scheme=scheme_tables(scheme) if scheme else None,
        year=f"{year}年",
        years=years if len(years) > 1 else (),
    )
    return Page(head.route, "intranet/appraisals.html", view)


def _begun(corpus: IntranetCorpus, year: int) -> bool:
    """Whether the last phase has begun, in which units are scored."""
    campaign = corpus.campaigns.get(str(year))
    span = window(campaign) if campaign else None
    return span is not None and span.first <= corpus.day


def _summary(corpus: IntranetCorpus, year: int, found: Sequence[Result], waiting: int) -> str:
    campaign = corpus.campaigns.get(str(year))
    span = window(campaign) if campaign else None
    if span is None:
        return "这一年没有考评办法。"
    if not found:
        begin = "起打分" if span.first > corpus.day else "起可以打分，现在一家也没打"
        return f"{phrase.day(span.first)}{begin}，{phrase.day(span.last)}前打完。怎么打，看下面。"
    states = Counter(result.state for result in found)
    confirmed, shown = states[AppraisalState.CONFIRMED], states[AppraisalState.SHOWN]
    told = [f"打了分的{len(found)}家"]
    told += [f"确认了{confirmed}家"] if confirmed else []
    told += [f"公示着{shown}家"] if shown else []
    told += [f"还没打分的{waiting}家"] if waiting else []
    later = "" if confirmed == len(found) and not waiting else "都确认以前，名次还会变。"
    return f"{'，'.join(told)}。{later}"


def _tallies(scheme: AppraisalScheme, found: Sequence[Result]) -> tuple[Tally, ...]:
    if not found:
        return ()
    counts = Counter(result.grade.name for result in found if result.grade)
    return tuple(Tally(str(counts[grade.name]), "家", grade.name) for grade in scheme.grades)


def _row(
    corpus: IntranetCorpus, year: int, scheme: AppraisalScheme, result: Result, found: Sequence[Result]
) -> RankRow:
    return RankRow(
        rank=place(result, found),
        unit=Link(unit_of(corpus.public, result.unit).text, sheet(year, result.unit)),
        state="" if result.state is AppraisalState.CONFIRMED else result.state.value,
        total=phrase.figure(result.total),
        grade=grade_chip(scheme, result.grade),
        scores=tuple(
            Fact(each.title, phrase.figure(result.indicators[each.id]) if each.id in result.indicators else "–")
            for each in scheme.indicators
        ),
    )


def _chart(corpus: IntranetCorpus, scheme: AppraisalScheme, found: Sequence[Result]) -> Chart | None:
    """The totals as bars, each grade with a look of its own; nothing while only one is scored."""
    if len(found) < 2:
        return None
    best, last = found[0], found[-1]
    about = About(
        "totals",
        "各单位总分",
        f"{len(found)}家，最高{phrase.figure(best.total)}分，最低{phrase.figure(last.total)}分；每家的分数在名次表里。",
    )
    grades = [grade for grade in scheme.grades if any(result.grade is grade for result in found)]
    series = tuple(Series(grade.name, _tone(scheme, grade)) for grade in grades)
    groups = tuple(
        Group(
            unit_of(corpus.public, result.unit).text,
            tuple(_bar(result.total) if grade is result.grade else None for grade in grades),
        )
        for result in found
    )
    return draw.rows(about, series, groups)


def _tone(scheme: AppraisalScheme, grade: Grade) -> Tone:
    return TONES[min(scheme.grades.index(grade), len(TONES) - 1)] if grade.least else Tone.LATE


def _waiting(corpus: IntranetCorpus, year: int, unit: str) -> WaitingRow:
    entry = corpus.appraisals.get(f"{year}/{unit}")
    state = entry.record.state(corpus.day) if entry else AppraisalState.PLANNED
    return WaitingRow(Link(unit_of(corpus.public, unit).text, sheet(year, unit) if entry else ""), state_chip(state))


def _bar(total: Decimal) -> Value:
    return Value(total, phrase.figure(total))
