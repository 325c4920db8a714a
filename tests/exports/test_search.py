"""The search index: every piece of a text is found, nothing internal is in the public one, an edit stays small."""

import json
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.exports import gram
from mingbai.exports.intranet.search import intranet_docs
from mingbai.exports.public.search import public_docs
from mingbai.exports.search import SHARD, Text, groups, indexed
from tests.factories import intranet_corpus, public_corpus
from tests.workshop import Workshop

CHINESE = st.text(st.characters(codec="utf-8", min_codepoint=0x4E00, max_codepoint=0x4E30), min_size=2, max_size=30)
NUMBERS = st.sets(st.integers(0, 2000), max_size=60).map(sorted)


def text(words: str, title: str = "") -> Text:
    return Text(gram.folded(title), "", gram.folded(words))


def asked(slots: Iterable[str], piece: str) -> set[int]:
    """The numbers of the texts that a browser would look into for a piece of text."""
    kept: Mapping[str, object] = {pair: found for slot in slots for pair, found in json.loads(slot).items()}
    each = []
    for pair in gram.pairs(piece):
        found = kept.get(pair, "")
        each.append(set(gram.read(found if isinstance(found, str) else found[0])))  # type: ignore[index]
    return set.intersection(*each) if each else set()


@given(NUMBERS)
def test_numbers_come_back_as_they_were_written(numbers: list[int]) -> None:
    assert list(gram.read(gram.written(numbers))) == numbers


@given(st.lists(CHINESE, min_size=1, max_size=8), st.data())
def test_every_piece_of_two_characters_or_more_is_found(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[number]) - 2))
    end = data.draw(st.integers(start + 2, len(texts[number])))

    assert number in asked(indexed([text(each) for each in texts]), texts[number][start:end])


@given(st.lists(CHINESE, min_size=1, max_size=8), CHINESE)
def test_a_pair_of_characters_is_found_where_it_stands_and_nowhere_else(texts: list[str], other: str) -> None:
    pair = other[:2]

    assert asked(indexed([text(each) for each in texts]), pair) == {n for n, each in enumerate(texts) if pair in each}


def test_a_letter_is_the_same_letter_wide_or_narrow_large_or_small() -> None:
    assert gram.folded("ＫＴＶ") == gram.folded("ktv")


def test_a_title_weighs_more_than_a_text_because_it_is_kept_apart() -> None:
    slots = indexed([text("审批", title="备案"), text("备案")])
    found = next(json.loads(slot)["备案"] for slot in slots if "备案" in slot)

    assert [list(gram.read(each)) for each in found] == [[0, 1], [0], []]


def test_an_index_that_does_not_find_what_it_was_made_from_is_not_let_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gram, "written", lambda numbers: "")

    with pytest.raises(AssertionError, match="does not find"):
        indexed([text("一次告知")])


def test_what_does_not_grow_year_by_year_stands_first_and_then_the_newest_year() -> None:
    years = [group.docs[0].group for group in groups(intranet_docs(intranet_corpus()))]

    assert years == [("", False), ("", True), ("2026", False)]


def test_the_two_sites_number_what_is_public_in_the_same_groups() -> None:
    public = {group.seal for group in groups(public_docs(public_corpus()))}

    assert public < {group.seal for group in groups(intranet_docs(intranet_corpus()))}


def test_everything_in_the_index_is_a_page_of_the_site(workshop: Workshop) -> None:
    workshop.build()
    for site, files in workshop.sites().items():
        about = json.loads(files["search/index.json"])
        count = sum(number for group in about["groups"] for _, number in group)
        rows = [
            row for start in range(0, count, SHARD) for row in json.loads(files[f"search/pages/{start // SHARD}.json"])
        ]
        lost = [row[0] for row in rows if f"{row[0].split('#')[0]}index.html".lstrip("/") not in files]

        assert (len(rows), lost) == (count, []), site


def test_an_edit_of_one_text_touches_the_files_of_its_own_pairs(workshop: Workshop) -> None:
    """The first build of the golden bureau has few files of pairs; what has to be the same is which ones change."""
    workshop.build()
    before = workshop.sites()["public"]
    workshop.edit("content/public/bulletins/2026/02/phone.md", "title: ", "title: 喆")
    workshop.build()
    after = workshop.sites()["public"]
    changed = {path for path in after if path.startswith("search/") and after[path] != before.get(path)}
    pairs = {path for path in after if path.startswith("search/pairs/")}

    assert changed < pairs | {"search/pages/0.json"}
    assert "search/index.json" not in changed
