"""Addresses: no file is named like a page, or a part of a page, that the site makes by itself (R73).

A rule may not ask the pages; tests/rules/test_address.py compares what stands here with the pages that are really made.
"""

from collections.abc import Iterable, Iterator

from mingbai.corpus import routes
from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem

PAGES = {"/fees/poster/": "收费公示的张贴版"}
"""Pages that belong to no record and stand where a record's page could; what a reader would call each."""
PARTS = frozenset({"top", "main", "care", "contents", "text", "norms", "figures"})
"""What parts of pages are called on which records stand under their own names."""
NAMES = PARTS | {page.rsplit("/", 2)[1] for page in PAGES}
"""What a file must be called to stand where one of them does."""


def none_taken(corpus: PublicCorpus) -> Iterator[Problem]:
    """No public file has the name of a page or a part of a page of ours (本局自定)."""
    yield from _taken(corpus.entries)


def none_taken_inside(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of intranet files."""
    yield from _taken(corpus.entries)


def _taken(entries: Iterable[AnyEntry]) -> Iterator[Problem]:
    for entry in entries:
        name = entry.id.rsplit("/", 1)[-1]
        if name not in NAMES:
            continue
        route = routes.route(entry.record.kind, entry.id)
        _, _, part = route.partition("#")
        if route not in PAGES and (part != name or part not in PARTS):
            continue
        whose = PAGES.get(route, "网页自己")
        yield Problem(
            entry.place(),
            "address/taken",
            f"文件名 {name} 不能用：它的网址会是 {route}，{whose}已经用了",
            f"给文件换个名字，例如 {name}-1",
        )
