"""A page for each complaint: its clock, what it is about, what was done.

Law: of a report against somebody (举报) there are number, days and clock, and nothing else whatever the record says: to
tell its target of it is punishable (行政机关公务员处分条例 第二十五条第二项).
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.complaints import Docket
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.pages.intranet.column import COMPLAINTS, LEDGER, inner
from mingbai.pages.intranet.complaint_state import CHIPS, NEXT, clocks, left
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Fact, Link, division, facts
from mingbai.records.intranet.complaint import Complaint, ComplaintEvent
from mingbai.records.intranet.finding import Finding

CLOSED_BOOK = "这是举报，只列编号、日期和期限，别的不记也不显示。告诉被举报的人，要受处分。"


class ComplaintStep(Struct, frozen=True):
    """One step; the facts are what was found and said."""

    day: Day
    action: str
    about: tuple[Fact, ...]


class ComplaintView(View, frozen=True, kw_only=True):
    """One complaint as it stands on the day; of a report `subject`, `unit` and `about` are empty."""

    number: str
    subject: str
    chip: Chip
    left: Chip | None
    next: str
    until: Day | None
    unit: Link | None
    clocks: tuple[Fact, ...]
    about: tuple[Fact, ...]
    steps: tuple[ComplaintStep, ...]
    sealed: str
    exempt: str


def complaint_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """Each complaint at /complaints/<year>/<number>/."""
    for docket in corpus.dockets.values():
        route = routes.route(Complaint.kind, docket.entry.id)
        yield Page(route, "intranet/complaint.html", _view(corpus, docket, route))


def _view(corpus: IntranetCorpus, docket: Docket, route: str) -> ComplaintView:
    complaint, sealed = docket.entry.record, docket.is_report
    title = f"投诉件{docket.number}"
    return ComplaintView(
        head=inner(COMPLAINTS, route, title, f"{title}：办到哪一步，期限到哪天。", over=LEDGER),
        number=docket.number,
        subject="" if sealed else complaint.subject or "",
        chip=CHIPS[docket.state],
        left=left(docket),
        next=NEXT[docket.state],
        until=dated(docket.until) if docket.until else None,
        unit=division(corpus.public, complaint.division) if complaint.division and not sealed else None,
        clocks=clocks(docket),
        about=() if sealed else _about(corpus, complaint),
        steps=tuple(_step(event, sealed=sealed) for event in complaint.log if event.on <= docket.day),
        sealed=CLOSED_BOOK if sealed else "",
        exempt=exempt(complaint),
    )


def _about(corpus: IntranetCorpus, complaint: Complaint) -> tuple[Fact, ...]:
    found = corpus.ledger.get(complaint.finding or "")
    linked = (Fact("登记成的问题", number(found.id), routes.route(Finding.kind, found.id)),) if found else ()
    return (
        *facts(("种类", complaint.type.value), ("怎么来的", complaint.channel.value), ("结果", complaint.result)),
        *linked,
    )


def _step(event: ComplaintEvent, *, sealed: bool) -> ComplaintStep:
    """The step; of a report its day and its name alone."""
    about = facts(
        ("查实情况", event.stance.value if event.stance else None),
        ("满意不满意", event.satisfaction.value if event.satisfaction else None),
        ("说明", event.note),
    )
    return ComplaintStep(dated(event.on), event.action.value, () if sealed else about)
