"""The search index of a site, made through the cache: a group whose pages say what they said is not indexed again."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from mingbai.build.pool import ALONE, Workers
from mingbai.cache import Cache
from mingbai.exports.export import Export
from mingbai.exports.search import Doc, Group, Index, Text, indexed, plain, shown
from mingbai.exports.words import words
from mingbai.process import Aside, at_once
from mingbai.source.abroad import Html

WORTH_A_POOL = 4
"""Fewer groups than this are quicker indexed here than by processes that have to start first."""


Done = tuple[tuple[str, ...], tuple[str, ...]]
"""Of one group, as JSON: its slots, and what results show."""


def search_exports(found: tuple[Group, ...], cache: Cache) -> Iterable[Export]:
    """Every file of the search index of a site that shows these groups."""
    return begun(found, cache, ALONE, at_once)()


def begun(
    found: tuple[Group, ...], cache: Cache, workers: Workers, aside: Aside[list[Done]]
) -> Callable[[], Iterable[Export]]:
    """Begin with the search index of a site; what is given waits for it, and gives its files.

    The many groups of a first build are shared out when they are waited for. The few that an edit changes are indexed
    `aside` meanwhile.
    """
    known = cache.indexed([group.seal for group in found])
    fresh = [group for group in found if group.seal not in known]
    tasks = (_texts(group, cache.prose) for group in fresh)
    indexed: Callable[[], Iterable[Done]] = partial(map, _index, tasks)
    if workers.worth(len(fresh), WORTH_A_POOL):
        indexed = partial(workers.spread, _index, tasks)
    elif 0 < len(fresh) < WORTH_A_POOL:
        indexed = aside(partial(_index_all, tuple(tasks)))

    def exports() -> Iterable[Export]:
        for group, (slots, rows) in zip(fresh, indexed(), strict=True):
            known[group.seal] = cache.remember_slots(group.seal, slots, rows)
        return Index(found, tuple(known[group.seal] for group in found), cache.slots).exports()

    return exports


def _index_all(tasks: Sequence[list[Text]]) -> list[Done]:
    return list(map(_index, tasks))


def _index(texts: list[Text]) -> Done:
    return indexed(texts), shown(texts)


def _texts(group: Group, html: Html) -> list[Text]:
    bodies = {doc.route: doc.source.body.digest for doc in group.docs if doc.source.body}
    prose = html(list(bodies.values()))
    return [_text(doc, plain(prose[bodies[doc.route]]) if doc.route in bodies else "") for doc in group.docs]


def _text(doc: Doc, prose: str) -> Text:
    """What is said first is what a result shows when the words asked for stand in the title alone."""
    record = doc.source.record
    summary = getattr(record, "plain_summary", None) or getattr(record, "summary", None) or ""
    said = dict.fromkeys((doc.title, summary, prose, *words(record)))
    text = " ".join(" ".join(list(said)[1:]).split())
    return Text(doc.title, summary, text, "" if doc.day else initials(doc.title), doc.route, doc.sort, doc.day)


def initials(title: str) -> str:
    """The first letters of a title's syllables, in capitals, which no folded text has.

    >>> initials("演出审批（2026）")
    'YCSP'
    """
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(title, style=Style.FIRST_LETTER, errors="ignore")
    return "".join(syllables).upper()
