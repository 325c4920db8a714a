"""A digest stands for frozen data: the same data have the same one, other data another."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from mingbai.digest import Sealed, of_value
from mingbai.watched import Watch


class Pair(Struct, frozen=True):
    """Two values, as a view has fields."""

    first: object
    second: object


class Closed(Sealed):
    """Something that says by its seal what it holds."""

    def __init__(self, seal: str, held: object = None) -> None:
        self.held = held
        super().__init__(seal)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(0, 3), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3).map(tuple), st.builds(Pair, inner, inner)),
    max_leaves=6,
)


def shape(value: object) -> object:
    """The value with its types, since 1 and True are equal for Python."""
    if isinstance(value, tuple):
        return ("tuple", *map(shape, value))
    if isinstance(value, Pair):
        return ("pair", shape(value.first), shape(value.second))
    return (type(value).__name__, value)


@given(VALUES, VALUES)
def test_two_values_have_one_digest_only_if_they_are_the_same(one: object, other: object) -> None:
    assert (of_value(one) == of_value(other)) == (shape(one) == shape(other))


def test_texts_do_not_run_together() -> None:
    assert of_value(("ab", "c")) != of_value(("a", "bc"))
    assert of_value((("a",), "b")) != of_value(("a", ("b",)))


def test_of_what_is_sealed_the_seal_counts_and_not_what_it_holds() -> None:
    assert of_value(Closed("x", held=1)) == of_value(Closed("x", held=2))
    assert of_value(Closed("x")) != of_value(Closed("y"))


def test_a_day_that_is_watched_is_the_day_it_is_and_hears_that_it_was_written_down() -> None:
    watch = Watch(date(2026, 12, 28))

    assert of_value((watch.watched,)) == of_value((date(2026, 12, 28),))
    assert watch.turn == date(2026, 12, 29)
