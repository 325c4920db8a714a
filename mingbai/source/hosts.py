"""The hosts that a text names, linked to or not."""

import re
import unicodedata
from collections.abc import Iterator

_MAYBE = re.compile(r"\.[A-Za-z0-9]")
_SIGN = "[A-Za-z0-9Ａ-Ｚａ-ｚ０-９－_-]"
_LABEL = f"{_SIGN}+"
_HOST = re.compile(rf"(?<!{_SIGN}){_LABEL}(?:[.．]{_LABEL})+")
"""Looked for where a name begins alone: in a long one without a dot each of its signs would be read to the end."""
_FILES = "md|ya?ml|html?|txt|csv|json|xml|rels|zip|pdf|ofd|docx?|xlsx?|pptx?|wps|et|dps|od[tsp]|png|jpe?g|gif|webp|svg"
_NAME = re.compile(rf"(?:[a-z0-9_-]+\.)+(?!(?:{_FILES})$)[a-z][a-z0-9-]+")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_VERSION = re.compile(r"(?:版本 ?|版本号[:： ]*)\Z")
"""What stands before four numbers that are no address, 系统版本10.1.2.3; behind 测试版本： one may stand."""
_NEAR = re.compile(
    rf"(?<!\]\()(?<!<)https?[:：][/／]{{2}}({_LABEL}+)(?=[:/?#])(?![^/?#\s]*@)"
    rf"|(?<![.．])(?<!{_SIGN})(localhost)(?=:[0-9])",
    re.IGNORECASE,
)
"""The name of a computer without a domain, which those of its own network reach. In a printed text a name may be cut
off at the end of a line; a link to one is told as a link."""
_SHARED = re.compile(
    rf"(?<!\]\()(?:(?<![:\\A-Za-z0-9])\\{{2,4}}|＼＼|\b(?:smb|file)://)({_LABEL}(?:[.．]{_LABEL})*)[\\＼/]",
    re.IGNORECASE,
)
"""A link to such a folder is told as one: what it leads to belongs among our files."""
SHARED = "\\\\"
"""What the name of a computer begins with whose folders others open over the network."""


def hosts(text: str) -> Iterator[tuple[int, str]]:
    r"""Where a host stands in a text, and the host as a browser would write it: a name, or an address of four numbers.

    What ends as a file does is the name of a file. A computer whose folders are shared is named as Windows names it.

    >>> list(hosts("见 catv.yaml，登录 NEI．Mingbai.example/a 或 10.1.2.3，交 14.00元"))
    [(15, 'nei.mingbai.example'), (39, '10.1.2.3')]
    >>> list(hosts("升级到版本 10.1.2.3，版本号：10.1.2.3；测试版本：10.1.2.4"))
    [(33, '10.1.2.4')]
    >>> [host for _, host in hosts("见 http://oa/a、http：//OA:80 和 localhost:8080，不是 http://a@gov.cn/")]
    ['oa', 'oa', 'localhost', 'gov.cn']
    >>> [host for _, host in hosts(r"存在 \\Files01\公示 和 file://files01/公示，不在 D:\\gs\\a 里")]
    ['\\\\files01', '\\\\files01']
    """
    if SHARED in text or "＼＼" in text or "://" in text:
        yield from ((found.start(), SHARED + _written(found[1])) for found in _SHARED.finditer(text))
    if "//" in text or "／／" in text or "localhost" in text:
        yield from ((found.start(), _written(found[1] or found[2])) for found in _NEAR.finditer(text))
    if not _MAYBE.search(text) and "．" not in text:
        return
    for found in _HOST.finditer(text):
        host = _written(found[0])
        if _NAME.fullmatch(host) or (_NUMBER.fullmatch(host) and not _is_version(text, found.start())):
            yield found.start(), host


def _is_version(text: str, start: int) -> bool:
    return bool(_VERSION.search(text, max(0, start - 6), start))


def _written(name: str) -> str:
    return unicodedata.normalize("NFKC", name).lower()
