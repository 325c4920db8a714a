"""Who has handed in what: of each sort how many are in, who is missing, who was late."""

from itertools import groupby

from msgspec import Struct

from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.duty import Group, counter, deadline_href, who
from mingbai.pages.intranet.measure import COUNTABLE, cells
from mingbai.pages.intranet.year import short, until
from mingbai.pages.public.part import Chip, Link


class HandInTally(Struct, frozen=True):
    """One sort of what has to be handed in: how many are in, of how many, until when."""

    link: Link
    label: str
    figure: str
    unit: str
    cells: tuple[str, ...]


class Lot(Struct, frozen=True):
    """Some who stand alike: how they stand, and who they are."""

    chip: Chip
    groups: tuple[Group, ...]


class Behind(Struct, frozen=True):
    """Those of one sort who have not handed in, or came late."""

    link: Link
    lots: tuple[Lot, ...]


def tallies(corpus: IntranetCorpus, year: int) -> tuple[HandInTally, ...]:
    """Each sort, in the order of the deadlines."""
    return tuple(_tally(found, corpus) for found in by_sort(corpus, year))


def behind(corpus: IntranetCorpus, year: int) -> tuple[Behind, ...]:
    """The sorts of which some are missing or were late."""
    return tuple(
        Behind(Link(found[0].what, deadline_href(found[0].what)), those)
        for found in by_sort(corpus, year)
        if (those := lots(corpus, found))
    )


def by_sort(corpus: IntranetCorpus, year: int) -> tuple[tuple[Duty, ...], ...]:
    """The duties of a year, those of one sort together."""
    return tuple(tuple(found) for _, found in groupby(corpus.duties(year), key=lambda duty: duty.what))


def count_cells(duties: tuple[Duty, ...]) -> tuple[str, ...]:
    """A cell for each; where they are too many, one for each unit, filled when the unit is complete."""
    if len(duties) <= COUNTABLE:
        return _cells([[duty] for duty in duties])
    units = dict.fromkeys(duty.unit for duty in duties)
    return _cells([[duty for duty in duties if duty.unit == unit] for unit in units])


def _cells(parts: list[list[Duty]]) -> tuple[str, ...]:
    done = sum(not any(duty.awaited for duty in part) for part in parts)
    return cells(done, len(parts), sum(any(duty.missing for duty in part) for part in parts))


def _tally(duties: tuple[Duty, ...], corpus: IntranetCorpus) -> HandInTally:
    one = duties[0]
    here = sum(duty.handed_in is not None for duty in duties)
    label = phrase.clauses(
        f"应交{len(duties)}份",
        f"{_complete(duties)}家交齐" if len(duties) > COUNTABLE else None,
        f"{short(one.due)}截止",
        until(one.due, corpus.day) if here < len(duties) and one.due >= corpus.day else None,
    )
    return HandInTally(Link(one.what, deadline_href(one.what)), label, str(here), "份", count_cells(duties))


def _complete(duties: tuple[Duty, ...]) -> int:
    return len({duty.unit for duty in duties} - {duty.unit for duty in duties if duty.awaited})


def lots(corpus: IntranetCorpus, duties: tuple[Duty, ...]) -> tuple[Lot, ...]:
    """Of one sort first those who are missing, then those who were late."""
    missing = [duty for duty in duties if duty.missing]
    late = [duty for duty in duties if duty.was_late]
    counted = counter(duties[0])
    chips = (
        (Chip("late", f"{len(missing)}{counted}没交", "late"), missing),
        (Chip("soon", f"{len(late)}{counted}逾期才交"), late),
    )
    return tuple(Lot(chip, who(corpus.public, found)) for chip, found in chips if found)
