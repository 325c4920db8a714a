"""What a missing group is shown with passes every check when it is typed as it stands."""

import re

import pytest

from mingbai.records.adding import example
from mingbai.records.field import fields_of
from mingbai.records.named import FOLDERS, named
from mingbai.records.parts import groups_in, groups_of
from tests.factories import changed, content, problems_of, raw

CALENDAR = "public/calendar/2026.yaml"
NORMS = "public/norms.yaml"
PERFORMANCE = "public/commitments/market/perf-domestic.yaml"
CATV = "public/commitments/market/catv.yaml"
FEE = "public/fees/catv.yaml"
FINE = "public/fines/unapproved.yaml"


def examples(path: str, key: str) -> list[str]:
    """Every example of a group that the field is described with."""
    kind = named(f"content/{path}").kind  # type: ignore[union-attr]
    return re.findall(r"如 (\{.*?\})(?:；|$)", fields_of(kind)[key].description or "")


@pytest.mark.parametrize(
    ("path", "key", "number"),
    [
        (CALENDAR, "arrangement", 0),
        (NORMS, "source", 0),
        (PERFORMANCE, "statutory", 0),
        (PERFORMANCE, "promised", 0),
        (CATV, "promised", 1),
        (FEE, "standard", 0),
        (FEE, "standard", 1),
        (FINE, "standard", 0),
    ],
)
def test_an_example_of_a_group_is_taken_as_it_stands(path: str, key: str, number: int) -> None:
    text = content()[f"content/{path}"]
    block = re.search(rf"^{key}:.*\n(?: .*\n)*", text, re.MULTILINE)
    typed = examples(path, key)[number]
    assert block, key

    files = changed(path, block.group(), f"{key}: {f'[{typed}]' if path == FINE else typed}\n")

    assert problems_of(raw(files)) == problems_of(raw(content()))


def test_a_group_that_owes_no_key_of_its_own_is_shown_by_an_example() -> None:
    kinds = frozenset().union(*(groups_of(kind) for kinds in FOLDERS.values() for kind in kinds))
    owed = [(kind.__name__, key, field) for kind in kinds for key, field in fields_of(kind).items() if field.required]

    bare = {
        f"{kind}.{key}"
        for kind, key, field in owed
        for group in groups_in(field.annotation)
        if not any(each.required for each in fields_of(group).values()) and not example(field)
    }

    assert bare == set()
