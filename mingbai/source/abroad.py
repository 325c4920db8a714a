"""A text that leaves its page, to be read in another program: every address is whole, and there are no ids.

It is given what the cleaner wrote, every tag in one way, so regular expressions read it exactly.
"""

import html as escapes
import re
from collections.abc import Callable, Mapping, Sequence

Html = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Finds the HTML of prose: digests → HTML by digest, in UTF-8, as most of it is only handed on."""
_TAG = re.compile(r'<[a-z][a-z0-9]*(?: [^\s=>"]+="[^"]*")+>')
_ATTRIBUTE = re.compile(r' ([^\s=>"]+)="([^"]*)"')


def abroad(html: str, page: str, prefix: str = "") -> str:
    """The text of a page, whose whole address is `page` and on which `prefix` stands before the ids of the text.

    >>> abroad('<h2 id="y"><a href="#z">费</a></h2><p><a href="/fees/">表</a></p>', "https://a.example/x/#m", "m-")
    '<h2><a href="https://a.example/x/#m-z">费</a></h2><p><a href="https://a.example/fees/">表</a></p>'
    """
    here, _, _ = page.partition("#")
    host = "/".join(here.split("/")[:3])

    def whole(attribute: re.Match[str]) -> str:
        name, value = attribute.groups()
        if name == "id":
            return ""
        if name not in ("href", "src") or value.startswith("//") or not value.startswith(("/", "#")):
            return attribute[0]
        start = f"{here}#{prefix}{value[1:]}" if value.startswith("#") else f"{host}{value}"
        return f' {name}="{start}"'

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(whole, tag[0]), html)


def paragraphs(lines: Sequence[str]) -> str:
    """Plain lines as HTML.

    >>> paragraphs(("少带两样", "a<b"))
    '<p>少带两样</p><p>a&lt;b</p>'
    """
    return "".join(f"<p>{escapes.escape(line)}</p>" for line in lines)


def linked(links: Sequence[tuple[str, str]]) -> str:
    """What can be taken away, each with its whole address, as an HTML list; nothing of nothing.

    >>> linked((("表", "https://a.example/files/a.pdf"),))
    '<ul><li><a href="https://a.example/files/a.pdf">表</a></li></ul>'
    """
    items = "".join(f'<li><a href="{escapes.escape(to)}">{escapes.escape(name)}</a></li>' for name, to in links)
    return f"<ul>{items}</ul>" if items else ""
