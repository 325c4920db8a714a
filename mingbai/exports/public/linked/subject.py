"""What linked data says of a commitment, whatever the vocabulary: the item with everything that belongs to it.

Law: facts alone, put together in no time; the nodes are made from them when a file or a page is. A record is known by
what it says, so that a remark in its file makes nothing anew, and a day stands in none of them.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Generic

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.digest import Sealed
from mingbai.records.base import Entry, R_co, of_record
from mingbai.records.public.commitment import Commitment, CommitmentStatus
from mingbai.records.public.division import Division
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.records.public.law import Law, article_key
from mingbai.records.values import Basis, Limit, Start
from mingbai.rules.phrase import length, title


class Office(Struct, frozen=True):
    """The bureau as every file names it, and the site on which everything has its address."""

    name: str
    host: str
    address: str
    phone: str
    complaint_phone: str
    email: str

    def page(self, kind: str, id: str) -> str:
        """The whole address of a record's page."""
        return f"https://{self.host}{routes.route(kind, id)}"

    def at(self, route: str) -> str:
        """The whole address of a place on the site."""
        return f"https://{self.host}{route}"

    @property
    def id(self) -> str:
        """The bureau itself."""
        return self.at("/#bureau")

    @property
    def area(self) -> str:
        """The area it is there for, as far as our records say it."""
        return f"{self.name}管的范围"


class Known(Sealed, Generic[R_co]):
    """A record with its id, known by what it says."""

    def __init__(self, id: str, record: R_co) -> None:
        self.id: Final = id
        self.record: Final = record

    @cached_property
    def seal(self) -> str:  # type: ignore[override]  # reckoned only where it is asked for
        """Its kind and id, and the digest of all it says."""
        return f"{self.record.kind}/{self.id} {of_record(self.record)}"


class Ground(Struct, frozen=True):
    """A place in the law that something of the item rests on: `key` says what, and is part of its address."""

    key: str
    role: str
    law: Known[Law]
    version: str
    articles: tuple[str, ...]
    gist: str

    @property
    def place(self) -> str:
        """The law with the articles, in a line."""
        name = self.law.record.title
        return f"{name if name.startswith('《') else f'《{name}》'}{'、'.join(self.articles)}"


class Charge(Struct, frozen=True):
    """A fee of the item, and whether it is charged."""

    entry: Known[Fee]
    status: FeeStatus


class Service(Struct, frozen=True):
    """A commitment with its unit, its fees and the law it rests on."""

    office: Office
    entry: Known[Commitment]
    status: CommitmentStatus
    unit: Known[Division] | None
    charges: tuple[Charge, ...]
    grounds: tuple[Ground, ...]

    @property
    def page(self) -> str:
        """The whole address of its page."""
        return self.office.page(Commitment.kind, self.entry.id)

    @property
    def id(self) -> str:
        """The service itself, not the page about it."""
        return f"{self.page}#service"

    def part(self, name: str) -> str:
        """A part of the service."""
        return f"{self.page}#{name}"

    @property
    def next(self) -> str:
        """The service that follows, where this is one of several stages."""
        after = self.entry.record.next_stage
        return f"{self.office.page(Commitment.kind, after)}#service" if after else ""

    @property
    def operator(self) -> str:
        """The unit that handles it, or the bureau while the unit is not known."""
        return unit_id(self.office, self.unit) if self.unit else self.office.id


def known(entry: Entry[R_co]) -> Known[R_co]:
    """What an entry says, without its file."""
    return Known(entry.id, entry.record)


def office(corpus: PublicCorpus) -> Office:
    """The bureau."""
    bureau = corpus.bureau.record
    email = bureau.email or ""
    return Office(bureau.name, bureau.public_host, bureau.address, bureau.phone, bureau.complaint_phone, email)


def unit_id(office: Office, unit: Known[Division]) -> str:
    """A unit itself, not the page about it."""
    return f"{office.page(Division.kind, unit.id)}#unit"


def law_id(office: Office, law: Known[Law]) -> str:
    """A law itself, not the page about it."""
    return f"{office.page(Law.kind, law.id)}#law"


def service(corpus: PublicCorpus, entry: Entry[Commitment]) -> Service:
    """The facts of one commitment."""
    record = entry.record
    fees = (corpus.fees[id] for id in record.fees)
    return Service(
        office=office(corpus),
        entry=known(entry),
        status=record.status(corpus.day),
        unit=known(unit) if (unit := corpus.divisions.get(division_of(entry))) else None,
        charges=tuple(Charge(known(fee), fee.record.status(corpus.day)) for fee in fees),
        grounds=tuple(_grounds(corpus, record)),
    )


def spoken(limit: Limit) -> str:
    """A limit in words, working days as such.

    >>> from mingbai.records.values import Unit
    >>> spoken(Limit(number=3, unit=Unit.WORKDAY, clock=Start.ACCEPTANCE)), spoken(Limit(unset=True))
    ('3个工作日，从受理起算', '法规没有写天数')
    """
    if limit.unset:
        return "法规没有写天数"
    event = limit.event if limit.clock is Start.EVENT else limit.clock
    words = length(limit).replace(" ", "")
    return f"{words}，从{event}起算" if event and not limit.instant else words


def _grounds(corpus: PublicCorpus, record: Commitment) -> Iterator[Ground]:
    for field, bases in (("basis", record.basis), ("basis_impl", record.basis_impl)):
        yield from _numbered(corpus, field.replace("_", "-"), title(Commitment, field), bases)
    for condition in record.conditions:
        if condition.basis:
            yield _ground(corpus, f"condition-{condition.id}-rule", "申请条件的依据", condition.basis)


def _numbered(corpus: PublicCorpus, key: str, role: str, bases: Iterable[Basis]) -> Iterator[Ground]:
    for number, basis in enumerate(bases, start=1):
        yield _ground(corpus, f"{key}-{number}", role, basis)


def _ground(corpus: PublicCorpus, key: str, role: str, basis: Basis) -> Ground:
    law = known(corpus.laws[basis.law])
    version = law.record.version(basis.version, corpus.day)
    keys = [article_key(cited) or cited for cited in basis.articles]
    gists = {key: version.articles[key] for key in keys if version and key in version.articles}
    return Ground(
        key=key,
        role=role,
        law=law,
        version=version.doc_no if version else "",
        articles=basis.articles,
        gist="".join(f"{article}：{text}" for article, text in gists.items()),
    )
