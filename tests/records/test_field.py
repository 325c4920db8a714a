"""What is declared of a field, and what becomes of what was written in one."""

import pickle
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.json import decode, encode
from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from mingbai.records.base import Record, of_record
from mingbai.records.field import Value, ValueMeta, field, fields_of, said
from mingbai.records.judge import json_schema, judged
from mingbai.records.named import FOLDERS, named
from mingbai.records.parse import parse
from mingbai.records.public.fee import Fee, Range, Standard
from mingbai.records.values import Amount, Day, Line, Number, Phone
from mingbai.source.located import Steps
from tests import ROOT
from tests.factories import content, raw
from tests.records.test_stored import lists

KINDS = sorted({kind for kinds in FOLDERS.values() for kind in kinds}, key=lambda kind: kind.kind)
SAMPLE = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "content").rglob("*.*"))}
GOLDEN = {path: text for path, text in content().items() if named(path)}


class Part(Value):
    """A group within a group."""

    on: Day = field(title="日期")
    sum: Amount | None = field(default=None, title="金额")


class Named(Record, abstract=True):
    """What two kinds have in common."""

    name: Line = field(title="名称")
    phone: Phone = field(default="010-5550-0101", title="电话")


class Dated(Record):
    """What one of them has beside."""

    day: Day = field(title="哪天")


class Both(Named, Dated):
    """A kind with the fields of two others and its own."""

    kind: ClassVar[str] = "both"
    parts: tuple[Part, ...] = field(default=(), title="分项", description="一项一行")
    times: Number = field(title="次数")


BOTH: dict[str, Any] = {"day": "2026-01-05", "name": " 甲 ", "times": 2, "parts": [{"on": "2026-02-03", "sum": "0.50"}]}


def records() -> Iterator[Record]:
    sample = {path: file.read_bytes() for path, file in SAMPLE.items() if named(path)}
    for path, text in (*sample.items(), *raw(GOLDEN).items()):
        entry = parse(path, text, prose=False).entry
        if entry:
            yield entry.record


def groups(value: Any) -> Iterator[Any]:
    """All that stands in a value, deep inside, and itself."""
    yield value
    if isinstance(value, Value):
        for name in fields_of(type(value)):
            yield from groups(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from groups(each)


def test_a_kind_has_the_fields_of_all_it_is_derived_from() -> None:
    fields = fields_of(Both)

    assert [*fields] == ["day", "name", "phone", "parts", "times"]
    assert [name for name, each in fields.items() if each.required] == ["day", "name", "times"]
    assert (fields["parts"].title, fields["parts"].description) == ("分项", "一项一行")
    assert fields["phone"].description == fields_of(Named)["phone"].description != ""


class Framed(Named, abstract=True):
    """An abstract class that is derived from another, and says something else of a field."""

    phone: Phone = field(default="010-5550-0102", title="热线")
    abstract: Line = field(title="摘要")
    declared: Line = field(title="申报")


class Frame(Framed, Dated):
    """A kind whose fields are called what our classes know of themselves."""

    kind: ClassVar[str] = "frames"


def test_a_field_may_be_called_what_it_likes_and_say_something_else_than_above() -> None:
    record = judged(Frame, {"day": "2026-01-05", "name": "甲", "abstract": "乙", "declared": "丙"})

    assert (record.abstract, record.declared, record.phone) == ("乙", "丙", "010-5550-0102")
    assert fields_of(Frame)["phone"].title == "热线"
    assert isinstance(record, Named)


class Other(Record, abstract=True):
    """Something else that has a name."""

    name: Line = field(title="称呼")


@pytest.mark.parametrize("bases", [(Named, Other), (Named, Both), (Both, Named)])
def test_no_field_comes_from_two_bases(bases: tuple[type, ...]) -> None:
    """Which of them holds could not be seen."""
    with pytest.raises(TypeError):
        ValueMeta("Twice", bases, {})


class Redated(Dated, abstract=True):
    """An abstract class that says something else of a field which the base it is derived from has laid out."""

    day: Day = field(default=date(2026, 1, 5), title="哪一天")


class Later(Redated, Named):
    """A kind that has it from there."""

    kind: ClassVar[str] = "later"


class Latest(Redated, Dated):
    """A kind that names both."""

    kind: ClassVar[str] = "latest"


def test_an_abstract_class_may_say_something_else_of_a_field_that_is_laid_out() -> None:
    assert fields_of(Later)["day"].title == fields_of(Latest)["day"].title == "哪一天"
    assert judged(Later, {"name": "甲"}) == Later(name="甲", day=date(2026, 1, 5))
    assert judged(Latest, {}) == Latest(day=date(2026, 1, 5))


@pytest.mark.parametrize(
    ("base", "namespace"),
    [
        (Value, {"place": field(title="地方")}),
        (Dated, {"day": None}),
        (Named, {"name": "甲"}),
        (Both, {"phone": property(lambda _: "甲")}),
        (Both, {"phone": None, "__annotations__": {"phone": ClassVar[None]}}),
    ],
)
def test_no_field_is_without_a_type(base: type[Value], namespace: dict[str, Any]) -> None:
    """Else a default that somebody meant to give it would be passed over."""
    with pytest.raises(TypeError, match=next(iter(namespace))):
        ValueMeta("Untyped", (base,), namespace)


class Taken(Value):
    """A group whose fields are called what pydantic's models know of themselves."""

    copy: Number = field(title="份数")
    json: Line | None = field(default=None, title="数据")
    model_fields: Line | None = field(default=None, title="栏目")


@pytest.mark.filterwarnings("error")
def test_a_field_may_be_called_what_pydantic_knows_of_itself() -> None:
    with pytest.raises(ValidationError) as wrong:
        judged(Taken, {"copy": 0, "field_0": 1})

    assert judged(Taken, {"copy": 2, "model_fields": "甲"}) == Taken(copy=2, model_fields="甲")
    assert [error["loc"] for error in wrong.value.errors()] == [("copy",), ("field_0",)]
    assert [*json_schema(Taken)["properties"]] == ["copy", "json", "model_fields"]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_can_be_judged(kind: type[Record]) -> None:
    """Nothing in one is called what pydantic keeps for itself."""
    with pytest.raises(ValidationError) as wrong:
        judged(kind, {"": ""})

    required = [name for name, each in fields_of(kind).items() if each.required]
    assert [error["loc"][0] for error in wrong.value.errors()] == [*required, ""]


def test_what_was_written_becomes_the_record_with_its_groups() -> None:
    record = judged(Both, BOTH)

    assert record.name == "甲"
    assert record.parts == (judged(Part, {"on": "2026-02-03", "sum": "0.50"}),)
    assert str(record.parts[0].sum) == "0.50"
    assert record.phone == "010-5550-0101"


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ValidationError) as wrong:
        judged(Both, BOTH | {"name": "", "times": 0, "colour": "红", "parts": [{"on": "2026-02-30"}, "乙"]})

    assert [(error["type"], error["loc"]) for error in wrong.value.errors()] == [
        ("blank", ("name",)),
        ("no_such_day", ("parts", 0, "on")),
        ("model_type", ("parts", 1)),
        ("greater_than_equal", ("times",)),
        ("extra_forbidden", ("colour",)),
    ]


