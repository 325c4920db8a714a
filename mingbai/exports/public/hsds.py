"""Every commitment as a service of HSDS 3 (Human Services Data Specification), for directories of what helps people.

Law: an id is made of the address of what it names, which stays; what HSDS has no field for (the statutory limit, the
law) is left out or said in words, never pressed into a field that means something else. One page holds all services,
another all units: a unit names the one above it by its id alone, and nothing within a service may hold that one.
"""

import json
from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_bytes, of_value
from mingbai.exports.export import Export
from mingbai.exports.jsonld import Node, said
from mingbai.exports.public.linked import services
from mingbai.exports.public.linked.subject import Charge, Office, Service, spoken, unit_id
from mingbai.records.public.commitment import CommitmentStatus
from mingbai.records.public.commitment_parts import Channel, Material
from mingbai.records.public.division import Division
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.rules.phrase import money
from mingbai.source.personal import numbers
from mingbai.source.telephone import apart

PATH = "data/hsds.json"
UNITS = "data/hsds-organizations.json"
STATUS = {
    CommitmentStatus.ACTIVE: "active",
    CommitmentStatus.SUSPENDED: "temporarily closed",
    CommitmentStatus.ABOLISHED: "defunct",
}
YUAN = "CNY"


def hsds_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """The file; nothing while there is no commitment."""
    if found := services(corpus):
        yield hsds(found)
        yield hsds_units(found)


def hsds(services: tuple[Service, ...]) -> Export:
    """All of them in one file."""
    return Export(PATH, of_value(services), lambda: _page(list(map(_service, services))))


def hsds_units(services: tuple[Service, ...]) -> Export:
    """The units that handle them and the bureau they belong to, each once."""
    data = _page(_units(services))  # so short that it is its own digest: most of what changes about items is not in it
    return Export(UNITS, of_bytes(data), lambda: data)


def _page(contents: Sequence[Node]) -> bytes:
    count = len(contents)
    about = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count}
    page = {**about, "first_page": True, "last_page": True, "empty": False, "contents": contents}
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def _id(address: str) -> str:
    """The id of what has this address; one that chance makes look like the number of a person gives way to another.

    >>> _id("https://a.example/fees/catv/")
    '43f369db-2d6c-528b-b603-e0d962ebe984'
    """
    id = str(uuid5(NAMESPACE_URL, address))
    return _id(f"{address}+") if any(True for _ in numbers(id)) else id


def _service(service: Service) -> Node:
    record, review = service.entry.record, service.entry.record.review
    operator = _organization(service.office, service)
    return said(
        {
            "id": _id(service.id),
            "organization_id": operator["id"],
            "name": record.name,
            "description": record.plain_summary,
            "url": service.page,
            "status": STATUS[service.status],
            "application_process": "\n".join(
                f"{number}. {step.step}：{step.client_action.rstrip('。')}；{step.agency_action}"
                for number, step in enumerate(record.process, start=1)
            ),
            "fees_description": _fees(service),
            "wait_time": spoken(record.promised),
            "eligibility_description": _who(service),
            "assured_date": (review.on if review else record.published.date()).isoformat(),
            "phones": list(_phones(service)),
            "service_at_locations": list(_places(service)),
            "organization": operator,
            "cost_options": list(_costs(service)),
            "required_documents": [_document(service, material) for material in record.materials],
        }
    )


def _units(services: Sequence[Service]) -> list[Node]:
    office = services[0].office
    found = [_bureau(office), *(_organization(office, service) for service in services)]
    return list({unit["id"]: unit for unit in found}.values())


def _bureau(office: Office) -> Node:
    return said(
        {
            "id": _id(office.id),
            "name": office.name,
            "description": office.area,
            "email": office.email,
            "website": office.at("/"),
        }
    )


def _organization(office: Office, service: Service) -> Node:
    if service.unit is None:
        return _bureau(office)
    unit = service.unit.record
    return said(
        {
            "id": _id(unit_id(office, service.unit)),
            "name": unit.name,
            "alternate_name": unit.short_name,
            "description": "".join(unit.functions) or unit.name,
            "email": unit.email,
            "website": office.page(Division.kind, service.unit.id),
            "parent_organization_id": _id(office.id),
        }
    )


