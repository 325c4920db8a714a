"""Linked data in a page is JSON as Python writes it without a space, whatever writes it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from mingbai.exports.jsonld import UNSAFE, Node, embedded

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\/\x00\x1f\x7f<>&\u2028\u2029'))
VALUES: st.SearchStrategy[object] = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(TEXTS, inner),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(TEXTS, VALUES)))
def test_it_is_what_json_dumps_says_with_five_letters_escaped(nodes: list[Node]) -> None:
    value = {"@context": "https://schema.org", "@graph": nodes}
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    assert embedded(nodes) == "".join(UNSAFE.get(letter, letter) for letter in said)
