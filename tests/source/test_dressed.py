"""A text without its dress, and the way back to what was typed."""

import html
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mingbai.source.dressed import Undressed

PIECES = [
    "<b>",
    "</b>",
    "<!-- 甲 -->",
    "**",
    "_",
    "&#48;",
    "&amp;",
    "&amp;lt;",
    "\\x30",
    "\\u4e2d",
    "\\*",
    "1",
    "甲",
    "\n",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_character_of_the_bare_text_has_its_place_in_order(typed: str) -> None:
    bare = Undressed(typed)
    places = [bare.typed_at(index) for index in range(len(bare.text))]

    assert all(before < after for before, after in pairwise(places))
    assert all(typed[place] in (character, "&", "\\") for place, character in zip(places, bare.text, strict=True))


@given(st.text())
def test_entities_are_taken_for_what_a_browser_takes_them(text: str) -> None:
    plain = "".join(sign for sign in text if sign not in "<*_~`\\")

    assert Undressed(plain).text == html.unescape(plain)


def test_a_line_of_nothing_but_beginnings_of_remarks_is_looked_through_before_anybody_gives_up() -> None:
    """A pattern that looks for each one's end as far as the line goes would take minutes."""
    line = "<!--" * 50_000

    assert Undressed(f"1<!-- {'甲' * 900} -->2{line}").text == f"12{line}"
