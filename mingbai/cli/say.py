"""How the program speaks: results to standard output, problems and faults to standard error."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from mingbai import report
from mingbai.cli import options
from mingbai.problem import Problem
from mingbai.source.tree import line

MEANT = {"content": "内容", "templates": "模板"}
"""The folders of a project that sites are made from, and what a file there is taken for."""
NAMES = {"public": "公众网", "intranet": "局办公网"}


def problems(found: Sequence[Problem], root: Path, shape: str) -> None:
    """Print the problems in the shape asked for; for programs to standard output, for people to standard error."""
    if shape != "text":
        told = {"json": report.as_json, "github": report.github, "gitlab": report.gitlab}[shape](found)
        click.echo(told, nl=bool(told))
    elif found:
        click.echo(report.text(found, lambda place: line(root, place)), err=True)


def result(text: str, quiet: bool = False, shape: str = "text") -> None:
    """Print what came of it, unless only problems are wanted."""
    if not quiet and shape == "text":
        click.echo(text)


def is_project(root: Path) -> bool:
    """Whether sites can be made of that folder."""
    public = root / "content" / "public"
    return public.is_dir() and not public.is_symlink()


def refuse_elsewhere(root: Path) -> None:
    """Stop with exit code 2 where there is no project."""
    with world_faults():
        there = is_project(root)
    if not there:
        fault(f"{root.resolve()} 里没有 content/public/，这里不是明白的项目。用 -s 指出项目文件夹。")
        sys.exit(options.USAGE)


def refuse_among_sources(root: Path, out: Path) -> None:
    """Stop with exit code 2 where the sites would lie among what they are made from."""
    home, there = root.resolve(), out.resolve()
    inside = next((each for each in MEANT if there.is_relative_to((home / each).resolve())), None)
    if inside:
        why = f"网站不能放在 {inside}/ 里：做出来的网页会被当成{MEANT[inside]}"
    elif there == home:
        why = "网站不能直接放在项目文件夹里：做出来的网页会和项目的文件混在一起"
    else:
        return
    fault(f"{why}。换一个文件夹，例如 -o {root / 'site'}。")
    sys.exit(options.USAGE)


@contextmanager
def world_faults() -> Iterator[None]:
    """Turn a fault of the world (a lock, a full disk) into one clear line and exit code 3."""
    try:
        yield
    except Exception as wrong:
        told = _of_the_world(wrong)
        if told is None:
            raise
        fault(told)
        sys.exit(options.WORLD)


def fault(message: str) -> None:
    """Say in one line what keeps the program from its work, or what else must not be overlooked."""
    click.echo(f"mingbai: {message}", err=True)


def _of_the_world(wrong: Exception) -> str | None:
    """What to say of an exception that the world caused; `None` if it is the program's own fault."""
    import sqlite3

    from mingbai.publish.disk import REASONS, WorldFault

    if isinstance(wrong, sqlite3.Error):
        busy = "另一次生成正在用它，请等它结束，再试一次"
        reasons = {sqlite3.SQLITE_FULL: "磁盘满了", sqlite3.SQLITE_BUSY: busy, sqlite3.SQLITE_LOCKED: busy}
        code = getattr(wrong, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        return f".mingbai/cache.sqlite：{reasons.get(code) or f'用不了（{wrong}），把 .mingbai/ 删掉，再试一次'}"
    if isinstance(wrong, OSError) and wrong.errno:  # a template that includes one there is none is an OSError, too
        return f"{wrong.filename or '磁盘'}：{REASONS.get(wrong.errno, wrong.strerror)}"
    return str(wrong) if isinstance(wrong, WorldFault) else None
