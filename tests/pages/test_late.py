"""Views that are put together late: what they are made of says everything, and only that."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import Sealed
from mingbai.pages.page import Late, Page
from mingbai.pages.public import public_pages
from tests.pages.everything import bureau

CORPUS, _ = bureau({})


def late(corpus: PublicCorpus) -> dict[str, Page]:
    return {page.route: page for page in public_pages(corpus) if isinstance(page.content, Late)}


def facts_of(page: Page) -> Any:
    assert isinstance(page.content, Late)
    return page.content.facts


def within(value: Any) -> list[Any]:
    """A value and all it is made of; what is sealed is not looked into."""
    if isinstance(value, Sealed):
        return [value]
    inner = (
        value
        if isinstance(value, tuple)
        else [getattr(value, f.name) for f in fields(value)]
        if isinstance(value, Struct)
        else ()
    )
    return [value, *(each for part in inner for each in within(part))]


def test_there_are_such_pages() -> None:
    """The control: what follows is about something."""
    assert "/bulletins/2026/01/" in late(CORPUS)


def test_what_draws_them_is_a_function_of_a_module_that_nothing_else_is_bound_to() -> None:
    for page in late(CORPUS).values():
        assert isinstance(page.content, Late)
        draw = page.content.draw
        assert (draw.__closure__, draw.__qualname__) == (None, draw.__name__)


def test_their_facts_are_frozen_data_or_sealed() -> None:
    for page in late(CORPUS).values():
        for each in within(facts_of(page)):
            plain = each is None or isinstance(each, str | int | tuple | Sealed)
            assert plain or each.__struct_config__.frozen


def test_an_entry_that_changed_in_its_file_gives_another_digest_and_its_page_is_made_again() -> None:
    page = late(CORPUS)["/bulletins/2026/01/"]
    assert isinstance(page.content, Late)
    host, issue = page.content.facts
    another = issue._replace(entry=issue.entry.reduced(issue.entry.record, "other"))
    other = replace(page, content=replace(page.content, facts=(host, another)))

    assert other.digest != page.digest


def test_an_entry_from_which_something_was_left_out_is_another_one() -> None:
    entry = next(iter(CORPUS.bulletins.values()))

    assert entry.reduced(entry.record, str(date(2026, 1, 1))).seal != entry.seal
