"""Every file for machines on the intranet: deadlines as calendars, the ledger as workbook and feed, old addresses."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export, Reuse, afresh
from mingbai.exports.redirects import redirects

NOBODY = b"User-agent: *\nDisallow: /\n"
"""What `robots.txt` says of a site that no search engine has to know (RFC 9309)."""


def intranet_exports(corpus: IntranetCorpus, reuse: Reuse = afresh) -> Iterator[Export]:
    """What only the intranet has; the open data both sites have."""
    yield from redirects(corpus.moved)
    yield Export("robots.txt", of_bytes(NOBODY), lambda: NOBODY)
    yield from reuse("intranet", lambda: corpus.quiet_seal, lambda: _quiet(corpus))


def _quiet(corpus: IntranetCorpus) -> Iterator[Export]:
    from mingbai.exports.intranet.quiet import quiet_exports  # whose modules a build that uses them again goes without

    return quiet_exports(corpus.quiet)
