"""The pages at the old addresses of the intranet's own records."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.page import Page
from mingbai.pages.public.moved import leading_on


def moved_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """One page for each address that led to an intranet record before; those of public records are there already."""
    shown = set(corpus.public.moved)
    yield from leading_on(each for each in corpus.moved if each not in shown)
