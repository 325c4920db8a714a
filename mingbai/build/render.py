"""A page → its bytes: the template printed with its view. Pure, and given text instead of paths."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from jinja2 import FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mingbai.build.grammar import unreadable
from mingbai.build.misnamed import Given, misnamed
from mingbai.build.placed import Kept, Placed
from mingbai.build.printer import Printer
from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page, Prose
from mingbai.problem import Problem
from mingbai.source.fitting import fit, resolve, without_links


class Renderer:
    """Prints pages of one site: its templates by name, its frame, and where to find prose by digest."""

    def __init__(self, templates: Mapping[str, str], site: Chrome, html: Callable[[str], str]) -> None:
        self._environment = _environment(tuple(templates.items()))
        self._site = site
        self._html = html
        self._addresses = site.addresses
        self._kept: Kept = {}

    def render(self, page: Page) -> bytes:
        """The bytes of one page, UTF-8."""
        template = self._environment.get_template(page.template)
        view = page.view
        seen = {"page": view, "place": view.head.place(self._addresses), "site": self._site}
        return template.render(seen, prose_html=self._html, kept=self._kept).encode()


def learn(templates: Mapping[str, str], names: Iterable[str]) -> list[Problem]:
    """Compile some templates before a page asks for them; what is wrong with those that cannot be."""
    environment = _environment(tuple(templates.items()))
    given = Given.by(templates.values())
    problems = []
    for name in names:
        try:
            environment.get_template(name)
        except Exception as error:
            problems.append(unreadable(name, templates[name], error, environment))
        else:
            problems += misnamed(name, templates[name], environment.asked.get(name, ()), given)
    return problems


@lru_cache(maxsize=2)
def _environment(templates: tuple[tuple[str, str], ...]) -> Printer:
    """Jinja with these templates; compiling them is the dear part, and the same for every site and every build."""
    texts = dict(templates)
    environment = Printer(
        loader=FunctionLoader(lambda name: (texts[name], f"templates/{name}", None) if name in texts else None),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[Placed],
    )
    environment.get_template = cache(environment.get_template)  # type: ignore[method-assign]  # each page asks for seven
    environment.globals.clear()
    environment.filters["prose"] = _printed
    return environment


@pass_context
def _printed(context: Context, prose: Prose) -> Markup:
    """The filter `prose`: the HTML of a record's text, fitted to the page."""
    return Markup(fitted(prose, context["prose_html"](prose.digest)))  # noqa: S704 - cleaned when it was made


def fitted(prose: Prose, html: str) -> str:
    """The HTML of a text, with its links led to their addresses, its headings and ids fitted to the page.

    >>> prose = Prose("…", (("../fees/a.yaml", "/fees/a/"),), "x-", 1)
    >>> fitted(prose, '<h2 id="y"><a href="../fees/a.yaml">费</a></h2>')
    '<h3 id="x-y"><a href="/fees/a/">费</a></h3>'
    """
    missing = {target for target, address in prose.targets if not address}
    if missing:
        html = without_links(html, missing)
    if prose.targets:
        html = resolve(html, dict(prose.targets))
    if prose.prefix or prose.deeper:
        html = fit(html, prose.prefix, prose.deeper)
    return html
