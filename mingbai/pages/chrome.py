"""What all pages of one site share: names, navigation, marks, style sheets."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.feeds import general
from mingbai.pages import phrase
from mingbai.pages.public.part import Link, telephone
from mingbai.records.public.bureau import Bureau, Deploy


class NavItem(Struct, frozen=True):
    """One link of the main navigation, and the columns that lie under it."""

    title: str
    href: str
    under: tuple["NavItem", ...] = ()

    def called(self, title: str) -> "NavItem":
        """The same under another title."""
        return NavItem(title, self.href, self.under)


class Subscription(Struct, frozen=True):
    """A feed that every page names, for programs that look for one."""

    title: str
    href: str


class Mark(Struct, frozen=True):
    """One mark in the foot; that of a real site leads to the register it stands in, and one of them has a picture."""

    text: str
    href: str
    picture: str = ""


class Chrome(Struct, frozen=True):
    """The variable `site` of every template; one value for a whole site.

    `nav` is the site's own navigation; `shared_nav` are the public columns that the intranet shows as well.
    """

    internal: bool
    name: str
    short_name: str
    host: str
    other_host: str
    nav: tuple[NavItem, ...]
    shared_nav: tuple[NavItem, ...]
    site_id_code: str
    marks: tuple[Mark, ...]
    address: str
    phone: Link
    complaint_phone: Link
    sample_note: str
    style: str
    script: str
    search_script: str
    search_index_script: str
    table_script: str
    icon: str
    feeds: tuple[Subscription, ...]

    @property
    def addresses(self) -> frozenset[str]:
        """Every address that the navigation leads to."""
        items = (*self.nav, *self.shared_nav)
        return frozenset(each.href for item in items for each in (item, *item.under))


POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="
CONAC = "https://bszs.conac.cn/sitename?method=show&id="
NORMS = routes.route("norms", "norms")
INTRANET_NAV = (
    NavItem(
        "总览",
        "/",
        (NavItem("截止日期", "/deadlines/"), NavItem("年度活动", "/campaigns/"), NavItem("网站自查", "/site-check/")),
    ),
    NavItem("行动方案", "/plans/", (NavItem("五字矩阵", "/matrix/"), NavItem("措施", "/measures/"))),
    NavItem(
        "行为规范",
        "/conduct/",
        (NavItem("六倡导六不准", NORMS), NavItem("责任体系", "/responsibility/")),
    ),
    NavItem(
        "活动",
        "/activities/",
        (NavItem("投稿", "/contributions/"), NavItem("内部简报", "/internal-bulletins/")),
    ),
    NavItem(
        "察访整改",
        "/ledger/",
        (
            NavItem("察访", "/inspections/"),
            NavItem("通报", "/circulars/"),
            NavItem("投诉", "/complaints/"),
            NavItem("网上监察", "/watch/"),
        ),
    ),
    NavItem("考评", "/appraisals/", (NavItem("视察点评", "/reviews/"), NavItem("奖惩", "/rewards/"))),
    NavItem("文件库", "/documents/"),
)


ASSETS = ("look.js", "search-index.js", "search.js", "site.css", "table.js")
"""The files that pages cannot do without."""


def public_chrome(corpus: PublicCorpus, assets: Mapping[str, str]) -> Chrome:
    """The public site's frame; `assets` maps an asset's name to its fingerprinted address."""
    return _chrome(corpus, assets, internal=False, nav=_columns(corpus), shared_nav=())


def intranet_chrome(corpus: PublicCorpus, assets: Mapping[str, str]) -> Chrome:
    """The intranet's frame: its own work first, then everything public.

    A page of its own that stands at a column's address stands for that column too, and for what lies under it.
    """
    columns = {column.href: column for column in _columns(corpus)}
    nav = [_there(corpus, item) for item in INTRANET_NAV]
    own = tuple(columns[item.href].called(item.title) if item.href in columns else item for item in nav)
    taken = {item.href for item in own}
    shared = tuple(column for href, column in columns.items() if href not in taken)
    return _chrome(corpus, assets, internal=True, nav=own, shared_nav=shared)


def _there(corpus: PublicCorpus, item: NavItem) -> NavItem:
    """The item without the poster of norms, on days when there are none."""
    return item if corpus.norms else replace(item, under=tuple(each for each in item.under if each.href != NORMS))


def _columns(corpus: PublicCorpus) -> tuple[NavItem, ...]:
    """The main columns, each with those under it, in the order the bureau gives them."""
    columns = [column for column in corpus.bureau.record.columns if column.route != "/"]
    under: dict[str, list[NavItem]] = {}
    for column in columns:
        if column.under:
            under.setdefault(column.under, []).append(NavItem(column.title, column.route))
    return tuple(
        NavItem(column.title, column.route, tuple(under.get(column.route, ())))
        for column in columns
        if column.under is None
    )


def _chrome(
    corpus: PublicCorpus,
    assets: Mapping[str, str],
    *,
    internal: bool,
    nav: tuple[NavItem, ...],
    shared_nav: tuple[NavItem, ...],
) -> Chrome:
    bureau = corpus.bureau.record
    sample = bureau.deploy is Deploy.SAMPLE
    return Chrome(
        internal=internal,
        name=bureau.name,
        short_name=bureau.short_name,
        host=bureau.intranet_host if internal else bureau.public_host,
        other_host=bureau.public_host if internal else "",
        nav=nav,
        shared_nav=shared_nav,
        site_id_code=bureau.site_id_code,
        marks=_marks(bureau),
        address=bureau.address,
        phone=telephone(bureau.phone),
        complaint_phone=telephone(bureau.complaint_phone),
        sample_note=_sample_note(bureau) if sample else "",
        style=assets["site.css"],
        script=assets["look.js"],
        search_script=assets["search.js"],
        search_index_script=assets["search-index.js"],
        table_script=assets["table.js"],
        icon=assets.get("icon.svg", ""),
        feeds=tuple(Subscription(offer.name, offer.href) for offer in general(corpus)),
    )


def _marks(bureau: Bureau) -> tuple[Mark, ...]:
    """The marks of 国办发〔2017〕47号. A sample's stand in no register, so they lead nowhere."""
    real = bureau.deploy is Deploy.PRODUCTION
    conac = bureau.conac
    found = [
        Mark(f"网站标识码 {bureau.site_id_code}", ""),
        Mark(bureau.icp_no, "https://beian.miit.gov.cn/"),
        Mark(bureau.police_no, POLICE + re.sub(r"\D", "", bureau.police_no)),
    ]
    if conac:
        picture = routes.route("files", conac.picture) if conac.picture else ""
        found.append(Mark("党政机关网站标识", f"{CONAC}{conac.conac_id}", picture))
    return tuple(mark if real else replace(mark, href="") for mark in found)


def _sample_note(bureau: Bureau) -> str:
    """What the banner says. It names the sample's own day, not the day shown, so that a new day changes no page."""
    day = f"示例停在{phrase.day(bureau.sample_day)}。" if bureau.sample_day else ""
    return f"这是示例，人和事都是编的。{day}"
