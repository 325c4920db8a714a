"""A record's kind and id are its path, and nothing else is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import boundary
from mingbai.corpus.routes import route
from mingbai.records.base import identify
from mingbai.records.named import FOLDERS, named
from mingbai.records.values import ID
from tests.factories import content

KINDS = [(folder, kind) for folder, kinds in FOLDERS.items() for kind in kinds]
STEP = st.from_regex(rf"\A{ID}\Z").filter(lambda step: len(step) < 20)


@pytest.mark.parametrize(
    ("path", "kind", "id"),
    [
        ("content/public/bureau.yaml", "bureau", "bureau"),
        ("content/public/fees/venue-hire.yaml", "fees", "venue-hire"),
        ("content/public/fees/2026.yaml", "fees", "2026"),
        ("content/public/commitments/arts/perf-domestic.yaml", "commitments", "arts/perf-domestic"),
        ("content/public/bulletins/2026/01/issue.yaml", "bulletins", "2026/01"),
        ("content/public/bulletins/2026/01/one-notice.md", "articles", "2026/01/one-notice"),
        ("content/public/pledges/2026/arts.yaml", "pledges", "2026/arts"),
        ("content/intranet/plans/2026/bureau.yaml", "plans", "2026/bureau"),
        ("content/intranet/annexes/fees/catv.yaml", "annexes/fees", "catv"),
        ("content/intranet/annexes/commitments/arts/a.yaml", "annexes/commitments", "arts/a"),
    ],
)
def test_a_path_gives_kind_and_id(path: str, kind: str, id: str) -> None:
    found = named(path)

    assert found
    assert (found.kind.kind, found.id) == (kind, id)


@pytest.mark.parametrize(
    "path",
    [
        "content/public/fees/Catv.yaml",
        "content/public/fees/catv.yml",
        "content/public/fees/catv.YAML",
        "content/public/fees/catv.yaml.yaml",
        "content/public/fees/ca_tv.yaml",
        "content/public/fees/ca--tv.yaml",
        "content/public/fees/-catv.yaml",
        "content/public/fees/catv-.yaml",
        "content/public/fees/收视费.yaml",
        "content/public/fees/ｃatv.yaml",
        "content/public/fees/٣.yaml",
        "content/public/fees/ca tv.yaml",
        "content/public/fees/catv.yaml\n",
        "content/public/fees/.yaml",
        "content/public/fees/more/catv.yaml",
        "content/public/fees/../fees/catv.yaml",
        "content/public/commitments/catv.yaml",
        "content/public/bulletins/2026/issue.yaml",
        "content/public/bulletins/2026/01/more/one.md",
        "content/public/plans/2026/market.yaml",
        "content/public/annexes/fees/catv.yaml",
        "content/intranet/fees/catv.yaml",
        "content/intranet/bureau.yaml",
        "content/fees/catv.yaml",
        "public/fees/catv.yaml",
        "content/public/README.md",
    ],
)
def test_any_other_path_is_no_record(path: str) -> None:
    """One spelling, one folder, one side for each; no look-alikes."""
    assert named(path) is None


@pytest.mark.parametrize(("folder", "kind"), KINDS, ids=lambda value: getattr(value, "kind", ""))
@settings(max_examples=20)
@given(data=st.data())
def test_no_path_is_two_kinds_and_no_two_records_have_one_address(folder: str, kind: type, data: st.DataObject) -> None:
    """What one kind claims no other does, on either side, and its address leads to nothing else."""
    pattern: str = kind.pattern  # type: ignore[attr-defined]
    below = re.sub(r"\*", lambda _: data.draw(STEP), pattern)

    claimed = [(each, identify(each, below)) for where, each in KINDS if where == folder and identify(each, below)]

    assert [each for each, _ in claimed] == [kind]
    id = claimed[0][1]
    assert id
    others = [
        route(each.kind, id) for _, each in KINDS if each is not kind and each.pattern.count("*") == pattern.count("*")
    ]
    assert route(kind.kind, id) not in others  # type: ignore[attr-defined]


def test_every_kind_has_a_folder_of_its_own_and_a_chinese_name() -> None:
    patterns = [(folder, kind.pattern) for folder, kind in KINDS]

    assert len(set(patterns)) == len(patterns)
    assert len({kind.kind for _, kind in KINDS}) == len(KINDS)
    assert all(re.fullmatch("[\u4e00-\u9fff]+", kind.label) for _, kind in KINDS)


def test_the_golden_bureau_has_every_kind_of_record() -> None:
    found = {name.kind.kind for path in content() if (name := named(path))}

    assert found == {kind.kind for _, kind in KINDS}


def test_all_that_is_no_record_of_the_golden_bureau_is_an_attachment() -> None:
    rest = [boundary.below(path) for path in content() if not named(path)]

    assert rest
    assert all(path.startswith("files/") for path in rest)
