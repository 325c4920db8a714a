"""What stands in the way of the next pages, for browsers: the overlay's list, the page before any good build.

Law: whatever a file says is escaped here, once; the script only puts in place what this module made.
"""

import json
from collections.abc import Sequence
from html import escape

from msgspec import Struct

from mingbai.problem import Problem
from mingbai.report import about

SEVERITIES = {"error": "错误", "warning": "提醒"}


class Told(Struct, frozen=True):
    """A problem with the line it is about, if that can be shown."""

    problem: Problem
    line: str | None = None


class Report(Struct, frozen=True):
    """Everything wrong with one site now. `fault` is a developer's mistake: a sentence, then the traceback."""

    problems: tuple[Told, ...] = ()
    fault: str = ""

    @property
    def stops(self) -> bool:
        """Whether the site stays as it was."""
        return bool(self.fault) or any(told.problem.is_error for told in self.problems)

    @property
    def title(self) -> str:
        """What is wrong, in a few words; empty when nothing is."""
        errors = sum(told.problem.is_error for told in self.problems)
        warnings = len(self.problems) - errors
        counts = "，".join(
            part for part in (f"{errors} 个错误" if errors else "", f"{warnings} 个提醒" if warnings else "") if part
        )
        if self.fault:
            return f"程序出错了{f'，另有 {counts}' if counts else ''}"
        return f"内容里有 {counts}" if counts else ""


def as_event(version: str, report: Report) -> str:
    """The state of a site as open browsers are told it: which version, whether it is held up, the title, the list."""
    state = {"version": version, "stops": report.stops, "title": report.title, "list": listed(report)}
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"))


def as_page(report: Report) -> bytes:
    """The page that stands for every page while there has been no good build yet."""
    title = escape(report.title or "还没有做好")
    return f"""<!doctype html>
<html lang="zh-CN" class="report">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; object-src 'none'">
<title>{title}</title>
<link rel="stylesheet" href="/__mingbai__/live.css">
</head>
<body>
<main>
<h1>{title}</h1>
<p class="lead">网站还一次都没有做成。改好、存盘，这一页自己会变成网站。</p>
{listed(report)}
</main>
</body>
</html>
""".encode()


def listed(report: Report) -> str:
    """The fault and every problem, errors first, as HTML; empty when there is none."""
    problems = sorted(report.problems, key=lambda told: not told.problem.is_error)
    items = f'<ol class="problems">\n{_items(problems)}</ol>\n' if problems else ""
    return _fault(report.fault) + items


def _items(problems: Sequence[Told]) -> str:
    return "".join(f'<li class="{told.problem.severity}">\n{_item(told)}</li>\n' for told in problems)


def _item(told: Told) -> str:
    problem = told.problem
    place = escape(str(problem.place)).replace("/", "/<wbr>")
    hint = f'<p class="hint"><b>提示</b> {escape(problem.hint)}</p>\n' if problem.hint else ""
    return (
        f'<p class="what"><span class="tag">{SEVERITIES[problem.severity]}</span> {escape(problem.message)}</p>\n'
        f'<p class="where">{place} <small>{escape(problem.code)}</small></p>\n'
        f"{_source(told)}{hint}"
    )


def _source(told: Told) -> str:
    """The line with its number, marked from the column on."""
    if told.line is None or not told.line.strip():
        return ""
    before, marked = about(told.line, told.problem.place.column)
    return (
        f'<pre class="source"><span class="number">{told.problem.place.line}</span>'
        f"{escape(before)}<mark>{escape(marked)}</mark></pre>\n"
    )


def _fault(fault: str) -> str:
    if not fault:
        return ""
    first, _, rest = fault.partition("\n")
    trace = f'<pre class="trace" tabindex="0">{escape(rest)}</pre>\n' if rest else ""
    what = f'<p class="what"><span class="tag">程序</span> {escape(first)}</p>\n'
    return f'<section class="fault">\n{what}{trace}</section>\n'
