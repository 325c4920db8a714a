"""`mingbai check`: name every mistake, write nothing."""

import sys
from datetime import date
from pathlib import Path

import click

from mingbai.cli import options, say
from mingbai.source.tree import scan


@click.command(short_help="检查全部内容，一次说出所有问题，什么也不发布")
@options.source
@options.as_of
@options.only
@options.strict
@options.jobs
@options.quiet
@options.shape
def check(
    source: Path, as_of: date | None, only: str | None, strict: str | None, jobs: int | None, quiet: bool, shape: str
) -> None:
    """检查全部内容，一次说出所有问题，什么也不发布。

    有错误时退出码是 1。
    """
    say.refuse_elsewhere(source)
    from mingbai.make import Wish, check_only

    wanted = options.wanted(only)
    wish = Wish(
        source,
        source / "site",
        wanted,
        as_of,
        strict=bool(strict),
        production=strict == options.PRODUCTION,
        jobs=jobs or options.cores(),
    )
    with say.world_faults():
        outcome = check_only(wish, scan(source, *options.folders(wanted)), options.now())
    say.problems(outcome.all_problems, source, shape)
    if not any(problem.is_error for problem in outcome.all_problems):
        say.result(f"{outcome.count} 个文件，没有错误。", quiet, shape)
    else:
        sys.exit(options.PROBLEMS)
