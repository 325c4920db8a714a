"""The search index: which pages hold which pairs of characters, in files of a few kB, asked for one by one.

Law: it is made from what one site shows and from nothing else; each site has an index of its own. Pages are numbered by
groups (all without a year, then year by year, the newest first), and each group is indexed by itself, so that an edit
touches one group. What a group's index is made of is in its seal; the same seal, the same index.

- `search/index.json`: the groups, how many pages of which sort are in each, how pairs are spread over files, and what
  the heaviest files weigh, from which the browser knows how many it may ask for at once;
- `search/pairs/<n>.json`: for some slots, group by group: {pair: numbers of the pages that hold it}, or a list of
  three: anywhere, in the title, in the summary;
- `search/pages/<group>-<n>.json`: what is shown of a few pages: address, title, sort, year, the title's initials,
  the text. A long text is cut and ends in `CUT`; what is not in its beginning, the browser looks for in the page.

The numbers of a pair are those of pages that may hold the text asked for; the browser looks into the texts it shows.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import chain
from typing import NamedTuple

from msgspec import Struct
from msgspec.json import encode

from mingbai.digest import of_bytes, of_value
from mingbai.exports import gram
from mingbai.exports.export import Export
from mingbai.exports.findable import Group

SHARD = 6
"""Pages of a group whose texts lie in one file: more make a result heavy, fewer make more files every year."""
BEGINNING = 2_000
"""Of a text so many characters are kept for results: three pages in print, 6 kB."""
CUT = "…"
"""Ends a text of which only the beginning is kept."""
KB = 1_000
A_FEW_KB = 4 * KB
"""What a file of pairs may weigh, in bytes; more of them are made until it does."""
INLINE = re.compile(r"</?(?:a|abbr|b|code|del|em|i|ins|mark|s|small|span|strong|sub|sup)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
Kept = dict[str, list[str]]
"""Of each pair the numbers of the texts that hold it, as text: anywhere, in the title, in the summary."""
DRAWN = 200
"""How many pieces of a group's texts are looked for before its index goes out."""


class Text(Struct, frozen=True):
    """What can be found of a page, as it is written: its title, its summary, all its other words together.

    `initials` are those of the title; `route`, `sort` and `day` are as in `Doc`.
    """

    title: str
    summary: str
    words: str
    initials: str = ""
    route: str = ""
    sort: str = ""
    day: str = ""

    @property
    def folded(self) -> "Text":
        """The same as it is compared."""
        title, summary, words = map(gram.folded, (self.title, self.summary, self.words))
        return Text(title, summary, words, self.initials)

    @property
    def row(self) -> tuple[str, ...]:
        """What is shown of it among the results."""
        words = self.words if len(self.words) <= BEGINNING else self.words[:BEGINNING] + CUT
        return self.route, self.title, self.sort, self.day, self.initials, words


def plain(markup: str) -> str:
    """The words of some HTML; what stands in one line stays together.

    >>> plain("<p>带<b>身份证</b>原件</p><p>表</p>")
    ' 带身份证原件  表 '
    """
    return html.unescape(TAG.sub(" ", INLINE.sub("", markup)))


def shown(texts: Sequence[Text]) -> tuple[bytes, ...]:
    """What results show of a group's pages, as the JSON of file after file."""
    return tuple(encode([text.row for text in texts[start : start + SHARD]]) for start in range(0, len(texts), SHARD))


def indexed(written: Iterable[Text]) -> tuple[bytes, ...]:
    """The index of a group as JSON, slot by slot; raises where it does not find what it was made from."""
    texts = [text.folded for text in written]
    everywhere = gram.by_pair(_pairs(text) for text in texts)
    titles = gram.by_pair(gram.pairs(text.title) for text in texts)
    summaries = gram.by_pair(gram.pairs(text.summary) for text in texts)
    slots: list[dict[str, object]] = [{} for _ in range(gram.SLOTS)]
    kept: Kept = {}
    for pair in sorted(everywhere):
        kept[pair] = found = [gram.written(where.get(pair, ())) for where in (everywhere, titles, summaries)]
        slots[gram.slot(pair)][pair] = found if found[1] or found[2] else found[0]
    _prove(texts, kept)
    return tuple(map(encode, slots))


def _pairs(text: Text) -> set[str]:
    return gram.pairs(f"{text.title} {text.summary} {text.words} {text.initials}")


