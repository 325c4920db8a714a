"""Nothing internal leaks: the four proofs of the boundary, and the control that shows they can fail."""

import gzip
import io
import itertools
import re
import shutil
import tempfile
import typing
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.build.site import Blob, Site
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.moved import Moved
from mingbai.digest import of_bytes
from mingbai.exports.redirects import redirects
from mingbai.pages.page import Page
from mingbai.pages.public.moved import leading_on
from mingbai.records.base import Addressed
from mingbai.records.field import Field, Value, fields_of
from mingbai.records.intranet.finding import Finding
from mingbai.records.parse import parse
from mingbai.records.values import Refers
from tests.workshop import IN_MEMORY, Files, Workshop

CANARY = "canary"
"""Every planted secret begins with this word, which is in no public file."""
BOUND = ("articles", "version", "doc_no")
"""Texts that must agree with something else, so that nothing can be put into them."""


@contextmanager
def workshop() -> Iterator[Workshop]:
    folder = Path(tempfile.mkdtemp(prefix="mingbai-boundary-", dir=IN_MEMORY))
    try:
        yield Workshop(folder)
    finally:
        shutil.rmtree(folder)


def public_site(bureau: Workshop) -> Files:
    """The public site of a bureau, built with all its sources there."""
    outcome = bureau.build()
    assert [done.site for done in outcome.released], outcome.problems
    return bureau.sites()["public"]


def with_canaries(bureau: Workshop, seed: int) -> None:
    """Put a secret into every free text of every intranet record, into file names and an attachment."""
    number = itertools.count(seed * 1000)
    digests: dict[str, str] = {}
    for path in sorted(bureau.path("content/intranet").rglob("*.yaml")):
        below = path.relative_to(bureau.root).as_posix()
        entry = parse(below, path.read_bytes()).entry
        assert entry, below
        marked = marked_with(entry.record, number)
        if isinstance(marked, Addressed):
            marked = replace(marked, aliases=(*marked.aliases, f"/{CANARY}-{next(number)}/"))
        if isinstance(entry.record, Finding) and isinstance(marked, Finding):
            digests[entry.record.sha256] = marked.sha256
        bureau.write(below, yaml.safe_dump(to_builtins(marked), allow_unicode=True))
        assert parse(below, bureau.path(below).read_bytes()).problems == ()
    for path in sorted(bureau.path("content/intranet/circulars").rglob("*.yaml")):
        below, text = path.relative_to(bureau.root).as_posix(), path.read_text(encoding="utf-8")
        bureau.write(below, re.sub("[0-9a-f]{64}", lambda found: digests[found[0]], text))
    bureau.write(f"content/intranet/files/{CANARY}-{seed}.txt", f"{CANARY}{seed}\n")
    bureau.write(f"content/intranet/drafts/{CANARY}-{seed}.md", f"{CANARY}{seed}\n")


def marked_with(record: Value, number: Iterator[int]) -> Value:
    """The record with a secret in each text that may say anything (no form, no reference, no closed value)."""
    changes: dict[str, Any] = {}
    fields = fields_of(type(record))
    for name, field in fields.items():
        value = getattr(record, name)
        free = name not in BOUND and not any(map(has_form, marks(field.annotation, (*field.metadata, field))))
        if isinstance(value, Value):
            changes[name] = marked_with(value, number)
        elif isinstance(value, tuple):
            changes[name] = tuple(
                marked_with(item, number)
                if isinstance(item, Value)
                else f"{item}{CANARY}{next(number)}"
                if free
                else item
                for item in value
            )
        elif type(value) is str and free:
            changes[name] = f"{value}{CANARY}{next(number)}"
    kept = {name: value for name, value in changes.items() if name not in BOUND and value != fields[name].default}
    return replace(record, **kept)


