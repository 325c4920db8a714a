"""Commitments in CPSV-AP 3.2.0, the EU Core Public Service Vocabulary Application Profile.

Law: the context stands in the file. Every text is tagged `zh`; an identifier is not. What the profile cannot say is
said in words beside it: `cv:processingTime` counts no working days, so the promise stands in a description too.
"""

from collections.abc import Iterable, Iterator, Sequence

from mingbai.exports.jsonld import Node, duration, said
from mingbai.exports.public.linked.cpsv_cost import costs
from mingbai.exports.public.linked.cpsv_terms import CHINESE, DATASET, ORGANISATION, YUAN, concept, identified
from mingbai.exports.public.linked.subject import Ground, Office, Service, law_id, spoken, unit_id
from mingbai.records.public.commitment_parts import Channel, Material


def nodes(services: Sequence[Service]) -> Iterator[Node]:
    """Everything that is said of some services, each thing as often as it is met."""
    for service in services:
        yield _service(service)
        yield from _bureau(service.office)
        yield from _unit(service)
        yield from _law(service)
        yield from _needs(service)
        yield from costs(service)
        yield from _channels(service)
        yield from _ends(service)
        yield from _concepts(service)


def _service(service: Service) -> Node:
    record, part = service.entry.record, service.part
    conditions = [f"condition-{each.id}" for each in record.conditions]
    prohibitions = [f"prohibition-{number}" for number, _ in enumerate(record.prohibitions, start=1)]
    return said(
        {
            "@id": service.id,
            "@type": "cpsv:PublicService",
            "identifier": service.entry.id,
            "title": record.name,
            "description": [record.plain_summary, *_times(service)],
            "page": service.page,
            "status": concept(service.office, service.status),
            "type": concept(service.office, record.type),
            "audience": [concept(service.office, each) for each in record.audience_of_service],
            "keyword": list(record.topics),
            "language": CHINESE,
            "spatial": service.office.at("/#area"),
            "isPartOf": service.office.at(DATASET),
            "processingTime": duration(record.promised),
            "hasCompetentAuthority": service.operator,
            "contactPoint": part("contact"),
            "hasLegalResource": list(dict.fromkeys(law_id(service.office, each.law) for each in service.grounds)),
            "follows": [part(ground.key) for ground in service.grounds],
            "holdsRequirement": [part(name) for name in (*conditions, *prohibitions)],
            "hasInputType": [part(f"material-{each.id}") for each in record.materials],
            "produces": part("result"),
            "hasCost": [str(cost["@id"]) for cost in costs(service)],
            "hasChannel": [part(f"channel-{number}") for number, _ in enumerate(record.channels, start=1)],
            "relatedService": service.next,
        }
    )


def _times(service: Service) -> list[str]:
    record = service.entry.record
    excluded = f"不计入时限：{'；'.join(record.excluded)}。" if record.excluded else ""
    promised = f"承诺办结时限：{spoken(record.promised)}。processingTime 说不了工作日，天数以这一句为准。"
    return [promised, f"法定办结时限：{spoken(record.statutory)}。", *filter(None, [excluded])]


def _bureau(office: Office) -> Iterator[Node]:
    yield {
        "@id": office.id,
        "@type": [*ORGANISATION, "foaf:Agent"],
        "identifier": office.host,
        "title": office.name,
        "prefLabel": office.name,
        "page": office.at("/"),
        "spatial": office.at("/#area"),
        "address": office.at("/#address"),
    }
    yield {"@id": office.at("/#area"), "@type": "dct:Location", "prefLabel": office.area}
    yield {"@id": office.at("/#address"), "@type": "locn:Address", "fullAddress": office.address}
    yield {
        "@id": office.at(DATASET),
        "@type": "dcat:Dataset",
        "identifier": "services",
        "title": "服务承诺事项",
        "description": f"{office.name}办的每一件事：谁办、多久、带什么、多少钱、凭什么。",
        "publisher": office.id,
        "landingPage": office.at("/data/"),
    }
    yield {"@id": office.at("/data/"), "@type": "foaf:Document", "title": "数据开放"}
    yield {"@id": CHINESE, "@type": "dct:LinguisticSystem", "prefLabel": "中文"}


