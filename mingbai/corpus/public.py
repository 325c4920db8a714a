"""Everything the public may know, on one day: the only thing public pages, rules and exports are given.

Law: it is assembled from `content/public/` alone, whether or not the intranet's files are there.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, get_origin

from msgspec.structs import replace

from mingbai.clock import Clock
from mingbai.corpus.gather import (
    Ahead,
    AnyEntry,
    File,
    Known,
    by_key,
    by_kind,
    cut,
    dangling,
    keys,
    of_kind,
    settled,
)
from mingbai.corpus.gathered import Gathered
from mingbai.corpus.holdings import Holding, holdings
from mingbai.corpus.moved import Moved, moved
from mingbai.corpus.outward import Exits
from mingbai.corpus.papers import Lives, lives
from mingbai.corpus.quiet import ABSENT, digests, names, seals
from mingbai.corpus.routes import Homes
from mingbai.corpus.series import Series
from mingbai.corpus.since import UNKNOWN, Since
from mingbai.corpus.workdays import Workdays, workdays
from mingbai.digest import of_value
from mingbai.problem import Place, Problem
from mingbai.records.base import Entry, Published
from mingbai.records.field import fields_of
from mingbai.records.public.bulletin import Article, Bulletin
from mingbai.records.public.bureau import Bureau
from mingbai.records.public.calendar import Calendar
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.division import Division
from mingbai.records.public.document import Document
from mingbai.records.public.errand import Errand
from mingbai.records.public.exemplar import Exemplar
from mingbai.records.public.fee import Fee
from mingbai.records.public.figures import Figures
from mingbai.records.public.fine import Fine
from mingbai.records.public.honours import Honours
from mingbai.records.public.law import Law
from mingbai.records.public.norms import Norms
from mingbai.records.public.page import Page
from mingbai.records.public.performance import Cases, Performance, Quarter
from mingbai.records.public.person import Person
from mingbai.records.public.pledges import Pledges
from mingbai.records.torn import Torn
from mingbai.source.located import Places
from mingbai.source.seen import Sighting

BUREAU_FILE = "content/public/bureau.yaml"
YEAR = 4
LOUD = ("bulletins", "articles", "entries", "kinds", "sightings", "ahead", "known", "paths_now", "torn")
"""What issues and articles can be seen in."""
_SAYS_NOTHING: dict[str, Any] = {
    name: (get_origin(field.annotation) or str)() for name, field in fields_of(Bureau).items() if field.required
}
STAND_IN = Entry(Bureau.kind, Bureau(**_SAYS_NOTHING), Places(BUREAU_FILE), "")
"""For a bureau that is missing or broken, so that the rules can be run on all the rest; no page is made of it."""


class PublicCorpus(Gathered, frozen=True, dict=True):
    """The public records as they stood at `clock.as_of`, by id and in the order of ids; all references hold.

    `known` names every record there is a file for, `later` those that the day shown does not know yet, `present` those
    that can be referred to on it, attachments among them; `ahead` are the records of `later`. `sightings` are
    what was seen in any of the files, of whatever day. `paths_now` are the paths of public files by those they had
    before: for what rules say alone.
    """

    clock: Clock
    bureau: Entry[Bureau]
    people: Mapping[str, Entry[Person]]
    divisions: Mapping[str, Entry[Division]]
    laws: Mapping[str, Entry[Law]]
    commitments: Mapping[str, Entry[Commitment]]
    errands: Mapping[str, Entry[Errand]]
    fees: Mapping[str, Entry[Fee]]
    fines: Mapping[str, Entry[Fine]]
    bulletins: Mapping[str, Entry[Bulletin]]
    articles: Mapping[str, Entry[Article]]
    pledges: Mapping[str, Entry[Pledges]]
    calendars: Mapping[str, Entry[Calendar]]
    performance: Mapping[str, Entry[Performance]]
    documents: Mapping[str, Entry[Document]]
    norms: Mapping[str, Entry[Norms]]
    honours: Mapping[str, Entry[Honours]]
    exemplars: Mapping[str, Entry[Exemplar]]
    figures: Mapping[str, Entry[Figures]]
    pages: Mapping[str, Entry[Page]]
    files: Mapping[str, File]
    sightings: tuple[Sighting, ...]
    later: frozenset[tuple[str, str]]
    ahead: Ahead
    paths_now: Mapping[str, str]

    @property
    def day(self) -> date:
        """The day whose state is shown."""
        return self.clock.as_of

    @property
    def waiting(self) -> tuple[AnyEntry, ...]:
        """The records whose day has not come even today."""
        today = self.clock.today
        return tuple(e for e in self.ahead.values() if isinstance(e.record, Published) and e.record.at(today) is None)

    @cached_property
    def newsletter(self) -> Series[Bulletin]:
        """The newsletter that anyone can read."""
        return Series(Bulletin, Article, self.bulletins, self.articles, self)

    @cached_property
    def quiet(self) -> "PublicCorpus":
        """The same without what is in the newsletter; which issues and articles there are is still known."""
        return replace(self, **dict.fromkeys(LOUD, ABSENT))

    @cached_property
    def quiet_seal(self) -> str:
        """Says what the quiet corpus holds: two with the same seal are the same."""
        held = seals(self.kinds, (Bulletin, Article))
        return of_value([str(self.clock), held, digests(self.files), names(self.later)])

    @cached_property
    def quarters(self) -> tuple[tuple[Quarter, Entry[Performance]], ...]:
        """The quarters told of whose files are named after one, in the order of time."""
        named = ((Quarter.of(id), entry) for id, entry in self.performance.items())
        return tuple(sorted(((quarter, entry) for quarter, entry in named if quarter), key=lambda told: told[0]))

    @cached_property
    def cases_of(self) -> Mapping[str, tuple[tuple[Quarter, Entry[Performance], Cases], ...]]:
        """The cases of each item that a quarter tells of, by the item's id, in the order of time."""
        items: dict[str, list[tuple[Quarter, Entry[Performance], Cases]]] = {}
        for quarter, entry in self.quarters:
            for each in entry.record.items:
                items.setdefault(each.commitment, []).append((quarter, entry, each))
        return {id: tuple(found) for id, found in items.items()}

    def cases_lately(self, commitment: str) -> int:
        """How many cases of an item came in during the last four quarters told of."""
        lately = {quarter for quarter, _ in self.quarters[-YEAR:]}
        return sum(cases.received for quarter, _, cases in self.cases_of.get(commitment, ()) if quarter in lately)

    @cached_property
    def exits(self) -> Exits:
        """Where the site may lead outside."""
        return Exits.of(self.bureau.record)

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """The addresses that led to a public record before."""
        return moved(self.aliased)

    @cached_property
    def homes(self) -> Homes:
        """Whose page lies at which address: of every record there is a file for, also of those that come later."""
        return Homes(self.filed)

    @cached_property
    def holdings(self) -> Mapping[str, Holding]:
        """What lies in each column that holds something written, by its address."""
        return holdings(self.kinds, self.absent, self.later)

    @cached_property
    def workdays(self) -> Workdays:
        """The working days, as far as the calendars say."""
        return workdays(self.calendars)

    def broken_calendar(self, years: Iterable[int]) -> bool:
        """Whether one of the years without a calendar has a file all the same, and not one that only comes later.

        It is told where it is broken.
        """
        keys = ((Calendar.kind, str(year)) for year in years)
        return any(key in self.known and key not in self.later for key in keys)

    @cached_property
    def lives(self) -> Lives:
        """What became of each document."""
        return lives(self.documents)

    @cached_property
    def numbered(self) -> Mapping[str, str]:
        """The id of each document by its number."""
        return {entry.record.doc_no: id for id, entry in self.documents.items() if entry.record.doc_no}

    @cached_property
    def interpretations(self) -> Mapping[str, tuple[Entry[Document], ...]]:
        """The documents that explain a document, by its id."""
        found: dict[str, list[Entry[Document]]] = {}
        for entry in self.documents.values():
            for explained in entry.record.interprets:
                found.setdefault(explained, []).append(entry)
        return {id: tuple(entries) for id, entries in found.items()}

    @cached_property
    def commitments_of(self) -> Mapping[str, tuple[Entry[Commitment], ...]]:
        """The commitments of each division that has any, by the division's id."""
        divisions: dict[str, list[Entry[Commitment]]] = {}
        for entry in self.commitments.values():
            divisions.setdefault(division_of(entry), []).append(entry)
        return {division: tuple(entries) for division, entries in divisions.items()}

    @cached_property
    def stage_before(self) -> Mapping[str, str]:
        """Of an item that is a later stage of something: the id of the stage before it."""
        return {after: id for id, entry in self.commitments.items() if (after := entry.record.next_stage)}

    def stages_of(self, id: str) -> tuple[str, ...]:
        """The ids of all stages of the thing an item is a stage of, in order; none where it is a thing of its own."""
        before, after = [id], [id]
        while (step := self.stage_before.get(before[-1])) and step not in before:
            before.append(step)
        while (last := self.commitments[after[-1]].record.next_stage) and last not in (*before, *after):
            after.append(last)
        every = (*reversed(before), *after[1:])
        return every if len(every) > 1 else ()


