"""Commitments, units, laws in schema.org, which search engines read.

Law: a property stands only where its domain and range allow it; a test holds every node against the vocabulary. The
time lies on the channel (`processingTime`), the money in an offer, as the vocabulary wants it.
"""

from collections.abc import Iterator, Sequence

from mingbai.exports.jsonld import TYPE, Node, duration, said
from mingbai.exports.public.linked.charge import Sum, sums
from mingbai.exports.public.linked.subject import Ground, Known, Office, Service, law_id, spoken, unit_id
from mingbai.records.public.commitment import CommitmentKind
from mingbai.records.public.commitment_parts import Channel, ChannelKind
from mingbai.records.public.division import Division

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    **{term: {"@type": "@id"} for term in ("url", "serviceUrl", "contentUrl", "license")},
}
PERMITS = (CommitmentKind.LICENCE, CommitmentKind.CONFIRMATION)
"""The kinds of items at whose end one may do something."""


def nodes(services: Sequence[Service]) -> Iterator[Node]:
    """Some services with the units that handle them and the laws they rest on, each thing as often as it is met."""
    for service in services:
        yield service_node(service)
        yield bureau_node(service.office)
        if service.unit:
            yield unit_node(service.office, service.unit)
        for ground in service.grounds:
            yield _law(service.office, ground)


def service_node(service: Service) -> Node:
    """A commitment."""
    record = service.entry.record
    offers = [_offer(each) for each in sums(service)]
    return said(
        {
            "@id": service.id,
            "@type": "GovernmentService",
            "name": record.name,
            "description": f"{record.plain_summary}承诺办结时限：{spoken(record.promised)}。状态：{service.status}。",
            "url": service.page,
            "identifier": record.code_impl or record.code_basic or service.entry.id,
            "serviceType": record.type.value,
            "category": list(record.topics),
            "serviceOperator": operator(service),
            "jurisdiction": _area(service.office),
            "audience": [{"@type": "Audience", "audienceType": each.value} for each in record.audience_of_service],
            "availableChannel": [_channel(service, channel) for channel in record.channels],
            "offers": offers,
            "serviceOutput": _output(service),
            "isRelatedTo": {"@id": service.next} if service.next else None,
            "subjectOf": [*_laws(service), _record(service)],
        }
    )


def _laws(service: Service) -> list[Node]:
    laws = {ground.law.id: ground.law for ground in service.grounds}.values()
    return [{"@id": law_id(service.office, law), "@type": "Legislation", "name": law.record.title} for law in laws]


def _record(service: Service) -> Node:
    """The file that says more than schema.org can."""
    address = service.office.at(f"/data/cpsv-ap/{service.entry.id}.jsonld")
    return {"@type": "DigitalDocument", "name": "CPSV-AP", "url": address, "encodingFormat": TYPE}


def operator(service: Service) -> Node:
    """The unit that handles a service, as far as the service's own page has to name it."""
    if service.unit is None:
        return {"@id": service.office.id, "@type": "GovernmentOrganization", "name": service.office.name}
    unit = service.unit.record
    page = service.office.page(Division.kind, service.unit.id)
    id = unit_id(service.office, service.unit)
    return {"@id": id, "@type": "GovernmentOrganization", "name": unit.name, "url": page}


def bureau_node(office: Office) -> Node:
    """The bureau."""
    return said(
        {
            "@id": office.id,
            "@type": "GovernmentOrganization",
            "name": office.name,
            "url": office.at("/"),
            "address": office.address,
            "telephone": office.phone,
            "email": office.email,
            "areaServed": _area(office),
            "contactPoint": _contact("监督投诉", office.complaint_phone),
        }
    )


def unit_node(office: Office, unit: Known[Division]) -> Node:
    """A unit of the bureau."""
    record = unit.record
    return said(
        {
            "@id": unit_id(office, unit),
            "@type": "GovernmentOrganization",
            "name": record.name,
            "alternateName": record.short_name if record.short_name != record.name else None,
            "description": "".join(record.functions),
            "url": office.page(Division.kind, unit.id),
            "address": record.address,
            "telephone": record.phone,
            "email": record.email,
            "contactPoint": _contact("投诉", record.complaint_phone),
            "parentOrganization": {"@id": office.id, "@type": "GovernmentOrganization", "name": office.name},
            "foundingDate": record.established_on.isoformat() if record.established_on else None,
            "dissolutionDate": record.closed_on.isoformat() if record.closed_on else None,
        }
    )


def _contact(kind: str, phone: str) -> Node:
    return {"@type": "ContactPoint", "contactType": kind, "telephone": phone}


def _area(office: Office) -> Node:
    return {"@type": "AdministrativeArea", "name": office.area}


def _channel(service: Service, channel: Channel) -> Node:
    record = service.entry.record
    where = channel.address and {"@type": "Place", "name": channel.kind.value, "address": channel.address}
    called = channel.kind is ChannelKind.PHONE and record.consult_phone
    return said(
        {
            "@type": "ServiceChannel",
            "name": channel.kind.value,
            "description": "；".join((*channel.hours, f"到现场{channel.visits}次", spoken(record.promised))),
            "serviceUrl": channel.url,
            "serviceLocation": where,
            "servicePhone": _contact("咨询", called) if called else None,
            "processingTime": duration(record.promised),
        }
    )


def _offer(given: Sum) -> Node:
    price = None if given.amount is None else f"{given.amount:f}"
    unit = given.unit.partition("/")[2]
    return said(
        {
            "@type": "Offer",
            "name": given.words,
            "url": given.page,
            "price": price,
            "priceCurrency": price and "CNY",
            "priceSpecification": price
            and unit
            and {"@type": "UnitPriceSpecification", "price": price, "priceCurrency": "CNY", "unitText": unit},
        }
    )


def _output(service: Service) -> Node:
    record = service.entry.record
    permit = record.type in PERMITS
    return said(
        {
            "@type": "GovernmentPermit" if permit else "Thing",
            "name": record.result.name,
            "description": record.result.validity and f"有效期：{record.result.validity}",
            "issuedBy": operator(service) if permit else None,
        }
    )


def _law(office: Office, ground: Ground) -> Node:
    law = ground.law.record
    page = office.page("laws", ground.law.id)
    passed = {"@type": "Organization", "name": law.issuer}
    return {
        "@id": law_id(office, ground.law),
        "@type": "Legislation",
        "name": law.title,
        "url": page,
        "legislationType": law.level.value,
        "legislationPassedBy": passed,
    }
