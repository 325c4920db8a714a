"""`{% placed %} … {% endplaced %}`: what is the same on all pages of one place, printed once for all of them.

Law: inside there is `place` instead of `page`, and whoever asks for `page` there stops the build. So what is kept can
depend on nothing but the place and the site, and is kept by the place for one site.
"""

from collections.abc import Callable

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

from mingbai.pages.page import Place

Kept = dict[tuple[str, Place], str]
"""What was printed before, by the spot in a template and the place."""


class Placed(Extension):
    """The tag. A template is rendered with `place`, where its page stands, and `kept`, which is filled."""

    tags = {"placed"}  # noqa: RUF012 - as the library declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """Read what stands between the tags."""
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endplaced",), drop_needle=True)
        spot = nodes.Const(f"{parser.name} {parser.free_identifier().name}")
        once = self.call_method("once", [nodes.ContextReference(), spot], lineno=line)
        return nodes.CallBlock(once, [nodes.Name("page", "param")], [], body, lineno=line)

    def once(self, context: Context, spot: str, caller: Callable[..., str]) -> str:
        """What stands there for the place; printed with a page that nothing is known of, and only the first time."""
        kept: Kept = context["kept"]
        key = spot, context["place"]
        if key not in kept:
            kept[key] = caller(self.environment.undefined(name="page"))
        return kept[key]
