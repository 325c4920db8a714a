"""The one flow: source → records → boundary → corpus → rules → pages → build → publish, as far as a verb needs it.

Law: the public half is made from the public sources alone, whether or not the intranet's are there. A mistake in
intranet content stops only the intranet; a mistake in public content stops both, since the intranet shows all of it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from mingbai import boundary
from mingbai.blobs import attachments_of, of_assets, of_export
from mingbai.boundary import Audience
from mingbai.build.misprint import gone
from mingbai.build.outgoing import Allowance
from mingbai.build.site import Site
from mingbai.build.tagged import Marks
from mingbai.clock import Clock
from mingbai.corpus import intranet, public, routes
from mingbai.corpus.called import with_ids
from mingbai.corpus.gather import AnyEntry, untold
from mingbai.corpus.outward import Exits, leaving
from mingbai.corpus.since import Since
from mingbai.exports import export
from mingbai.exports.export import Export, afresh
from mingbai.exports.findable import Group, groups, together
from mingbai.exports.intranet import intranet_exports
from mingbai.exports.intranet.search import intranet_docs
from mingbai.exports.public import public_exports, shared_exports
from mingbai.exports.public.search import public_docs
from mingbai.load import Side
from mingbai.materials import Materials
from mingbai.pages.chrome import intranet_chrome, public_chrome
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.public import public_pages
from mingbai.pages.reuse import Reuse
from mingbai.problem import Problem, Severity, ordered
from mingbai.records.base import Addressed, Published
from mingbai.records.public.bureau import Bureau
from mingbai.rules.personal import office_lines
from mingbai.source.abroad import Html

MOBILE = 11
"""Digits of a mobile number; all begin with 1."""
Told = Mapping[Audience, tuple[Problem, ...]]
"""The problems of each side."""


class Checked(Struct, frozen=True):
    """What checking found: the corpora as far as they could be assembled, and the problems of each side."""

    clock: Clock
    public: public.PublicCorpus | None
    intranet: intranet.IntranetCorpus | None
    problems: Told
    closed: frozenset[Audience] = frozenset()
    """Sides of which a folder could not be read: whatever is said of what lies elsewhere may only follow from that."""

    @property
    def count(self) -> int:
        """How many records were checked."""
        public = len(self.public.entries) if self.public else 0
        return public + (len(self.intranet.entries) if self.intranet else 0)

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem once, in order."""
        return ordered(problem for side in self.problems.values() for problem in side)

    def sound(self, audience: Audience) -> bool:
        """Whether that site may be built: its own side and, for the intranet, the public side have no errors."""
        corpus = self.public if audience is Audience.PUBLIC else self.intranet
        sides = (Audience.PUBLIC,) if audience is Audience.PUBLIC else tuple(Audience)
        return corpus is not None and not any(p.is_error for side in sides for p in self.problems.get(side, ()))


def clock_of(sides: Mapping[Audience, Side], as_of: date | None, now: datetime) -> Clock:
    """The clock of a build; the sample bureau names its own fixed day."""
    if bureau := _bureau(sides):
        return Clock.at(as_of, bureau.sample_day, now)
    # Without the bureau its own day is not known. Nothing is published then; no record shall seem to come too early.
    known = [e.record.published.date() for e in sides[Audience.PUBLIC].entries if isinstance(e.record, Published)]
    return Clock.at(as_of, max(known, default=None), now)


def exits_of(sides: Mapping[Audience, Side]) -> Exits:
    """The exits of the public site, for who asks before its corpus is there."""
    bureau = _bureau(sides)
    return Exits.of(bureau) if bureau else Exits("", "", ())


def _bureau(sides: Mapping[Audience, Side]) -> Bureau | None:
    records = (entry.record for entry in sides[Audience.PUBLIC].entries)
    return next((record for record in records if type(record) is Bureau), None)  # thousands may come before it


