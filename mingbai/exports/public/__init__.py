"""Every file for machines on the public site."""

from collections.abc import Iterator, Sequence

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export
from mingbai.exports.public.data import data_exports
from mingbai.exports.public.feeds import feed_exports
from mingbai.exports.public.hsds import hsds_exports
from mingbai.exports.public.linked import item_exports, whole_exports
from mingbai.exports.public.package import package_exports
from mingbai.exports.public.security import security
from mingbai.exports.public.sitemap import robots, sitemap
from mingbai.exports.redirects import redirects
from mingbai.source.abroad import Html

__all__ = ["data_exports", "feed_exports", "public_exports", "shared_exports", "whole_exports"]


def public_exports(corpus: PublicCorpus, routes: Sequence[str]) -> Iterator[Export]:
    """What only the public site has; `routes` are the addresses of its pages."""
    yield from sitemap(corpus, routes)
    yield robots(corpus)
    yield from security(corpus)
    yield from item_exports(corpus)
    yield from redirects(corpus.moved)


def shared_exports(corpus: PublicCorpus, html: Html) -> Iterator[Export]:
    """What both sites have: the data, and the feeds with the `html` of their texts."""
    yield from data_exports(corpus)
    yield from package_exports(corpus)
    yield from whole_exports(corpus)
    yield from hsds_exports(corpus)
    yield from feed_exports(corpus, html)
