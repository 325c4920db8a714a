"""The deadlines as calendars to subscribe to: one for the bureau, one for each unit that owes anything.

What is settled stays there while its year is shown and says so: a calendar from which things vanish is not trusted. Of
the years before only what is still open is there; a year that is announced in December comes beside the one that runs.
The bureau's calendar says what all units owe together, a line a day; each unit's says every measure of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingbai.corpus.agenda import Sort, agenda
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export
from mingbai.exports.ical import Calendar, ics_bytes
from mingbai.exports.intranet.remark import Writer
from mingbai.records.intranet.plan import BUREAU

PAGE = "/deadlines/"
"""Where the deadlines stand on the intranet; the files lie below."""


@dataclass(frozen=True)
class Subscription:
    """One calendar: the id of the unit, or `BUREAU`, the unit's name, and what is in it."""

    unit: str
    name: str
    calendar: Calendar

    @property
    def path(self) -> str:
        """The file below the site's folder."""
        return f"{PAGE[1:]}{self.unit}.ics"


def subscriptions(corpus: IntranetCorpus) -> Iterator[Subscription]:
    """The bureau's calendar first, then those of the units in the bureau's own order; none without a campaign."""
    years = corpus.years
    if not years:
        return
    bureau = corpus.public.bureau.record
    writers = [Writer(corpus, year, whole=year >= corpus.year) for year in years]
    about = "要交的、到期的措施和大事，每天更新。"
    remarks = tuple(sorted((each for writer in writers for each in writer.of_bureau()), key=lambda each: each.day))
    url = f"https://{bureau.intranet_host}{PAGE}"
    yield Subscription(BUREAU, bureau.short_name, Calendar(f"{bureau.short_name}的期限", about, url, remarks))
    for unit in _owing(corpus, [year for year in years if year >= corpus.year]):
        name = corpus.public.divisions[unit].record.short_name
        of_unit = (each for writer in writers for each in writer.of_unit(unit))
        remarks = tuple(sorted(of_unit, key=lambda each: each.day))
        yield Subscription(unit, name, Calendar(f"{name}的期限", about, url, remarks))


def deadline_exports(corpus: IntranetCorpus) -> Iterator[Export]:
    """Every calendar as a file."""
    for each in subscriptions(corpus):
        calendar = each.calendar
        digest = of_bytes(repr(calendar).encode())
        yield Export(each.path, digest, lambda calendar=calendar: ics_bytes(calendar))  # type: ignore[misc]


def _owing(corpus: IntranetCorpus, years: Iterable[int]) -> list[str]:
    """The units that owe anything, whether or not they have done it."""
    tasks = (task for year in years for task in agenda(corpus, year) if task.sort is not Sort.MILESTONE)
    owing = {task.unit for task in tasks} & corpus.public.divisions.keys()
    return sorted(owing, key=lambda unit: (corpus.public.divisions[unit].record.order, unit))
