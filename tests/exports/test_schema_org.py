"""What we say in schema.org: every type and property is there, and stands where the vocabulary allows it."""

import gzip
import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.linked import item_exports, whole_exports
from mingbai.pages.page import Linked
from tests.exports.vocabulary import faults
from tests.factories import changed, public_corpus
from tests.sample import sample_corpus

FEE = "public/fees/catv.yaml"


def whole(corpus: PublicCorpus) -> list[dict[str, Any]]:
    (found,) = (each for each in whole_exports(corpus) if each.path == "data/schema-org.jsonld")
    graph: list[dict[str, Any]] = json.loads(found.make())["@graph"]
    return graph


def offers(corpus: PublicCorpus) -> list[dict[str, Any]]:
    services = [node for node in whole(corpus) if node["@type"] == "GovernmentService"]
    return [offer for service in services for offer in service["offers"]]


def test_every_file_says_only_what_the_vocabulary_allows() -> None:
    for export in (*whole_exports(sample_corpus()), *item_exports(sample_corpus())):
        if export.path.startswith("data/schema-org"):
            assert not faults(json.loads(export.make())["@graph"]), export.path


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"@type": "PublicService"}, "no type PublicService"),
        ({"@type": "GovernmentService", "processingTime": "P3D"}, "GovernmentService has no processingTime"),
        ({"@type": "ServiceChannel", "processingTime": "3个工作日"}, "ServiceChannel.processingTime may not be"),
        ({"@type": "GovernmentService", "serviceOperator": {"@type": "Place"}}, "serviceOperator may not be"),
        ({"@type": "GovernmentService", "audience": [{"@type": "Audience", "age": 1}]}, "Audience has no age"),
        ({"@type": "Legislation", "legislationLegalForce": "https://schema.org/Repealed"}, "may not be"),
    ],
)
def test_the_check_finds_what_the_vocabulary_does_not_allow(given: dict[str, Any], fault: str) -> None:
    assert fault in "".join(faults([given]))


def test_the_time_lies_on_each_channel_and_the_words_beside_it() -> None:
    (show,) = (each for each in whole(public_corpus()) if "perf-domestic" in each["@id"])
    times = {(channel["processingTime"], "1个工作日" in channel["description"]) for channel in show["availableChannel"]}

    assert times == {("P1D", True)}


def test_a_price_keeps_its_digits_and_says_for_what() -> None:
    catv = offers(public_corpus(changed(FEE, "charged: 14.00", "charged: 14.05")))[0]

    assert (catv["price"], catv["priceCurrency"]) == ("14.05", "CNY")
    assert catv["priceSpecification"]["unitText"] == "户·月"


def test_a_share_of_something_has_no_price() -> None:
    files = changed(FEE, "range: {min: 14.00, max: 16.00}", "rate: {percent: 5, base: 演出收入}")
    catv = offers(public_corpus(changed(FEE, "charged: 14.00", "charged: 5", files)))[0]

    assert "price" not in catv and "演出收入" in catv["name"]


def test_what_is_free_has_a_price_of_nothing() -> None:
    assert [(each["price"], each["name"]) for each in offers(public_corpus())][1] == ("0", "不收费")


BLOCK = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


def blocks(site: Path) -> dict[str, list[dict[str, Any]]]:
    """What each page of a site says to programs, by its address."""
    pages = {f"/{path.relative_to(site).as_posix().removesuffix('index.html')}": path for path in site.rglob("*.html")}
    found = {route: BLOCK.findall(path.read_text(encoding="utf-8")) for route, path in sorted(pages.items())}
    return {route: json.loads(texts[0])["@graph"] for route, texts in found.items() if texts}


def test_every_page_says_only_what_the_vocabulary_allows(first: Path) -> None:
    said = blocks(first / "site" / "public")

    assert len(said) > 20
    assert not {route: found for route, nodes in said.items() if (found := faults(nodes))}


def test_each_kind_of_page_says_what_it_is_about(first: Path) -> None:
    kinds = {route: {node["@type"] for node in nodes} for route, nodes in blocks(first / "site" / "public").items()}

    assert kinds["/"] == {"WebSite", "GovernmentOrganization"}
    for route, kind in (
        ("/commitments/market/perf-domestic/", "GovernmentService"),
        ("/divisions/market/", "GovernmentOrganization"),
        ("/laws/performances/", "Legislation"),
        ("/bulletins/2026/01/", "PublicationIssue"),
        ("/data/", "DataCatalog"),
    ):
        assert kinds[route] == {"BreadcrumbList", kind}, route


def test_the_way_to_a_page_ends_with_the_page_itself(first: Path) -> None:
    for route, nodes in blocks(first / "site" / "public").items():
        for steps in (node["itemListElement"] for node in nodes if node["@type"] == "BreadcrumbList"):
            assert steps[-1]["item"]["@id"] == f"https://mingbai.example{route}"
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))


def test_the_intranet_says_nothing_to_programs(first: Path) -> None:
    assert not blocks(first / "site" / "intranet")


def test_an_item_page_stays_light(first: Path) -> None:
    page = first / "site/public/commitments/market/perf-domestic/index.html"

    assert len(gzip.compress(page.read_bytes())) < 12_000


def test_what_is_handed_to_another_process_prints_the_same() -> None:
    linked = Linked([{"name": "甲<乙>"}], list)

    assert escape(pickle.loads(pickle.dumps(linked))) == escape(linked)
