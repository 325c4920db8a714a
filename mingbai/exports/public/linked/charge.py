"""What a service costs, whatever the vocabulary: exact sums with their words, and words alone for what is no sum."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from mingbai.exports.public.linked.subject import Charge, Service
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.rules.phrase import money

ZERO = Decimal(0)


class Sum(Struct, frozen=True):
    """One sum: `key` is its part of the address; `amount` is `None` for a share of something; `page` explains it."""

    key: str
    words: str
    amount: Decimal | None
    unit: str
    page: str


def sums(service: Service) -> Iterator[Sum]:
    """One for each fee, one for each step of a fee in tiers; or that there is nothing to pay."""
    if service.entry.record.free:
        yield Sum("free", "不收费", ZERO, "", service.page)
    for charge in service.charges:
        yield from _sums(charge, service.office.page(Fee.kind, charge.entry.id))


def _sums(charge: Charge, page: str) -> Iterator[Sum]:
    fee, key = charge.entry.record, f"fee-{charge.entry.id}"
    if charge.status is not FeeStatus.CHARGING:
        yield Sum(key, f"{fee.name}：{charge.status}", ZERO, fee.unit, page)
        return
    for number, tier in enumerate(fee.standard.tiers, start=1):
        last = "" if tier.last is None else tier.last
        words = f"{fee.name}：{tier.first}–{last}{tier.counted}，{money(tier.amount, fee.unit)}"
        yield Sum(f"{key}-{number}", words, tier.amount, fee.unit, page)
    if fee.charged is not None:
        rate = fee.standard.rate
        words = f"{fee.name}：{f'{rate.base}的' if rate else ''}{money(fee.charged, fee.unit)}"
        yield Sum(key, words, None if rate else fee.charged, fee.unit, page)
