"""What a service costs, in CPSV-AP: a share of something is no sum and is said in words alone."""

from collections.abc import Iterator

from mingbai.exports.jsonld import Node, double
from mingbai.exports.public.linked.charge import sums
from mingbai.exports.public.linked.cpsv_terms import YUAN, identified
from mingbai.exports.public.linked.subject import Service


def costs(service: Service) -> Iterator[Node]:
    """One cost for each sum."""
    for each in sums(service):
        value = {} if each.amount is None else {"hasValue": double(each.amount), "currency": YUAN}
        about = {"description": each.words, "isDefinedBy": service.operator, "page": each.page}
        yield {**identified(service, each.key, "cv:Cost"), **value, **about}
