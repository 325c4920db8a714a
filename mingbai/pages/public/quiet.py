"""The public pages that no issue of the newsletter can change: one function a section, each from a quiet corpus."""

from collections.abc import Callable, Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page
from mingbai.pages.public.calendar import calendar_pages
from mingbai.pages.public.call import call_pages
from mingbai.pages.public.changes import changes_pages
from mingbai.pages.public.commitment import commitment_pages
from mingbai.pages.public.commitment_list import commitment_list_pages
from mingbai.pages.public.commitment_notice import notice_pages
from mingbai.pages.public.data import data_pages
from mingbai.pages.public.division import division_pages
from mingbai.pages.public.document import document_pages
from mingbai.pages.public.document_list import document_list_pages
from mingbai.pages.public.errand import errand_pages
from mingbai.pages.public.exemplar import exemplar_pages
from mingbai.pages.public.fee import fee_pages
from mingbai.pages.public.fee_poster import fee_poster_pages
from mingbai.pages.public.fine import fine_pages
from mingbai.pages.public.honours import honours_pages
from mingbai.pages.public.law import law_pages
from mingbai.pages.public.letters import letters_pages
from mingbai.pages.public.norms import norms_pages
from mingbai.pages.public.performance import performance_pages
from mingbai.pages.public.pledges import pledges_pages
from mingbai.pages.public.power import power_pages
from mingbai.pages.public.reform import reform_pages
from mingbai.pages.public.search import search_pages
from mingbai.pages.public.subscribe import subscribe_pages
from mingbai.pages.public.supervision import supervision_pages
from mingbai.pages.public.text import text_pages

QUIET: tuple[Callable[[PublicCorpus], Iterator[Page]], ...] = (
    commitment_list_pages,
    letters_pages,
    commitment_pages,
    notice_pages,
    errand_pages,
    fee_pages,
    fee_poster_pages,
    fine_pages,
    power_pages,
    reform_pages,
    changes_pages,
    division_pages,
    law_pages,
    pledges_pages,
    document_list_pages,
    document_pages,
    call_pages,
    calendar_pages,
    performance_pages,
    data_pages,
    subscribe_pages,
    supervision_pages,
    norms_pages,
    honours_pages,
    exemplar_pages,
    text_pages,
    search_pages,
)


def quiet_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All these pages, from a quiet corpus."""
    for pages in QUIET:
        yield from pages(corpus)
