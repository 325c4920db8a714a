"""Linked data: a program nobody here wrote accepts it, and it says what the records say."""

import json
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, XSD

from mingbai.clock import Clock
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.linked import item_exports, whole_exports
from tests import ROOT
from tests.factories import changed, content, public_corpus, without
from tests.sample import sample_corpus

CPSV, CV = Namespace("http://purl.org/vocab/cpsv#"), Namespace("http://data.europa.eu/m8g/")
SHAPES = "shared/standards/cpsv-ap-3.2.0-shacl.ttl"
ITEM, CABLE = "public/commitments/market/perf-domestic.yaml", "public/commitments/market/catv.yaml"
FEE = "public/fees/catv.yaml"
SERVICE = URIRef("https://mingbai.example/commitments/market/perf-domestic/#service")


def whole(corpus: PublicCorpus, name: str = "cpsv-ap") -> bytes:
    (found,) = (each for each in whole_exports(corpus) if each.path == f"data/{name}.jsonld")
    return found.make()


def read(data: bytes) -> Graph:
    """The triples of a file; nothing is fetched for it, since its context stands in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib about rdflib
        return Graph().parse(data=data, format="json-ld")


def costs_of(corpus: PublicCorpus) -> list[dict[str, str]]:
    return [each for each in json.loads(whole(corpus))["@graph"] if each["@type"] == "cv:Cost"]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    """The profile's own shapes, which are not ours to copy."""
    found = next((each / SHAPES for each in ROOT.parents if (each / SHAPES).is_file()), None)
    if found is None:
        pytest.skip(f"no {SHAPES} beside the project: nobody held our linked data against CPSV-AP")
    return Graph().parse(Path(found))


def faults(graph: Graph, shapes: Graph) -> str:
    conforms, _, report = validate(graph, shacl_graph=shapes)
    return "" if conforms else str(report)


@pytest.mark.parametrize("corpus", [public_corpus, sample_corpus])
def test_the_whole_conforms_to_the_shapes_of_cpsv_ap(corpus: Callable[[], PublicCorpus], shapes: Graph) -> None:
    graph = read(whole(corpus()))

    assert len(list(graph.subjects(RDF.type, CPSV.PublicService))) == len(corpus().commitments)
    assert not faults(graph, shapes)


def test_each_item_conforms_on_its_own(shapes: Graph) -> None:
    for export in item_exports(sample_corpus()):
        if export.path.startswith("data/cpsv-ap/"):
            assert not faults(read(export.make()), shapes), export.path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"@language": "zh"', '"@language": null'),
        ("xsd:double", "xsd:decimal"),
        ('"@type": "dct:Location"', '"@type": "dct:Place"'),
        ("xsd:duration", "xsd:string"),
    ],
)
def test_the_shapes_refuse_what_is_known_to_bite(old: str, new: str, shapes: Graph) -> None:
    """The control: without these four the file would still look right to us."""
    data = whole(public_corpus()).decode()
    assert old in data

    assert faults(read(data.replace(old, new).encode()), shapes)


def test_a_promise_in_working_days_is_also_said_in_words() -> None:
    graph = read(whole(public_corpus()))
    words = [str(text) for text in graph.objects(SERVICE, DCTERMS.description)]

    assert graph.value(SERVICE, CV.processingTime) == Literal("P1D", datatype=XSD.duration)
    assert any("1个工作日，从受理起算" in text for text in words)


def test_what_a_service_rests_on_and_asks_for_stands_in_the_same_graph() -> None:
    graph = read(whole(sample_corpus()))
    parts = (CPSV.follows, CPSV.produces, CV.hasCost, CV.hasChannel, CV.hasInputType, CV.holdsRequirement)
    named = {each for part in (*parts, CV.hasLegalResource) for each in graph.objects(None, part)}

    assert all(any(graph.objects(None, part)) for part in parts)
    assert {each for each in named if not graph.value(each, RDF.type)} == set()


def test_money_is_written_from_its_digits() -> None:
    costs = costs_of(public_corpus(changed(FEE, "charged: 14.00", "charged: 14.05")))

    assert [cost["hasValue"] for cost in costs] == ["1.405E+1", "0E+0"]


def test_a_fee_that_is_not_charged_costs_nothing_and_says_why() -> None:
    files = changed(FEE, "clearing:", "events:\n  - {on: 2026-03-01, action: 停征}\nclearing:")
    stopped = costs_of(public_corpus(files))[0]

    assert (stopped["hasValue"], stopped["description"]) == ("0E+0", "有线电视基本收视维护费：停征")


def test_nothing_is_written_while_there_is_no_commitment() -> None:
    assert not list(whole_exports(public_corpus(without(ITEM, without(CABLE)))))


def test_a_new_day_on_which_nothing_changed_changes_no_file() -> None:
    days = (date(2026, 12, 27), date(2026, 12, 28))
    first, second = (
        {each.path: each.digest for each in (*whole_exports(corpus), *item_exports(corpus))}
        for corpus in (public_corpus(clock=Clock(day, day)) for day in days)
    )

    assert first == second


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (ITEM, "plain_summary"),
        ("public/divisions/market.yaml", "address"),
        ("public/laws/performances.yaml", "title"),
        ("public/bureau.yaml", "name"),
    ],
)
def test_another_word_that_is_in_a_file_is_another_digest(path: str, field: str) -> None:
    text = content()[f"content/{path}"]
    line = next(line for line in text.splitlines() if line.startswith(f"{field}: "))
    old, new = (
        {
            each.digest
            for each in (*whole_exports(corpus), *item_exports(corpus))
            if not each.path.endswith("/catv.jsonld")
        }
        for corpus in (public_corpus(), public_corpus(changed(path, f"{line}\n", f"{line}甲\n")))
    )

    assert old.isdisjoint(new)
