"""Every file for machines on the public site.

Here stand those that look into the newsletter, or at all addresses; the others are in `quiet.py`.
"""

from collections.abc import Iterator, Sequence

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export, Reuse, afresh
from mingbai.exports.public.feeds import feed_exports
from mingbai.exports.public.sitemap import robots, sitemap
from mingbai.exports.redirects import redirects
from mingbai.source.abroad import Html

__all__ = ["feed_exports", "public_exports", "shared_exports"]


def public_exports(corpus: PublicCorpus, routes: Sequence[str], reuse: Reuse = afresh) -> Iterator[Export]:
    """What only the public site has; `routes` are the addresses of its pages."""
    yield from sitemap(corpus, routes)
    yield robots(corpus)
    yield from redirects(corpus.moved)
    yield from reuse("public", lambda: corpus.quiet_seal, lambda: _quiet(corpus))


def shared_exports(corpus: PublicCorpus, html: Html, reuse: Reuse = afresh) -> Iterator[Export]:
    """What both sites have: the data, and the feeds with the `html` of their texts."""
    yield from feed_exports(corpus, html)
    yield from reuse("shared", lambda: corpus.quiet_seal, lambda: _quiet_shared(corpus))


def _quiet(corpus: PublicCorpus) -> Iterator[Export]:
    from mingbai.exports.public.quiet import quiet_exports  # whose modules a build that uses them again goes without

    return quiet_exports(corpus.quiet)


def _quiet_shared(corpus: PublicCorpus) -> Iterator[Export]:
    from mingbai.exports.public.quiet import quiet_shared  # as above

    return quiet_shared(corpus.quiet)