def assembled(sides: Mapping[Audience, Side], clock: Clock) -> Checked:
    """Assemble both corpora; what is wrong with single files, and with what refers to what, is found by that."""
    closed = [audience for audience in Audience if sides[Audience.PUBLIC].closed or sides[audience].closed]
    side, past = sides[Audience.PUBLIC], sides[Audience.INTRANET].past
    since = Since(past.now, past.paths_now(boundary.folder(Audience.PUBLIC)))
    shown, dangling = public.assemble(side.entries, side.known, side.files, clock, side.sightings, since, side.torn)
    own = with_ids(side.problems, side.torn, side.entries, side.known)
    problems = {Audience.PUBLIC: own if Audience.PUBLIC in closed else own + dangling}
    others, side = side, sides[Audience.INTRANET]
    whole, dangling = intranet.assemble(shown, side.entries, side.known, side.files, side.sightings, past, side.torn)
    known = others.known | side.known if side.torn else side.known
    own = with_ids(side.problems, side.torn, chain(others.entries, side.entries), known)
    more = untold(dangling, problems[Audience.PUBLIC])
    problems[Audience.INTRANET] = own if Audience.INTRANET in closed else own + more
    return Checked(clock, shown, whole, problems, frozenset(closed))


def ruled(found: Checked) -> Told:
    """Run every rule over the corpora that were assembled, but for those of which nobody knows what they lack."""
    from mingbai.rules import table  # who asks for them imports them: in a build that is a child

    told: dict[Audience, tuple[Problem, ...]] = {}
    if found.public and Audience.PUBLIC not in found.closed:
        told[Audience.PUBLIC] = table.check_public(found.public)
    if found.intranet and Audience.INTRANET not in found.closed:
        told[Audience.INTRANET] = table.check_whole(found.intranet)
    return told


def check(sides: Mapping[Audience, Side], clock: Clock) -> Checked:
    """Assemble both corpora and run every rule; all mistakes at once."""
    found = assembled(sides, clock)
    return with_problems(found, ruled(found))


Search = Callable[[tuple[Group, ...]], Callable[[tuple[Group, ...]], Iterable[Export]]]
"""Begins with the search index of all that can be found, group by group; what it gives waits for a site's files."""


class Memory(Struct, frozen=True):
    """What is asked for instead of being reckoned out: texts by digest, search indexes, what nothing has changed."""

    html: Html
    search: Search
    pages: Reuse = afresh
    exports: export.Reuse = afresh


def sites(
    checked: Checked, wanted: Collection[Audience], materials: Materials, root: Path, memory: Memory
) -> dict[Audience, Site]:
    """The sites to be, of those wanted that have no errors. The intranet shows the public pages as they are."""
    found: dict[Audience, Site] = {}
    if checked.public is None or not checked.sound(Audience.PUBLIC):
        return found
    inside = checked.intranet if Audience.INTRANET in wanted and checked.sound(Audience.INTRANET) else None
    findable = groups(public_docs(checked.public))
    whole = together(findable, groups(intranet_docs(inside))) if inside else findable
    index = memory.search(whole)  # the index is asked for as late as can be: others may be at work on it
    pages = tuple(public_pages(checked.public, memory.pages))
    inner = tuple(intranet_pages(inside, pages, memory.pages)) if inside else ()
    assets = of_assets(materials.assets)
    addresses = {name: f"/{blob.path}" for name, blob in assets.items()}
    attachments = attachments_of(checked.public, checked.public.files, "files", root)
    machines = shared_exports(checked.public, memory.html, memory.exports)
    shared = (*assets.values(), *attachments, *map(of_export, machines))
    if Audience.PUBLIC in wanted:
        exports = (*public_exports(checked.public, [page.route for page in pages], memory.exports), *index(findable))
        blobs = (*shared, *map(of_export, exports))
        frame = public_chrome(checked.public, addresses)
        found[Audience.PUBLIC] = Site(
            pages, blobs, materials.templates, frame, materials.program, allowance(checked, Audience.PUBLIC)
        )
    if inside:
        own = attachments_of(inside, inside.files, "internal-files", root)
        exports = (*intranet_exports(inside, memory.exports), *index(whole))
        blobs = (*shared, *own, *map(of_export, exports))
        frame = intranet_chrome(checked.public, addresses)
        found[Audience.INTRANET] = Site(
            inner, blobs, materials.templates, frame, materials.program, allowance(checked, Audience.INTRANET)
        )
    return found


