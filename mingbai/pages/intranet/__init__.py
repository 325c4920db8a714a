"""Every page of the intranet: its own, and everything public, with annexes where there are any.

Here stand those that look into a newsletter, of which there may be thousands of issues; all others stand in `quiet.py`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.digest import of_value
from mingbai.exports.export import afresh
from mingbai.pages.intranet.bulletin import internal_bulletin_pages
from mingbai.pages.intranet.contribution import contribution_pages
from mingbai.pages.intranet.moved import moved_pages
from mingbai.pages.intranet.site_check import site_check_pages
from mingbai.pages.page import Page
from mingbai.pages.reuse import Batch, Reuse, opened

PAGES: tuple[Callable[[IntranetCorpus], Iterable[Page | Batch[Any]]], ...] = (
    contribution_pages,
    internal_bulletin_pages,
    moved_pages,
    site_check_pages,
)
ANNEXED = frozenset(f"public/{name}.html" for name in ("commitment", "fee", "fine", "division", "divisions", "honours"))
"""The templates of the public pages that may have an annex."""


def intranet_pages(corpus: IntranetCorpus, public: tuple[Page, ...], reuse: Reuse = afresh) -> Iterator[Page]:
    """All pages of the intranet; `public` are the public site's pages, shown here except where an own page stands."""
    annexable = tuple(page for page in public if page.template in ANNEXED)
    own = [page for pages in PAGES for page in opened(pages(corpus), reuse)]
    own += reuse("intranet", partial(_seal, corpus, annexable), lambda: _quiet(corpus, annexable))
    taken = {page.route for page in own}
    yield from own
    yield from (page for page in public if page.route not in taken)


def _seal(corpus: IntranetCorpus, annexable: Sequence[Page]) -> str:
    return of_value([corpus.quiet_seal, [page.digest for page in annexable]])


def _quiet(corpus: IntranetCorpus, annexable: Sequence[Page]) -> Iterator[Page]:
    from mingbai.pages.intranet.quiet import quiet_pages  # 40 modules, which a build that uses them again goes without

    return quiet_pages(corpus.quiet, annexable)
