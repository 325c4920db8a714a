"""The last look at each file before it is published: what must not go out, whatever let it come so far.

Rule 1: an address on the same site leads to a file that will be.
Rule 2: an address outside is that of a host somebody answers for; nothing is loaded from another host.
Rule 3: no link outside is there for machines alone: empty, or inside something that is hidden (暗链).
Rule 4: no number of a person stands in a page or a table.
Rule 5: a public page has its tags and its marks (`tagged.py`).
Rule 6: no public file names the intranet's host, or one below it.

Texts were looked through when they were read; this finds what templates, code and markup made of them. Every page pays
for it, so the bytes are searched in C, what stands on every page is judged once, and a page is parsed only where
something in it could hide a link.

Not looked for again: strings of the forbidden list (R71). With two hundred of them a page takes some four milliseconds
to look through, letter by letter, and its texts were looked through as they are read, without their markup.
"""

import html
import re
from collections.abc import Callable, Container, Iterable, Iterator

from msgspec import Struct, field

from mingbai.build.tagged import Marks, Tagged
from mingbai.problem import Place, Problem
from mingbai.source.seen import Sort

PAGES = (".html", ".htm")
TEXTS = (*PAGES, ".csv", ".json", ".jsonld", ".xml", ".txt")
MARKS = ("bszs.conac.cn",)
"""The host of the mark that every office's page carries (党政机关网站标识)."""
LOADS = ("src", "action", "data", "poster", "srcset", "formaction")
LOOKED = (*TEXTS, ".css", ".js", ".svg", ".webmanifest")
"""Endings of files that are looked at."""
_BEFORE = rb"(?:(?<![a-z0-9_-])|(?<=\\[bfnrt])|(?<=%[0-9a-f]{2})|(?<=\\u[0-9a-f]{4}))"
_AFTER = rb"(?!-*[a-z0-9_]|\.[a-z0-9])"
"""Where a host begins and ends; before it may stand a sign that JavaScript or an address writes with letters."""
_WRITTEN = re.compile(rb"&(?:#(?!3[49];)|(?:period|lowbar|shy|ZeroWidthSpace);)")
"""What a host may be written with instead of its signs; quotation marks, which pages are full of, stand in none."""
_LITERAL = re.compile(r"""=\s*["'](/[^"'{}<>\s]*)["']""")
_ADDRESS = re.compile(rb"""=["'](?=[\s&/\\hH])([^"']*)""")
OUTSIDE = re.compile(r"(?:https?:)?[/\\]{2}(?:[^/?#@\\]*@)?([^/?#:\\]*)", re.IGNORECASE)
_ABROAD = re.compile(rb"""=["']\s*(?:https?:)?//""", re.IGNORECASE)
_NAME = re.compile(rb"[a-z0-9]*")
_TAG = re.compile(rb"<[^>]*>")
_TO_ZEROS = bytes.maketrans(b"0123456789", b"0000000000")
_RUN = re.compile(rb"000[0 -]{8,}")
_FULL_WIDTH_RUN = re.compile(rb"\xef\xbc[\x90-\x99](?:[ -]?\xef\xbc[\x90-\x99]){10}")
_MAYBE = re.compile(rb"1[3-9][0-9]{9}|[0-9]{16}")
_AROUND = 60


class Allowance(Struct, frozen=True):
    """What the files of a site may hold: which hosts a page (by its path) leads to; mobile numbers, `None`: any.

    `marks` are what every page says of its site, `inside` is the host that its files do not name, nor any below it; the
    intranet is under no such rules. Part of each file's fingerprint, so its values are plain and in order.
    """

    leads_to: Callable[[str, str], bool]
    mobiles: tuple[str, ...] | None
    marks: Marks | None = None
    inside: str = ""


def gate(planned: Container[str], allowance: Allowance) -> "Gate":
    """The gate of one site; `planned` are the paths of all files there will be."""
    return Gate(planned, allowance, Tagged(allowance.marks) if allowance.marks else None)


