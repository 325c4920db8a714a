"""All items and errands from A to Z, by the first letter of what they are called in pinyin.

The page is drawn late: pypinyin is large, and is loaded only when something is called otherwise than before.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.column import COMMITMENTS, column_head
from mingbai.pages.public.part import Link

LETTERS_ROUTE = f"{COMMITMENTS.route}a-z/"
REST = "其他"


class LettersFacts(Struct, frozen=True):
    """What there is to be sorted."""

    head: Head
    links: tuple[Link, ...]


class Letter(Struct, frozen=True):
    """What begins with one letter; `anchor` is its id on the page."""

    anchor: str
    name: str
    links: tuple[Link, ...]


class LettersView(View, frozen=True, kw_only=True):
    """The letters that there are, in order; what does not begin with one comes last."""

    letters: tuple[Letter, ...]


def letters_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The page at /commitments/a-z/."""
    links = (
        *(Link(entry.record.name, routes.route("errands", id)) for id, entry in corpus.errands.items()),
        *(Link(entry.record.name, routes.route("commitments", id)) for id, entry in corpus.commitments.items()),
    )
    head = column_head(corpus, COMMITMENTS, "按拼音找", LETTERS_ROUTE)
    yield Page(LETTERS_ROUTE, "public/letters.html", Late(LettersFacts(head, links), letters))


def letters(facts: LettersFacts) -> LettersView:
    """The links sorted by how their words are read."""
    read = sorted(((syllables(link.text), link.text, link.href) for link in facts.links), key=_place)
    groups = groupby(read, key=lambda each: _letter(each[0]))
    return LettersView(
        head=facts.head,
        letters=tuple(_group(name, [Link(text, href) for _, text, href in of]) for name, of in groups),
    )


def _group(name: str, links: list[Link]) -> Letter:
    return Letter(f"l-{'rest' if name == REST else name.lower()}", name, tuple(links))


def syllables(text: str) -> tuple[str, ...]:
    """How a text is read, with polyphones as their phrase has them.

    >>> syllables("音乐会"), syllables("重新开业")
    (('yin', 'yue', 'hui'), ('chong', 'xin', 'kai', 'ye'))
    """
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text))


def _letter(read: tuple[str, ...]) -> str:
    first = read[0][:1].upper() if read else ""
    return first if first.isascii() and first.isalpha() else REST


def _place(each: tuple[tuple[str, ...], str, str]) -> tuple[bool, tuple[str, ...], str]:
    return (_letter(each[0]) == REST, tuple(syllable.lower() for syllable in each[0]), each[2])
