"""The list of pages for search engines (sitemaps.org protocol 0.9), and the note that says where it is.

There is no `lastmod`: a date that is not derived from the records would be a guess. One list holds 50,000 addresses at
most; where there are more, `sitemap.xml` lists the lists.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""So many addresses may stand in one list."""


def sitemap(corpus: PublicCorpus, routes: Iterable[str], most: int = MOST) -> Iterator[Export]:
    """`sitemap.xml`: every page but the one that says a page is missing, and those that only lead on."""
    site, old = f"https://{corpus.bureau.record.public_host}", {each.old for each in corpus.moved}
    addresses = [
        f"{site}{route}"
        for route in sorted(routes)
        if route.endswith("/") and not route.startswith("/leaving/") and route not in old
    ]
    if len(addresses) <= most:
        yield _list("sitemap.xml", "url", addresses)
        return
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _list("sitemap.xml", "sitemap", [f"{site}/{name}" for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _list(name, "url", part)


def _list(path: str, item: str, addresses: list[str]) -> Export:
    digest = of_bytes("\n".join((item, *addresses)).encode())
    return Export(path, digest, partial(_written, item, addresses))


def _written(item: str, addresses: Iterable[str]) -> bytes:
    from xml.etree import ElementTree  # where no page came or went none is written

    top = ElementTree.Element("urlset" if item == "url" else "sitemapindex", xmlns=NAMESPACE)
    for address in addresses:
        ElementTree.SubElement(ElementTree.SubElement(top, item), "loc").text = address
    ElementTree.indent(top)
    text: bytes = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def robots(corpus: PublicCorpus) -> Export:
    """`robots.txt`: everything may be read, and where the list of pages is (RFC 9309)."""
    host = corpus.bureau.record.public_host
    text = f"User-agent: *\nAllow: /\nSitemap: https://{host}/sitemap.xml\n".encode()
    return Export("robots.txt", of_bytes(text), lambda: text)
