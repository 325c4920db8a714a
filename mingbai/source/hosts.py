"""The hosts that a text names, linked to or not."""

import re
import unicodedata
from collections.abc import Iterator

_MAYBE = re.compile(r"\.[A-Za-z0-9]")
_LABEL = r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９－_-]+"
_HOST = re.compile(rf"{_LABEL}(?:[.．]{_LABEL})+")
_FILES = "md|ya?ml|html?|txt|csv|json|xml|rels|zip|pdf|ofd|docx?|xlsx?|pptx?|wps|et|dps|od[tsp]|png|jpe?g|gif|webp|svg"
_NAME = re.compile(rf"(?:[a-z0-9_-]+\.)+(?!(?:{_FILES})$)[a-z][a-z0-9-]+")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")


def hosts(text: str) -> Iterator[tuple[int, str]]:
    """Where a host stands in a text, and the host as a browser would write it: a name, or an address of four numbers.

    What ends as a file does is the name of a file.

    >>> list(hosts("见 catv.yaml，登录 NEI．Mingbai.example/a 或 10.1.2.3，交 14.00元"))
    [(15, 'nei.mingbai.example'), (39, '10.1.2.3')]
    """
    if not _MAYBE.search(text) and "．" not in text:
        return
    for found in _HOST.finditer(text):
        host = unicodedata.normalize("NFKC", found[0]).lower()
        if _NAME.fullmatch(host) or _NUMBER.fullmatch(host):
            yield found.start(), host
