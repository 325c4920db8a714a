"""A developer's mistake, told: one sentence that says where, and under it the traceback."""

import traceback
from collections.abc import Mapping

from jinja2 import TemplateSyntaxError

from mingbai.build.misprint import Gone, spot
from mingbai.pages.page import Page


def told(error: Exception, templates: Mapping[str, str] | None = None) -> str:
    """What went wrong and where; the first line is a sentence, the rest the traceback."""
    if isinstance(error, OSError):
        return f"读不到 {error.filename}：{error.strerror}"
    if isinstance(error, Gone):
        return f"{error}；{error.hint}"
    if isinstance(error, TemplateSyntaxError):
        name = next((name for name, text in (templates or {}).items() if text == error.source), error.name)
        return f"模板 templates/{name} 第 {error.lineno} 行写错了：{error.message}\n{_trace(error)}"
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    page, at = _page(error), spot(error)
    where = f"模板 {at[0]} 第 {at[1]} 行出了错：" if at else ""
    making = f"（正在做 {page.route}，模板 templates/{page.template}）" if page else ""
    return f"{where}{summary}{making}\n{_trace(error)}"


def _trace(error: Exception) -> str:
    return "".join(traceback.format_exception(error))


def _page(error: Exception) -> Page | None:
    """The page that was being made: it is the argument of one of the calls that led to the mistake."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        page = frame.f_locals.get("page")
        if isinstance(page, Page):
            return page
    return None
