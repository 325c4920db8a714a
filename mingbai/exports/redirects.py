"""Old addresses for web servers: with these maps they answer “moved for good” (301) before they look for a file.

The pages at the old addresses do without (`pages/public/moved.py`), where there can be one; each site has maps of its
own, also where they are empty, so that a server's configuration may always include them. `docs/operators` says how.
"""

from collections.abc import Iterable, Iterator

from mingbai.corpus.moved import Moved
from mingbai.digest import of_bytes
from mingbai.exports.export import Export

NOTE = "# Old addresses and where they lead now; made anew with each build.\n"


def redirects(found: Iterable[Moved]) -> Iterator[Export]:
    """`redirects/nginx.map`, for nginx's maps of `$request_uri` and `$uri`; `redirects/apache.txt`, a `RewriteMap`."""
    pairs = tuple(found)
    yield _export("redirects/nginx.map", (f'"{old}" "{new}";\n' for old, new in pairs))
    yield _export("redirects/apache.txt", (f"{old} {new}\n" for old, new in pairs))


def _export(path: str, lines: Iterable[str]) -> Export:
    text = (NOTE + "".join(lines)).encode()
    return Export(path, of_bytes(text), lambda: text)