class Gate(Struct):
    """Every file of a site goes through it; it knows what it found harmless so far, and what it told of.

    An address that leads nowhere is told of once, on the first page that has it.
    """

    planned: Container[str]
    allowance: Allowance
    tagged: Tagged | None
    good: set[bytes] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    nobodys: set[bytes] = field(default_factory=set)

    def at(self, path: str, data: bytes) -> Iterator[Problem]:
        """Everything wrong with one file."""
        if path.endswith(PAGES):
            yield from self.addresses(path, data)
            yield from self.tagged.at(path, data) if self.tagged else ()
        if path.endswith(TEXTS):
            yield from self.persons(path, data)
        if path.lower().endswith(LOOKED):
            yield from self.inside(path, data)

    def passes(self, path: str, data: bytes) -> bool:
        """Whether nothing is wrong with a file, whatever was told of others: for many who look at some of them each."""
        wrong = any(True for _ in self.at(path, data))
        self.told.clear()
        if self.tagged:
            self.tagged.told.clear()
        return not wrong

    def addresses(self, path: str, data: bytes) -> Iterator[Problem]:
        """Where the page leads, and from where it loads."""
        abroad: list[bytes] = []
        for found in sorted(set(_ADDRESS.findall(data)) - self.good):
            address = html.unescape(found.decode()).strip()
            outside = OUTSIDE.match(address)
            if outside:
                abroad.append(found)
                yield from self.outside(path, _attribute(data, found), outside[1].lower())
            elif not address.startswith("/") or self.leads_somewhere(address):
                self.good.add(found)
            else:
                message = f"页面上的链接没有去处：{re.split('[?#]', address)[0]}"
                yield Problem(Place(path), "page/dead-link", message, "检查栏目的 route 和模板里的地址")
        if abroad and _may_hide(data, abroad):
            from mingbai.build.unseen import unseen  # most pages are not parsed

            yield from unseen(path, data)

    def leads_somewhere(self, address: str) -> bool:
        """Whether an address on the same site leads to a file, or was told of before."""
        target = _target(address)
        if target in self.planned or target in self.told:
            return True
        self.told.add(target)
        return False

    def outside(self, path: str, attribute: str, host: str) -> Iterator[Problem]:
        """What is wrong with an address on another host."""
        if attribute in LOADS:
            message = f"页面从别的网站 {host} 取东西，打开这一页它就知道"
            yield Problem(Place(path), "page/loads-from-outside", message, "存进 templates/assets/，再改模板里的地址")
        elif attribute == "href" and host not in MARKS and not self.allowance.leads_to(host, path):
            hint = "正文和字段里的，看看 bureau.yaml 的 outbound；模板里的，删掉"
            yield Problem(Place(path), "page/outside-host", f"页面直接链接到 {host}，没有列为可以链接的网站", hint)

    def persons(self, path: str, data: bytes) -> Iterator[Problem]:
        """Numbers of persons; the quick search passes over digits that stand one by one."""
        runs = [run for run in _RUN.finditer(data.translate(_TO_ZEROS)) if _maybe(data[run.start() : run.end()])]
        for run in (*runs, *_FULL_WIDTH_RUN.finditer(data)):
            around = data[max(0, run.start() - _AROUND) : run.end() + _AROUND]
            if around in self.nobodys:
                continue
            from mingbai.source.personal import numbers  # most pages have no such digits

            found = [n for n in numbers(around.decode("utf-8", "ignore")) if not self.may_stand(n.sort, n.digits)]
            if not found:
                self.nobodys.add(around)
            for number in found:
                message = f"页面上有{number.sort}，内容里没有查出来，是拼这一页的时候凑成的"
                yield Problem(Place(path), "page/personal-data", message, "看看模板和这一页用到的内容，把号码去掉")

    def inside(self, path: str, data: bytes) -> Iterator[Problem]:
        """The host of the inside, told of once; a longer name that only ends or begins like it is another host."""
        host = self.allowance.inside
        if not host or host in self.told or host.encode() not in (text := _read(data).lower()):
            return
        if re.search(_BEFORE + re.escape(host.encode()) + _AFTER, text):
            self.told.add(host)
            message = f"这个文件里写了 {host}，只有单位里面的人打得开，不该公开"
            hint = "先看模板和 templates/assets/ 里写的地址，删掉它"
            yield Problem(Place(path), "page/inside-named", message, hint)

    def may_stand(self, sort: Sort, digits: str) -> bool:
        """Whether it is a mobile number that is an office line, or stands where such numbers are only warned of."""
        return sort is Sort.MOBILE and (self.allowance.mobiles is None or digits in self.allowance.mobiles)


def leading_nowhere(template: str, planned: Container[str]) -> list[str]:
    """The addresses on the same site that a template writes out and no file answers to."""
    return [each for each in sorted(set(_LITERAL.findall(template))) if _target(html.unescape(each)) not in planned]


def _read(data: bytes) -> bytes:
    """A file as its reader meets it, where signs of it may be written as references."""
    if not _WRITTEN.search(data):
        return data
    return re.sub("[\xad\u200b]", "", html.unescape(data.decode("utf-8", "ignore"))).encode()


def _target(address: str) -> str:
    """The file that an address on the same site leads to."""
    name = re.split("[?#]", address)[0][1:]
    return name + "index.html" if name.endswith("/") or not name else name


def _attribute(data: bytes, value: bytes) -> str:
    """The name of the attribute that has this value."""
    at = data.find(b'="' + value)
    at = data.find(b"='" + value) if at < 0 else at
    return data[max(0, at - 12) : at].replace(b"\n", b" ").rpartition(b" ")[2].decode().lower()


def _maybe(run: bytes) -> bool:
    """Whether digits are enough for a number of a person."""
    return bool(_MAYBE.search(run.translate(None, b" -")))


def _may_hide(data: bytes, abroad: Iterable[bytes]) -> bool:
    """Whether one of these links may be empty, or stand in something hidden; wrong only where it says yes."""
    if b"style=" in data or b"<template" in data or any(_is_empty(data, address) for address in abroad):
        return True
    at = data.find(b" hidden")
    while at >= 0:
        start = data.rfind(b"<", 0, at) + 1
        name = _NAME.match(data, start)
        element = name.group() if name else b""
        inside = data[start : data.find(b"</" + element, at)]
        if element and (_ABROAD.search(inside) or b"<" + element in inside):
            return True
        at = data.find(b" hidden", at + 1)
    return False


def _is_empty(data: bytes, address: bytes) -> bool:
    """Whether a link to the address has nothing in it but tags and marks."""
    at = data.find(address)
    while at >= 0:
        if data[at - 1 : at] in (b'"', b"'") and data.startswith(b"<a", data.rfind(b"<", 0, at)):
            inside = _TAG.sub(b"", data[data.find(b">", at) + 1 : data.find(b"</a", at)])
            if not any(map(str.isalnum, html.unescape(inside.decode("utf-8", "ignore")))):
                return True
        at = data.find(address, at + 1)
    return False
