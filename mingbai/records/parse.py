"""One file's bytes → its entry, its problems, and the HTML of its prose: a pure function, so any process can run it."""

from collections.abc import Mapping, Sequence
from posixpath import dirname, join, normpath, splitext
from re import compile as pattern

from msgspec import Struct

from mingbai.digest import of_bytes
from mingbai.problem import Place, Problem
from mingbai.records import intranet, public
from mingbai.records.base import Body, Entry, Heading, Link, Record, identify, seal
from mingbai.records.public.forbidden import ForbiddenStrings
from mingbai.records.read import read
from mingbai.source import front_matter, markdown, naming, prices, text, yaml
from mingbai.source.forbidden import Forbidden
from mingbai.source.located import Located, Spot

FOLDERS: Mapping[str, Sequence[type[Record]]] = {
    "content/public/": public.KINDS,
    "content/intranet/": intranet.KINDS,
}
"""Which kinds of record each folder may hold."""
FILES = tuple(f"{folder}files/" for folder in FOLDERS)
"""Where each audience's attachments lie."""
FORBIDDEN_FILE = f"content/public/{ForbiddenStrings.pattern}"
"""What this file lists is looked for in all the others."""
_UNTIDY = pattern(r"[^a-z0-9]+")
ELSEWHERE = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#|$")
"""How a link begins that does not lead to a source file."""


class Parsed(Struct, frozen=True):
    """What one file says: its entry unless it is broken, every mistake in it, and the HTML of its prose."""

    entry: Entry[Record] | None
    problems: tuple[Problem, ...]
    html: str = ""


class Named(Struct, frozen=True):
    """What a file's path says before it is read: the kind of record and its id."""

    kind: type[Record]
    id: str


def named(path: str) -> Named | None:
    """The kind and id that `path` gives a file; `None` if no kind of record lies there."""
    for folder, kinds in FOLDERS.items():
        if path.startswith(folder):
            below = path.removeprefix(folder)
            for kind in kinds:
                found = identify(kind, below)
                if found:
                    return Named(kind, found)
    return None


def parse(path: str, raw: bytes, *, prose: bool = True) -> Parsed:
    """Everything that can be said of one record's file on its own; its prose only if asked for."""
    name = named(path)
    if name is None:
        return Parsed(None, (misplaced(path),))
    if refused := naming.on_windows(path):
        return Parsed(None, (refused,))
    content, problems = text.decode(path, raw)
    if content is None:
        return Parsed(None, problems)
    split = front_matter.split if path.endswith(".md") else yaml.parse
    located, more = split(path, content)
    problems += more
    if located is None:
        return Parsed(None, problems)
    record, more = read(name.kind, located)
    problems += more
    body, html, more = _body(path, located) if prose else (None, "", ())
    problems += more
    entry = Entry(name.id, record, located.places, seal(path, of_bytes(raw)), body) if record else None
    return Parsed(entry, problems, html)


def forbidden_of(raw: bytes) -> Forbidden:
    """The list of forbidden strings as its file says it; empty where the file is broken."""
    entry = parse(FORBIDDEN_FILE, raw).entry
    record = entry.record if entry else None
    return Forbidden.of(record.salt, record.strings) if isinstance(record, ForbiddenStrings) else Forbidden()


def misplaced(path: str) -> Problem:
    """A file that no kind of record and no attachment folder claims: it would be lost without a word."""
    folder, name = path.rsplit("/", 1)
    stem, ending = splitext(name.lower())
    tidy = _UNTIDY.sub("-", stem).strip("-") + {".yml": ".yaml"}.get(ending, ending)
    hint = "文件名和文件夹只用小写字母、数字和减号；记录放在自己的文件夹里，附件放在 files/ 里"
    if name.isascii() and named(f"{folder}/{tidy}"):
        hint = f"把文件名改成 {tidy}"
    return Problem(Place(path), "file/misplaced", f"{folder}/ 里不放这样的文件", hint)


def _body(path: str, located: Located) -> tuple[Body | None, str, tuple[Problem, ...]]:
    if located.body is None:
        return None, "", ()
    rendered = markdown.render(located.body)
    first = located.body_line - 1
    body = Body.of(
        markdown.digest(located.body),
        tuple(link_in(path, link.target, (link.line + first, link.column)) for link in rendered.links),
        tuple(Heading(h.level, h.text, h.id, h.line + first, h.column) for h in rendered.headings),
        tuple((sentence, line + first, column) for sentence, line, column in prices.priced(located.body)),
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