def division_of(entry: Entry[Commitment]) -> str:
    """The id of the division that handles a commitment: the folder it lies in."""
    return entry.id.split("/")[0]


def assemble(
    entries: Iterable[AnyEntry],
    known: Known,
    files: Mapping[str, File],
    clock: Clock,
    sightings: tuple[Sighting, ...] = (),
    since: Since = UNKNOWN,
    torn: tuple[Torn, ...] = (),
) -> tuple[PublicCorpus, tuple[Problem, ...]]:
    """The corpus of the public records, and every reference in them that does not hold.

    `known` names every record there is a file for. For a bureau that is missing or broken one stands in. `since`
    is asked where a reference does not hold, and only for what is said of it. `torn` are the broken files.
    """
    every = tuple(entries)
    past = cut(every, clock.as_of)
    there = known if len(past) == len(known) else keys(past)
    present = frozenset({*there, *(("files", path) for path in files)})
    ahead = by_key(every, there) if len(past) < len(every) else {}
    every_known = present | known
    shown, problems = settled(past, every_known, ahead, present, since.id, clock.as_of)
    problems += tuple(dangling(torn, every_known, since.id))
    kinds = by_kind(shown)
    bureau = of_kind(kinds, Bureau).get(Bureau.kind)
    if bureau is None:
        bureau = STAND_IN
        missing = Problem(
            Place(BUREAU_FILE), "bureau/missing", "没有本局的基本情况，网站建不起来", f"先建好 {BUREAU_FILE}"
        )
        problems += () if (Bureau.kind, Bureau.kind) in known else (missing,)
    corpus = PublicCorpus(
        clock=clock,
        bureau=bureau,
        people=of_kind(kinds, Person),
        divisions=of_kind(kinds, Division),
        laws=of_kind(kinds, Law),
        commitments=of_kind(kinds, Commitment),
        errands=of_kind(kinds, Errand),
        fees=of_kind(kinds, Fee),
        fines=of_kind(kinds, Fine),
        bulletins=of_kind(kinds, Bulletin),
        articles=of_kind(kinds, Article),
        pledges=of_kind(kinds, Pledges),
        calendars=of_kind(kinds, Calendar),
        performance=of_kind(kinds, Performance),
        documents=of_kind(kinds, Document),
        norms=of_kind(kinds, Norms),
        honours=of_kind(kinds, Honours),
        exemplars=of_kind(kinds, Exemplar),
        figures=of_kind(kinds, Figures),
        pages=of_kind(kinds, Page),
        files=files,
        sightings=sightings,
        entries=shown,
        kinds=kinds,
        known=known,
        later=frozenset(ahead),
        present=present,
        torn=torn,
        ahead=ahead,
        paths_now=since.paths,
    )
    return corpus, problems
