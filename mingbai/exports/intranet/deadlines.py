"""The deadlines as calendars to subscribe to: one for the bureau, one for each unit that owes anything.

What is settled stays there while its year is shown and says so: a calendar from which things vanish is not trusted. Of
the years before only what is still open is there; a year that is announced in December comes beside the one that runs.
Findings and complaints, of whatever year, are there while they wait for somebody: the ledger keeps what became of them.
The bureau's calendar says what all units owe together, a line a day; each unit's says every measure of its own.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus.agenda import Sort, agenda, cases, years
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export
from mingbai.exports.ical import Calendar, ics_bytes
from mingbai.exports.intranet.remark import Writer
from mingbai.records.intranet.plan import BUREAU

PAGE = "/deadlines/"
"""Where the deadlines stand on the intranet; the files lie below."""
ABOUT = "要交的、到期的措施、要办的台账问题和投诉、大事，每天更新。"


class Subscription(Struct, frozen=True):
    """One calendar: the id of the unit, or `BUREAU`, and the unit's name."""

    unit: str
    name: str

    @property
    def path(self) -> str:
        """The file below the site's folder."""
        return path(self.unit)


def subscriptions(corpus: IntranetCorpus) -> tuple[Subscription, ...]:
    """The bureau first, then the units that owe anything, in the bureau's own order; none without a campaign."""
    if not corpus.years:
        return ()
    divisions = corpus.public.divisions
    running = [task for year in years(corpus) if year >= corpus.year for task in agenda(corpus, year)]
    left = [task for task in cases(corpus) if task.is_open]
    owing = {task.unit for task in (*running, *left) if task.sort is not Sort.MILESTONE} & divisions.keys()
    units = sorted(owing, key=lambda unit: (divisions[unit].record.order, unit))
    return (
        Subscription(BUREAU, corpus.public.bureau.record.short_name),
        *(Subscription(unit, divisions[unit].record.short_name) for unit in units),
    )


def calendars(corpus: IntranetCorpus) -> Iterator[tuple[Subscription, Calendar]]:
    """Each with what is in it, by day."""
    writers = [Writer(corpus, year, whole=year >= corpus.year) for year in years(corpus)]
    url = f"https://{corpus.public.bureau.record.intranet_host}{PAGE}"
    for each in subscriptions(corpus):
        of_bureau = each.unit == BUREAU
        found = (one for w in writers for one in (w.of_bureau() if of_bureau else w.of_unit(each.unit)))
        remarks = tuple(sorted(found, key=lambda remark: remark.day))
        yield each, Calendar(f"{each.name}的期限", ABOUT, url, remarks)


def deadline_exports(corpus: IntranetCorpus) -> Iterator[Export]:
    """Every calendar as a file."""
    for each, calendar in calendars(corpus):
        digest = of_bytes(repr(calendar).encode())
        yield Export(each.path, digest, lambda calendar=calendar: ics_bytes(calendar))  # type: ignore[misc]


def path(unit: str) -> str:
    """Where the calendar of a unit lies below the site's folder."""
    return f"{PAGE[1:]}{unit}.ics"
