"""A circular drafted from a visit: whole, word for word, under the next free number."""

from mingbai.draft.circular import circular_draft, sent
from mingbai.draft.draft import Draft
from mingbai.records.intranet.circular import Circular
from mingbai.records.parse import parse
from tests.factories import content, intranet_corpus, problems_of, raw, without

CIRCULAR = "intranet/circulars/2026/01.yaml"
SECOND = "content/intranet/findings/2026/002.yaml"


def two_found() -> dict[str, str]:
    """The golden bureau with two findings of one visit, and no circular yet."""
    first = content()["content/intranet/findings/2026/001.yaml"]
    files = without(CIRCULAR)
    files["content/intranet/findings/2026/003.yaml"] = files[SECOND]
    files[SECOND] = first.replace("窗口电话响了三次没有人接", "意见箱的锁打不开")
    return files


def draft(files: dict[str, str], *others: str) -> Draft:
    corpus = intranet_corpus(files)
    return circular_draft(corpus, corpus.inspections["2026/01"], "market", [*files, *others])


def finished(given: Draft) -> str:
    return given.text.replace("# on: 2026-月-日", "on: 2026-12-28")


def test_all_that_was_found_there_is_in_it_and_finished_it_is_no_mistake() -> None:
    files = two_found()
    given = draft(files)
    entry = parse(given.home, finished(given).encode()).entry

    assert entry and isinstance(entry.record, Circular)
    assert [quoted.finding for quoted in entry.record.findings] == ["2026/001", "2026/002"]
    assert "# 2026-002：上午10点20分，意见箱的锁打不开。\n" in given.text
    assert problems_of(raw({**files, given.home: finished(given)})) == ()


def test_it_does_not_pass_as_it_stands() -> None:
    given = draft(content())

    assert [problem.code for problem in parse(given.home, given.text.encode()).problems] == ["field/missing"]


def test_its_number_is_the_next_that_no_file_has_broken_ones_among_them() -> None:
    files = {**content(), "content/intranet/circulars/2026/02.yaml": "type: 察访通报\n"}

    assert draft(content()).name == "circulars/2026/02.yaml"
    assert draft(files).name == "circulars/2026/03.yaml"
    assert draft(two_found()).name == "circulars/2026/01.yaml"


def test_two_drafts_in_a_row_get_two_numbers() -> None:
    first = draft(content())

    assert draft(content(), first.path).name == "circulars/2026/03.yaml"


def test_that_one_was_sent_already_is_known() -> None:
    corpus = intranet_corpus()

    assert sent(corpus, "2026/01", "market") == ("2026/01",)
    assert sent(corpus, "2026/01", "office") == ()
