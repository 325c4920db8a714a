"""One page backwards: from its file on the disk to the records whose facts it shows, and why it was last made."""

from datetime import datetime

from msgspec.structs import replace

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.build.site import fingerprints
from mingbai.cache import Cache
from mingbai.cache_file import consulted
from mingbai.make import CACHE, Means, Wish, checked, planned
from mingbai.materials import materials
from mingbai.problem import Problem
from mingbai.source.tree import Tree

Explained = tuple[tuple[str, ...], tuple[Problem, ...]]
"""A line a step, empty if there is no such page; every problem, if errors keep its whole site from being made."""


def explained(wish: Wish, tree: Tree, audience: Audience, route: str, now: datetime) -> Explained:
    """One page: file, template, view, records; why it was last made. Nothing is written."""
    stuff = materials(wish.root)

    def explain(cache: Cache) -> Explained:
        means = Means(cache)
        found = flow.with_problems(checked(wish, tree, means, now), {Audience.PUBLIC: stuff.problems})
        site = planned(found, replace(wish, wanted=tuple(Audience)), stuff, means).get(audience)
        if site is None:
            return (), found.all_problems
        page = next((page for page in site.pages if page.route == route), None)
        if page is None:
            return (), ()
        reason = cache.reason(audience, page.path)
        view = type(page.view)
        print_of = fingerprints(site)[page.path]
        records = flow.records_at(found, audience, route)
        lines = (
            f"文件  {wish.out / audience / page.path}",
            f"指纹  内容 {print_of.view[:12]}  模板 {print_of.template[:12]}  "
            f"全站 {print_of.site[:12]}  程序 {print_of.program[:12]}",
            f"模板  templates/{page.template}",
            f"视图  {view.__module__}.{view.__name__}",
            *(f"记录  {path}" for path in records),
            f"上次重做  {'；'.join(reason) if reason else '还没有做过，或者没有记下来'}",
        )
        return lines, ()

    return consulted(wish.root / CACHE, stuff.program, explain)
