"""Every file for machines on the intranet: deadlines as calendars, the ledger as workbook and feed, old addresses."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export
from mingbai.exports.intranet.deadlines import deadline_exports
from mingbai.exports.intranet.ledger import ledger_exports
from mingbai.exports.redirects import redirects

NOBODY = b"User-agent: *\nDisallow: /\n"
"""What `robots.txt` says of a site that no search engine has to know (RFC 9309)."""


def intranet_exports(corpus: IntranetCorpus) -> Iterator[Export]:
    """What only the intranet has; the open data both sites have."""
    yield from deadline_exports(corpus)
    yield from ledger_exports(corpus)
    yield from redirects(corpus.moved)
    yield Export("robots.txt", of_bytes(NOBODY), lambda: NOBODY)
