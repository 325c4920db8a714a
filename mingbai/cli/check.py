"""`mingbai check`: name every mistake, write nothing."""

import sys
from datetime import date
from pathlib import Path

import click

from mingbai.cli import options, say
from mingbai.cli.inspection import tell
from mingbai.source.tree import scan


@click.command(short_help="检查全部内容，一次说出所有问题，什么也不发布")
@options.source
@options.as_of
@options.only_checked
@options.strict
@options.jobs
@options.quiet
@options.shape
@click.option("--inspection", is_flag=True, help="照政府网站检查指标，一项一项说通过没有。")
def check(
    source: Path,
    as_of: date | None,
    only: str | None,
    strict: str | None,
    jobs: int | None,
    quiet: bool,
    shape: str,
    inspection: bool,
) -> None:
    """检查全部内容，看看模板读不读得懂，一次说出所有问题，什么也不发布。

    网页不印出来：模板里印不出来的一处，生成和预览的时候才说。
    有错误时退出码是 1。加上 --inspection，没有错误就接着照政府网站检查指标查一遍公众网：通过、不通过、查不了，
    凭哪一页、哪一天，要做什么；碰到单项否决，退出码也是 1。
    """
    if inspection and shape not in ("text", "json"):
        raise click.UsageError("--inspection 只和 --format text、--format json 一起写")
    say.refuse_elsewhere(source)
    from mingbai.make import Wish, check_only
    from mingbai.materials import materials

    wanted = options.wanted(only)
    wish = Wish(
        source,
        source / "site",
        wanted,
        as_of,
        strict=bool(strict),
        production=strict == options.PRODUCTION,
        history=True,
        jobs=jobs or options.cores(),
    )
    with say.world_faults():
        tree = scan(source, *options.folders(wanted))
        outcome = check_only(wish, tree, options.now(), materials(source))
    errors = sum(problem.is_error for problem in outcome.all_problems)
    if not inspection or errors or shape == "text":
        say.problems(outcome.all_problems, source, shape)
    if errors:
        if inspection:
            day = f"看 {as_of} 这一天，" if as_of else ""
            again = f"build.py check --as-of {as_of}" if as_of else "build.py check"
            say.fault(f"{day}内容里有 {errors} 个错误，都列在上面，还没有自查。先改好，再来一次；只看错误用 {again}。")
        sys.exit(options.PROBLEMS)
    if not inspection:
        say.result(f"{outcome.count} 个文件，没有错误。", quiet, shape)
    elif not tell(outcome, shape):
        sys.exit(options.PROBLEMS)
