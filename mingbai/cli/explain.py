"""`mingbai explain`: where a page comes from and why it was last made."""

import re
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from mingbai.boundary import Audience
from mingbai.cli import options, say
from mingbai.source.tree import scan

_SOURCE = re.compile(r"(.*/)?(content/(?:public|intranet)/.+)")


def source_file(written: str) -> str | None:
    r"""The path of a source file, if one is meant: from the project's folder or from the root of the disk.

    >>> source_file(r"D:\site\content\public\fees\catv.yaml"), source_file("/fees/catv/")
    ('content/public/fees/catv.yaml', None)
    """
    found = _SOURCE.fullmatch(written.replace("\\", "/"))
    return found[2] if found else None


def _elsewhere(written: str, source: Path) -> bool:
    """Whether a file of another project is meant: what stands before `content/` leads there."""
    found = _SOURCE.fullmatch(written.replace("\\", "/"))
    return found is not None and bool(found[1]) and Path(found[1]).resolve() != source.resolve()


def _address_or_leave(route: str) -> str:
    try:
        return address(route)
    except ValueError:
        say.fault(f"{route} 不是网址。地址像 /fees/catv/ 这样写。")
        sys.exit(options.USAGE)


def address(written: str) -> str:
    """The address of a page or a file on its site, however it was written.

    >>> address("fees/catv"), address("http://127.0.0.1:8000/fees/catv/#basis"), address("/404.html"), address("/")
    ('/fees/catv/', '/fees/catv/', '/404.html', '/')
    >>> address("fees/catv/index.html"), address("/data/fees.csv")
    ('/fees/catv/', '/data/fees.csv')
    """
    path = unquote(urlsplit(written).path).removesuffix("index.html")
    name = path.rpartition("/")[2]
    path = path.strip("/")
    return "/" if not path else f"/{path}" if "." in name else f"/{path}/"


@click.command(short_help="说明一个页面从哪里来，为什么重做")
@options.source
@options.output
@options.as_of
@click.option(
    "--only",
    "site",
    type=click.Choice([str(audience) for audience in Audience]),
    help="看哪个网站的页面；不写，地址看公众网的，文件看它在的每个网站的。",
)
@click.argument("route", metavar="地址或文件")
def explain(source: Path, output: Path | None, as_of: date | None, site: str | None, route: str) -> None:
    """从页面倒着说：文件、指纹、模板、记录，以及上次为什么重做。

    地址像 /fees/catv/ 这样写；fees/catv 和浏览器里的整个网址也认得。
    写文件的路径也行，如 content/public/fees/catv.yaml。
    网站上不是网页的文件也能问，如 /sitemap.xml。
    """
    say.refuse_elsewhere(source)
    out = output or source / "site"
    say.refuse_among_sources(source, out)
    from mingbai.explained import Explained, addresses, explained
    from mingbai.make import Wish

    if _elsewhere(route, source):
        say.fault(f"{route} 不是这个项目的文件。用 -s 指出它的项目文件夹。")
        sys.exit(options.USAGE)
    path, at = source_file(route), _address_or_leave(route)
    asked = addresses(path) if path else ((Audience(site or Audience.PUBLIC), at),)
    asked = tuple(each for each in asked if site in (None, each[0]))
    wish = Wish(source, out, tuple(Audience), as_of, history=True, jobs=options.cores())
    with say.world_faults():
        tree = scan(source, *options.folders(wish.wanted))
        there = path is None or path in tree.files
        found = explained(wish, tree, asked, options.now()) if there and asked else Explained()
    for (audience, made), lines in found.pages.items():
        if path:
            say.result(f"网页  {say.NAMES[audience]} {made}")
        for line in lines:
            say.result(line)
    if found.problems:
        say.problems(found.problems, source, "text")
        sys.exit(options.PROBLEMS)
    if not found.pages:
        say.fault(_nowhere(path, there, at, site, found.meant))
        sys.exit(options.USAGE)


def _nowhere(path: str | None, there: bool, asked: str, site: str | None, meant: tuple[Audience, str] | None) -> str:
    """Why there is no page to tell of."""
    if path and not there:
        return f"没有 {path} 这个文件。"
    if path:
        where = f"在{say.NAMES[site]}上" if site else ""
        return f"{path} {where}没有自己的网页：附件、草稿没有，日期没到的还没有。"
    what = "这一页" if asked.endswith("/") else "这个文件"
    missing = f"{say.NAMES[site or Audience.PUBLIC]}没有 {asked} {what}。"
    if meant:
        where, page = meant
        more = "" if where == (site or Audience.PUBLIC) else f" --only {where}"
        return f"{missing}是不是 {page}{more}？"
    more = "；局办公网上的，加 --only intranet" if site in (None, Audience.PUBLIC) else ""
    return f"{missing}地址像 /fees/catv/ 这样写{more}。"
