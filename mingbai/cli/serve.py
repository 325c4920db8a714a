"""`mingbai serve`: both sites in the browser while they are written, rebuilt on every save."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai import report
from mingbai.boundary import Audience
from mingbai.cli import options, say
from mingbai.clock import SHANGHAI

if TYPE_CHECKING:
    from mingbai.serve import Turn


@click.command(short_help="在浏览器里预览两个网站，改了就存，页面自己更新")
@options.source
@options.as_of
@options.only
@options.jobs
@click.option(
    "-p",
    "--port",
    metavar="端口",
    type=click.IntRange(0, 65534),
    default=8000,
    help="公众网的端口，内网用下一个；默认 8000。",
)
@click.option("--bind", metavar="地址", default="127.0.0.1", help="在哪个地址上预览，默认只有本机能看。")
@click.option("--poll", metavar="秒", type=click.FloatRange(0.1), help="网络盘上用：隔几秒看一次文件，不等系统通知。")
@click.option("--open", "browse", is_flag=True, help="做好以后在浏览器里打开。")
def serve(
    source: Path,
    as_of: date | None,
    only: str | None,
    jobs: int | None,
    port: int,
    bind: str,
    poll: float | None,
    browse: bool,
) -> None:
    """在浏览器里预览两个网站：改了就存，页面自己更新；有错就在页面上说，改好自己消失。

    只在内存里做，不动 site/。公众网和局办公网各用一个端口。按 Ctrl-C 结束。
    """
    say.refuse_elsewhere(source)
    from mingbai.make import Wish
    from mingbai.publish.preview_host import Host
    from mingbai.serve import serve as run

    root = source.resolve()
    wanted = options.wanted(only)
    wish = Wish(root, root / "site", wanted, as_of, history=True, jobs=jobs or options.cores())
    with say.world_faults(), ExitStack() as stack:
        ports = {site: port + number if port else 0 for number, site in enumerate(Audience)}
        hosts = {site: stack.enter_context(Host(bind, ports[site])) for site in wanted}
        urls = {site: host.url for site, host in hosts.items()}
        addresses = "，".join(f"{say.NAMES[site]} {url}" for site, url in urls.items())
        say.result(f"{addresses}：正在生成，做好了才打得开。")
        try:
            run(wish, hosts, poll, options.now, _teller(root, urls, browse))
        except KeyboardInterrupt:
            say.result("预览结束。")


def _teller(root: Path, urls: dict[Audience, str], browse: bool) -> Callable[["Turn", "Turn | None"], None]:
    """What is told of every round: after the first, where to look; a line a rebuild; every problem as `check` does."""

    def tell(turn: "Turn", last: "Turn | None") -> None:
        made = "，".join(_made(site, standing.made, standing.gone) for site, standing in turn.standing.items())
        what = turn.seen.since(last.seen if last else None) or "又看了一遍"
        say.result(f"{_time()} {what}：{made}，{turn.seconds:.2f} 秒")
        for fault in dict.fromkeys(turn.faults.values()):
            click.echo(fault, err=True)
        if last and turn.all_problems == last.all_problems:
            say.result(f"还是那些问题：{report.count(turn.all_problems)}") if turn.all_problems else None
        elif last and not turn.all_problems:
            say.result("问题都改好了。")
        else:
            say.problems(turn.all_problems, root, "text")
        if last is None:
            for site, url in urls.items():
                say.result(f"{say.NAMES[site]}  {url}")
            say.result("改了就存，页面自己更新。按 Ctrl-C 结束。")
            if browse:
                click.launch(next(iter(urls.values())))

    return tell


def _made(site: str, made: int, gone: int) -> str:
    parts = (f"重做 {made} 个文件" if made else "", f"去掉 {gone} 个" if gone else "")
    return say.NAMES[site] + ("、".join(part for part in parts if part) or "没有动")


def _time() -> str:
    return options.now().astimezone(SHANGHAI).strftime("%H:%M:%S")
