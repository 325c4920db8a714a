"""What the preview answers to one request: a pure function of what is shown and what was asked.

Rule 1: an address is looked up among the artifacts of the last good build and nowhere else: no disk, so no path to
climb. `/fees/` is `fees/index.html`, `/fees` leads there, what is unknown gets the site's own `404.html`.
Rule 2: only this machine asks, and only for itself. Another `Host` (a name that was pointed at us, DNS rebinding) or
a foreign `Origin` is refused, and no other page may embed what we send.
Rule 3: a page goes out as a build writes it, with one tag more: the script that reloads it and shows problems. Script
and style are files, so the page's own content security policy holds.
"""

from collections.abc import Collection, Mapping
from html import escape
from urllib.parse import quote, unquote

from msgspec import Struct

from mingbai.publish.preview_live import SCRIPT, STYLE
from mingbai.publish.preview_report import Report, as_event, as_page

OWN = "/__mingbai__/"
EVENTS = f"{OWN}events"
HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
UNKNOWN = "application/octet-stream"
TYPES = {
    "html": HTML,
    "htm": HTML,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": PLAIN,
    "map": PLAIN,
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "yaml": "application/yaml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "gz": "application/gzip",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ofd": "application/ofd",
}
"""What each kind of file is, written here because what a system knows of types differs from machine to machine."""


class Shown(Struct, frozen=True):
    """What one site shows: the files of its last good build (none before the first), and what stands in its way.

    `version` changes with every byte of the site, so a page knows whether it is still the page; `event` is what open
    browsers are told.
    """

    files: Mapping[str, bytes]
    version: str
    report: Report
    event: str

    @classmethod
    def of(cls, files: Mapping[str, bytes], version: str, report: Report) -> "Shown":
        """What is shown, with its event worked out once for all browsers."""
        return cls(files, version, report, as_event(version, report))


class Request(Struct, frozen=True):
    """What is asked, as far as the answer depends on it; `hosts` are all `Host` headers there were."""

    method: str
    target: str
    hosts: tuple[str, ...]
    origin: str | None = None


class Answer(Struct, frozen=True):
    """Status, type and bytes of an answer, and where else to go."""

    status: int
    type: str
    body: bytes
    location: str = ""


def names(addresses: Collection[str], port: int) -> frozenset[str]:
    """What a `Host` header may say for a server at that port, which also listens at `addresses`.

    >>> sorted(names(["::1"], 8000))
    ['127.0.0.1:8000', '[::1]:8000', 'localhost:8000']
    """
    hosts = {"localhost", "127.0.0.1", "[::1]"}
    hosts |= {f"[{address}]" if ":" in address else address.lower() for address in addresses}
    return frozenset({f"{host}:{port}" for host in hosts} | (hosts if port == 80 else set()))


def refusal(request: Request, ours: Collection[str]) -> Answer | None:
    """Why this request gets nothing, if so: it asks to change something, or does not come from here."""
    if request.method not in ("GET", "HEAD"):
        return _plain(405, "预览只能看（GET、HEAD）。")
    if len(request.hosts) != 1 or request.hosts[0].lower() not in ours:
        return _plain(403, f"这个预览只在本机看：请用 http://{min(ours)}/ 打开。")
    if request.origin is not None and request.origin.lower() != f"http://{request.hosts[0].lower()}":
        return _plain(403, "别的网站不能读这个预览。")
    return None


def answer(shown: Shown, target: str) -> Answer:
    """The answer to a request that was not refused."""
    address, _, query = target.partition("?")
    path = unquote(address.partition("#")[0])
    if path.startswith(OWN):
        return _own(path)
    if not shown.files:
        return Answer(503, HTML, _live(as_page(shown.report), shown.version, standing=False))
    name = path.removeprefix("/")
    found = f"{name}index.html" if name.endswith("/") or not name else name
    if found in shown.files:
        return _file(200, found, shown)
    if f"{name}/index.html" in shown.files:
        return Answer(301, PLAIN, b"", quote(f"/{name}/") + (f"?{query}" if query else ""))
    return _file(404, "404.html", shown) if "404.html" in shown.files else _plain(404, "没有这一页。")


def _own(path: str) -> Answer:
    ours = {"live.js": (TYPES["js"], SCRIPT), "live.css": (TYPES["css"], STYLE)}
    type, text = ours.get(path.removeprefix(OWN), ("", ""))
    return Answer(200, type, text.encode()) if text else _plain(404, "没有这个文件。")


def _file(status: int, path: str, shown: Shown) -> Answer:
    name = path.rsplit("/", 1)[-1].lower()
    type = TYPES.get(name.rsplit(".", 1)[-1], UNKNOWN) if "." in name else UNKNOWN
    data = shown.files[path]
    return Answer(status, type, _live(data, shown.version) if type == HTML else data)


def _live(page: bytes, version: str, *, standing: bool = True) -> bytes:
    """The page with the tag of the live script at the end of its head; at its very end if it has no head."""
    mark = "" if standing else " data-report"
    tag = f'<script src="{OWN}live.js" data-version="{escape(version)}"{mark} defer></script>\n'.encode()
    head, end, rest = page.partition(b"</head>")
    return head + tag + end + rest if end else page + tag


def _plain(status: int, text: str) -> Answer:
    return Answer(status, PLAIN, f"{text}\n".encode())
