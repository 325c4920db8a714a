"""`mingbai build`: check everything, publish what has no errors."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from mingbai.attendant import attended
from mingbai.cli import options, say
from mingbai.look import Look
from mingbai.process import can_fork, meanwhile
from mingbai.publish.lock import lock
from mingbai.publish.scout import scouted
from mingbai.source.tree import listed, told

MUCH = 32 * 2**20
"""In bytes; what is remembered of a tree that takes longer to list than some libraries take to load."""
_ROOMS = ("parsing", "searching", "build.render", "pages.public", "pages.intranet")
LEARNT = tuple(partial(import_module, f"mingbai.{room}") for room in _ROOMS)
"""Imports what it takes to parse what an edit changed, to index it and to print its pages, in this order."""


@click.command(short_help="检查全部内容，没有错误就发布两个网站")
@options.source
@options.output
@options.as_of
@options.only
@options.strict
@options.jobs
@options.quiet
@options.shape
@click.option("--clean", is_flag=True, help="不用上次记住的，全部重做。")
@click.option("-v", "--verbose", is_flag=True, help="说明每一页为什么重做。")
@click.option("--open", "browse", is_flag=True, help="做好以后在浏览器里打开首页。")
def build(
    source: Path,
    output: Path | None,
    as_of: date | None,
    only: str | None,
    strict: str | None,
    jobs: int | None,
    quiet: bool,
    shape: str,
    clean: bool,
    verbose: bool,
    browse: bool,
) -> None:
    """检查全部内容，没有错误就发布公众网和局办公网。

    有错误的网站不动，还是原来的样子；所有错误一次说完。
    """
    say.refuse_elsewhere(source)
    now = options.now()
    out = output or source / "site"
    say.refuse_among_sources(source, out)
    wanted = options.wanted(only)
    gc.disable()  # the process is short, and the collector would walk every record again and again
    with say.world_faults(), meanwhile(partial(listed, source, *options.folders(wanted))) as heard:
        remembered = 0 if clean else _remembered(source)
        if remembered > MUCH and can_fork():
            import mingbai.make  # noqa: F401 - most builds need it, and the others have to wait anyway
        elif not remembered:
            _learn()  # there is all to do, by workers that are born later and share what is here by then
        tree = told(*heard())
    look = Look(source, out, wanted, as_of, strict, now, tree)
    kept = None if clean else look.unchanged()
    if kept is not None:
        say.problems(kept.problems, source, shape)
        say.result(f"没有变化。{kept.summary}", quiet, shape)
    else:
        ready = attended(LEARNT) if remembered else attended(pieces=1)  # in a first build it holds a large library
        with say.world_faults(), lock(out), ready as aside, scouted(out, wanted) as ground:
            from mingbai.cli.loss import loss, way_back
            from mingbai.make import Wish, make_locked

            production = strict == options.PRODUCTION
            cores = jobs or options.cores()
            wish = Wish(source, out, wanted, as_of, clean, bool(strict), production, history=True, jobs=cores)
            with _progress(quiet or shape != "text") as progress:
                outcome = make_locked(wish, tree, now, progress, ground, aside)
        say.problems(outcome.problems, source, shape)
        if verbose:
            for site, reason in outcome.reasons:
                say.result(f"{say.NAMES[site]} {reason.path}：{'，'.join(reason.sentences)}", quiet, shape)
        released = [done for done in outcome.released if not done.problems]
        moved = [
            f"{say.NAMES[done.site]} {done.total} 个文件，改了 {done.written} 个，删了 {done.removed} 个"
            for done in released
        ]
        stayed = [say.NAMES[site] for site in wanted if site not in {done.site for done in released}]
        summary = "；".join([*moved, *(f"{name}有错误，没有动" for name in stayed)])
        say.result(f"{summary}。" if moved else "网站没有动。", quiet, shape)
        for done in outcome.released:
            if lost := loss(done, as_of, way_back(done.site, source, output)):
                say.fault(lost)
        if any(problem.is_error for problem in outcome.problems):
            sys.exit(options.PROBLEMS)
        summary = f"{'、'.join(say.NAMES[site] for site in wanted)}都是最新的。"
        stamps = {done.site: done.stamp for done in outcome.released}
        look.remember(outcome.problems, summary, outcome.digests, stamps)
        gc.freeze()  # nor at the end, when everything goes anyway
    if browse:
        click.launch(str((out / wanted[0] / "index.html").resolve()))
    sys.exit(options.DONE)  # here, where all that was made is still held: nobody need take it apart


def _learn() -> None:
    for learn in LEARNT:
        learn()


def _remembered(source: Path) -> int:
    """How much is remembered of the last build, in bytes."""
    try:
        return (source / ".mingbai" / "cache.sqlite").stat().st_size
    except OSError:
        return 0


@contextmanager
def _progress(silent: bool) -> Iterator[Callable[[str, int], Callable[[], None]]]:
    """A bar for each site on a terminal; nothing when piped, in CI, without colours, or asked to be quiet."""
    if silent or not sys.stderr.isatty() or os.environ.keys() & {"CI", "NO_COLOR"}:
        yield lambda _site, _total: lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def begin(site: str, total: int) -> Callable[[], None]:
            task = bars.add_task(say.NAMES[site], total=total)
            return lambda: bars.advance(task)

        yield begin
