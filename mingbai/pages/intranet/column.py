"""The intranet's own columns, and what each page says of itself in its head."""

from mingbai.pages.page import Crumb, Head

HOME = "/"
PLANS = Crumb("行动方案", "/plans/")
MATRIX = Crumb("五字矩阵", "/matrix/")
DOCUMENTS = Crumb("文件库", "/documents/")
HOME_CRUMB = Crumb("总览", HOME)


def front(column: Crumb, title: str, description: str) -> Head:
    """The head of a column's front page."""
    return Head(title=title, description=description, section=column.href, crumbs=(HOME_CRUMB,), route=column.href)


def inner(column: Crumb, route: str, title: str, description: str) -> Head:
    """The head of a page below a column."""
    return Head(title=title, description=description, section=column.href, crumbs=(HOME_CRUMB, column), route=route)
