"""What a page's bytes depend on, in parts, so that a change can be named.

Law: a page is a pure function of its parts. Same fingerprint, same bytes: nothing is rendered, nothing is written.
"""

import re
from collections.abc import Collection, Container, Mapping
from typing import NamedTuple

from mingbai.build.outgoing import leading_nowhere
from mingbai.digest import of_value

SENTENCES = {
    "view": "页面内容变了",
    "template": "模板变了",
    "site": "全站共用的部分变了（名称、导航、样式，或者哪些网址、电话可以公开）",
    "program": "程序或程序库的版本变了",
}
NEEDING = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b")
NEEDS = re.compile(NEEDING.pattern + r"""\s+["']([^"']+)["']\s*(?:-?%}|import|as|ignore|with)""")
"""How a template names others: always by one fixed name, which a test holds against Jinja's own parser.

One that is not written out is refused (`misprint.py`). Where one stays unseen there, as behind a remark that is none,
its template depends on all of them, so that nothing changes unseen."""


Parts = tuple[str, str, str, str]
"""A fingerprint as it is remembered and compared: there are tens of thousands."""


class Fingerprint(NamedTuple):
    """Digests of the parts: a page's own facts, its template and all it includes, the site's frame, the program.

    The frame holds what may go out, too.
    """

    view: str
    template: str
    site: str
    program: str

    def changed(self, before: Parts) -> tuple[str, ...]:
        """A sentence for each part that differs."""
        parts = zip(self._fields, self, before, strict=True)
        return tuple(SENTENCES[name] for name, new, old in parts if new != old)


def of_templates(templates: Mapping[str, str], planned: Container[str] = ()) -> dict[str, str]:
    """For each template, the digest of its text and of every template it extends, includes or imports.

    Of an address that a template writes out and no file `planned` answers to (any more), its pages are told, so they
    are made anew. What leads on from a page's own facts changes with them.
    """
    needs = {name: _needs(text, templates) for name, text in templates.items()}
    texts = {name: (text, leading_nowhere(text, planned) if planned else []) for name, text in templates.items()}
    return {name: of_value([(each, texts.get(each)) for each in _closure(name, needs)]) for name in templates}


def _needs(text: str, every: Collection[str]) -> Collection[str]:
    """The templates that a text may need; every one of them where it does not say which, in a remark or not."""
    found = [NEEDS.match(text, needing.start()) for needing in NEEDING.finditer(text)]
    names = [need[1] for need in found if need and "\\" not in need[1]]
    return names if len(names) == len(found) else every


def _closure(name: str, needs: Mapping[str, Collection[str]]) -> list[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += needs.get(each, ())
    return sorted(seen)
