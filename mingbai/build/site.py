"""Pages → artifacts. `clean` says what is right; `incremental` gives the same, faster.

Law: this room knows no kind of record. Everything an artifact depends on is in its fingerprint, part by part.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from mingbai.build import fingerprint
from mingbai.build.artifact import Artifact, Kept, Made
from mingbai.build.fingerprint import Fingerprint
from mingbai.build.outgoing import Allowance, Gate, gate
from mingbai.build.pool import ALONE, Workers, render_all
from mingbai.digest import of_value
from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page
from mingbai.source.abroad import Html

NEW = "线上原来没有这一页"
UNLIKE = "线上原来的这一页没有记录可以对，或者对不上"


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
    def paths(self) -> tuple[str, ...]:
        """Every path the site will have, in their order; two artifacts at one path are a developer's mistake."""
        every = sorted([page.path for page in self.pages] + [blob.path for blob in self.blobs])
        if twice := [path for path, following in pairwise(every) if path == following]:
            raise ValueError(f"two artifacts at one path: {twice}")
        return tuple(every)

    def gate(self) -> Gate:
        """A gate for its files that has let nobody through yet."""
        return gate(frozenset(self.paths), self.allowance)


class Before(NamedTuple):
    """What is known of one artifact that stands in the live tree: its fingerprint and the SHA-256 of its bytes."""

    fingerprint: Fingerprint
    digest: str


class Reason(Struct, frozen=True):
    """Why an artifact is made: a sentence for each part that changed."""

    path: str
    sentences: tuple[str, ...]


def fingerprints(site: Site) -> dict[str, Fingerprint]:
    """The fingerprint of every artifact of the site, by path, in the order of paths."""
    templates = fingerprint.of_templates(site.templates)
    chrome = of_value(site.chrome)
    found = {page.path: Fingerprint(page.digest, templates[page.template], chrome, site.program) for page in site.pages}
    found |= {blob.path: Fingerprint(blob.digest, "", "", site.program) for blob in site.blobs}
    return dict(sorted(found.items()))


def reasons(
    now: Mapping[str, Fingerprint], before: Mapping[str, Before], online: Collection[str] = ()
) -> Iterator[Reason]:
    """Why each artifact that cannot be kept has to be made; what is `online` may be there and not as we knew it."""
    for path, new in now.items():
        old = before.get(path)
        if old is None:
            yield Reason(path, (UNLIKE if path in online else NEW,))
        elif changed := new.changed(old.fingerprint):
            yield Reason(path, changed)


def clean(site: Site, html: Html, workers: Workers = ALONE) -> Iterator[Made]:
    """Make every artifact, in the order of paths. This defines what is right."""
    yield from _make(site, frozenset(site.paths), html, workers)


def incremental(
    site: Site, before: Mapping[str, Before], stale: Iterable[Reason], html: Html, workers: Workers = ALONE
) -> Iterator[Artifact]:
    """Make only what is stale; together with what is kept always equal to `clean(site)`, byte for byte."""
    remade = frozenset(reason.path for reason in stale)
    made = _make(site, remade, html, workers)
    for path in site.paths:
        yield next(made) if path in remade else Kept(path, before[path].digest)


def _make(site: Site, wanted: frozenset[str], html: Html, workers: Workers) -> Iterator[Made]:
    """The wanted artifacts in the order of paths: pages from the pool, other files from their own function."""
    pages = sorted((page for page in site.pages if page.path in wanted), key=lambda page: page.path)
    blobs = {blob.path: blob for blob in site.blobs if blob.path in wanted}
    rendered = render_all(site.templates, site.chrome, pages, html, site.gate, workers)
    for path in sorted(wanted):
        yield Made(path, blobs[path].make()) if path in blobs else next(rendered)