def marks(annotation: Any, metadata: Sequence[Any]) -> Iterator[Any]:
    """Everything that is said of a type, in lists and alternatives too."""
    yield from (*metadata, *getattr(annotation, "__metadata__", ()))
    for argument in typing.get_args(annotation):
        yield from marks(argument, ())


def has_form(mark: Any) -> bool:
    """Whether a mark says how a text has to look, or that it names something."""
    return isinstance(mark, Refers) or (isinstance(mark, Field) and "pattern" in dict(mark.limits))


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and of whatever is compressed inside it."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue


def told(site: Files) -> list[str]:
    """Where a secret shows in a site: file names and contents."""
    mark = CANARY.encode()
    return [
        path for path, data in site.items() if mark in path.encode() or any(mark in part for part in unpacked(data))
    ]


@settings(max_examples=25)
@given(seed=st.integers(0, 99), gone=st.sets(st.sampled_from(["annexes", "plans", "drafts"])), copies=st.integers(0, 3))
def test_intranet_facts_change_no_public_byte(seed: int, gone: set[str], copies: int) -> None:
    """Two trees that differ only in the intranet folder give the same public site, file names included (a)."""
    with workshop() as bureau:
        bureau.publish()
        before = bureau.sites()["public"]
        with_canaries(bureau, seed)
        for folder in gone:
            shutil.rmtree(bureau.path(f"content/intranet/{folder}"), ignore_errors=True)
        for copy in range(copies):
            bureau.write(f"content/intranet/annexes/people/yi{copy}.yaml", f"wrong: {CANARY}\n")

        assert before == public_site(bureau)


def test_the_public_site_needs_no_intranet_folder() -> None:
    """Built where the intranet's files are not even present, the public site is the same (b)."""
    with workshop() as bureau:
        before = public_site(bureau)
        shutil.rmtree(bureau.path("content/intranet"))

        assert before == public_site(bureau)


def test_no_secret_shows_on_the_public_site() -> None:
    """Secrets in every intranet field, file name and attachment are in no public byte, compressed or not (c)."""
    with workshop() as bureau:
        with_canaries(bureau, 7)
        public = public_site(bureau)

        assert told(bureau.sites()["intranet"]), "the secrets must be where they may be, or this test proves nothing"
        assert not told(public)


def test_a_draft_and_what_moves_to_the_intranet_is_gone_from_the_public_site() -> None:
    """Hidden by `git mv`: no page, no list, no sitemap knows it any more."""
    with workshop() as bureau:
        bureau.edit("content/public/bulletins/2026/02/issue.yaml", "title: ", f"title: {CANARY}")
        assert told(public_site(bureau))
        bureau.move("content/public/bulletins/2026/02", "content/intranet/drafts/bulletins/2026/02")

        assert not told(public_site(bureau))


Leak = Callable[[Site, IntranetCorpus], Site]


def secret_of(corpus: IntranetCorpus) -> str:
    return next(iter(corpus.plans.values())).record.title


def digest_of(corpus: IntranetCorpus) -> str:
    return of_bytes(repr(corpus.entries).encode())


def first_page(site: Site, change: Callable[[Page], Page]) -> Site:
    return replace(site, pages=(change(site.pages[0]), *site.pages[1:]))


def with_head(page: Page, **fields: Any) -> Page:
    return replace(page, content=replace(page.view, head=replace(page.view.head, **fields)))


def with_blob(site: Site, path: str, data: bytes) -> Site:
    kept = tuple(blob for blob in site.blobs if blob.path != path)
    return replace(site, blobs=(*kept, Blob(path, of_bytes(data), lambda: data)))


def add_page(site: Site, route: str) -> Site:
    return replace(site, pages=(*site.pages, replace(site.pages[0], route=route)))


def leak_order(site: Site, corpus: IntranetCorpus) -> Site:
    columns = site.chrome.nav
    turn = int(digest_of(corpus), 16) % len(columns)
    return replace(site, chrome=replace(site.chrome, nav=columns[turn:] + columns[:turn]))


