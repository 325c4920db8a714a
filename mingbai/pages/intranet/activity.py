"""Activities of the campaign: a list with what is still to come, and a page for each that was held."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.campaign import year_of
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import ACTIVITIES, front, inner
from mingbai.pages.intranet.document import enclosed
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.part import Chip, Day, Link, division, in_order, unit
from mingbai.records.base import Entry
from mingbai.records.intranet.activity import Activity
from mingbai.records.intranet.campaign import Milestone

LEAD = "开了什么会，谁说了什么，定了哪几件事。"


class ActivityRow(Struct, frozen=True):
    """An activity in the list, or a fixed day of the year that has no record of one."""

    day: Day
    title: str
    href: str
    about: str
    chip: Chip | None


class ActivityYear(Struct, frozen=True):
    """The activities of one year, the newest first; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    rows: tuple[ActivityRow, ...]


class ActivityListView(View, frozen=True, kw_only=True):
    """All activities, year by year."""

    lead: str
    years: tuple[ActivityYear, ...]


class Words(Struct, frozen=True):
    """What one unit said."""

    unit: Link
    text: str


class ActivityView(View, frozen=True, kw_only=True):
    """An activity, ready to print; `figure` and `counted` say how many took part.

    `whole` says so where every unit took part, `units` which ones where some did.
    """

    title: str
    type: str
    theme: str
    figure: str
    counted: str
    day: Day
    until: Day | None
    place: str
    organiser: Link
    host: str
    spoken: str
    words: tuple[Words, ...]
    agenda: tuple[str, ...]
    decisions: tuple[str, ...]
    body: Prose | None
    attachments: tuple[Link, ...]
    whole: str
    units: tuple[Link, ...]
    exempt: str


def activity_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /activities/, and a page for each activity at /activities/<year>/<name>/."""
    years: dict[int, list[tuple[date, ActivityRow]]] = {}
    for on, row in (*_held(corpus), *_planned(corpus)):
        years.setdefault(on.year, []).append((on, row))
    view = ActivityListView(
        head=front(ACTIVITIES, ACTIVITIES.title, LEAD),
        lead=LEAD,
        years=tuple(_year(year, years[year]) for year in sorted(years, reverse=True)),
    )
    yield Page(ACTIVITIES.href, "intranet/activities.html", view)
    for entry in corpus.activities.values():
        route = routes.route(Activity.kind, entry.id)
        yield Page(route, "intranet/activity.html", _view(corpus, entry, route))


def _year(year: int, rows: list[tuple[date, ActivityRow]]) -> ActivityYear:
    ordered = sorted(rows, key=lambda pair: (pair[0], pair[1].title), reverse=True)
    return ActivityYear(f"y-{year}", f"{year}年", tuple(row for _, row in ordered))


def _held(corpus: IntranetCorpus) -> Iterator[tuple[date, ActivityRow]]:
    for entry in corpus.activities.values():
        record = entry.record
        organiser = unit(corpus.public, record.organiser).text
        about = phrase.clauses(record.type.value, record.place, f"{organiser}组织")
        chip = Chip("half", "正在开") if record.until and corpus.day <= record.until else None
        row = ActivityRow(dated(record.on), record.title, routes.route(Activity.kind, entry.id), about, chip)
        yield record.on, row


def _planned(corpus: IntranetCorpus) -> Iterator[tuple[date, ActivityRow]]:
    """The fixed days of the year of which there is no record of an activity."""
    for entry in sorted(corpus.campaigns.values(), key=year_of):
        for each in entry.record.milestones:
            if each.activity is None:
                href = routes.route("internal-documents", each.minutes) if each.minutes else ""
                row = ActivityRow(dated(each.on), each.title, href, f"{each.phase}阶段", _chip(each, corpus.day))
                yield each.on, row


def _chip(milestone: Milestone, day: date) -> Chip:
    """How a fixed day stands that has no record of an activity."""
    left = (milestone.on - day).days
    if left > 0:
        return Chip("noted", f"还没开，还有{left}天")
    if milestone.minutes:
        return Chip("done", "有纪要")
    return Chip("soon", "今天开") if left == 0 else Chip("late", "没有记录", "late")


def _view(corpus: IntranetCorpus, entry: Entry[Activity], route: str) -> ActivityView:
    record, public = entry.record, corpus.public
    words = tuple(Words(unit(public, each.division), each.text) for each in record.contributions)
    figure, counted = _scale(record)
    return ActivityView(
        head=inner(ACTIVITIES, route, record.title, record.theme or record.title),
        title=record.title,
        type=record.type.value,
        theme=record.theme or "",
        figure=figure,
        counted=counted,
        day=dated(record.on),
        until=dated(record.until) if record.until else None,
        place=record.place,
        organiser=division(public, record.organiser),
        host=f"{record.host}主持" if record.host else "",
        spoken=f"{len({each.division for each in record.contributions})}家发了言。" if words else "",
        words=words,
        agenda=record.agenda,
        decisions=record.decisions,
        body=prose(entry, corpus.present, deeper=1),
        attachments=tuple(enclosed(corpus, each) for each in record.attachments),
        whole="" if record.divisions or record.participants is None else "全体处室和单位",
        units=tuple(unit(public, id) for id in in_order(public, record.divisions)),
        exempt=exempt(record),
    )


def _scale(record: Activity) -> tuple[str, str]:
    """How many took part, as well as it is known: people, else units, else everybody."""
    if record.participants is not None:
        return str(record.participants), "人"
    return (str(len(record.divisions)), "家") if record.divisions else ("全体", "")
