"""`mingbai explain`: where a page comes from and why it was last made."""

import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from mingbai.boundary import Audience
from mingbai.cli import options, say
from mingbai.source.tree import scan


def address(written: str) -> str:
    """The address of a page on its site, however it was written.

    >>> address("fees/catv"), address("http://127.0.0.1:8000/fees/catv/#basis"), address("/404.html"), address("/")
    ('/fees/catv/', '/fees/catv/', '/404.html', '/')
    >>> address("fees/catv/index.html")
    '/fees/catv/'
    """
    path = unquote(urlsplit(written).path).removesuffix("index.html").strip("/")
    return "/" if not path else f"/{path}" if path.endswith((".html", ".htm")) else f"/{path}/"


@click.command(short_help="说明一个页面从哪里来，为什么重做")
@options.source
@options.output
@options.as_of
@click.option(
    "--only",
    "site",
    type=click.Choice([str(audience) for audience in Audience]),
    default="public",
    help="看哪个网站的页面。",
)
@click.argument("route", metavar="地址")
def explain(source: Path, output: Path | None, as_of: date | None, site: str, route: str) -> None:
    """从页面倒着说：文件、指纹、模板、记录，以及上次为什么重做。

    地址像 /fees/catv/ 这样写；fees/catv 和浏览器里的整个网址也认得。
    """
    route = address(route)
    say.refuse_elsewhere(source)
    from mingbai.explained import explained
    from mingbai.make import Wish

    wish = Wish(source, output or source / "site", tuple(Audience), as_of, history=True, jobs=options.cores())
    with say.world_faults():
        tree = scan(source, *options.folders(wish.wanted))
        lines, problems = explained(wish, tree, Audience(site), route, options.now())
    for line in lines:
        say.result(line)
    if problems:
        say.problems(problems, source, "text")
        sys.exit(options.PROBLEMS)
    if not lines:
        more = "；局办公网上的，加 --only intranet" if site == Audience.PUBLIC else ""
        say.fault(f"{say.NAMES[site]}没有 {route} 这一页。地址像 /fees/catv/ 这样写{more}。")
        sys.exit(options.USAGE)
