"""Links in prose lead somewhere: to a source file, an attachment, a heading of the text, or the web (R73).

Law: an editor links to the file as it lies in `content/`, never to an address of the site; addresses are made later.
A public text never points into the intranet. A file that is there but broken is told where it is broken.
"""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from posixpath import basename, dirname, relpath, splitext

from msgspec import Struct

from mingbai import boundary
from mingbai.boundary import Audience
from mingbai.corpus import routes
from mingbai.corpus.gather import AnyEntry, keys
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.near import elsewhere, near
from mingbai.problem import Place, Problem
from mingbai.records.base import Link
from mingbai.records.torn import Torn
from mingbai.source import mail, telephone, web

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
WEB = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:\d{1,5})?([/?#][^\s，。；：、（）“”《》<>\\]*)?", re.IGNORECASE)
"""A web address, without what is easily pasted along with one: spaces, Chinese punctuation."""
Text = AnyEntry | Torn
Headings = Mapping[str, Sequence[str]]
"""The ids of the headings of each text, by its source path."""
Anchors = Mapping[str, Collection[str]]
"""The other ids in each text, such as those its headings had before."""


NEAR = 5
"""So many names are told where none is like the one written."""


class Reach(Struct, frozen=True, dict=True):
    """What links may lead to; each table is made when a link first asks for it, and many texts ask for none."""

    public: PublicCorpus
    intranet: IntranetCorpus | None = None

    def has(self, audience: Audience, kind: str, id: str) -> bool:
        """Whether that record or attachment is there, a broken one included."""
        if audience is Audience.PUBLIC:
            return (kind, id) in self.public.present or (kind, id) in self.public.known
        return (kind, id) in self._internal

    @cached_property
    def _internal(self) -> Container[tuple[str, str]]:
        corpus = self.intranet
        if corpus is None:
            return ()
        broken = {*corpus.known} - keys(corpus.written)
        return keys(corpus.entries) | {("files", id) for id in corpus.files} | broken

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The source path of everything that can be linked to, by its address on the site."""
        corpora = (self.public, self.intranet)
        records = {routes.route(e.record.kind, e.id): e.path for c in corpora if c for e in c.entries}
        return records | {routes.route("files", id): file.path for c in corpora if c for id, file in c.files.items()}

    @cached_property
    def paths_now(self) -> Mapping[str, str]:
        """The path of every file that was renamed, by the one it had before."""
        return self.intranet.past.paths_now("content/") if self.intranet else self.public.paths_now

    @cached_property
    def headings(self) -> Headings:
        """The ids of the headings of every text, by its source path."""
        texts = (*self.public.prose, *(self.intranet.prose if self.intranet else ()))
        return {entry.path: [id for _, _, id, _, _ in entry.body.headings] for entry in texts if entry.body}

    @cached_property
    def anchors(self) -> Anchors:
        """The other ids in every text, by its source path."""
        texts = (*self.public.prose, *(self.intranet.prose if self.intranet else ()))
        return {entry.path: entry.body.anchors for entry in texts if entry.body}


def links(corpus: PublicCorpus) -> Iterator[Problem]:
    """A public text links to public files, to headings that are there and to well-formed web addresses only."""
    yield from _links(corpus.prose, Reach(corpus))


def internal_links(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of intranet texts, which may link to public files too."""
    yield from _links(corpus.prose, Reach(corpus.public, corpus))


def _links(texts: Iterable[Text], reach: Reach) -> Iterator[Problem]:
    there: set[str] = set()  # files that some link led to and that were there: thousands lead to the same few
    for entry in texts:
        for link in entry.body.links if entry.body else ():
            if link.path in there and "#" not in link.target:
                continue
            place, target = Place(entry.path, link.line, link.column), link.target
            if target.startswith("#"):
                yield from _heading(place, target, reach.headings[entry.path], reach.anchors[entry.path])
            elif not _is_there(link, reach) and (meant := web.meant(target)) and WEB.fullmatch(meant):
                yield Problem(place, "link/malformed", f"“{target}”像是网址，可开头写得不对", f"写成 {meant}")
            elif (
                SCHEME.match(target) or target.startswith("//") or telephone.is_dialled(target) or mail.is_mail(target)
            ):
                yield from _web(place, target)
            elif target.startswith("/"):
                yield _absolute(entry, place, target, reach.paths)
            elif "\\" not in target:  # the text has told of such a path
                missing = tuple(_file(entry, place, link, reach))
                yield from missing or _part(place, link, reach)
                if not missing:
                    there.add(link.path)


def _is_there(link: Link, reach: Reach) -> bool:
    audience = boundary.of(link.path)
    return audience is not None and reach.has(audience, link.kind, link.id)


def _heading(place: Place, target: str, ids: Sequence[str], others: Collection[str]) -> Iterator[Problem]:
    if target[1:] not in ids and target[1:] not in others:
        yield Problem(
            place,
            "link/no-such-heading",
            f"链接 {target} 指向本文里的标题，可本文没有这个标题",
            _choice(ids) or "本文没有标题，删掉这个链接",
        )


def _part(place: Place, link: Link, reach: Reach) -> Iterator[Problem]:
    """A part of another file: a heading of a text. A record has none; those of a text nobody can read are not known."""
    file, _, part = link.target.partition("#")
    if not part or link.kind == "files":
        return
    if not link.path.endswith(".md"):
        message = f"链接 {link.target} 的 # 后面写了标题，可 .yaml 文件里没有标题"
        yield Problem(place, "link/no-such-heading", message, f"删掉 # 和后面的字，写成 {file}")
    elif part not in reach.headings.get(link.path, (part,)) and part not in reach.anchors[link.path]:
        message = f"链接 {link.target} 指向另一篇里的标题，可那一篇没有这个标题"
        hint = _choice(reach.headings[link.path]) or f"那一篇没有标题，写成 {file}"
        yield Problem(place, "link/no-such-heading", message, hint)


def _choice(ids: Sequence[str]) -> str:
    return "可以写的有：" + "、".join(f"#{id}" for id in ids) if ids else ""


def _is_contact(target: str) -> bool:
    return telephone.is_dialled(target) or mail.is_mail(target)


def _web(place: Place, target: str) -> Iterator[Problem]:
    """An address outside; one that no browser opens was refused when the text was read."""
    if telephone.is_dialled(target):
        yield from _telephone(place, target)
    elif mail.is_mail(target):
        if not mail.LINK.fullmatch(target):
            right = mail.meant(target)
            hint = f"写成 {right}" if right else mail.HOW
            yield Problem(place, "link/malformed", f"邮箱写得不对：{target}", hint)
    elif not WEB.fullmatch(target):
        host = target.partition("//")[2].partition("/")[0]
        hint = "以 https:// 开头，不夹空格和中文标点，例如 https://www.gov.cn/"
        if host and "." not in host:
            hint = f"{host} 不是域名：写漏了的，补全；只有单位里面的人打得开的，删掉这个链接"
        yield Problem(place, "link/malformed", f"网址写得不对：{target}", hint)


def _telephone(place: Place, target: str) -> Iterator[Problem]:
    """A number that no phone dials, or dials as another one."""
    if not telephone.DIALLED.fullmatch(target):
        number = telephone.meant(target)
        right = telephone.dialled(number) if number else "tel:0000-0000031，分机写成 tel:0000-0000031;ext=3"
        hint = f"写成 {right}" if number else f"例如 {right}"
        yield Problem(place, "link/malformed", f"电话写得不对：{target}", hint)


def _absolute(entry: Text, place: Place, target: str, paths: Mapping[str, str]) -> Problem:
    address = target.partition("#")[0].removesuffix("/")
    path = paths.get(f"{address}/") or paths.get(address)
    return Problem(
        place,
        "link/absolute",
        f"链接 {target} 是网站上的地址，地址会变",
        f"改为源文件的路径：{_from(entry, path)}" if path else "链接到源文件，例如 ../../../fees/catv.yaml",
    )


def _file(entry: Text, place: Place, link: Link, reach: Reach) -> Iterator[Problem]:
    target, audience = link.target, boundary.of(link.path)
    if not target:
        hint = "在括号里写上路径：[看](路径)；不要链接，就只留下字"
        yield Problem(place, "link/missing", "链接的括号里是空的", hint)
    elif audience is Audience.INTRANET and boundary.of(entry.path) is Audience.PUBLIC:
        yield Problem(
            place,
            "link/crosses-boundary",
            f"公开的文章链接到了内网的文件 {target}，外面的人打不开，也不该看到",
            "删掉这个链接；要公开那份文件，先经审查，再把它挪到 content/public/",
        )
    elif not _is_there(link, reach):
        hint = _now(entry, link.path, reach) or _alike(entry, link.path, reach)
        yield Problem(place, "link/missing", f"链接 {target} 指向的文件不存在", hint)


def _now(entry: Text, path: str, reach: Reach) -> str:
    """What to write instead of a path whose file was renamed; nothing where it may not be linked to from here."""
    now = reach.paths_now.get(path, "")
    return f"它改名了，这里改成 {_from(entry, now)}" if now and now in reach.paths.values() else ""


def _alike(entry: Text, path: str, reach: Reach) -> str:
    """What to write instead, as far as names tell."""
    alike = [other for other in reach.paths.values() if _is_text(other) == _is_text(path)]
    close = _close(path, alike)
    return f"是不是 {_from(entry, close)}？" if close else _there(entry, path, alike)


def _there(entry: Text, path: str, paths: Iterable[str]) -> str:
    """What to write where no name is like the one written: the file may have another one altogether by now."""
    folder, ending = dirname(path), splitext(path)[1]
    names = [basename(other) for other in paths if dirname(other) == folder and splitext(other)[1] == ending]
    from difflib import get_close_matches  # most links lead somewhere

    first = get_close_matches(basename(path), names, n=NEAR, cutoff=0)
    if not first and not _is_text(path):
        files = f"{'/'.join(entry.path.split('/')[:2])}/files"
        return f"把文件放进 {files}/，这里写 {_from(entry, f'{files}/{basename(path)}')}"
    if not first:
        return "从本文所在的文件夹写起，例如 ../../../fees/catv.yaml"
    more = f" 等{len(names)}个" if len(names) > len(first) else ""
    return f"写现在的文件名；{_from(entry, folder)}/ 里有：{'、'.join(first)}{more}"


def _close(path: str, paths: Iterable[str]) -> str | None:
    """The path that was probably meant: of nearly that name beside it, or the one of nearly that name anywhere."""
    named: dict[str, list[str]] = {}
    for other in paths:
        named.setdefault(_stem(other), []).append(other)
    beside = [name for name, places in named.items() if dirname(path) in map(dirname, places)]
    name = near(_stem(path), beside) or near(_stem(path), named)
    places = named[name] if name else []
    right = f"{dirname(path)}/{name}{splitext(path)[1]}"
    return places[0] if len(places) == 1 else near(right, places) or elsewhere(right, places)


def _is_text(path: str) -> bool:
    """Whether a record is meant, not a picture or another attachment, which nobody takes one for."""
    return splitext(path)[1] in {"", ".md", ".yaml", ".yml"}


def _stem(path: str) -> str:
    """The name of a file without its ending, which all of a kind share."""
    return splitext(basename(path))[0]


def _from(entry: Text, path: str) -> str:
    """The path as it is written in a link of that text."""
    return relpath(path, dirname(entry.path))
