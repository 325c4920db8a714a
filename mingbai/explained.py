"""One page backwards: from its file on the disk to the records whose facts it shows, and why it was last made."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from mingbai import boundary, flow
from mingbai.boundary import Audience
from mingbai.build.fingerprint import Fingerprint
from mingbai.build.site import Site, fingerprints
from mingbai.cache import Cache
from mingbai.cache_file import consulted
from mingbai.corpus import routes
from mingbai.digest import of_bytes
from mingbai.make import CACHE, Means, Wish, checked, planned
from mingbai.materials import materials
from mingbai.near import near
from mingbai.pages.page import Page
from mingbai.problem import Problem
from mingbai.records.named import named
from mingbai.source.tree import Tree

FEW = 3
"""So many pages that may have been meant are named at most."""
Asked = tuple[Audience, str]
"""A page: whose site it is on, and its address there."""


class Explained(Struct, frozen=True):
    """A line a step for each page there is; every problem, if errors keep the whole site of one from being made.

    Where there is no page, `meant` are those there are, on either site, with nearly its address or with its last word;
    `waiting` is what is said of a record whose day has not come.
    """

    pages: Mapping[Asked, tuple[str, ...]] = {}
    problems: tuple[Problem, ...] = ()
    meant: tuple[Asked, ...] = ()
    waiting: Problem | None = None


def addresses(path: str) -> tuple[Asked, ...]:
    """Where the record in a source file has its page, if it has one: what is public stands on both sites.

    >>> addresses("content/intranet/plans/2026/market.yaml")
    ((<Audience.INTRANET: 'intranet'>, '/plans/2026/market/'),)
    """
    name = named(path)
    if name is None:
        return ()
    sites = (Audience.INTRANET,) if boundary.of(path) is Audience.INTRANET else tuple(Audience)
    return tuple((site, routes.route(name.kind.kind, name.id).partition("#")[0]) for site in sites)


def explained(wish: Wish, tree: Tree, asked: Sequence[Asked], now: datetime) -> Explained:
    """Each page: file, template, view, records; why it was last made. Nothing is written."""
    stuff = materials(wish.root)

    def explain(cache: Cache) -> Explained:
        means = Means(cache)
        found = checked(wish, tree, stuff, means, now)
        found, sites = flow.printable(found, planned(found, replace(wish, wanted=tuple(Audience)), stuff, means))
        told = {each: tuple(_steps(wish, found, cache, each, sites[each[0]])) for each in asked if each[0] in sites}
        problems = () if all(site in sites for site, _ in asked) else found.all_problems
        pages = {each: lines for each, lines in told.items() if lines}
        if pages:
            return Explained(pages, problems)
        waiting = [each for each in found.all_problems if each.code == "publication/waiting"]
        awaited = next((each for each in waiting if {*asked} & {*addresses(each.place.path)}), None)
        return Explained({}, problems, _meant(sites, asked), awaited)

    return consulted(wish.root / CACHE, stuff.program, explain)


def _meant(sites: Mapping[Audience, Site], asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """The pages that were meant: on the site that was asked for or, if there are none, on the other one."""
    for wanted, route in asked:
        for audience in sorted(sites, key=lambda each: each is not wanted):
            routes_ = [page.route for page in sites[audience].pages]
            if found := near(route, routes_):
                return ((audience, found),)
            if called := [each for each in routes_ if route != "/" and each.endswith(route)]:
                return tuple((audience, each) for each in called[:FEW])
    return ()


def _steps(wish: Wish, found: flow.Checked, cache: Cache, asked: Asked, site: Site) -> Iterator[str]:
    """One page, or one file that is none, backwards; nothing where there is neither."""
    audience, route = asked
    page = next((page for page in site.pages if page.route in (route, f"{route}/")), None)  # a host's page has dots
    path = page.path if page else route[1:]
    parts = fingerprints(site).get(path)
    if parts is None:
        return
    print_of = Fingerprint(*parts)
    yield f"文件  {wish.out / audience / path}"
    yield from _of_page(found, audience, page, print_of) if page else (_of_file(print_of),)
    made = cache.made(audience, path)
    yield f"上次重做  {'；'.join(made.why) if made else '还没有做过，或者没有记下来'}"
    online = _online(wish.out / audience / path)
    if made and made.digest != online:
        said = "现在放着的不是上次做的那一份：退回过上一版，或者被人动过" if online else "现在没有这个文件"
        yield f"线上  {said}。再生成一次，就换成上次做的"


def _online(file: Path) -> str:
    """The digest of what visitors get; nothing where there is no such file."""
    with suppress(OSError):
        return of_bytes(file.read_bytes())
    return ""


def _of_file(print_of: Fingerprint) -> str:
    return f"指纹  内容 {print_of.view[:12]}  程序 {print_of.program[:12]}"


def _of_page(found: flow.Checked, audience: Audience, page: Page, print_of: Fingerprint) -> Iterator[str]:
    view = type(page.view)
    yield (
        f"指纹  内容 {print_of.view[:12]}  模板 {print_of.template[:12]}  "
        f"全站 {print_of.site[:12]}  程序 {print_of.program[:12]}"
    )
    yield f"模板  templates/{page.template}"
    yield f"视图  {view.__module__}.{view.__name__}"
    for path in flow.records_at(found, audience, page.route):
        yield f"记录  {path}"
