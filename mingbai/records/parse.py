"""One file's bytes → its entry, its problems, and the HTML of its prose: a pure function, so any process can run it."""

from posixpath import dirname, join, normpath
from re import compile as pattern

from mingbai.digest import of_bytes
from mingbai.problem import Place, Problem
from mingbai.records.base import Body, Entry, Heading, Link, seal
from mingbai.records.misplaced import misplaced
from mingbai.records.named import FOLDERS, implied, named
from mingbai.records.parsed import Parsed
from mingbai.records.public.forbidden import FORBIDDEN_FILE, listed
from mingbai.records.read import read
from mingbai.records.torn import Torn, naming
from mingbai.source import conflict, front_matter, markdown, prices, text, yaml
from mingbai.source import naming as file_naming
from mingbai.source.forbidden import Forbidden
from mingbai.source.located import Spot

FILES = tuple(f"{folder}files/" for folder in FOLDERS)
"""Where each audience's attachments lie."""
ELSEWHERE = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#|$")
"""How a link begins that does not lead to a source file."""


def parse(path: str, raw: bytes, *, prose: bool = True) -> Parsed:
    """Everything that can be said of one record's file on its own; its prose only if asked for."""
    name = named(path)
    if name is None:
        return Parsed(None, (misplaced(path, _keys(path, raw)),))
    if refused := file_naming.on_windows(path):
        return Parsed(None, (refused,))
    content, problems = text.decode(path, raw)
    if content is None:
        return Parsed(None, problems, torn=Torn(path, implied(path)))
    if unmerged := conflict.unsolved(path, content):
        return Parsed(None, unmerged, torn=Torn(path, implied(path)))
    is_text = path.endswith(".md")
    located, more = front_matter.split(path, content) if is_text else yaml.parse(path, content)
    problems += more
    record, more = read(name.kind, located) if located else (None, ())
    problems += more
    named_here = naming(name.kind, located, more) if located and not record else ()
    unread = front_matter.below(content, problems) if is_text and not located else None
    below = (located.body, located.body_line) if located else unread
    body, html, more = _body(path, *below) if below and prose else (None, "", ())
    problems += more
    if body and not html.strip() and not more:
        hint = "把正文写在第二行 --- 下面，空一行再写"
        problems += (Problem(Place(path, located.body_line if located else 1), "markdown/empty", "没有正文", hint),)
    if located is None or record is None:
        return Parsed(None, problems, torn=Torn(path, implied(path), named_here, body))
    return Parsed(Entry(name.id, record, located.places, seal(path, of_bytes(raw)), body), problems, html)


def _keys(path: str, raw: bytes) -> tuple[str, ...]:
    """The keys of a file that may be a record, whatever else is wrong with it."""
    content = text.decode(path, raw)[0] if path.endswith((".yaml", ".md")) else None
    if content is None:
        return ()
    located, _ = front_matter.split(path, content) if path.endswith(".md") else yaml.parse(path, content)
    return tuple(located.data) if located and isinstance(located.data, dict) else ()


def forbidden_of(raw: bytes) -> Forbidden:
    """The list of forbidden strings as its file says it; empty where the file is broken."""
    entry = parse(FORBIDDEN_FILE, raw).entry
    return listed(entry.record if entry else None)


def _body(path: str, content: str | None, first_line: int) -> tuple[Body | None, str, tuple[Problem, ...]]:
    if content is None:
        return None, "", ()
    rendered = markdown.render(content)
    first = first_line - 1
    body = Body.of(
        markdown.digest(content),
        tuple(link_in(path, link.target, (link.line + first, link.column)) for link in rendered.links),
        tuple(Heading(h.level, h.text, h.id, h.line + first, h.column) for h in rendered.headings),
        tuple((sentence, line + first, column) for sentence, line, column in prices.priced(content)),
        rendered.anchors,
    )
    problems = tuple(
        Problem(Place(path, fault.line + first, fault.column), fault.code, fault.message, fault.hint)
        for fault in rendered.faults
    )
    return body, rendered.html, problems


def link_in(path: str, target: str, spot: Spot) -> Link:
    """What a link in the file at `path` leads to."""
    if ELSEWHERE.match(target):
        return Link(target, *spot)
    source = normpath(join(dirname(path), target.partition("#")[0]))
    for folder in FILES:
        if source.startswith(folder):
            return Link(target, *spot, source, "files", source.removeprefix(folder))
    name = named(source)
    return Link(target, *spot, source, name.kind.kind, name.id) if name else Link(target, *spot, source)
