"""What the cache keeps of a file is all that was known of it."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.problem import Place, Problem, Severity
from mingbai.records import stored
from mingbai.records.field import Value, fields_of, said
from mingbai.records.judge import judged
from mingbai.records.named import FOLDERS, named
from mingbai.records.parse import parse
from mingbai.records.parsed import Parsed
from mingbai.source.located import Steps
from tests.factories import changed, content
from tests.records.test_messages import put, spots

GOLDEN = content()
RECORDS = [path for path in GOLDEN if named(path)]
LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\u200b\ufeff"),
    min_size=1,
    max_size=30,
).filter(str.strip)


SHA = "0" * 64
"""The digest of the file, which the cache knows beside what the file says."""


def same(path: str, parsed: Parsed) -> bool:
    """Whether it comes back from the cache as it went in; places and prose included, HTML apart."""
    again = stored.load(path, parsed.entry.seal.split(" ")[1] if parsed.entry else SHA, stored.dump(parsed))
    if parsed.entry is None or again.entry is None:
        return parsed == again
    return (
        again.problems == parsed.problems
        and again.entry == parsed.entry
        and repr(again.entry.record) == repr(parsed.entry.record)
    )


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_comes_back_as_it_was(path: str) -> None:
    parsed = parse(path, GOLDEN[path].encode())

    assert parsed.entry
    assert same(path, parsed)


def whole(value: Any) -> Any:
    """All fields of a record, deep inside too, whether anything was said of them or not."""
    if isinstance(value, Value):
        return {name: whole(getattr(value, name)) for name in fields_of(type(value))}
    return [whole(each) for each in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("path", RECORDS)
def test_and_still_knows_where_each_of_its_facts_stands(path: str) -> None:
    parsed = parse(path, GOLDEN[path].encode())
    again = stored.load(path, SHA, stored.dump(parsed))
    assert parsed.entry and again.entry

    for steps in spots(whole(parsed.entry.record)):
        assert again.entry.place(*steps) == parsed.entry.place(*steps)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("public/fees/catv.yaml", "charged: 14.00", "charged: 十四"),
        ("public/fees/catv.yaml", "charged: 14.00", "charged：14.00"),
        ("public/fees/catv.yaml", "charged: 14.00", "charged: 14.00\ncharged: 15.00"),
        ("public/bulletins/2026/02/phone.md", "28\n---", "28"),
        ("public/bulletins/2026/02/phone.md", "04-28", "04-31"),
    ],
)
def test_the_mistakes_of_a_broken_file_come_back(path: str, old: str, new: str) -> None:
    full = f"content/{path}"
    parsed = parse(full, changed(path, old, new)[full].encode())

    assert parsed.problems
    assert same(full, parsed)


def test_a_warning_stays_a_warning() -> None:
    told = Problem(Place("a.yaml", 3, 4), "x/y", "“引号”\x1f\n", "", Severity.WARNING)

    assert stored.load("a.yaml", SHA, stored.dump(Parsed(None, (told,)))).problems == (told,)


def test_one_file_knows_its_record_and_its_mistakes() -> None:
    """A key written twice is a mistake, and the record is there all the same."""
    path = "content/public/fees/catv.yaml"
    parsed = parse(
        path, changed("public/fees/catv.yaml", "charged: 14.00", "charged: 14.00\ncharged: 15.00")[path].encode()
    )

    assert parsed.entry and parsed.problems
    assert same(path, parsed)


def texts(data: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Each single value in a record, with its place."""
    for place in spots(data, steps):
        value = data
        for step in place:
            value = value[step]
        if not isinstance(value, dict | list | tuple):
            yield place, value


@given(data=st.data(), path=st.sampled_from(RECORDS))
def test_any_value_a_field_may_hold_comes_back(data: st.DataObject, path: str) -> None:
    """Texts of any letters, amounts of any scale, any day: put into a golden record and kept."""
    parsed = parse(path, GOLDEN[path].encode())
    assert parsed.entry
    record = parsed.entry.record
    dumped = said(record)
    dumped = lists(dumped)
    place, value = data.draw(st.sampled_from([*texts(dumped)]))
    another = data.draw(like(value))

    try:
        changed_record = judged(type(record), put(dumped, place, another))
    except ValueError:
        return  # this field allows less than others of its type
    entry = type(parsed.entry)(
        parsed.entry.id, changed_record, parsed.entry.places, parsed.entry.seal, parsed.entry.body
    )

    assert same(path, Parsed(entry, ()))


def lists(value: Any) -> Any:
    """The same with lists in place of tuples, as YAML has them."""
    if isinstance(value, dict):
        return {key: lists(item) for key, item in value.items()}
    return [lists(item) for item in value] if isinstance(value, list | tuple) else value


def like(value: Any) -> st.SearchStrategy[Any]:
    """Other values of the same sort."""
    sorts: list[tuple[type, st.SearchStrategy[Any]]] = [
        (Enum, st.just(value)),
        (bool, st.booleans()),
        (int, st.integers(1, 10**12)),
        (Decimal, st.decimals(0, 10**9, allow_nan=False, places=4)),
        (
            datetime,
            st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(
                lambda moment: moment.replace(second=0, microsecond=0, fold=0)
            ),
        ),
        (date, st.dates(date(1900, 1, 1), date(2199, 12, 31))),
        (str, LINES),
    ]
    return next((strategy for sort, strategy in sorts if isinstance(value, sort)), st.none())


def test_every_kind_of_record_can_be_kept() -> None:
    assert {kind.kind for kinds in FOLDERS.values() for kind in kinds} == stored.BY_KIND.keys()