def test_a_default_in_another_scale_is_said() -> None:
    assert said(Range(min=Decimal("0.00"), max=Decimal(9))) == {"min": Decimal(0), "max": Decimal(9)}
    assert str(said(Range(min=Decimal("0.00"), max=Decimal(9)))["min"]) == "0.00"
    assert [*said(Range(min=Decimal("0"), max=Decimal(9)))] == ["max"]


def test_what_is_said_leaves_out_what_goes_without_saying() -> None:
    record = judged(Both, BOTH | {"phone": "010-5550-0101"})

    assert [*said(record)] == ["day", "name", "parts", "times"]
    assert [*said(record)["parts"][0]] == ["on", "sum"]


def spare(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """What goes without saying in a value, deep inside: where it would stand, and that."""
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from spare(each, (*steps, place))
    elif isinstance(value, Value):
        for name, each in fields_of(type(value)).items():
            if not each.required and repr(getattr(value, name)) == repr(each.default):
                yield (*steps, name), pickle.loads(pickle.dumps(each.default))  # equal, and not the same
            yield from spare(getattr(value, name), (*steps, name))


def added(data: Any, steps: Steps, value: Any) -> Any:
    """What was written, with a value where none stood."""
    first, *rest = steps
    if isinstance(data, dict):
        return {**data, first: added(data[first], tuple(rest), value) if rest else value}
    return [added(each, tuple(rest), value) if place == first else each for place, each in enumerate(data)]


@given(data=st.data(), path=st.sampled_from(sorted(GOLDEN)))
def test_to_write_what_goes_without_saying_changes_nothing(data: st.DataObject, path: str) -> None:
    """Any of the fields that may be left out, in groups too, written all the same; what a record says makes it anew."""
    entry = parse(path, GOLDEN[path].encode(), prose=False).entry
    assert entry
    kind, written = type(entry.record), lists(said(entry.record))
    found = dict(spare(entry.record))
    for steps in data.draw(st.sets(st.sampled_from(sorted(found, key=str)))) if found else ():
        written = added(written, steps, lists(found[steps]))

    record = judged(kind, written)

    assert record == entry.record and repr(record) == repr(entry.record)
    assert of_record(record) == of_record(entry.record)


@given(path=st.sampled_from(sorted(GOLDEN)))
def test_a_record_goes_from_one_process_to_another_as_it_is(path: str) -> None:
    entry = parse(path, GOLDEN[path].encode(), prose=False).entry
    assert entry

    assert repr(pickle.loads(pickle.dumps(entry.record))) == repr(entry.record)


def test_a_record_cannot_be_changed() -> None:
    record: Any = judged(Both, BOTH)

    with pytest.raises(AttributeError):
        record.name = "乙"


def test_every_record_of_the_sample_and_of_the_golden_bureau_is_of_our_own_groups_and_comes_back() -> None:
    """Nothing of pydantic is left in one, and its JSON says all there is to it, the scale of sums too."""
    seen = set()
    for record in records():
        assert not any(isinstance(each, BaseModel) for each in groups(record))
        again = decode(encode(record), type=type(record))
        assert again == record and repr(again) == repr(record)
        seen.add(type(record))

    assert seen == set(KINDS)


def test_records_that_say_the_same_have_one_digest_and_others_another() -> None:
    """Whichever field is another, down to the scale of a sum; whether a default was written does not count."""
    fee = next(record for record in records() if isinstance(record, Fee) and record.charged)
    assert fee.charged

    ranges: list[dict[str, Any]] = [{"max": 9}, {"min": 0, "max": 9}]
    bare, written = (replace(fee, standard=judged(Standard, {"range": each})) for each in ranges)

    assert of_record(bare) == of_record(written) == of_record(pickle.loads(pickle.dumps(bare)))
    assert of_record(decode(encode(fee), type=Fee)) == of_record(fee)
    assert of_record(replace(fee, charged=fee.charged * Decimal("1.0"))) != of_record(fee)
    assert len({of_record(record) for record in records()}) == len({repr(record) for record in records()})
