"""HSDS: every record has what version 3 of the standard requires, in its types, and says what ours say.

The shapes below are facts taken down from the schemas of the specification (openreferral/specification, schema/, 3.0):
which properties an object may have, of which type and form, and which it must have. Those that we never write are left
out, so that a slip of the pen in a name is told.
"""

import json
from datetime import date
from typing import Any
from uuid import UUID

import jsonschema
import pytest

from mingbai.clock import Clock
from mingbai.exports.public import hsds
from mingbai.exports.public.hsds import PATH, hsds_exports
from mingbai.source.personal import numbers
from tests.factories import changed, public_corpus
from tests.sample import sample_corpus

ID = {"type": "string", "format": "uuid"}
TEXT = {"type": "string"}
NUMBER = {"type": "number"}
ADDRESS = {"type": "string", "format": "uri"}
EMAIL = {"type": "string", "format": "email"}
DAY = {"type": "string", "format": "date"}


def several(shape: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": shape}


def shape(*required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


PHONE = shape("id", "number", id=ID, number=TEXT, extension={"type": "number"}, type=TEXT, description=TEXT)
SCHEDULE = shape("id", id=ID, description=TEXT)
LOCATION_TYPE = {"enum": ["physical", "postal", "virtual"]}
LOCATION = shape("id", "location_type", id=ID, location_type=LOCATION_TYPE, name=TEXT, description=TEXT, url=ADDRESS)
PLACE = shape("id", id=ID, description=TEXT, location=LOCATION, schedules=several(SCHEDULE))
ORGANIZATION = shape(
    *("id", "name", "description"),
    id=ID,
    name=TEXT,
    alternate_name=TEXT,
    description=TEXT,
    email=EMAIL,
    website=ADDRESS,
    parent_organization_id=ID,
)
COST = shape(
    "id",
    id=ID,
    valid_from=DAY,
    valid_to=DAY,
    option=TEXT,
    currency={"type": "string", "pattern": "^[A-Z]{3}$"},
    amount=NUMBER,
    amount_description=TEXT,
)
DOCUMENT = shape("id", id=ID, document=TEXT, uri=ADDRESS)
SERVICE = shape(
    *("id", "name", "status"),
    id=ID,
    organization_id=ID,
    name=TEXT,
    description=TEXT,
    url=ADDRESS,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    application_process=TEXT,
    fees_description=TEXT,
    wait_time=TEXT,
    eligibility_description=TEXT,
    assured_date=DAY,
    phones=several(PHONE),
    service_at_locations=several(PLACE),
    organization=ORGANIZATION,
    cost_options=several(COST),
    required_documents=several(DOCUMENT),
)
COUNT = {"type": "integer"}
TRUTH = {"type": "boolean"}
PAGE = shape(
    *("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"),
    total_items=COUNT,
    total_pages=COUNT,
    page_number=COUNT,
    size=COUNT,
    first_page=TRUTH,
    last_page=TRUTH,
    empty=TRUTH,
    contents=several(SERVICE),
)
UNITS = {**PAGE, "properties": {**PAGE["properties"], "contents": several(ORGANIZATION)}}
ITEM = "public/commitments/market/perf-domestic.yaml"
VALIDATOR = jsonschema.Draft202012Validator(PAGE, format_checker=jsonschema.FormatChecker())


def page(files: dict[str, str] | None = None) -> dict[str, Any]:
    export, _ = hsds_exports(public_corpus(files))
    assert export.path == PATH
    found = json.loads(export.make())
    assert isinstance(found, dict)
    return found


def service(id: str, files: dict[str, str] | None = None) -> dict[str, Any]:
    (found,) = (each for each in page(files)["contents"] if each["url"].endswith(f"/commitments/{id}/"))
    assert isinstance(found, dict)
    return found


def ids(value: object) -> list[str]:
    """Every id in it, but of organizations, which several services share."""
    if isinstance(value, list):
        return [id for each in value for id in ids(each)]
    if not isinstance(value, dict):
        return []
    parts = (part for key, part in value.items() if key != "organization")
    return [*filter(None, [value.get("id")]), *(id for part in parts for id in ids(part))]


def test_the_golden_bureau_is_as_the_standard_wants_it() -> None:
    VALIDATOR.validate(page())


def test_the_sample_is_as_the_standard_wants_it() -> None:
    export, _ = hsds_exports(sample_corpus())
    found = json.loads(export.make())

    VALIDATOR.validate(found)
    assert found["total_items"] == len(found["contents"]) == len(sample_corpus().commitments)
    assert len(set(ids(found))) == len(ids(found))


def test_whatever_names_a_unit_finds_it_among_the_units() -> None:
    services, units = (json.loads(export.make()) for export in hsds_exports(sample_corpus()))
    there = {unit["id"] for unit in units["contents"]}
    named = [unit.get("parent_organization_id") for unit in units["contents"]]

    jsonschema.Draft202012Validator(UNITS, format_checker=jsonschema.FormatChecker()).validate(units)
    assert len(there) == units["total_items"] == len(units["contents"])
    assert {each["organization_id"] for each in services["contents"]} <= there
    assert set(filter(None, named)) == {units["contents"][0]["id"]} and named.count(None) == 1


def test_a_slip_in_a_name_would_be_told() -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**page(), "contents": [{**service("market/perf-domestic"), "fee_description": "不收费"}]})


def test_ids_are_uuids_that_a_better_name_does_not_change() -> None:
    better = changed(ITEM, "name: 举办内地营业性演出审批", "name: 演出审批")

    assert ids(page(better)) == ids(page())
    assert all(UUID(id).version == 5 for id in ids(page()))


def test_a_suspended_item_is_closed_for_now() -> None:
    step = "events: [{on: 2026-12-01, action: 暂停, reason: 换系统}]"
    suspended = changed(ITEM, "complaint_phone:", f"{step}\ncomplaint_phone:")

    assert service("market/perf-domestic")["status"] == "active"
    assert service("market/perf-domestic", suspended)["status"] == "temporarily closed"


def test_an_extension_stands_beside_its_number() -> None:
    extended = changed(ITEM, "complaint_phone: 0000-0000002", "complaint_phone: 0000-0000002转3")

    *_, complaint = service("market/perf-domestic", extended)["phones"]

    assert (complaint["number"], complaint["extension"]) == ("0000-0000002", 3)


def test_an_extension_that_begins_with_zero_is_no_number_and_stays_with_its_own() -> None:
    extended = changed(ITEM, "complaint_phone: 0000-0000002", "complaint_phone: 0000-0000002转008")

    *_, complaint = service("market/perf-domestic", extended)["phones"]

    assert complaint["number"] == "0000-0000002转008"
    assert "extension" not in complaint


def test_working_days_stay_words_and_sums_are_yuan() -> None:
    corpus = sample_corpus()
    export, _ = hsds_exports(corpus)
    services = json.loads(export.make())["contents"]

    assert any("个工作日" in each["wait_time"] for each in services)
    assert {cost["currency"] for each in services for cost in each.get("cost_options", [])} == {"CNY"}


def test_without_a_commitment_there_is_no_file() -> None:

    day = date(2020, 1, 1)
    assert list(hsds_exports(public_corpus(clock=Clock(day, day)))) == []


def test_no_id_looks_like_the_number_of_a_person() -> None:
    """Of a few thousand ids chance makes some so; the scan of what goes out would stop the site for them."""
    found = [hsds._id(f"https://a.example/{number}") for number in range(5_000)]

    assert not [id for id in found if list(numbers(id))]
    assert len(set(found)) == len(found)
