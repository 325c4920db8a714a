"""网站自查: what inspectors of government sites ask of the public site, what decides, and what to do, worst first."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.column import HOME_CRUMB, SITE_CHECK, front
from mingbai.pages.intranet.year import dated, in_full
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Link, Tally
from mingbai.records.public.page import Page as Text
from mingbai.rules.indicator import Group, Indicator, Outcome
from mingbai.rules.inspected import inspected, verdict

CHIPS = {
    Outcome.PASSED: Chip("done", "通过"),
    Outcome.FAILED: Chip("late", "不通过", "late"),
    Outcome.UNKNOWN: Chip("noted", "查不了"),
}
SOON = Chip("soon", "快到期")


class CheckRow(Struct, frozen=True):
    """One indicator, ready to print; `page` leads where one can see for oneself."""

    name: str
    asks: str
    chip: Chip
    found: str
    day: Day | None
    ago: str
    page: Link | None
    todo: str


class CheckPart(Struct, frozen=True):
    """The indicators of one group; `anchor` is its id on the page."""

    anchor: str
    title: str
    count: str
    rows: tuple[CheckRow, ...]


class SiteCheckView(View, frozen=True, kw_only=True):
    """The whole list; `todo` are the rows somebody has to see to."""

    title: str
    day: Day
    verdict: str
    tallies: tuple[Tally, ...]
    todo: tuple[CheckRow, ...]
    parts: tuple[CheckPart, ...]


def site_check_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /site-check/."""
    yield Page(SITE_CHECK.href, "intranet/site-check.html", site_check_view(corpus))


def site_check_view(corpus: IntranetCorpus) -> SiteCheckView:
    """The list as it came out, with what has to be done on top."""
    found = inspected(corpus.public, corpus)
    counts = Counter(each.outcome for each in found)
    pressing = [each for each in found if each.outcome is Outcome.FAILED or each.soon]
    return SiteCheckView(
        head=front(
            SITE_CHECK, SITE_CHECK.title, "照政府网站检查指标一项一项查：通过没有，凭哪一页、哪一天。", HOME_CRUMB
        ),
        title=SITE_CHECK.title,
        day=in_full(corpus.day),
        verdict=verdict(found),
        tallies=tuple(Tally(str(counts[outcome]), "项", outcome.value) for outcome in Outcome),
        todo=tuple(_row(corpus, each) for each in pressing),
        parts=tuple(_part(corpus, group, [each for each in found if each.group is group]) for group in Group),
    )


def _part(corpus: IntranetCorpus, group: Group, found: list[Indicator]) -> CheckPart:
    counts = Counter(each.outcome for each in found)
    said = "，".join(f"{outcome}{counts[outcome]}项" for outcome in Outcome if counts[outcome])
    return CheckPart(f"g-{group.name.lower()}", group.value, said, tuple(_row(corpus, each) for each in found))


def _row(corpus: IntranetCorpus, each: Indicator) -> CheckRow:
    return CheckRow(
        name=f"{each.id} {each.name}" if each.group is Group.VETO else each.name,
        asks=each.asks,
        chip=SOON if each.soon else CHIPS[each.outcome],
        found=each.found,
        day=dated(each.on) if each.on else None,
        ago=f"{each.days}天以前" if each.days else "今天" if each.on else "",
        page=_page(corpus, each.route) if each.route else None,
        todo=each.todo,
    )


def _page(corpus: IntranetCorpus, route: str) -> Link:
    """Where to look; the intranet has a front page of its own, so the public one has its whole address."""
    bureau = corpus.public.bureau.record
    texts = {routes.route(Text.kind, entry.id): entry.record.title for entry in corpus.public.pages.values()}
    titles = texts | {column.route: column.title for column in bureau.columns} | TITLES
    return (
        Link("公众网首页", f"https://{bureau.public_host}/") if route == "/" else Link(titles.get(route, route), route)
    )


TITLES = {"/sitemap/": "网站地图", "/search/": "搜索", "/complaints/": "投诉"}
"""Pages that no column of the bureau's names."""
