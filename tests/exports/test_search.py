"""The search index: every piece of a text is found, nothing internal is in the public one, an edit stays small."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.exports import gram
from mingbai.exports.findable import Doc, Group, groups, together
from mingbai.exports.intranet.search import intranet_docs
from mingbai.exports.public.search import public_docs
from mingbai.exports.search import BEGINNING, CUT, Text, indexed, shown
from mingbai.exports.words import words
from tests.factories import intranet_corpus, public_corpus
from tests.workshop import Workshop

CHINESE = st.text(st.characters(codec="utf-8", min_codepoint=0x4E00, max_codepoint=0x4E30), min_size=2, max_size=30)
NUMBERS = (st.sets(st.integers(0, 2000), max_size=60) | st.sets(st.integers(0, 60))).map(sorted)


def text(words: str, title: str = "") -> Text:
    return Text(title, "", words)


def rows(files: Mapping[str, bytes]) -> list[list[str]]:
    """What results can show on a site, in the order of numbers."""
    found: list[list[str]] = []
    about = json.loads(files["search/index.json"])
    for name, sorts in about["groups"]:
        count = sum(number for _, number in sorts)
        for start in range(0, count, about["shard"]):
            found += json.loads(files[f"search/pages/{name}-{start // about['shard']}.json"])
    return found


def asked(slots: Iterable[bytes], piece: str) -> set[int]:
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


@given(st.text(st.characters() | st.sampled_from("，：；？！（）Σς. ")))
def test_text_is_compared_letter_by_letter(text: str) -> None:
    plain = unicodedata.normalize("NFKC", text).lower()

    assert gram.folded(text) == "".join(letter if letter.isalnum() else " " for letter in plain)


def test_a_title_weighs_more_than_a_text_because_it_is_kept_apart() -> None:
    slots = indexed([text("审批", title="备案"), text("备案")])
    found = next(json.loads(slot)["备案"] for slot in slots if "备案".encode() in slot)

    assert [list(gram.read(each)) for each in found] == [[0, 1], [0], []]


def test_an_index_that_does_not_find_what_it_was_made_from_is_not_let_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gram, "written", lambda numbers: "")

    with pytest.raises(AssertionError, match="does not find"):
        indexed([text("一次告知")])


def test_what_does_not_grow_year_by_year_stands_first_and_then_the_newest_year() -> None:
    years = [group.docs[0].group for group in together(groups(public_docs(public_corpus())), inside())]

    assert years == [("", False), ("", True), ("2026", False)]


def test_what_is_numbered_apart_is_numbered_as_if_together() -> None:
    """So the two sites number what is public in the same groups."""
    every = groups([*intranet_docs(intranet_corpus()), *public_docs(public_corpus())])

    assert together(inside(), groups(public_docs(public_corpus()))) == every


def test_a_group_knows_how_many_there_are_without_looking_at_each() -> None:
    for group in together(groups(public_docs(public_corpus())), inside()):
        by_sort = [(sort, len(list(found))) for sort, found in groupby(group.docs, key=lambda doc: doc.sort)]
        assert group.counted == by_sort


def inside() -> tuple[Group, ...]:
    return groups(intranet_docs(intranet_corpus()))


def test_everything_in_the_index_is_a_page_of_the_site(workshop: Workshop) -> None:
    workshop.build()
    for site, files in workshop.sites().items():
        groups = json.loads(files["search/index.json"])["groups"]
        lost = [row[0] for row in rows(files) if f"{row[0].split('#')[0]}index.html".lstrip("/") not in files]

        assert (len(rows(files)), lost) == (sum(count for *_, sorts in groups for _, count in sorts), []), site


def test_what_results_show_is_what_was_indexed(workshop: Workshop) -> None:
    """Whoever has the pairs of a text has the text, its title apart."""
    workshop.build()
    row = next(row for row in rows(workshop.sites()["public"]) if row[0] == "/bulletins/2026/02/#phone")

    assert row[1] not in row[5]
    assert row[5] in shown([text(row[5])])[0].decode()


def test_what_the_year_is_judged_by_is_found_and_of_a_report_nothing() -> None:
    found = {doc.route: doc.title for doc in intranet_docs(intranet_corpus()) if doc.sort in ("察访", "投诉", "考评")}

    assert found == {
        "/inspections/2026/01/": "2026-03-12暗访",
        "/complaints/2026/001/": "投诉2026-001：演出批文写错了剧场名字，跑了两趟",
        "/reviews/2026/deputies/": "人大代表看窗口",
        "/appraisals/2026/market/": "市场处2026年考评",
        "/appraisals/2026/#city": "2026年市级名次：第3名",
        "/rewards/#2026-top-three": "奖励：全局通报表扬，奖金照市里的标准再加一份",
    }


def test_who_let_a_page_out_is_not_shown_among_the_results(workshop: Workshop) -> None:
    workshop.build()

    assert not [row for row in rows(workshop.sites()["public"]) if row[5].startswith("办公室 ")]


def test_the_names_of_records_and_files_are_no_words() -> None:
    assert list(words(("perf-domestic", "arts/perf-domestic", "forms/apply.pdf", "www.example.com", "3份"))) == [
        "www.example.com",
        "3份",
    ]


def test_of_a_long_text_the_beginning_is_kept_and_all_of_it_is_indexed() -> None:
    long = text("甲" * BEGINNING + "乙丙")

    assert json.loads(shown([long])[0])[0][5] == "甲" * BEGINNING + CUT
    assert asked(indexed([long]), "乙丙") == {0}


def test_a_new_year_leaves_the_files_of_the_old_ones_as_they_are() -> None:
    docs = list(public_docs(public_corpus()))
    last = next(doc for doc in docs if isinstance(doc, Doc))
    before = {(group.name, group.seal) for group in groups(docs)}
    after = {(group.name, group.seal) for group in groups([*docs, last._replace(day="2027")])}

    assert {name for name, _ in after - before} == {"2027"}
    assert before < after


def test_an_edit_of_one_text_touches_the_files_of_its_own_pairs(workshop: Workshop) -> None:
    """The first build of the golden bureau has few files of pairs; what has to be the same is which ones change."""
    workshop.build()
    before = workshop.sites()["public"]
    workshop.edit("content/public/bulletins/2026/02/phone.md", "title: ", "title: 喆")
    workshop.build()
    after = workshop.sites()["public"]
    changed = {path for path in after if path.startswith("search/") and after[path] != before.get(path)}
    pairs = {path for path in after if path.startswith("search/pairs/")}

    assert changed < pairs | {"search/pages/2026-0.json"}
    assert "search/index.json" not in changed
