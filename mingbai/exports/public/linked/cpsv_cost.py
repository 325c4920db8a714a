"""What a service costs, in CPSV-AP: exact sums, and words for what is no sum."""

from collections.abc import Iterator

from mingbai.exports.jsonld import Node, double
from mingbai.exports.public.linked.cpsv_terms import YUAN, identified
from mingbai.exports.public.linked.subject import Charge, Service
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.rules.phrase import money


def costs(service: Service) -> Iterator[Node]:
    """One cost for each fee, or that there is none."""
    if service.entry.record.free:
        yield {**identified(service, "free", "cv:Cost"), "hasValue": "0E+0", "currency": YUAN, "description": "不收费"}
    for charge in service.charges:
        yield from _charged(service, charge)


def _charged(service: Service, charge: Charge) -> Iterator[Node]:
    """A fee is one cost, one in tiers a cost for each; a share of something is no sum and is said in words alone."""
    fee, id = charge.entry.record, charge.entry.id
    owner = {"isDefinedBy": service.operator, "page": service.office.page(Fee.kind, id)}
    if charge.status is not FeeStatus.CHARGING:
        words = {"description": f"{fee.name}：{charge.status}", "hasValue": "0E+0", "currency": YUAN}
        yield {**identified(service, f"fee-{id}", "cv:Cost"), **words, **owner}
        return
    for number, tier in enumerate(fee.standard.tiers, start=1):
        last = "" if tier.last is None else tier.last
        words = {
            "description": f"{fee.name}：{tier.first}–{last}{tier.counted}，{money(tier.amount, fee.unit)}",
            "hasValue": double(tier.amount),
            "currency": YUAN,
        }
        yield {**identified(service, f"fee-{id}-{number}", "cv:Cost"), **words, **owner}
    if fee.charged is not None:
        value = {} if fee.standard.rate else {"hasValue": double(fee.charged), "currency": YUAN}
        share = f"{fee.standard.rate.base}的" if fee.standard.rate else ""
        words = {"description": f"{fee.name}：{share}{money(fee.charged, fee.unit)}", **value}
        yield {**identified(service, f"fee-{id}", "cv:Cost"), **words, **owner}
