"""What we say in schema.org: every type and property is there, and stands where the vocabulary allows it."""

import json
from typing import Any

import pytest

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.linked import item_exports, whole_exports
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
