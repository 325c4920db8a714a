"""Pages → artifacts. `clean` says what is right; `incremental` gives the same, faster.

Law: this room knows no kind of record. Everything an artifact depends on is in its fingerprint, part by part.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from mingbai.build import fingerprint
from mingbai.build.artifact import Made
from mingbai.build.before import Before
from mingbai.build.fingerprint import Fingerprint, Parts
from mingbai.build.outgoing import LOOKED, PAGES, Allowance, Gate, gate
from mingbai.build.pool import ALONE, Workers, render_all
from mingbai.digest import of_value
from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page
from mingbai.source.abroad import Html

NEW = "线上原来没有这一页"
UNLIKE = "线上的这一页和记下的对不上：退回过上一版、被人动过，或者程序换过、用了 --clean"


class Blob(Struct, frozen=True):
    """An output file that is no page (style sheet, attachment, export): a digest of what it is made from, and how."""

    path: str
    digest: str
    make: Callable[[], bytes]


class Site(Struct, frozen=True, dict=True):
    """One whole site to be: its pages, its other files, its templates and frame, the program's version.

    `allowance` says what may go out.
    """

    pages: tuple[Page, ...]
    blobs: tuple[Blob, ...]
    templates: Mapping[str, str]
    chrome: Chrome
    program: str
    allowance: Allowance

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """Its pages by the file that each will be."""
        return {page.path: page for page in self.pages}

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every path the site will have; two artifacts at one path are a developer's mistake."""
        paths = frozenset((*self.by_path, *(blob.path for blob in self.blobs)))
        if len(paths) != len(self.pages) + len(self.blobs):
            every = [page.path for page in self.pages] + [blob.path for blob in self.blobs]
            raise ValueError(f"two artifacts at one path: {[path for path, n in Counter(every).items() if n > 1]}")
        return paths

    def gate(self) -> Gate:
        """A gate for its files that has let nobody through yet."""
        return gate(self.paths, self.allowance)


class Reason(Struct, frozen=True):
    """Why an artifact is made: a sentence for each part that changed."""

    path: str
    sentences: tuple[str, ...]


def fingerprints(site: Site) -> dict[str, Parts]:
    """The fingerprint of every artifact of the site, by path."""
    templates = fingerprint.of_templates(site.templates, site.paths)
    # What may not go out any more is made anew, and so looked at: of pages more than of other files.
    shared, allowance = of_value((site.chrome, site.allowance)), site.allowance
    others = of_value((allowance.mobiles, allowance.inside))
    program, pages = site.program, site.by_path.items()
    found = {path: (page.digest, templates[page.template], shared, program) for path, page in pages}
    for blob in site.blobs:
        name = blob.path.lower()
        allowed = shared if name.endswith(PAGES) else others if name.endswith(LOOKED) else ""
        found[blob.path] = blob.digest, "", allowed, program
    return found


def reasons(now: Mapping[str, Parts], before: Before, online: Collection[str] = ()) -> Iterator[Reason]:
    """Why each artifact that cannot be kept has to be made, in the order of paths.

    What is `online` may be there and not as we knew it.
    """
    known = before.prints
    for path in sorted([path for path, new in now.items() if known.get(path) != new]):
        old = known.get(path)
        yield Reason(path, Fingerprint(*now[path]).changed(old) if old else (UNLIKE if path in online else NEW,))


def kept(now: Mapping[str, Parts], stale: Iterable[Reason], before: Before) -> dict[str, str]:
    """What stays as it is, because nothing it depends on has changed: path → SHA-256."""
    remade, digests = {reason.path for reason in stale}, before.digests
    return {path: digests[path] for path in now if path not in remade}


def clean(site: Site, html: Html, workers: Workers = ALONE) -> Iterator[Made]:
    """Make every artifact, in the order of paths. This defines what is right."""
    return _make(site, site.paths, html, workers)


def incremental(site: Site, stale: Iterable[Reason], html: Html, workers: Workers = ALONE) -> Iterator[Made]:
    """Make only what is stale; together with what is kept always equal to `clean(site)`, byte for byte.

    Workers begin at once, as soon as they are through with what they were given before.
    """
    return _make(site, frozenset(reason.path for reason in stale), html, workers)


def _make(site: Site, wanted: frozenset[str], html: Html, workers: Workers) -> Iterator[Made]:
    """The wanted artifacts in the order of paths: pages from the pool, other files from their own function."""
    pages = [site.by_path[path] for path in sorted(wanted & site.by_path.keys())]
    blobs = {blob.path: blob for blob in site.blobs if blob.path in wanted}
    rendered = render_all(site.templates, site.chrome, pages, html, site.gate, workers)
    return (Made(path, blobs[path].make()) if path in blobs else next(rendered) for path in sorted(wanted))
