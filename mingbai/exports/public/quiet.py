"""The files for machines that no issue of the newsletter can change, each from a quiet corpus."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export
from mingbai.exports.public.data import data_exports
from mingbai.exports.public.hsds import hsds_exports
from mingbai.exports.public.linked import item_exports, whole_exports
from mingbai.exports.public.package import package_exports
from mingbai.exports.public.security import security


def quiet_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """What only the public site has."""
    yield from security(corpus)
    yield from item_exports(corpus)


def quiet_shared(corpus: PublicCorpus) -> Iterator[Export]:
    """What both sites have: the data, and what describes it."""
    yield from data_exports(corpus)
    yield from package_exports(corpus)
    yield from whole_exports(corpus)
    yield from hsds_exports(corpus)
