"""Laws that lapse soon, to the end of the calendar."""

from datetime import date

import pytest

from mingbai.records.public.law import LawVersion
from tests.factories import changed, content, problems_of, raw

LAST = "9999-12-31"


def ending(day: date | None) -> LawVersion:
    """A version that lapses on that day."""
    return LawVersion(
        doc_no="国发〔2005〕1号", effective_from=date(2005, 3, 1), effective_to=day, articles={"第一条": "甲"}
    )


@pytest.mark.parametrize(
    ("ends", "soon"),
    [("2026-12-27", False), ("2026-12-28", True), ("2027-01-27", True), ("2027-01-28", False), (LAST, False)],
)
def test_the_days_left_are_counted(ends: str, soon: bool) -> None:
    assert ending(date.fromisoformat(ends)).ends_within(date(2026, 12, 28), 30) is soon


def test_the_last_day_of_all_can_be_near() -> None:
    assert ending(date.max).ends_within(date(9999, 12, 20), 90)
    assert not ending(None).ends_within(date.max, 90)


@pytest.mark.parametrize(
    ("law", "old", "key", "told"),
    [
        ("performances", "第十六条", "第16条", ["改为 第十六条"]),
        ("performances", "第十六条", '"16"', ["改为 第十六条"]),
        ("performances", "      第十六条", "      附则: 甲\n      第十六条第一款: 甲\n      第十六条", []),
        ("price-2005-catv", "    articles:\n", "    articles:\n      2026年收费标准: 甲\n", []),
        ("price-2005-catv", "    articles:\n", "    articles:\n      第3 条: 甲\n", ["改为 第三条"]),
    ],
)
def test_a_law_has_its_articles_under_the_numbers_they_are_cited_by(
    law: str, old: str, key: str, told: list[str]
) -> None:
    problems = problems_of(raw(changed(f"public/laws/{law}.yaml", old, key)))

    assert [(each.code, each.hint) for each in problems] == [("law/wrong-article-form", hint) for hint in told]


def test_a_law_without_an_end_may_say_so_with_a_far_day() -> None:
    path = "content/public/laws/price-2005-catv.yaml"
    files = content()
    files[path] = files[path].replace("effective_from:", f"effective_to: {LAST}\n    effective_from:", 1)

    assert problems_of(raw(files)) == ()
