"""Whether a document holds is worked out from its own dates and from the documents that came after it."""

from datetime import date

import pytest

from mingbai.corpus.papers import Validity, lives
from mingbai.records.base import Entry
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.judge import judged
from mingbai.records.public.document import Paper
from mingbai.source.located import Places


def paper(id: str, formed_on: str, **fields: object) -> Entry[Paper]:
    said = {"type": "通知", "title": f"关于{id}的通知", "issuer": "局", "formed_on": formed_on, **fields}
    return Entry(id, judged(InternalDocument, said), Places(f"{id}.md"), id)


PAPERS = {
    entry.id: entry
    for entry in (
        paper("2024/a", "2024-02-02"),
        paper("2025/b", "2025-03-03", effective_from="2025-04-01", amends=["2024/a"]),
        paper("2026/c", "2026-08-14", effective_from="2026-09-01", repeals=["2024/a"]),
        paper("2026/d", "2026-01-05", effective_to="2026-12-27"),
        paper("2026/e", "2026-01-05", repealed_on="2026-06-30", repealed_by={"title": "市里的决定"}),
    )
}


@pytest.mark.parametrize(
    ("id", "day", "validity"),
    [
        ("2024/a", date(2025, 3, 31), Validity.IN_FORCE),
        ("2024/a", date(2025, 4, 1), Validity.AMENDED),
        ("2024/a", date(2026, 8, 31), Validity.AMENDED),
        ("2024/a", date(2026, 9, 1), Validity.REPEALED),
        ("2026/c", date(2026, 8, 31), Validity.NOT_YET),
        ("2026/c", date(2026, 9, 1), Validity.IN_FORCE),
        ("2026/d", date(2026, 12, 27), Validity.IN_FORCE),
        ("2026/d", date(2026, 12, 28), Validity.LAPSED),
        ("2026/e", date(2026, 6, 29), Validity.IN_FORCE),
        ("2026/e", date(2026, 6, 30), Validity.REPEALED),
    ],
)
def test_a_document_holds_from_its_first_day_until_another_ends_it(id: str, day: date, validity: Validity) -> None:
    assert lives(PAPERS).validity(id, PAPERS[id].record, day) is validity


def test_an_end_from_outside_is_not_known_before_it_comes() -> None:
    entry = PAPERS["2026/e"]

    assert entry.record.known_on(date(2026, 6, 29)).repealed_by is None
    assert entry.record.known_on(date(2026, 6, 30)) is entry.record
