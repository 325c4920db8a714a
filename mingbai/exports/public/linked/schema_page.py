"""What pages beside those of items are about, in schema.org: the site, a unit, a law, a paper, an issue."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.exports.jsonld import Node, said
from mingbai.exports.public.linked.schema import bureau_node, unit_node
from mingbai.exports.public.linked.subject import Known, Office, law_id
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Article, Bulletin
from mingbai.records.public.division import Division
from mingbai.records.public.document import Document
from mingbai.records.public.law import Law

LANGUAGE = "zh-CN"


class UnitFacts(Struct, frozen=True):
    """A unit."""

    office: Office
    entry: Known[Division]


class LawFacts(Struct, frozen=True):
    """A law, and the version of it that is in force, if any is."""

    office: Office
    entry: Known[Law]
    current: str


class PaperFacts(Struct, frozen=True):
    """A document."""

    office: Office
    entry: Known[Document]


class IssueFacts(Struct, frozen=True):
    """An issue with its articles, each with the name of its file and of its unit."""

    host: str
    route: str
    entry: Entry[Bulletin]
    articles: tuple[tuple[str, Entry[Article], str], ...]


def site(office: Office) -> Iterator[Node]:
    """The site, how to search it, and whose it is."""
    home = office.at("/")
    template = {"@type": "EntryPoint", "urlTemplate": f"{office.at('/search/')}?q={{words}}"}
    yield {
        "@id": office.at("/#site"),
        "@type": "WebSite",
        "name": office.name,
        "url": home,
        "inLanguage": LANGUAGE,
        "publisher": {"@id": office.id},
        "potentialAction": {"@type": "SearchAction", "target": template, "query-input": "required name=words"},
    }
    yield bureau_node(office)


def unit(facts: UnitFacts) -> Iterator[Node]:
    """A unit of the bureau."""
    yield unit_node(facts.office, facts.entry)


def law(facts: LawFacts) -> Iterator[Node]:
    """A law as it is in force; one of which no version is, says so."""
    record = facts.entry.record
    version = next((each for each in record.versions if each.doc_no == facts.current), None)
    force = "InForce" if version else "NotInForce"
    yield said(
        {
            "@id": law_id(facts.office, facts.entry),
            "@type": "Legislation",
            "name": record.title,
            "url": facts.office.page(Law.kind, facts.entry.id),
            "legislationType": record.level.value,
            "legislationPassedBy": {"@type": "Organization", "name": record.issuer},
            "legislationLegalForce": f"https://schema.org/{force}",
            "legislationIdentifier": facts.current,
            "legislationDate": version and version.passed_on and version.passed_on.isoformat(),
            "legislationDateOfApplicability": version and version.effective_from and version.effective_from.isoformat(),
        }
    )


def paper(facts: PaperFacts) -> Iterator[Node]:
    """A document; `identifier` is its number, or where it has none its place in the index."""
    record = facts.entry.record
    page = facts.office.page(Document.kind, facts.entry.id)
    yield said(
        {
            "@id": f"{page}#document",
            "@type": "DigitalDocument",
            "name": record.title,
            "description": record.summary,
            "url": page,
            "identifier": record.doc_no or record.index_no,
            "genre": record.type.value,
            "author": [{"@type": "Organization", "name": name} for name in (record.issuer, *record.joint_issuers)],
            "dateCreated": record.formed_on.isoformat(),
            "datePublished": f"{record.published.isoformat()}+08:00",
            "keywords": record.topic,
            "inLanguage": LANGUAGE,
        }
    )


def issue(facts: IssueFacts) -> Iterator[Node]:
    """An issue of the newsletter with its articles."""
    record = facts.entry.record
    page = f"https://{facts.host}{facts.route}"
    publisher = {"@type": "Organization", "name": record.publisher}
    yield {
        "@id": f"{page}#issue",
        "@type": "PublicationIssue",
        "url": page,
        "issueNumber": record.issue_no,
        "datePublished": record.date.isoformat(),
        "isPartOf": {"@type": "Periodical", "name": record.title, "publisher": publisher},
        "hasPart": [_article(page, *each) for each in facts.articles],
    }


def _article(page: str, name: str, entry: Entry[Article], unit: str) -> Node:
    return {
        "@type": "Article",
        "headline": entry.record.title,
        "url": f"{page}#{name}",
        "author": {"@type": "Organization", "name": entry.record.byline or unit},
        "dateCreated": entry.record.submitted_on.isoformat(),
    }
