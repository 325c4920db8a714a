"""The list of pages for search engines (sitemaps.org protocol 0.9), and the note that says where it is.

There is no `lastmod`: a date that is not derived from the records would be a guess.
"""

from collections.abc import Sequence
from xml.etree import ElementTree

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(corpus: PublicCorpus, routes: Sequence[str]) -> Export:
    """`sitemap.xml`: every page but the one that says a page is missing."""
    host = corpus.bureau.record.public_host
    urlset = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for route in sorted(route for route in routes if route.endswith("/")):
        ElementTree.SubElement(ElementTree.SubElement(urlset, "url"), "loc").text = f"https://{host}{route}"
    ElementTree.indent(urlset)
    return Export("sitemap.xml", ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True) + b"\n")


def robots(corpus: PublicCorpus) -> Export:
    """`robots.txt`: everything may be read, and where the list of pages is (RFC 9309)."""
    text = f"User-agent: *\nAllow: /\nSitemap: https://{corpus.bureau.record.public_host}/sitemap.xml\n"
    return Export("robots.txt", text.encode())
