"""The intranet's files for machines that no issue of a newsletter can change, each from a quiet corpus."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.exports.export import Export
from mingbai.exports.intranet.deadlines import deadline_exports
from mingbai.exports.intranet.ledger import ledger_exports


def quiet_exports(corpus: IntranetCorpus) -> Iterator[Export]:
    """Deadlines as calendars, the ledger as workbook and feed."""
    yield from deadline_exports(corpus)
    yield from ledger_exports(corpus)