def leak_count(site: Site, corpus: IntranetCorpus) -> Site:
    return first_page(
        site,
        lambda page: with_head(page, description=f"内网有{len(repr([entry.record for entry in corpus.entries]))}个字"),
    )


def leak_feed(site: Site, corpus: IntranetCorpus) -> Site:
    return with_blob(site, "feed.xml", f"<feed><title>{secret_of(corpus)}</title></feed>".encode())


def leak_id(site: Site, corpus: IntranetCorpus) -> Site:
    def marked(page: Page) -> Page:
        view: Any = page.view
        first = replace(view.issue.articles[0], anchor=f"a{digest_of(corpus)[:6]}")
        issue = replace(view.issue, articles=(first, *view.issue.articles[1:]))
        return replace(page, content=replace(view, issue=issue))

    pages = tuple(marked(page) if page.template == "public/bulletin.html" else page for page in site.pages)
    return replace(site, pages=pages)


def leak_image(site: Site, corpus: IntranetCorpus) -> Site:
    return with_blob(site, "files/photo.png", b"\x89PNG\r\n\x1a\n" + secret_of(corpus).encode())


def leak_asset(site: Site, corpus: IntranetCorpus) -> Site:
    return with_blob(site, f"assets/site.{digest_of(corpus)[:8]}.css", b"body {}")


def leak_error(site: Site, corpus: IntranetCorpus) -> Site:
    with_secret = tuple(
        with_head(page, description=secret_of(corpus)) if page.route == "/404.html" else page for page in site.pages
    )
    return replace(site, pages=with_secret)


def leak_sitemap(site: Site, corpus: IntranetCorpus) -> Site:
    return with_blob(site, "sitemap.xml", f"<urlset>{secret_of(corpus)}</urlset>".encode())


def leak_file_name(site: Site, corpus: IntranetCorpus) -> Site:
    return add_page(site, f"/plans/{digest_of(corpus)[:6]}/")


def leak_alias(site: Site, corpus: IntranetCorpus) -> Site:
    """A page at an old address of an intranet record; one that leads on to it would be stopped as a dead link."""
    old = max(each.old for each in corpus.moved if CANARY in each.old)
    (page,) = leading_on([Moved(old, "/")])
    return replace(site, pages=(*site.pages, page))


def leak_redirects(site: Site, corpus: IntranetCorpus) -> Site:
    (nginx, _) = redirects(corpus.moved)
    return with_blob(site, nginx.path, nginx.make())


def leak_date(site: Site, corpus: IntranetCorpus) -> Site:
    day = f"2026-{int(digest_of(corpus), 16) % 12 + 1:02}-01 09:00"
    return first_page(site, lambda page: with_head(page, published=day, source="明白"))


LEAKS: tuple[Leak, ...] = (
    leak_order,
    leak_count,
    leak_feed,
    leak_id,
    leak_image,
    leak_asset,
    leak_error,
    leak_sitemap,
    leak_file_name,
    leak_alias,
    leak_redirects,
    leak_date,
)


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_the_proofs_catch_a_planted_leak(leak: Leak, monkeypatch: pytest.MonkeyPatch) -> None:
    """A control: with a leak planted on purpose, the first proof fails (d)."""
    right = flow.sites

    def leaky(checked: flow.Checked, *more: object) -> dict[Audience, Site]:
        sites = right(checked, *more)  # type: ignore[arg-type]
        assert checked.intranet
        return {**sites, Audience.PUBLIC: leak(sites[Audience.PUBLIC], checked.intranet)}

    monkeypatch.setattr(flow, "sites", leaky)
    with workshop() as bureau:
        seen = set()
        for seed in (1, 2, 3, 4):
            with_canaries(bureau, seed)
            seen.add(frozenset(public_site(bureau).items()))
            if len(seen) > 1:
                break

    assert len(seen) > 1, "four different intranets, and the leak did not show"
