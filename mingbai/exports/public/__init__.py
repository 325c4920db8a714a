"""Every file for machines on the public site."""

from collections.abc import Iterator, Sequence

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export
from mingbai.exports.public.data import data_exports
from mingbai.exports.public.linked import item_exports, whole_exports
from mingbai.exports.public.sitemap import robots, sitemap

__all__ = ["data_exports", "public_exports", "whole_exports"]


def public_exports(corpus: PublicCorpus, routes: Sequence[str]) -> Iterator[Export]:
    """What only the public site has; `routes` are the addresses of its pages. The data both sites have."""
    yield sitemap(corpus, routes)
    yield robots(corpus)
    yield from item_exports(corpus)
