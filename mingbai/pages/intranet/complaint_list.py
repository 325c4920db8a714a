"""投诉: every complaint of the year and every older one still open, with its clock; the late ones first.

Earlier years have a page each. Reports against somebody are counted with the others while nothing is said of what was
found: whether they were true, and whether somebody was satisfied, is not counted of them.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.complaints import Docket
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.column import COMPLAINTS, LEDGER, front, inner
from mingbai.pages.intranet.complaint_state import CHIPS, left
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.year import narrow
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Chip, Day, Link, Tally
from mingbai.records.intranet.complaint import Complaint, Satisfaction, Stance

UNSAID = "举报，只列编号和期限"
BORNE_OUT = (Stance.TRUE, Stance.PARTLY)
PLEASED = (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.FAIRLY_SATISFIED)
FOLD = 10
"""So many finished cases stand open on a phone; more are folded."""


class ComplaintRow(Struct, frozen=True):
    """One case; of a report there are number, days and clock."""

    link: Link
    subject: str
    unit: Link | None
    kind: str
    received: Day
    chip: Chip
    left: Chip | None
    is_late: bool


class ComplaintPart(Struct, frozen=True):
    """Cases under one heading; `fold` is the line that opens them on a phone, empty where they stand open."""

    anchor: str
    title: str
    fold: str
    rows: tuple[ComplaintRow, ...]


class ComplaintsView(View, frozen=True, kw_only=True):
    """The complaints of one year, and where the earlier years are."""

    title: str
    tallies: tuple[Tally, ...]
    parts: tuple[ComplaintPart, ...]
    years: tuple[Link, ...]


def complaint_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The campaign's year at /complaints/, each earlier year with complaints at /complaints/<year>/."""
    every = tuple(corpus.dockets.values())
    now = [docket for docket in every if _year(docket) >= corpus.year]
    older = [docket for docket in every if docket.is_open and _year(docket) < corpus.year]
    earlier = sorted({_year(docket) for docket in every if _year(docket) < corpus.year}, reverse=True)
    about = "来了几件，办到哪一步，期限到哪天。"
    years = tuple(Link(f"{year}年", f"{COMPLAINTS.href}{year}/") for year in earlier)
    yield _page(corpus, front(COMPLAINTS, COMPLAINTS.title, about, LEDGER), now, older, years)
    for year, link in zip(earlier, years, strict=True):
        head = inner(COMPLAINTS, link.href, f"{year}年投诉", about, over=LEDGER)
        yield _page(corpus, head, [docket for docket in every if _year(docket) == year], (), ())


def _page(
    corpus: IntranetCorpus, head: Head, cases: Sequence[Docket], older: Sequence[Docket], years: tuple[Link, ...]
) -> Page:
    running = [docket for docket in (*cases, *older) if docket.is_open]
    running.sort(key=lambda docket: (docket.until or docket.day, docket.entry.id))
    over = [docket for docket in cases if not docket.is_open]
    over.sort(key=lambda docket: docket.entry.id, reverse=True)
    view = ComplaintsView(
        head=head,
        title=head.title,
        tallies=_figures(cases),
        parts=(
            *_part(corpus, "open", "还没办完的", running, folded=False),
            *_part(corpus, "over", "办完了的", over, folded=len(over) > FOLD),
        ),
        years=years,
    )
    return Page(head.route, "intranet/complaints.html", view)


def _figures(cases: Iterable[Docket]) -> tuple[Tally, ...]:
    every = tuple(cases)
    told = [event for docket in every if not docket.is_report for event in docket.entry.record.log]
    counted = (
        ("收到", len(every)),
        ("受理", sum(docket.finish_by is not None for docket in every)),
        ("办结", sum(docket.closed_on is not None for docket in every)),
        ("属实", sum(event.stance in BORNE_OUT for event in told)),
        ("满意", sum(event.satisfaction in PLEASED for event in told)),
    )
    return tuple(Tally(str(number), "件", label) for label, number in counted) if every else ()


def _part(
    corpus: IntranetCorpus, anchor: str, title: str, cases: Sequence[Docket], *, folded: bool
) -> tuple[ComplaintPart, ...]:
    rows = tuple(_row(corpus, docket) for docket in cases)
    return (ComplaintPart(anchor, title, f"{title}{len(rows)}件" if folded else "", rows),) if rows else ()


def _row(corpus: IntranetCorpus, docket: Docket) -> ComplaintRow:
    complaint, sealed = docket.entry.record, docket.is_report
    return ComplaintRow(
        link=Link(docket.number, routes.route(Complaint.kind, docket.entry.id)),
        subject=UNSAID if sealed else complaint.subject or "",
        unit=unit_of(corpus.public, complaint.division) if complaint.division and not sealed else None,
        kind=complaint.type.value,
        received=narrow(complaint.received_on, corpus.day),
        chip=CHIPS[docket.state],
        left=left(docket),
        is_late=docket.is_overdue,
    )


def _year(docket: Docket) -> int:
    return int(docket.entry.id.split("/")[0])
