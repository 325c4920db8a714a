"""The words of CPSV-AP 3.2.0 that we use: the context of our files, and our closed lists as concepts."""

from enum import StrEnum

from mingbai.exports.jsonld import Node
from mingbai.exports.public.linked.subject import Office, Service
from mingbai.records.public.commitment import Applicant, CommitmentKind, CommitmentStatus
from mingbai.records.public.commitment_parts import ChannelKind, MaterialForm

YUAN = "http://publications.europa.eu/resource/authority/currency/CNY"
CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
ORGANISATION = ["cv:PublicOrganisation", "org:Organization"]
DATASET = "/data/#services"


def _plain(term: str) -> Node:
    return {"@id": term, "@language": None}


def _link(term: str) -> Node:
    return {"@id": term, "@type": "@id"}


LINKS = {
    "dct": ("spatial", "audience", "type", "language", "isPartOf", "publisher"),
    "cv": (
        *("hasCompetentAuthority", "hasLegalResource", "holdsRequirement", "hasInputType", "hasCost", "hasChannel"),
        *("contactPoint", "relatedService", "isDefinedBy", "currency", "ownedBy", "openingHours", "fulfils"),
        "evidenceTypeClassification",
    ),
    "cpsv": ("follows", "produces", "implements"),
    "adms": ("status",),
    "foaf": ("page",),
    "dcat": ("landingPage",),
    "locn": ("address",),
    "org": ("subOrganizationOf",),
}
TEXTS = {"dct": ("title", "description"), "dcat": ("keyword",), "skos": ("prefLabel",), "locn": ("fullAddress",)}
CONTEXT: Node = {
    "@version": 1.1,
    "@language": "zh",
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{term: _link(f"{prefix}:{term}") for prefix, terms in LINKS.items() for term in terms},
    **{term: f"{prefix}:{term}" for prefix, terms in TEXTS.items() for term in terms},
    "identifier": _plain("dct:identifier"),
    "telephone": _plain("cv:telephone"),
    "email": _plain("cv:email"),
    "processingTime": {"@id": "cv:processingTime", "@type": "xsd:duration"},
    "hasValue": {"@id": "cv:hasValue", "@type": "xsd:double"},
}


CLOSED: tuple[tuple[str, type[StrEnum]], ...] = (
    ("status", CommitmentStatus),
    ("kind", CommitmentKind),
    ("applicant", Applicant),
    ("channel", ChannelKind),
    ("form", MaterialForm),
)
"""The closed lists whose values are concepts; the first word is part of their address."""


def concept(office: Office, value: StrEnum) -> str:
    """The address of one value of a closed list."""
    name = next(name for name, kind in CLOSED if isinstance(value, kind))
    return office.at(f"/data/#{name}-{value.name.lower().replace('_', '-')}")


def identified(service: Service, key: str, kind: str, title: str = "") -> Node:
    """A part of the service with the identifier that the profile wants of it."""
    node: Node = {"@id": service.part(key), "@type": kind, "identifier": f"{service.entry.id}#{key}"}
    return {**node, "title": title} if title else node
