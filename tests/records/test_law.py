"""Which version of a law holds, also where nobody has looked up the day it took effect."""

from datetime import date, datetime

from mingbai.records.public.law import Law, LawLevel, LawVersion

DAY = date(2026, 12, 28)


def version(doc_no: str, passed_on: date | None = None, effective_from: date | None = None) -> LawVersion:
    return LawVersion(doc_no=doc_no, passed_on=passed_on, effective_from=effective_from, articles={"第一条": "甲"})


def law(*versions: LawVersion) -> Law:
    published = datetime(2026, 1, 12, 9)
    return Law(title="示例条例", level=LawLevel.REGULATION, issuer="国务院", versions=versions, published=published)


def test_an_older_version_ends_where_the_next_begins() -> None:
    old, new = version("2019年修订", date(2019, 3, 24)), version("2022年修订", date(2022, 3, 29))

    assert law(old, new).version(None, DAY) is new
    assert law(old, new).version(None, date(2021, 6, 1)) is old


def test_the_day_it_took_effect_counts_before_the_day_it_was_passed() -> None:
    old, new = version("旧", date(2019, 3, 24)), version("新", date(2024, 12, 6), date(2025, 1, 20))

    assert law(old, new).version(None, date(2025, 1, 19)) is old
    assert law(old, new).version(None, date(2025, 1, 20)) is new


def test_a_version_without_any_day_always_holds() -> None:
    only = version("令第34号")

    assert law(only).version(None, date(1990, 1, 1)) is only
