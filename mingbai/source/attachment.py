"""The text of an attachment, as far as it can be read: what people see in it, and what its program wrote about it.

Rule 1: nothing is passed over in silence: what cannot be read is `Unread`, with the reason.
Rule 2: the time is bounded whatever the bytes are: a packed file has caps on its parts and on what they unfold to, a
PDF on its pages (`pdf.py`). Pictures lose their metadata on the way out, and nobody reads what they show.
"""

import html
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

from msgspec import Struct

TEXTS = ("txt", "csv", "md", "html", "htm", "json", "xml")
PACKED = ("docx", "xlsx", "pptx", "docm", "xlsm", "odt", "ods", "odp", "ofd", "zip")
PICTURES = ("jpg", "jpeg", "png", "gif", "webp")
MOST_PARTS = 5_000
MOST_BYTES = 64 << 20
"""What all parts of a packed file may unfold to."""

_READABLE = (*TEXTS, "rels", "xhtml", "rdf")
_SAID = "author|initials|Author|Creator|Target|href|descr|title|name|tooltip|alt|value|string-value|date-value"
_ATTRIBUTE = re.compile(rf"""[ \n:](?:{_SAID})=(?:"([^"]*)"|'([^']*)')""")
_INSIDE = re.compile(r"</?(?:w:(?!p\b|tc\b|br\b|tab\b|tr\b)|a:(?!p\b|br\b)|r\b|t\b|rPr\b|text:(?:span|a)\b)[^<>]*>")
"""Tags that stand inside a word: programs cut a number in two where its colour or spelling mark changes."""
_TAG = re.compile("<[^<>]*>")
_FRACTION = re.compile(r"^-?\d+\.\d+(?:E[+-]?\d+)?$", re.MULTILINE)
"""A reckoned cell; its digits are nobody's number."""


_NAMES = (
    (re.compile(r"word/document\.xml|content\.xml"), "正文"),
    (re.compile(r"docProps/.*|meta\.xml"), "文件属性"),
    (re.compile(r"(?:.*/)?(?:threadedC|c)omments?\d*\.xml"), "批注"),
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "页眉页脚"),
    (re.compile(r"word/(?:foot|end)notes\.xml"), "脚注"),
    (re.compile(r"xl/worksheets/sheet(\d+)\.xml"), "第 {} 张工作表"),
    (re.compile(r"xl/sharedStrings\.xml"), "单元格"),
    (re.compile(r"ppt/slides/slide(\d+)\.xml"), "第 {} 张幻灯片"),
)
"""What people call the parts of an office file."""

DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, MemoryError, ValueError)
"""What unpacking a file raises that is damaged, locked, or packed by no known method."""


class Part(Struct, frozen=True):
    """A piece of text; `name` says where in the attachment, and is empty where the attachment is the text."""

    name: str
    text: str


class Unread(Struct, frozen=True):
    """What could not be read, and why."""

    name: str
    why: str


def parts(path: str, raw: bytes) -> Iterator[Part | Unread]:
    """Everything that can be read in the attachment at `path`."""
    suffix = _suffix(path)
    if suffix in TEXTS:
        yield Part("", _decoded(raw))
    elif suffix in PACKED:
        yield from _packed(raw)
    elif suffix == "pdf":
        from mingbai.source import pdf

        found, why = pdf.texts(raw)
        yield from (Part(name, text) for name, text in found)
        if why:
            yield Unread("", why)
    elif suffix not in PICTURES:
        yield Unread("", "这种文件程序读不了")


def _suffix(path: str) -> str:
    return path.rsplit(".", 1)[-1].lower()


def _decoded(raw: bytes) -> str:
    """Text in the encodings that occur here; what fits none is read as far as it goes."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "ignore")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "ignore")


def _packed(raw: bytes) -> Iterator[Part | Unread]:
    """The parts of a zip that are text: office files are zips of XML."""
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if len(members) > MOST_PARTS:
                yield Unread("", f"里面的文件超过 {MOST_PARTS} 个")
                return
            for member in members:
                yield Part("里面的文件名", member.filename)
                suffix = _suffix(member.filename)
                if suffix in (*PACKED, "pdf", "doc", "xls", "ppt", "wps"):
                    yield Unread(_called(member.filename), "它在压缩包里面")
                if suffix not in _READABLE:
                    continue
                with archive.open(member) as opened:
                    data = opened.read(left + 1)
                left -= len(data)
                if left < 0:
                    yield Unread(_called(member.filename), f"解开以后超过 {MOST_BYTES >> 20} MB")
                    return
                yield Part(_called(member.filename), _plain(_decoded(data)))
            if archive.comment:
                yield Part("压缩包的说明", _decoded(archive.comment))
    except DAMAGE:
        yield Unread("", "文件坏了，或者加了密码")


def _called(member: str) -> str:
    """The name of a part: what people call it, or else what the program does."""
    found = ((pattern.fullmatch(member), name) for pattern, name in _NAMES)
    return next((name.format(*match.groups()) for match, name in found if match), f"“{member}”")


def _plain(markup: str) -> str:
    """The words of some XML, and those of its attributes that people write."""
    said = "\n".join(double or single for double, single in _ATTRIBUTE.findall(markup))
    words = _TAG.sub("\n", _INSIDE.sub("", markup))
    return _FRACTION.sub("", html.unescape(f"{words}\n{said}"))
