"""Places in the law, as links that say what stands there; and the other way round, who relies on each article."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.part import Link
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.fee import Fee
from mingbai.records.public.fine import Fine
from mingbai.records.public.law import Law, LawVersion, article_key
from mingbai.records.values import Basis


class Cited(Struct, frozen=True):
    """A place in the law: its name, where our page of it is, what the cited articles say, which version, its words."""

    text: str
    href: str
    gist: str
    version: str
    quote: str


class User(Struct, frozen=True):
    """Who relies on an article: what kind of thing it is, and its page."""

    kind: str
    link: Link


Spot = tuple[str, int, str]
"""An article: the law's id, the position of the version, the article as the version lists it ("" = the whole law)."""


def cite(corpus: PublicCorpus, basis: Basis) -> Cited:
    """A basis, ready to print."""
    law = corpus.laws[basis.law].record
    version = law.version(basis.version, corpus.day)
    spots = _spots(basis, law, version)
    gists = {article: version.articles[article] for _, _, article in spots if version and article}
    only = len(basis.articles) == 1
    return Cited(
        text=phrase.basis(law.title, basis),
        href=routes.route("laws", basis.law) + anchor(spots[0]),
        gist="".join(text if only else f"{article}：{text}" for article, text in gists.items()),
        version=basis.version or "",
        quote=basis.quote or "",
    )


def cites(corpus: PublicCorpus, bases: Iterable[Basis]) -> tuple[Cited, ...]:
    """Several places, in the order they are named."""
    return tuple(cite(corpus, basis) for basis in bases)


def anchor(spot: Spot) -> str:
    """Where an article stands on its law's page.

    >>> anchor(("perf", 0, "第十三条")), anchor(("perf", 0, ""))
    ('#v1-第十三条', '')
    """
    _, version, article = spot
    return f"#v{version + 1}-{''.join(article.split())}" if article else ""


def relied_on(corpus: PublicCorpus) -> Mapping[Spot, tuple[User, ...]]:
    """For each article, and for each law as a whole, the commitments, fees and fines that rest on it."""
    found: dict[Spot, dict[User, None]] = {}
    for user, basis in _bases(corpus):
        law = corpus.laws[basis.law].record
        for spot in _spots(basis, law, law.version(basis.version, corpus.day)):
            found.setdefault(spot, {})[user] = None
    return {spot: tuple(users) for spot, users in found.items()}


def _spots(basis: Basis, law: Law, version: LawVersion | None) -> tuple[Spot, ...]:
    if version is None:
        return ((basis.law, -1, ""),)
    position = law.versions.index(version)
    articles = dict.fromkeys(_article(cited, version) for cited in basis.articles)
    return tuple((basis.law, position, article) for article in articles or ("",))


def _article(cited: str, version: LawVersion) -> str:
    """The article as the version lists it; "" if it does not."""
    if cited in version.articles:
        return cited
    key = article_key(cited)
    return key if key in version.articles else ""


def _bases(corpus: PublicCorpus) -> Iterator[tuple[User, Basis]]:
    for commitment in corpus.commitments.values():
        user = User("事项", Link(commitment.record.name, routes.route("commitments", commitment.id)))
        yield from ((user, basis) for basis in commitment_bases(commitment.record))
    for fee in corpus.fees.values():
        user = User("收费", Link(fee.record.name, routes.route("fees", fee.id)))
        yield from ((user, basis) for basis in charge_bases(fee.record))
    for fine in corpus.fines.values():
        user = User("罚款", Link(fine.record.name, routes.route("fines", fine.id)))
        yield from ((user, basis) for basis in charge_bases(fine.record))


def commitment_bases(record: Commitment) -> tuple[Basis, ...]:
    """Everything in the law that a commitment names anywhere."""
    limits = (record.statutory, record.promised, record.applicant_deadline)
    owners = (*limits, *record.conditions, *record.materials)
    single = tuple(owner.basis for owner in owners if owner and owner.basis)
    return (*record.basis, *record.basis_impl, *record.supervision_basis, *single)


def charge_bases(record: Fee | Fine) -> tuple[Basis, ...]:
    """Everything in the law that a fee or a fine rests on."""
    return (*record.basis_item, *record.basis_standard)
