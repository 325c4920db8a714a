"""A record read back without asking its validators is what pydantic would have given for the same text."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.json import Decoder
from pydantic import BaseModel, Field

from mingbai.records import plain
from mingbai.records.base import Record, of_record
from mingbai.records.named import FOLDERS, named
from mingbai.records.parse import parse
from mingbai.records.public.fee import Fee
from mingbai.records.values import Day, Value
from tests import ROOT
from tests.factories import content, raw
from tests.records.test_messages import put
from tests.records.test_stored import like, lists, texts

KINDS = sorted({kind for kinds in FOLDERS.values() for kind in kinds}, key=lambda kind: kind.kind)
SAMPLE = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "content").rglob("*.*"))}
GOLDEN = {path: text for path, text in content().items() if named(path)}


def facts(value: Any) -> Any:
    """All there is to a value, deep inside: its type, what it holds in which order, which fields were set."""
    if isinstance(value, BaseModel):
        held = [(name, facts(each)) for name, each in value.__dict__.items()]
        return type(value), held, value.__pydantic_fields_set__, value.__pydantic_extra__, value.__pydantic_private__
    if isinstance(value, tuple | dict):
        return type(value), [facts(each) for each in (value.items() if isinstance(value, dict) else value)]
    return type(value), repr(value)


def both(record: Record) -> tuple[Record, Record]:
    """A record read back by us and by pydantic; it is written again as it was."""
    text = record.model_dump_json(exclude_unset=True)
    typed, make = plain.plan(type(record))
    ours, theirs = make(Decoder(typed).decode(text)), type(record).model_validate_json(text)
    assert ours.model_dump_json(exclude_unset=True) == text
    return ours, theirs


def records() -> Iterator[Record]:
    sample = {path: file.read_bytes() for path, file in SAMPLE.items() if named(path)}
    for path, text in (*sample.items(), *raw(GOLDEN).items()):
        entry = parse(path, text, prose=False).entry
        if entry:
            yield entry.record


def test_every_record_of_the_sample_and_of_the_golden_bureau_comes_back_the_same() -> None:
    seen = set()
    for record in records():
        ours, theirs = both(record)
        assert facts(ours) == facts(theirs) == facts(record)
        assert ours == record
        seen.add(type(record))

    assert seen == set(KINDS)


@given(data=st.data(), path=st.sampled_from(sorted(GOLDEN)))
def test_so_does_one_with_any_value_in_a_field(data: st.DataObject, path: str) -> None:
    entry = parse(path, GOLDEN[path].encode(), prose=False).entry
    assert entry
    written = lists(entry.record.model_dump(exclude_unset=True))
    place, value = data.draw(st.sampled_from([*texts(written)]))

    try:
        record = type(entry.record).model_validate(put(written, place, data.draw(like(value))))
    except ValueError:
        return  # this field allows less than others of its type
    ours, theirs = both(record)

    assert facts(ours) == facts(theirs) == facts(record)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_no_kind_has_to_be_left_to_pydantic(kind: type[Record]) -> None:
    """It would be right and slow."""
    typed, _ = plain.plan(kind)

    assert typed.__name__ == kind.__name__


def test_a_record_that_was_read_back_can_be_changed_like_any_other() -> None:
    """What is shared among records, the names of the fields that were set, stays as it is."""
    entry = parse("content/public/fees/catv.yaml", GOLDEN["content/public/fees/catv.yaml"].encode()).entry
    assert entry
    one, _ = both(entry.record)
    other, _ = both(entry.record)

    changed = one.model_copy(update={"aliases": ("/old/",)})

    assert "aliases" in changed.model_fields_set
    assert facts(one) == facts(other) == facts(entry.record)


def test_records_that_say_the_same_have_one_digest_and_others_another() -> None:
    """However they came to be; and whichever field is another, down to the scale of a sum."""
    fee = next(record for record in records() if isinstance(record, Fee) and record.charged)
    assert fee.charged

    assert {of_record(each) for each in both(fee)} == {of_record(fee)}
    assert of_record(fee.model_copy(update={"charged": fee.charged * Decimal("1.0")})) != of_record(fee)
    assert len({of_record(record) for record in records()}) == len({repr(record) for record in records()})


class Odd(Record):
    """A kind with something no kind has so far."""

    kind: ClassVar[str] = "odd"
    share: float
    since: Day


class Growing(Record):
    """A kind whose default is made anew for each record."""

    kind: ClassVar[str] = "growing"
    names: dict[str, str] = Field(default_factory=dict)


@pytest.mark.parametrize("record", [Odd(share=0.5, since="2026-01-05"), Growing()])
def test_what_is_not_foreseen_is_left_to_pydantic(record: Record) -> None:
    ours, theirs = both(record)

    assert facts(ours) == facts(theirs)


class Part(Value):
    """A group of fields."""

    since: Day


def test_the_control_sees_text_where_a_day_belongs() -> None:
    part = Part(since="2026-01-05")

    assert facts(part) != facts(part.model_copy(update={"since": "2026-01-05"}))
    assert facts(part) != facts(Part.model_construct(_fields_set=set(), since=part.since))
    assert facts(part) != facts(part.model_copy(update={"since": datetime(2026, 1, 5)}))
