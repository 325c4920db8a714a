"""Web addresses that are printed but are no links: nothing makes one of an address that merely stands there.

Whether one is printed is asked of the HTML; in the text it is only looked for then, to tell its place.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from mingbai.source.markdown_habit import short
from mingbai.source.markdown_html import unlinked
from mingbai.source.markdown_limits import Fault
from mingbai.source.markdown_lost import outside_code
from mingbai.source.markdown_spots import Spots

_WEB = "https?://[0-9A-Za-z._~:/?#@!$&*+,;=%-]*[0-9A-Za-z/=&%_-]"
_PRINTED = re.compile(rf"(?<![0-9A-Za-z_]){_WEB}")
_PLAIN = re.compile(
    r"(?<![<\[\"'=0-9A-Za-z_/])(?<![\]］】][(（])(?<![\]］】] [(（])(?<!\]:)(?<!\]: )"
    rf"(?>{_WEB})(?![^\[\]\n]{{0,200}}\]\()(?![^<\n]{{0,200}}</a>)"
)
_NO_DOMAIN = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@.]+)(?=[/?#:]|\Z)")
"""The name of a computer: as a link it would be refused."""
_NEARLY_LINKED = re.compile(rf"[\]］】] ?[(（]({_WEB})")


def bare_addresses(html: str, spots: Spots) -> Iterator[Fault]:
    """Each address that is printed and leads nowhere; one that was meant as a link is told as that elsewhere."""
    printed = _PRINTED.findall(unlinked(outside_code(html))) if "://" in html else []
    if not printed:
        return
    plain: defaultdict[str, deque[int]] = defaultdict(deque)
    for match in _PLAIN.finditer(spots.text):
        plain[match[0]].append(match.start())
    meant = set(_NEARLY_LINKED.findall(spots.text))
    for address in printed:
        if plain[address]:
            yield _bare(address, spots, plain[address].popleft())
        elif address not in meant:
            yield _bare(address, spots, spots.next(address, "/".join(address.split("/")[:3])))


def _bare(address: str, spots: Spots, index: int) -> Fault:
    host = _NO_DOMAIN.match(address)
    if host:
        message = f"“{short(address)}”只有单位里面的人打得开：{host[1]} 不是域名"
        return Fault(*spots.of(index), "markdown/bare-address", message, "删掉它；域名写漏了的，补全")
    hint = f"写成 <{address}>，或者 [名称]({address})"
    return Fault(*spots.of(index), "markdown/bare-address", f"“{short(address)}”点不开，会印成一串字", hint)
