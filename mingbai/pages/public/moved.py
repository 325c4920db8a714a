"""The page at an old address: it leads on at once, and says so to who cannot be led.

No script: the browser is told in the page itself, programs by the canonical address of the new page. Where the web
server reads our map (`exports/redirects.py`), nobody comes here.
"""

from collections.abc import Iterable, Iterator

from mingbai.corpus.moved import Moved
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Crumb, Head, Page, View


class MovedView(View, frozen=True, kw_only=True):
    """Where to go instead."""

    new: str


def moved_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One page for each address that led to a public record before."""
    yield from leading_on(corpus.moved)


def leading_on(found: Iterable[Moved]) -> Iterator[Page]:
    """One page for each old address that a file can have; programs are told that its address is the new one."""
    for each in found:
        if not each.is_page:
            continue
        old, new = each
        head = Head(
            title="网址换了",
            description=f"这一页搬到了 {new}",
            crumbs=(Crumb("首页", "/"),),
            route=new.partition("#")[0],
        )
        yield Page(old, "public/moved.html", MovedView(head=head, new=new))
