"""What only the bureau's own network knows, written into a template or into a file that pages load: told at its line.

Law: what nobody but the intranet prints may name it: templates of its own, and what a shared one asks
`{% if site.internal %}` for. So nothing else takes one of its templates in. What a record says is looked at where it is
read, a finished page before it goes out.
"""

import html
import re
from collections.abc import Iterator, Mapping

from mingbai.build.fingerprint import NEEDS
from mingbai.build.misprint import FOLDER, unremarked
from mingbai.corpus.outward import Exits
from mingbai.problem import Place, Problem
from mingbai.source.hosts import SHARED, hosts

_LOADED = (".css", ".js", ".svg", ".webmanifest")
_MAYBE = (SHARED, "＼", "．", "://", "：//", "localhost", "&#", "&bsol;", "&period;")
_NUMBER = re.compile(r"1(?:0|27|72|92)\.[0-9]+\.[0-9]")
"""Nothing else but the name of the intranet's host is looked at more closely: few lines have any of these."""
_OWN = "intranet/"
"""What the names of the intranet's own templates begin with."""
_STEP = re.compile(r"{%[-+]?\s*(if|elif|else|endif|for|endfor)\b(.*?)[-+]?%}", re.DOTALL)
_INSIDE = re.compile(r"site\.internal(?:\s+and\b(?!.*\b(?:or|if)\b).*)?", re.DOTALL)
_OUTSIDE = re.compile(r"not\s+site\.internal")
_EITHER = r"""(?:"[^"]*"|'[^']*')"""
_NOT_PUBLIC = re.compile(
    rf"""{_EITHER}\s+if\s+site\.internal(?=\s+else\b|\s*[-+]?}}}})"""
    r"""|(?<![\w-])(?:d\s*=\s*(?=["']\s*(?:[Mm]\s*[-+.\d{]|{))"""
    r"""|points\s*=\s*|transform\s*=\s*(?=["']\s*(?:matrix|translate|scale|rotate|skew)))"""
    rf"{_EITHER}"
)
"""A word that the intranet alone prints, and lines of drawings, whose numbers may stand close together."""


def named_inside(templates: Mapping[str, str], assets: Mapping[str, bytes], exits: Exits) -> Iterator[Problem]:
    """Every line of what the public site is made of that names a host of the inside, or takes in what may."""
    for name, text in templates.items():
        if not name.startswith(_OWN):
            seen = unremarked(text)
            yield from _taken_in(name, seen)
            for line, host in _named(seen, exits):
                hint = "删掉它；只给内网看的，写到 templates/intranet/ 的模板里，公开的模板不要引用它"
                yield _problem(Place(f"{FOLDER}{name}", line), "模板里", host, hint)
    for name, data in assets.items():
        if name.endswith(_LOADED):
            for line, host in _named(data.decode("utf-8", "ignore"), exits):
                if not host.startswith(SHARED):  # which is how a script writes a backslash
                    place = Place(f"{FOLDER}assets/{name}", line)
                    yield _problem(place, "这个文件里", host, "删掉它；这个文件两个网站都要用，谁都看得到")


def _taken_in(name: str, text: str) -> Iterator[Problem]:
    """Every line of a template of both sites, or of the public one, that takes in one of the intranet's own."""
    seen = _for_all(text) if _OWN in text else ""
    for need in NEEDS.finditer(seen):
        if need[1].startswith(_OWN):
            place = Place(f"{FOLDER}{name}", seen.count("\n", 0, need.start()) + 1)
            message = f"{need[1]} 只给内网用，这里引用它，里面写的就会公开"
            hint = "删掉这一处；只有内网要印的，前后加 {% if site.internal %} 和 {% endif %}"
            yield Problem(place, "template/inside-included", message, hint)


def _named(text: str, exits: Exits) -> Iterator[tuple[int, str]]:
    """The hosts of the inside that a text names, with their lines."""
    if not _may_name(text, exits):
        return
    seen = _NOT_PUBLIC.sub(lambda left: _lines(left[0]), _for_all(text))
    for number, line in enumerate(seen.split("\n"), 1):
        named = hosts(html.unescape(line)) if _may_name(line, exits) else ()
        yield from ((number, host) for host in dict.fromkeys(host for _, host in named) if exits.is_inside(host))


def _for_all(text: str) -> str:
    """A template without what the intranet alone prints, every line where it was."""
    parts: list[str] = []
    open_: list[tuple[bool, bool]] = []  # of each tag that waits for its end: is this part inward, is what follows it?
    at = 0
    for step in _STEP.finditer(text):
        hidden = any(inward for inward, _ in open_)
        piece, at = text[at : step.end()], step.end()
        parts.append(_lines(piece) if hidden else piece)
        tag, asked = step[1], step[2].strip()
        inward, rest = bool(_INSIDE.fullmatch(asked)), bool(_OUTSIDE.fullmatch(asked))
        if tag in ("if", "for"):
            open_.append((inward, rest) if tag == "if" else (False, False))
        elif open_:
            _, before = open_.pop()
            if tag in ("elif", "else"):
                open_.append((before or inward, before or rest))
    return "".join([*parts, text[at:]])


def _lines(text: str) -> str:
    return "\n" * text.count("\n")


def _may_name(text: str, exits: Exits) -> bool:
    small = text.lower()
    signs = (*_MAYBE, exits.internal) if exits.internal else _MAYBE
    return any(sign in small for sign in signs) or bool(_NUMBER.search(text))


def _problem(place: Place, where: str, host: str, hint: str) -> Problem:
    return Problem(place, "template/inside-named", f"{where}写了 {host}，只有单位里面的人打得开，不该公开", hint)
