"""Every file for machines on the public site."""

from collections.abc import Iterator, Sequence

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export
from mingbai.exports.public.sitemap import robots, sitemap


def public_exports(corpus: PublicCorpus, routes: Sequence[str]) -> Iterator[Export]:
    """All exports of the public site; `routes` are the addresses of its pages."""
    yield sitemap(corpus, routes)
    yield robots(corpus)
