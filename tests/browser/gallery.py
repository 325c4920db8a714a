"""One page for each template of each site of the golden bureau, chosen by itself: the one that has most to say."""

from functools import cache

from mingbai.pages.intranet import intranet_pages
from mingbai.pages.page import Page
from mingbai.pages.public import public_pages
from tests.factories import CLOCK, checked
from tests.workshop import GOLDEN


@cache
def one_of_each() -> list[tuple[str, str, str]]:
    """The site, the template and the address of each page that stands for its template."""
    paths = sorted(path for path in GOLDEN.rglob("*") if path.is_file())
    found = checked({path.relative_to(GOLDEN.parent).as_posix(): path.read_bytes() for path in paths}, CLOCK)
    assert found.public
    assert found.intranet
    outside = tuple(public_pages(found.public))
    pages = {"public": outside, "intranet": tuple(intranet_pages(found.intranet, outside))}
    return [(site, page.template, page.route) for site in pages for page in _fullest(pages[site])]


def _fullest(pages: tuple[Page, ...]) -> list[Page]:
    fullest = {page.template: page for page in sorted(pages, key=lambda page: (len(repr(page.view)), page.route))}
    return [fullest[template] for template in sorted(fullest)]