def _who(service: Service) -> str:
    record = service.entry.record
    conditions = (condition.text.rstrip("。") for condition in record.conditions)
    return "；".join(("、".join(record.audience_of_service), *conditions)) + "。"


def _phones(service: Service) -> Iterator[Node]:
    record, unit = service.entry.record, service.unit.record if service.unit else service.office
    numbers = (("consult", "咨询", record.consult_phone or unit.phone), ("complaint", "投诉", record.complaint_phone))
    for name, description, number in numbers:
        line, extension = apart(number)
        counts = bool(extension) and extension[0] != "0"  # a number would lose the zeros that have to be dialled
        yield {
            "id": _id(service.part(f"{name}-phone")),
            **({"number": line, "extension": int(extension)} if counts else {"number": number}),
            "type": "voice",
            "description": description,
        }


def _places(service: Service) -> Iterator[Node]:
    for number, channel in enumerate(service.entry.record.channels, start=1):
        key = service.part(f"channel-{number}")
        if channel.address or channel.url:
            yield said(
                {
                    "id": _id(key),
                    "description": f"{channel.kind}办理，要到现场{channel.visits}次。",
                    "location": _location(key, channel),
                    "schedules": [
                        {"id": _id(f"{key}-hours-{place}"), "description": line}
                        for place, line in enumerate(channel.hours, start=1)
                    ],
                }
            )


def _location(key: str, channel: Channel) -> Node:
    """Where it is, in one line: addresses of HSDS want a post code, which our records do not have."""
    kind = "physical" if channel.address else "virtual"
    place = {"id": _id(f"{key}-place"), "location_type": kind, "name": channel.kind.value}
    return said({**place, "url": "" if channel.address else channel.url, "description": channel.address})


def _fees(service: Service) -> str:
    if service.entry.record.free:
        return "不收费。"
    return "".join(f"{charge.entry.record.name}：{_said(charge)}。" for charge in service.charges)


def _said(charge: Charge) -> str:
    fee = charge.entry.record
    if charge.status is not FeeStatus.CHARGING:
        return charge.status.value
    if fee.charged is None:
        return f"分{len(fee.standard.tiers)}档"
    base = f"{fee.standard.rate.base}的" if fee.standard.rate else ""
    return f"{base}{money(fee.charged, fee.unit)}"


def _costs(service: Service) -> Iterator[Node]:
    """What is charged, in yuan; a share of something is no sum, and stands in words alone."""
    if service.entry.record.free:
        yield {"id": _id(service.part("free")), "option": "不收费", "currency": YUAN, "amount": 0}
    for charge in service.charges:
        if charge.status is FeeStatus.CHARGING:
            yield from _charged(service, charge.entry.id, charge.entry.record)


def _charged(service: Service, id: str, fee: Fee) -> Iterator[Node]:
    valid = {"valid_from": fee.valid_from, "valid_to": fee.valid_until}
    days = {name: day.isoformat() for name, day in valid.items() if day}
    key = service.part(f"fee-{id}")
    if fee.charged is not None and not fee.standard.rate:
        sum = {"currency": YUAN, "amount": float(fee.charged), "amount_description": fee.unit}
        yield {"id": _id(key), **days, "option": fee.name, **sum}
    for number, tier in enumerate(fee.standard.tiers, start=1):
        option = f"{fee.name}，{tier.first}–{tier.last or ''}{tier.counted}"
        sum = {"currency": YUAN, "amount": float(tier.amount), "amount_description": fee.unit}
        yield {"id": _id(f"{key}-{number}"), **days, "option": option, **sum}


def _document(service: Service, material: Material) -> Node:
    parts = (material.form, f"{material.copies}份" if material.copies else "", material.when, material.source_note)
    about = "，".join(str(part) for part in parts if part)
    return said(
        {
            "id": _id(service.part(material.id)),
            "document": f"{material.name}（{about}）" if about else material.name,
            "uri": service.office.page("files", material.blank_form) if material.blank_form else "",
        }
    )
