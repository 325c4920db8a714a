"""The intranet's own columns, and what each page says of itself in its head."""

from mingbai.pages.page import Crumb, Head

HOME = "/"
DEADLINES = Crumb("截止日期", "/deadlines/")
CAMPAIGNS = Crumb("年度活动", "/campaigns/")
PLANS = Crumb("行动方案", "/plans/")
MATRIX = Crumb("五字矩阵", "/matrix/")
CONDUCT = Crumb("行为规范", "/conduct/")
RESPONSIBILITY = Crumb("责任体系", "/responsibility/")
MEASURES = Crumb("措施", "/measures/")
ACTIVITIES = Crumb("活动", "/activities/")
CONTRIBUTIONS = Crumb("投稿", "/contributions/")
INTERNAL_BULLETINS = Crumb("内部简报", "/internal-bulletins/")
DOCUMENTS = Crumb("文件库", "/documents/")
LEDGER = Crumb("整改销号台账", "/ledger/")
WATCH = Crumb("网上监察", "/watch/")
APPRAISALS = Crumb("考评", "/appraisals/")
REWARDS = Crumb("奖惩", "/rewards/")
INSPECTIONS = Crumb("察访", "/inspections/")
CIRCULARS = Crumb("通报", "/circulars/")
COMPLAINTS = Crumb("投诉", "/complaints/")
REVIEWS = Crumb("视察点评", "/reviews/")
SITE_CHECK = Crumb("网站自查", "/site-check/")
HOME_CRUMB = Crumb("总览", HOME)


def front(column: Crumb, title: str, description: str, over: Crumb | None = None) -> Head:
    """The head of a column's front page; `over` is the main column that it lies under."""
    return _head(column.href, title, description, column, over, ())


def inner(column: Crumb, route: str, title: str, description: str, *steps: Crumb, over: Crumb | None = None) -> Head:
    """The head of a page below a column; `steps` lie between the two."""
    return _head(route, title, description, column, over, (column, *steps))


def _head(
    route: str, title: str, description: str, column: Crumb, over: Crumb | None, below: tuple[Crumb, ...]
) -> Head:
    return Head(
        title=title,
        description=description,
        section=column.href,
        above=over.href if over else "",
        crumbs=tuple(dict.fromkeys((HOME_CRUMB, *((over,) if over else ()), *below))),
        route=route,
    )
