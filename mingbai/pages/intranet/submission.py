"""A piece that was handed in and stands in no issue: what it says, and what the editors decided."""

from collections.abc import Iterator

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import ACTIVITIES, CONTRIBUTIONS, inner
from mingbai.pages.intranet.contribution import chip
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Crumb, Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.part import Chip, Day, Link, division
from mingbai.records.base import Entry
from mingbai.records.intranet.bulletin import Submission


class SubmissionView(View, frozen=True, kw_only=True):
    """A piece, ready to print; `decided` is the day of the decision, `reason` why it was made."""

    title: str
    chip: Chip
    decided: Day | None
    reason: str
    unit: Link
    byline: str
    submitted: Day
    body: Prose | None
    exempt: str


def submission_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """One page for each piece, at /submissions/<year>/<name>/."""
    for entry in corpus.submissions.values():
        route = routes.route(Submission.kind, entry.id)
        yield Page(route, "intranet/submission.html", _view(corpus, entry, route))


def _view(corpus: IntranetCorpus, entry: Entry[Submission], route: str) -> SubmissionView:
    record = entry.record
    decision, on = record.decision, record.submitted_on
    step = Crumb(f"{on.year}年", f"{CONTRIBUTIONS.href}{on.year}/")
    return SubmissionView(
        head=inner(CONTRIBUTIONS, route, record.title, f"来稿：{record.title}", step, over=ACTIVITIES),
        title=record.title,
        chip=chip(corpus, record),
        decided=dated(decision.on) if decision else None,
        reason=decision.reason or "" if decision else "",
        unit=division(corpus.public, record.division),
        byline=record.byline or "",
        submitted=Day(f"{phrase.day(on)}来稿", on.isoformat()),
        body=prose(entry, corpus.present),
        exempt=exempt(record),
    )
