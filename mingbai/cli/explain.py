"""`mingbai explain`: where a page comes from and why it was last made."""

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from os.path import abspath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import click

from mingbai.boundary import Audience
from mingbai.cli import options, say
from mingbai.near import near
from mingbai.source.tree import scan

if TYPE_CHECKING:
    from mingbai.explained import Explained

MANY = 4
"""So many files of one name are no help any more."""
_SOURCE_NAME = re.compile(r"\.(?:ya?ml|md)$")
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


def _of_output(written: str, out: Path, source: Path) -> tuple[Audience, str] | None:
    """The site and the address of a file of the output, if one is meant, as the steps of a page name it."""
    for audience in Audience:
        for place in (Path(written), source / written):
            with suppress(ValueError):
                below = Path(abspath(place)).relative_to(abspath(out / audience))
                return audience, address(f"/{below.as_posix()}".removesuffix("/."))
    return None


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
    写文件的路径也行，如 content/public/fees/catv.yaml，或者生成的文件，如 site/public/fees/catv/index.html。
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
    if file := _of_output(route, out, source):
        path, (site, at) = None, file
    wish = Wish(source, out, tuple(Audience), as_of, history=True, jobs=options.cores())
    with say.world_faults():
        tree = scan(source, *options.folders(wish.wanted))
        if not file and (path or _SOURCE_NAME.search(route)) and path not in tree.files:
            there = (source / route).is_file() or Path(route).is_file()
            say.fault(_no_file(path or route, tree.files, there))
            sys.exit(options.USAGE)
        asked = addresses(path) if path else ((Audience(site or Audience.PUBLIC), at),)
        asked = tuple(each for each in asked if site in (None, each[0]))
        found = explained(wish, tree, asked, options.now()) if asked else Explained()
    for (audience, made), lines in found.pages.items():
        if path:
            say.result(f"网页  {say.NAMES[audience]} {made}")
        for line in lines:
            say.result(line)
    if found.problems:
        say.problems(found.problems, source, "text")
        sys.exit(options.PROBLEMS)
    if not found.pages:
        say.fault(_nowhere(path, at, site, found))
        sys.exit(options.USAGE)


def _no_file(path: str, files: Iterable[str], there: bool) -> str:
    """What to say of what is no source file: those of its name in any folder, any ending, or nearly so.

    A file may be `there` all the same, outside the content.
    """
    stem = f"/{path.strip('/')}".rpartition(".")[0] or f"/{path.strip('/')}"
    if any(each.startswith(f"{path.rstrip('/')}/") for each in files):
        return f"{path} 是一个文件夹，写里面的一个文件。"
    same = [each for each in files if f"/{each}".rpartition(".")[0].endswith(stem)]
    meant = "、".join(same) if len(same) in range(1, MANY) else near(path, files)
    if there and not meant:
        return f"{path} 不是网站的内容。写 content/ 里一个文件的路径，或者地址，像 /fees/catv/ 这样。"
    return f"没有 {path} 这个文件。" + (f"是不是 {meant}？" if meant else "")


def _nowhere(path: str | None, asked: str, site: str | None, found: "Explained") -> str:
    """Why there is no page to tell of."""
    if found.waiting:
        place = found.waiting.place
        return f"{place.path} 第 {place.line} 行：{found.waiting.message}。{found.waiting.hint}。"
    if path:
        where = f"在{say.NAMES[site]}上" if site else ""
        return f"{path} {where}没有自己的网页：附件、草稿没有，日期没到的还没有。"
    what = "这一页" if asked.endswith("/") else "这个文件"
    missing = f"{say.NAMES[site or Audience.PUBLIC]}没有 {asked} {what}。"
    if found.meant:
        more = "" if found.meant[0][0] == (site or Audience.PUBLIC) else f" --only {found.meant[0][0]}"
        return f"{missing}是不是 {'、'.join(f'{page}{more}' for _, page in found.meant)}？"
    more = "；局办公网上的，加 --only intranet" if site in (None, Audience.PUBLIC) else ""
    return f"{missing}地址像 /fees/catv/ 这样写{more}。"
