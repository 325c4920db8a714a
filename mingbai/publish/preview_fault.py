"""A developer's mistake, told: one sentence that says where, and under it the traceback."""

import traceback

from mingbai.pages.page import Page


def told(error: Exception) -> str:
    """What went wrong and where; the first line is a sentence, the rest the traceback."""
    if isinstance(error, OSError):
        return f"读不到 {error.filename}：{error.strerror}"
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    page = _page(error)
    making = f"（正在做 {page.route}，模板 templates/{page.template}）" if page else ""
    return f"{summary}{making}\n{''.join(traceback.format_exception(error))}"


def _page(error: Exception) -> Page | None:
    """The page that was being made: it is the argument of one of the calls that led to the mistake."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        page = frame.f_locals.get("page")
        if isinstance(page, Page):
            return page
    return None
