"""What a page function gives: a page to be, not yet bytes.

Law: a page function is pure, corpus in, pages out. A view is a frozen struct of strings ready to print;
its template computes nothing and sees two names: `page`, the view, and `site`, what all pages of a site share.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from functools import cached_property
from typing import Any, Final, Generic, NamedTuple, TypeVar

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from mingbai.digest import Sealed, of_value
from mingbai.exports.jsonld import Node, embedded


class Crumb(Struct, frozen=True):
    """One step of the breadcrumb: a title and its address."""

    title: str
    href: str


class ColumnTags(Struct, frozen=True):
    """What the front page of a column says of it (国办发〔2017〕47号)."""

    name: str
    description: str
    keywords: str
    type: str


class Place(NamedTuple):
    """Where a page stands in the navigation: its column, the main column over it, and whether it is a column's front.

    `route` is its own address where the navigation leads to it, else empty: pages of one place look alike around.
    """

    section: str
    above: str
    is_front: bool
    route: str


class Linked(Sealed):
    """What a page says of itself to programs (JSON-LD), put together when the page is printed or handed to a worker.

    Law: `draw` is a function of a module and is given `facts` alone, as with `Late`; the seal stands for both, so no
    build looks into what it would not print. What is pickled is what is printed: facts are records, which take a
    process that prints pages five times as long to receive.
    """

    def __init__(self, facts: Any, draw: Callable[[Any], Iterable[Node]]) -> None:
        self.facts: Final = facts
        self.draw: Final = draw

    @cached_property
    def seal(self) -> str:  # type: ignore[override]  # nobody asks for that of a view which is put together late
        """The digest of both."""
        return of_value((self.draw, self.facts))

    def __reduce__(self) -> tuple[type[Markup], tuple[str]]:
        return Markup, (self.__html__(),)

    def __html__(self) -> str:
        """The text of the data block; a template prints it as it is."""
        return embedded(self.draw(self.facts))


class Head(Struct, frozen=True):
    """What every page says of itself: title, summary, the column it belongs to, the way to it, when and by whom.

    `route` is the page's own address (its canonical link), `section` that of the column it lies in, `above` that of the
    main column over it where there is one; `column` is only there on a column's front page, `published` and `source`
    only on a record's page. `linked` is for programs, and only the public site prints it.
    """

    title: str
    description: str
    section: str = ""
    above: str = ""
    crumbs: tuple[Crumb, ...] = ()
    keywords: str = ""
    published: str = ""
    source: str = ""
    route: str = ""
    column: ColumnTags | None = None
    linked: Linked | None = None

    def place(self, led_to: Container[str]) -> Place:
        """The page's place; `led_to` are the addresses that the navigation leads to."""
        route = self.route if self.route in led_to else ""
        return Place(self.section, self.above, self.column is not None, route)


class View(Struct, frozen=True, kw_only=True):
    """Base of all views: the variables of one template."""

    head: Head


class Prose(Struct, frozen=True):
    """A record's prose as a view carries it: which HTML, where its links lead, how it fits into the page.

    `digest` names the rendered HTML, `targets` pairs each link as written with its address, `prefix` keeps ids of
    several texts on one page apart, `deeper` moves headings down by so many levels. Templates print it with the
    filter `prose`; the HTML is only made when the page is.
    """

    digest: str
    targets: tuple[tuple[str, str], ...] = ()
    prefix: str = ""
    deeper: int = 0


F = TypeVar("F")


class Late(Struct, Generic[F], frozen=True):
    """A view that is only put together when its page is made, for kinds of which there may be thousands.

    Law: `draw` is a function of a module and is given `facts` alone, so that facts which have not changed say that
    the view has not. Facts are frozen data; of an entry its seal is compared, not what it holds.
    """

    facts: F
    draw: Callable[[F], View]


class Reused(Struct, frozen=True):
    """A view that nothing has changed since its digest was reckoned.

    `made` makes its page all the same, and those made with it, by address: a page may have to be made anew although it
    says what it said.
    """

    digest: str
    made: Callable[[], Mapping[str, "Page"]]


class Page(Struct, frozen=True, dict=True):
    """One page to be: where (`/fees/`), by which template (`public/fee.html`), from which view, now or late."""

    route: str
    template: str
    content: View | Late[Any] | Reused

    @property
    def view(self) -> View:
        """The view; one that is late is put together each time, so that thousands of them are not kept."""
        content = self.content
        if isinstance(content, Reused):
            return content.made()[self.route].view
        return content.draw(content.facts) if isinstance(content, Late) else content

    def drawn(self, *, linked: bool) -> "Page":
        """The same page with its view put together, and without what it says to programs on a site that does not."""
        view = self.view
        if not linked and view.head.linked:
            view = replace(view, head=replace(view.head, linked=None))
        return Page(self.route, self.template, view)

    @property
    def digest(self) -> str:
        """The digest of what the view is made of."""
        content = self.content
        return content.digest if isinstance(content, Reused) else self._digest

    @cached_property
    def _digest(self) -> str:
        """Reckoned once, though a page may be shown on two sites."""
        return of_value(self.content)

    @property
    def path(self) -> str:
        """The file below the site's folder: `/fees/` is `fees/index.html`, `/404.html` is `404.html`."""
        return self.route[1:] + "index.html" if self.route.endswith("/") else self.route[1:]
