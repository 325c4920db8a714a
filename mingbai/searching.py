"""The search index of a site, made through the cache: a group whose pages say what they said is not indexed again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from mingbai.build.pool import ALONE, Workers
from mingbai.cache import Cache
from mingbai.exports.export import Export
from mingbai.exports.findable import Doc, Group
from mingbai.exports.search import Index, Text, indexed, plain, shown
from mingbai.exports.words import words
from mingbai.source.abroad import Html

WORTH_A_POOL = 4
"""Fewer groups than this are quicker indexed here than by processes that have to start first."""


Done = tuple[tuple[bytes, ...], tuple[bytes, ...]]
"""Of one group, as JSON: its slots, and what results show."""


Give = Callable[[tuple[Group, ...]], Iterable[Export]]
"""Every file of the search index of a site that shows these groups."""


def search_exports(found: tuple[Group, ...], cache: Cache) -> Iterable[Export]:
    """Every file of the search index of a site that shows these groups."""
    return begun(found, cache, ALONE)(found)


def begun(found: tuple[Group, ...], cache: Cache, workers: Workers) -> Give:
    """Begin with the search index of these groups; what is given waits for it, and gives a site's files.

    The many groups of a first build are shared out. What needs initials is indexed `aside`
    meanwhile, by a child that goes with the large library that knows them; so are the few groups that an edit changes.
    """
    known = cache.indexed([group.seal for group in found])
    fresh = [group for group in found if group.seal not in known]
    many = workers.worth(len(fresh), WORTH_A_POOL)
    apart = [group for group in fresh if not (many and group.docs[0].day)]
    rest = [group for group in fresh if many and group.docs[0].day]
    done = workers.aside(partial(_index_all, tuple(_texts(group, cache.prose) for group in apart))) if apart else list
    shared = workers.spread(_index, (_texts(group, cache.prose) for group in rest)) if rest else iter(())

    def finish() -> Iterator[tuple[Group, Done]]:
        yield from zip(rest, shared, strict=True)
        yield from zip(apart, done(), strict=True)

    waiting = finish()

    def exports(shown: tuple[Group, ...]) -> Iterable[Export]:
        for group, (slots, rows) in waiting:
            known[group.seal] = cache.remember_slots(group.seal, slots, rows)
        return Index(shown, tuple(known[group.seal] for group in shown), cache.slots).exports()

    return exports


def _index_all(tasks: Sequence[list[Text]]) -> list[Done]:
    return list(map(_index, tasks))


def _index(texts: list[Text]) -> Done:
    """The index of a group; only what has no day is looked for by initials, and only it needs them."""
    texts = [text if text.day else replace(text, initials=initials(text.title)) for text in texts]
    return indexed(texts), shown(texts)


def _texts(group: Group, html: Html) -> list[Text]:
    bodies = {doc.route: doc.source.body.digest for doc in group.docs if doc.source.body}
    prose = html(list(bodies.values()))
    return [_text(doc, plain(prose[bodies[doc.route]].decode()) if doc.route in bodies else "") for doc in group.docs]


def _text(doc: Doc, prose: str) -> Text:
    """What is said first is what a result shows when the words asked for stand in the title alone."""
    record = doc.source.record
    summary = getattr(record, "plain_summary", None) or getattr(record, "summary", None) or ""
    said = dict.fromkeys((doc.title, summary, prose, *words(record)))
    text = " ".join(" ".join(list(said)[1:]).split())
    return Text(doc.title, summary, text, route=doc.route, sort=doc.sort, day=doc.day)


def initials(title: str) -> str:
    """The first letters of a title's syllables, in capitals, which no folded text has.

    >>> initials("演出审批（2026）")
    'YCSP'
    """
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(title, style=Style.FIRST_LETTER, errors="ignore")
    return "".join(syllables).upper()
