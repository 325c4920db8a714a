"""What is written reads back as what was given, and looks as an editor would write it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.draft.text import Left, Noted, Plain, document
from mingbai.records.field import said
from mingbai.records.parse import parse
from mingbai.source import yaml
from tests import ROOT

RECORDS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml"))
KEYS = st.sampled_from(["title", "due", "aims", "what_for", "no", "text"])
WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).map(str.strip).filter(len)
ODD = st.sampled_from(
    [
        "true",
        "null",
        "0012",
        "1:30",
        "3.50",
        "甲: 乙",
        "甲：乙",
        "- 甲",
        "甲 # 乙",
        "[甲",
        "{甲",
        "'",
        '"',
        "@甲",
        "% 甲",
    ]
)
SCALARS: st.SearchStrategy[Plain] = WORDS | ODD | st.integers(-(10**9), 10**9)


def deeper(inner: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    """A list of single values, a group, a list of groups."""
    groups = st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    return st.lists(SCALARS, min_size=1, max_size=3) | groups | st.lists(groups, min_size=1, max_size=3)


FACTS = st.dictionaries(KEYS, st.recursive(SCALARS, deeper, max_leaves=8), min_size=1, max_size=4)


@given(FACTS)
def test_what_is_written_reads_back(facts: dict[str, Plain]) -> None:
    located, problems = yaml.parse("x.yaml", document(facts, ("一份草稿",)))

    assert located and problems == ()
    assert located.data == facts


@pytest.mark.parametrize("path", RECORDS)
def test_every_record_of_the_sample_can_be_written_anew(path: str) -> None:
    """Its comments are lost, and nothing else."""
    first = parse(path, (ROOT / path).read_bytes()).entry
    if first is None:
        return
    again = parse(path, document(said(first.record), ()).encode())

    assert again.problems == ()
    assert again.entry and again.entry.record == first.record


def test_it_looks_as_an_editor_would_write_it() -> None:
    facts: dict[str, Plain] = {
        "title": "2027年的活动",
        "begins": date(2027, 1, 30),
        "days": [date(2027, 2, 14), date(2027, 2, 28)],
        "other_names": ["改进作风、创优环境", "true"],
        "due": Noted(Left("2027-月-日"), ("定了再填。",)),
        "aims": [{"aim": "放", "weight": Decimal("2.50")}, Noted({"aim": "减", "weight": 3}, beside="看一看")],
        "rules": {"days": 3, "rhythm": "一月一期"},
        "measures": [Noted({"no": 1, "text": "演出审批", "due": Left("2027-月-日")}, ("来自2026年第4条",), "星期六")],
    }

    assert document(facts, ("草稿：一份。",)) == (
        "# 草稿：一份。\n"
        "title: 2027年的活动\n"
        "begins: 2027-01-30\n"
        "days: [2027-02-14, 2027-02-28]\n"
        "other_names:\n"
        "  - 改进作风、创优环境\n"
        '  - "true"\n'
        "# 定了再填。\n"
        "# due: 2027-月-日\n"
        "aims:\n"
        "  - {aim: 放, weight: 2.50}\n"
        "  - {aim: 减, weight: 3}    # 看一看\n"
        "rules:\n"
        "  days: 3\n"
        "  rhythm: 一月一期\n"
        "measures:\n"
        "  # 来自2026年第4条\n"
        "  # 星期六\n"
        "  - no: 1\n"
        "    text: 演出审批\n"
        "    # due: 2027-月-日\n"
    )