class About(NamedTuple):
    """What is known of an indexed group: of its slots and then of the files that results show, digest and bytes."""

    sums: tuple[str, ...]
    weights: tuple[int, ...]


class Index(Struct, frozen=True, dict=True):
    """The index of a site: its groups, what is known of each, and where the JSON is kept: slots, then what is shown."""

    groups: tuple[Group, ...]
    abouts: tuple[About, ...]
    slots: Callable[[Sequence[str], Sequence[int]], Mapping[tuple[str, int], bytes]]

    @property
    def files(self) -> int:
        """Over how many files the pairs are spread: a power of two, so that each has as many slots."""
        files, weight = 1, sum(self._slot_weights)
        while files < gram.SLOTS and weight / files > A_FEW_KB:
            files *= 2
        return files

    @cached_property
    def _slot_weights(self) -> tuple[int, ...]:
        """What each slot weighs in all groups together."""
        return tuple(map(sum, zip(*[about.weights[: gram.SLOTS] for about in self.abouts], strict=True)))

    @property
    def _heaviest(self) -> tuple[int, int]:
        """What the heaviest file of pairs and the heaviest of texts weigh, in whole kB, so that few edits change it."""
        spread, slots = gram.SLOTS // self.files, self._slot_weights
        pairs = max((sum(slots[start : start + spread]) for start in range(0, len(slots), spread)), default=0)
        texts = max(chain.from_iterable(about.weights[gram.SLOTS :] for about in self.abouts), default=0)
        commas = spread * len(self.groups)
        return (pairs + commas) // KB + 1, texts // KB + 1

    def exports(self) -> Iterable[Export]:
        """Every file of the index."""
        seals = [group.seal for group in self.groups]
        spread = gram.SLOTS // self.files
        for number in range(self.files):
            some = range(number * spread, (number + 1) * spread)
            digest = of_value([about.sums[slot] for about in self.abouts for slot in some])
            yield Export(f"search/pairs/{number}.json", digest, partial(self._pairs, seals, some))
        for group, about in zip(self.groups, self.abouts, strict=True):
            for number, digest in enumerate(about.sums[gram.SLOTS :]):
                make = partial(self._shown, group.seal, gram.SLOTS + number)
                yield Export(f"search/pages/{group.name}-{number}.json", digest, make)
        data = encode(self._about())
        yield Export("search/index.json", of_bytes(data), lambda: data)

    def _pairs(self, seals: Sequence[str], some: Sequence[int]) -> bytes:
        kept = self.slots(seals, some)
        return b"[%b]" % b",".join([kept[seal, slot] for seal in seals for slot in some])

    def _shown(self, seal: str, number: int) -> bytes:
        return self.slots([seal], [number])[seal, number]

    def _about(self) -> dict[str, object]:
        pairs, texts = self._heaviest
        return {
            "slots": gram.SLOTS,
            "files": self.files,
            "shard": SHARD,
            "heaviest": {"pairs": pairs, "texts": texts},
            "digits": gram.DIGITS,
            "groups": [[group.name, group.counted] for group in self.groups],
        }


def _prove(texts: Sequence[Text], kept: Kept) -> None:
    """Look for every title, and for pieces of the texts drawn by a fixed rule, in what was written down.

    The draw depends on the texts alone, so that the same texts are always asked for the same pieces.
    """
    anywhere, titles = _numbers(kept, 0), _numbers(kept, 1)
    for number, text in enumerate(texts):
        for run in text.title.split():
            _sure(run, number, titles)
    for turn in range(DRAWN if texts else 0):
        number = _draw(turn, "text", len(texts))
        runs = [run for run in f"{texts[number].title} {texts[number].words}".split() if len(run) > 1]
        if runs:
            run = runs[_draw(turn, "run", len(runs))]
            start = _draw(turn, "start", len(run) - 1)
            _sure(run[start : start + 2 + turn % 3], number, anywhere)


def _numbers(kept: Kept, which: int) -> Callable[[str], frozenset[int]]:
    """Reads the numbers of a pair back, each pair once."""
    return cache(lambda pair: frozenset(gram.read(kept[pair][which])) if pair in kept else frozenset())


def _sure(piece: str, number: int, numbers: Callable[[str], frozenset[int]]) -> None:
    if not all(number in numbers(pair) for pair in gram.pairs(piece)):
        raise AssertionError(f"the search index does not find {piece!r}")


def _draw(turn: int, what: str, choices: int) -> int:
    return int(of_bytes(f"{turn} {what}".encode()), 16) % choices
