"""Options that several verbs share, worded once."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from mingbai.boundary import Audience

DONE = 0
PROBLEMS = 1
USAGE = 2
WORLD = 3
PRODUCTION = "production"


class Day(click.ParamType[date]):
    """A day written 2026-01-30."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}”不是日期；日期这样写：2026-01-30", param, ctx)


SITE = click.Choice([str(audience) for audience in Audience])
source = click.option(
    "-s", "--source", metavar="文件夹", type=click.Path(path_type=Path), default=Path(), help="项目文件夹，默认是这里。"
)
output = click.option(
    "-o", "--output", metavar="文件夹", type=click.Path(path_type=Path), help="网站放在哪里，默认是项目里的 site/。"
)
as_of = click.option("--as-of", type=Day(), help="做成这一天的样子，例如 2026-06-30；默认今天。")
only = click.option("--only", type=SITE, help="只做一个网站。")
only_checked = click.option("--only", type=SITE, help="只查一个网站。")
strict = click.option(
    "--strict",
    is_flag=False,
    flag_value="warnings",
    type=click.Choice(["warnings", PRODUCTION]),
    metavar=f"[{PRODUCTION}]",
    help="提醒也算错误；写 --strict production，示例用的标识、电话、域名也算。",
)
jobs = click.option("-j", "--jobs", metavar="个数", type=click.IntRange(1), help="用几个进程，默认和处理器一样多。")
quiet = click.option("-q", "--quiet", is_flag=True, help="只说问题。")
shape = click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    help="问题写成什么样子，默认 text。",
)


def wanted(only: str | None) -> tuple[Audience, ...]:
    """The audiences a verb is about."""
    return (Audience(only),) if only else tuple(Audience)


def folders(wanted: tuple[Audience, ...]) -> tuple[str, str]:
    """The folders of a project that a build depends on; for the public site alone nobody looks into the intranet's."""
    return ("content/public" if wanted == (Audience.PUBLIC,) else "content", "templates")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def now() -> datetime:
    """The moment the program was called: the only clock that is read."""
    return datetime.now(UTC)