def printable(checked: Checked, planned: Mapping[Audience, Site]) -> tuple[Checked, dict[Audience, Site]]:
    """The sites whose pages have all their templates; which are gone of the others is a problem more."""
    lacking = {side: {page.template for page in site.pages} - site.templates.keys() for side, site in planned.items()}
    more = {side: tuple(map(gone, sorted(names))) for side, names in lacking.items()}
    return with_problems(checked, more), {side: site for side, site in planned.items() if not lacking[side]}


def allowance(checked: Checked, audience: Audience) -> Allowance:
    """What the pages of a site may hold: the hosts they lead to, the telephones they name."""
    assert checked.public
    exits = checked.public.exits
    if audience is Audience.PUBLIC:
        marks = _marks(checked.public.bureau.record)
        lines = office_lines(checked.public)
        mobiles = tuple(sorted(line for line in lines if len(line) == MOBILE and line.startswith("1")))
        return Allowance(_OutwardWays(exits), mobiles, marks, exits.internal)
    return Allowance(_InnerWays(exits), None)


class _OutwardWays(Struct, frozen=True):
    """From a public page to our own hosts and the government's; to a listed one from the page that says so."""

    exits: Exits

    def __call__(self, host: str, path: str) -> bool:
        return self.exits.is_plain(host) or path == f"{leaving(host)[1:]}index.html"


class _InnerWays(Struct, frozen=True):
    """From a page of the intranet to every host that anything may lead to, and its own."""

    exits: Exits

    def __call__(self, host: str, _: str) -> bool:
        return self.exits.allows(host) or host == self.exits.internal


def _marks(bureau: Bureau) -> Marks:
    """What every public page says of its site."""
    tags = {"SiteName": bureau.name, "SiteDomain": bureau.public_host, "SiteIDCode": bureau.site_id_code}
    return Marks(tags, (bureau.name, bureau.site_id_code, bureau.icp_no, bureau.police_no, bureau.phone))


def with_problems(checked: Checked, more: Told) -> Checked:
    """What was found, and what else is wrong on either side."""
    return replace(checked, problems={side: told + more.get(side, ()) for side, told in checked.problems.items()})


def only_public(checked: Checked) -> Checked:
    """What was found on the public side alone."""
    return replace(checked, intranet=None, problems={Audience.PUBLIC: checked.problems[Audience.PUBLIC]})


def strict(checked: Checked) -> Checked:
    """The same with every warning as an error."""
    hardened = {
        audience: tuple(replace(problem, severity=Severity.ERROR) for problem in problems)
        for audience, problems in checked.problems.items()
    }
    return replace(checked, problems=hardened)


def records_at(checked: Checked, audience: Audience, route: str) -> tuple[str, ...]:
    """The source files of the records a site shows at `route`, an anchor on it or nothing more."""
    shown = (checked.public,) if audience is Audience.PUBLIC else (checked.public, checked.intranet)
    corpora = [corpus for corpus in shown if corpus]
    entries = (entry for corpus in corpora for entry in corpus.entries)
    return tuple(e.path for e in entries if route in _addresses(e))


def _addresses(entry: AnyEntry) -> tuple[str, ...]:
    """The address of a record's page, and those that led there before."""
    old = entry.record.aliases if isinstance(entry.record, Addressed) else ()
    return (routes.route(entry.record.kind, entry.id).split("#")[0], *old)
