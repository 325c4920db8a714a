"""The list of pages for search engines (sitemaps.org protocol 0.9), and the note that says where it is.

There is no `lastmod`: a date that is not derived from the records would be a guess.
"""

from collections.abc import Iterable
from xml.etree import ElementTree

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(corpus: PublicCorpus, routes: Iterable[str]) -> Export:
    """`sitemap.xml`: every page but the one that says a page is missing, and those that only lead on."""
    host, old = corpus.bureau.record.public_host, {each.old for each in corpus.moved}
    addresses = [
        f"https://{host}{route}"
        for route in sorted(routes)
        if route.endswith("/") and not route.startswith("/leaving/") and route not in old
    ]
    return Export("sitemap.xml", of_bytes("\n".join(addresses).encode()), lambda: _urlset(addresses))


def _urlset(addresses: Iterable[str]) -> bytes:
    urlset = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for address in addresses:
        ElementTree.SubElement(ElementTree.SubElement(urlset, "url"), "loc").text = address
    ElementTree.indent(urlset)
    text: bytes = ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def robots(corpus: PublicCorpus) -> Export:
    """`robots.txt`: everything may be read, and where the list of pages is (RFC 9309)."""
    host = corpus.bureau.record.public_host
    text = f"User-agent: *\nAllow: /\nSitemap: https://{host}/sitemap.xml\n".encode()
    return Export("robots.txt", of_bytes(text), lambda: text)