def _unit(service: Service) -> Iterator[Node]:
    office, record = service.office, service.entry.record
    unit = service.unit.record if service.unit else None
    if service.unit and unit:
        page = office.page("divisions", service.unit.id)
        yield {
            "@id": unit_id(office, service.unit),
            "@type": ORGANISATION,
            "identifier": service.unit.id,
            "prefLabel": unit.name,
            "page": page,
            "spatial": office.at("/#area"),
            "address": f"{page}#address",
            "subOrganizationOf": office.id,
        }
        yield {"@id": f"{page}#address", "@type": "locn:Address", "fullAddress": unit.address}
    yield said(
        {
            "@id": service.part("contact"),
            "@type": "cv:ContactPoint",
            "telephone": record.consult_phone or (unit.phone if unit else office.phone),
            "email": (unit.email or "") if unit else office.email,
            "openingHours": service.part("hours") if unit else "",
        }
    )
    if unit:
        yield _hours(service.part("hours"), unit.hours)


def _law(service: Service) -> Iterator[Node]:
    for ground in service.grounds:
        yield _rule(service, ground)
        yield {
            "@id": law_id(service.office, ground.law),
            "@type": "eli:LegalResource",
            "title": ground.law.record.title,
            "page": service.office.page("laws", ground.law.id),
        }


def _rule(service: Service, ground: Ground) -> Node:
    return {
        "@id": service.part(ground.key),
        "@type": "cpsv:Rule",
        "identifier": f"{service.entry.id}#{ground.key}",
        "title": f"{ground.role}：{ground.place}",
        "description": f"{ground.gist or ground.place}{f'（{ground.version}）' if ground.version else ''}",
        "implements": law_id(service.office, ground.law),
    }


def _needs(service: Service) -> Iterator[Node]:
    """What must hold and what to bring."""
    record = service.entry.record
    rules = {ground.key: service.part(ground.key) for ground in service.grounds}
    for condition in record.conditions:
        key = f"condition-{condition.id}"
        yield said({**identified(service, key, "cv:Requirement", condition.text), "fulfils": rules.get(f"{key}-rule")})
    for number, text in enumerate(record.prohibitions, start=1):
        yield identified(service, f"prohibition-{number}", "cv:Requirement", text)
    for material in record.materials:
        key = f"material-{material.id}"
        form = concept(service.office, material.form) if material.form else None
        node = identified(service, key, "cv:EvidenceType", material.name)
        yield said({**node, "description": _about(material), "evidenceTypeClassification": form})


def _about(material: Material) -> str:
    parts = (
        material.need,
        f"{material.copies}份" if material.copies else "",
        material.when,
        material.requirement,
        material.source,
        material.source_note,
        material.promise_substitute,
    )
    return "；".join(part.rstrip("。") for part in parts if part)


def _channels(service: Service) -> Iterator[Node]:
    for number, channel in enumerate(service.entry.record.channels, start=1):
        key = f"channel-{number}"
        yield said(
            {
                **identified(service, key, "cv:Channel"),
                "type": concept(service.office, channel.kind),
                "description": _reached(channel),
                "page": channel.url,
                "ownedBy": service.operator,
                "openingHours": service.part(f"{key}-hours") if channel.hours else "",
            }
        )
        if channel.hours:
            yield _hours(service.part(f"{key}-hours"), channel.hours)


def _reached(channel: Channel) -> str:
    depth = f"网办深度{channel.depth}" if channel.depth else ""
    return "；".join(part for part in (channel.kind, channel.address, depth, f"到现场{channel.visits}次") if part)


def _ends(service: Service) -> Iterator[Node]:
    result = service.entry.record.result
    more = (result.form, f"有效期：{result.validity}" if result.validity else "", "、".join(result.delivery))
    node = identified(service, "result", "cv:Output", result.name)
    yield said({**node, "description": "；".join(part for part in more if part)})


def _hours(id: str, lines: Iterable[str]) -> Node:
    return {"@id": id, "@type": "time:TemporalEntity", "description": list(lines)}


def _concepts(service: Service) -> Iterator[Node]:
    record = service.entry.record
    forms = (each.form for each in record.materials if each.form)
    channels = (each.kind for each in record.channels)
    for value in (service.status, record.type, *record.audience_of_service, *channels, *forms):
        yield {"@id": concept(service.office, value), "@type": "skos:Concept", "prefLabel": value.value}
    yield {"@id": YUAN, "@type": "skos:Concept", "prefLabel": "人民币元"}
