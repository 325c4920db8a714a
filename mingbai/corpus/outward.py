"""Where a site may lead outside, and on which way (R72).

Rule 1: our own hosts and the government's (*.gov.cn) are linked to as they are.
Rule 2: any other host stands on the bureau's list, `outbound`, or nothing links to it.
Rule 3: from the public site the way to a listed host goes through a page that says so, /leaving/<host>/.
"""

import hashlib
import re
from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.gathered import Gathered
from mingbai.corpus.references import addresses, leads_outward
from mingbai.problem import Place
from mingbai.records.public.bureau import Bureau
from mingbai.records.torn import Torn

GOVERNMENT = "gov.cn"
_PRIVATE = re.compile(
    r"(?:10|127)(?:\.[0-9]{1,3}){3}|172\.(?:1[6-9]|2[0-9]|3[01])(?:\.[0-9]{1,3}){2}|192\.168(?:\.[0-9]{1,3}){2}|(?:.*\.)?localhost"
    r"|\\\\.*|[^.]+"
)
_HOST = re.compile(r"https?://(?:[^/?#@\\]*@)?([^/?#:\\]+)", re.IGNORECASE)


class Exits(Struct, frozen=True):
    """The hosts that a site may lead to: our own with all below them, and those of the list."""

    own: str
    internal: str
    listed: tuple[str, ...]

    @classmethod
    def of(cls, bureau: Bureau) -> "Exits":
        """The exits of the public site. A bureau that is broken has none, nor one whose hosts cannot be told apart."""
        if _below(bureau.public_host, bureau.intranet_host):
            return cls("", "", ())
        return cls(bureau.public_host, bureau.intranet_host, tuple(sorted({each.host for each in bureau.outbound})))

    def is_plain(self, host: str) -> bool:
        """Whether the host is linked to as it is."""
        return not self.is_inside(host) and (_below(host, self.own) or _below(host, GOVERNMENT))

    def is_inside(self, host: str) -> bool:
        """Whether only the bureau's own network knows the host: the intranet, what lies below it, a private address."""
        return _below(host, self.internal) or is_private(host)

    def allows(self, host: str) -> bool:
        """Whether anything may lead to the host."""
        return self.is_plain(host) or (host in self.listed and not self.is_inside(host))

    def way(self, address: str) -> str:
        """Where a link on a public page to that address leads.

        >>> exits = Exits("mingbai.example", "", ("tickets.example",))
        >>> exits.way("https://www.gov.cn/a"), exits.way("https://tickets.example/a")
        ('https://www.gov.cn/a', '/leaving/tickets.example/#to-d810c134')
        """
        host = host_of(address)
        return f"{leaving(host)}#{anchor(address)}" if host in self.listed and not self.is_plain(host) else address


def host_of(address: str) -> str:
    """The host that a browser would go to; empty for what is no address on the web.

    >>> host_of("HTTPS://user@WWW.gov.cn:8443/a?b"), host_of("../fees/catv.yaml")
    ('www.gov.cn', '')
    """
    found = _HOST.match(address)
    return found[1].lower().rstrip(".") if found else ""


def is_private(host: str) -> bool:
    r"""Whether a host is an address that every network has its own of (RFC 1918, RFC 6761), or the name of a computer.

    >>> is_private("10.1.2.3"), is_private("192.168.0.1"), is_private("localhost"), is_private("8.8.8.8")
    (True, True, True, False)
    >>> is_private(r"\\files01"), is_private("oa")
    (True, True)
    """
    return bool(_PRIVATE.fullmatch(host))


def leaving(host: str) -> str:
    """The address of the page that says one is leaving for that host."""
    return f"/leaving/{host}/"


def anchor(address: str) -> str:
    """The id of an address on the page that leads to it."""
    return f"to-{hashlib.sha256(address.encode()).hexdigest()[:8]}"


def outward(corpus: Gathered) -> Iterator[tuple[AnyEntry, Place, str]]:
    """Every address outside that the records of a corpus and their prose lead to, and where it is written."""
    for kind, entries in corpus.kinds.items():
        for entry in entries if leads_outward(kind) else ():
            yield from ((entry, entry.place(*steps), address) for steps, address in addresses(entry.record))
    for entry in corpus.leading:
        yield from ((entry, place, target) for place, target in leading(entry))


def leading(text: AnyEntry | Torn) -> Iterator[tuple[Place, str]]:
    """Every address outside that a text leads to, and where it is written."""
    for link in text.body.links if text.body else ():
        if not link.path and host_of(link.target):
            yield Place(text.path, link.line, link.column), link.target


def _below(host: str, domain: str) -> bool:
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))
