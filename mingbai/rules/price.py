"""What prose says something costs is what the register says (R29).

A sentence that names a fee or a fine, or links to it, and gives figures of which none stands in the record, is worth a
second look: one of the two is wrong, or the sentence is about other money. So it is a warning, never more.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Place, Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.records.public.fine import Fine
from mingbai.source.prices import Figure, figures


class Charge(Struct, frozen=True):
    """A fee or a fine: how it is called, where it is written, every figure in it, the one that is charged if it is."""

    kind: str
    id: str
    name: str
    path: str
    figures: frozenset[Figure]
    charged: Figure | None = None

    @property
    def units(self) -> frozenset[str]:
        """What its figures are counted in."""
        return frozenset(unit for _, unit in self.figures)


def prices_agree(corpus: PublicCorpus) -> Iterator[Problem]:
    """Money in a public text does not contradict the record of the fee or the fine it names."""
    yield from _contradictions(corpus, corpus.texts)


def internal_prices_agree(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Nor does money in an internal text."""
    yield from _contradictions(corpus.public, corpus.texts)


def _contradictions(corpus: PublicCorpus, entries: Iterable[AnyEntry]) -> Iterator[Problem]:
    texts = [entry for entry in entries if entry.body and entry.body.sums]
    charges = list(_charges(corpus)) if texts else []
    for entry in texts:
        assert entry.body
        for sentence, *spot in entry.body.priced:
            every = figures(sentence)
            for charge in charges:
                said = {figure for figure in every if figure[1] in charge.units}
                if said and not said & charge.figures and _named(charge, sentence, entry):
                    yield _contradiction(Place(entry.path, *spot), said, charge)


def _named(charge: Charge, sentence: str, entry: AnyEntry) -> bool:
    """Whether the sentence is about that charge: by its name, or by a link to it."""
    assert entry.body
    if charge.name in "".join(sentence.split()):
        return True
    links = (link for link in entry.body.links if (link.kind, link.id) == (charge.kind, charge.id))
    return any(link.target in sentence for link in links)


def _contradiction(place: Place, said: set[Figure], charge: Charge) -> Problem:
    return Problem(
        place,
        "price/contradicts",
        f"这一句说到“{charge.name}”，写的是{_listed(said)}；登记的是{_registered(charge)}，对不上",
        f"核对一下：正文错了就改正文，标准变了就改 {charge.path}；说的是别的钱，把两件事分成两句",
        Severity.WARNING,
    )


def _registered(charge: Charge) -> str:
    """What the register says, and which of it has to be paid where that is not all there is."""
    if charge.charged is None or charge.figures == {charge.charged}:
        return _listed(charge.figures)
    return f"{_listed(charge.figures)}，收的是{_listed([charge.charged])}"


def _listed(found: Iterable[Figure]) -> str:
    return "、".join(f"{amount:f}{unit}" for amount, unit in sorted(found, key=lambda figure: (figure[1], figure[0])))


def _charges(corpus: PublicCorpus) -> Iterator[Charge]:
    for fee in corpus.fees.values():
        yield Charge("fees", fee.id, fee.record.name, fee.path, _of_fee(fee), _charged(fee.record, corpus.day))
    for fine in corpus.fines.values():
        yield Charge("fines", fine.id, fine.record.name, fine.path, _of_fine(fine))


def _charged(fee: Fee, day: date) -> Figure | None:
    if not fee.charged or fee.status(day) is not FeeStatus.CHARGING:
        return None
    return fee.charged, "%" if fee.standard.rate else "元"


def _of_fee(entry: Entry[Fee]) -> frozenset[Figure]:
    fee, standard = entry.record, entry.record.standard
    unit = "%" if standard.rate else "元"
    amounts = [standard.minimum, standard.maximum, fee.charged, *(tier.amount for tier in standard.tiers)]
    notes = (*fee.remission, fee.scope, *(tier.note or "" for tier in standard.tiers))
    reasons = (event.reason or "" for event in fee.events)
    return _figures(amounts, unit) | figures("。".join((*notes, *reasons)))


def _of_fine(entry: Entry[Fine]) -> frozenset[Figure]:
    found = figures("。".join(entry.record.remission))
    for branch in entry.record.standard:
        if branch.fixed:
            found |= _figures([branch.fixed.amount], "元")
        if branch.range:
            found |= _figures([branch.range.min, branch.range.max], "元")
        if branch.times:
            found |= _figures([branch.times.min, branch.times.max], "倍")
        found |= figures(branch.when or "")
    return found


def _figures(amounts: Iterable[Decimal | None], unit: str) -> frozenset[Figure]:
    return frozenset((amount, unit) for amount in amounts if amount)
