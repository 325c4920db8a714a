"""How the program speaks: results to standard output, problems and faults to standard error."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from mingbai import report
from mingbai.cli import options
from mingbai.problem import Place, Problem

NAMES = {"public": "公众网", "intranet": "局办公网"}


def problems(found: Sequence[Problem], root: Path, shape: str) -> None:
    """Print the problems in the shape asked for; for programs to standard output, for people to standard error."""
    if shape != "text":
        click.echo({"json": report.as_json, "github": report.github, "gitlab": report.gitlab}[shape](found))
    elif found:
        click.echo(report.text(found, lambda place: _line(root, place)), err=True)


def result(text: str, quiet: bool = False, shape: str = "text") -> None:
    """Print what came of it, unless only problems are wanted."""
    if not quiet and shape == "text":
        click.echo(text)


def refuse_elsewhere(root: Path) -> None:
    """Stop with exit code 2 where there is no project."""
    if not (root / "content" / "public").is_dir():
        _fault(f"{root.resolve()} 里没有 content/public/，这里不是明白的项目。用 -s 指出项目文件夹。")
        sys.exit(options.USAGE)


@contextmanager
def world_faults() -> Iterator[None]:
    """Turn a fault of the world (a lock, a full disk) into one clear line and exit code 3."""
    from mingbai.publish.disk import WorldFault

    try:
        yield
    except WorldFault as wrong:
        _fault(str(wrong))
        sys.exit(options.WORLD)


def _fault(message: str) -> None:
    click.echo(f"mingbai: {message}", err=True)


def _line(root: Path, place: Place) -> str | None:
    """The text of a line, read again for showing; `None` when it cannot be read as text."""
    try:
        with open(root / place.path, encoding="utf-8-sig") as file:
            return next((line.rstrip("\r\n") for number, line in enumerate(file, 1) if number == place.line), None)
    except (OSError, UnicodeDecodeError):
        return None
