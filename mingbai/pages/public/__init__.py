"""Every page of the public site: one function a section, each from a `PublicCorpus` alone.

Here stand those that look into the newsletter, of which there may be thousands of issues; the others are in `quiet.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import afresh
from mingbai.pages.page import Page
from mingbai.pages.public.bulletin import bulletin_pages
from mingbai.pages.public.home import home_pages
from mingbai.pages.public.leaving import leaving_pages
from mingbai.pages.public.moved import moved_pages
from mingbai.pages.public.openness import openness_pages
from mingbai.pages.public.site import site_pages
from mingbai.pages.reuse import Batch, Reuse, opened

PAGES: tuple[Callable[[PublicCorpus], Iterable[Page | Batch[Any]]], ...] = (
    home_pages,
    bulletin_pages,
    leaving_pages,
    openness_pages,
    site_pages,
    moved_pages,
)


def public_pages(corpus: PublicCorpus, reuse: Reuse = afresh) -> Iterator[Page]:
    """All pages of the public site, in no particular order; each route once."""
    for pages in PAGES:
        yield from opened(pages(corpus), reuse)
    yield from reuse("public", lambda: corpus.quiet_seal, lambda: _quiet(corpus))


def _quiet(corpus: PublicCorpus) -> Iterator[Page]:
    from mingbai.pages.public.quiet import (
        quiet_pages,  # two dozen modules, which a build that uses them again goes without
    )

    return quiet_pages(corpus.quiet)
