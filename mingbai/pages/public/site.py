"""The pages about the site itself: its map, its statement on accessibility, and what is shown for a wrong address."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.column import (
    ACCESSIBILITY,
    BULLETINS,
    CALENDAR,
    COMMITMENTS,
    DIVISIONS,
    DOCUMENTS,
    EXEMPLARS,
    FEES,
    FINES,
    HONOURS,
    LAWS,
    PAGES,
    PERFORMANCE,
    PLEDGES,
    POWERS,
    REPORTS,
    SITEMAP,
    column_head,
)
from mingbai.pages.public.commitment_list import by_division, link_to
from mingbai.pages.public.document_list import newest_first as newest
from mingbai.pages.public.honours import honours_list
from mingbai.pages.public.openness import reports
from mingbai.pages.public.part import Fact, Link, facts, in_order, telephone
from mingbai.pages.public.performance import all_quarters
from mingbai.pages.public.pledges import pledges_list
from mingbai.pages.public.power import power_groups
from mingbai.pages.public.text import TextPart, text_at, text_row
from mingbai.records.public.bureau import Bureau, Column

MISSING_ROUTE = "/404.html"


class ColumnEntry(Struct, frozen=True):
    """A column in the map: what the bureau says of it, what lies in it, and the columns under it."""

    title: str
    href: str
    description: str
    about: tuple[Fact, ...]
    links: tuple[Link, ...]
    under: tuple["ColumnEntry", ...]


class SitemapView(View, frozen=True, kw_only=True):
    """The map of the site."""

    columns: tuple[ColumnEntry, ...]
    about: tuple[Fact, ...]


class AccessibilityView(View, frozen=True, kw_only=True):
    """The statement on accessibility."""

    phone: Link
    email: str
    address: str
    hours: tuple[str, ...]
    text: TextPart | None


class MissingView(View, frozen=True, kw_only=True):
    """What is shown for an address that leads nowhere."""

    phone: Link
    links: tuple[Link, ...]


def site_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The map, the statement, and the page for a wrong address."""
    bureau = corpus.bureau.record
    yield Page(SITEMAP.route, "public/sitemap.html", sitemap(corpus))
    statement = AccessibilityView(
        head=column_head(corpus, ACCESSIBILITY),
        phone=telephone(bureau.phone),
        email=bureau.email or "",
        address=bureau.address,
        hours=bureau.hours,
        text=text_at(corpus, "accessibility"),
    )
    yield Page(ACCESSIBILITY.route, "public/accessibility.html", statement)
    missing = MissingView(
        head=Head(title="没有这一页", description="地址写错了，或者这一页挪走了。"),
        phone=telephone(bureau.phone),
        links=tuple(Link(column.title, column.route) for column in bureau.columns if column.under is None),
    )
    yield Page(MISSING_ROUTE, "public/missing.html", missing)


def sitemap(corpus: PublicCorpus) -> SitemapView:
    """Every column in the bureau's words, and the marks of the site."""
    bureau = corpus.bureau.record
    links = _links(corpus)
    return SitemapView(
        head=column_head(corpus, SITEMAP),
        columns=tuple(_entry(bureau, column, links) for column in bureau.columns if column.under is None),
        about=facts(
            ("单位名称", bureau.name),
            ("简称", bureau.short_name),
            ("地址", bureau.address),
            ("办公时间", "；".join(bureau.hours)),
            ("咨询电话", bureau.phone),
            ("监督投诉电话", bureau.complaint_phone),
            ("电子邮箱", bureau.email),
            ("公众网", bureau.public_host),
            ("网站标识码", bureau.site_id_code),
            ("ICP备案号", bureau.icp_no),
            ("公安备案号", bureau.police_no),
            ("党政机关网站标识", bureau.conac.conac_id if bureau.conac else None),
            ("网站有漏洞找", _security(bureau)),
            ("网站状态", bureau.deploy.value),
            ("办理记录只加不改", _kept_since(bureau)),
            ("示例日期", phrase.day(bureau.sample_day) if bureau.sample_day else None),
        ),
    )


def _kept_since(bureau: Bureau) -> str | None:
    return f"从{phrase.day(bureau.logs_kept_since)}起" if bureau.logs_kept_since else None


def _security(bureau: Bureau) -> str | None:
    """Whom to tell of a hole in the site, and until when that holds."""
    found = bureau.security
    if found is None:
        return None
    told = [contact.removeprefix("mailto:").removeprefix("tel:") for contact in found.contacts]
    policy = f"，怎么处理见 {found.policy}" if found.policy else ""
    return f"{'、'.join(told)}，到{phrase.day(found.expires)}为止{policy}"


def _entry(bureau: Bureau, column: Column, links: Mapping[str, tuple[Link, ...]]) -> ColumnEntry:
    return ColumnEntry(
        title=column.title,
        href=column.route,
        description=column.description,
        about=facts(
            ("栏目类别", column.type.value),
            ("关键词", phrase.listed(column.keywords)),
            ("更新期限", f"至少每{column.freshness}天更新一次" if column.freshness else None),
        ),
        links=links.get(column.route, ()),
        under=tuple(_entry(bureau, each, links) for each in bureau.columns if each.under == column.route != each.route),
    )


def _links(corpus: PublicCorpus) -> dict[str, tuple[Link, ...]]:
    """What lies in each column, by the column's address."""
    units = in_order(corpus, corpus.divisions)
    years = [volume.year for volume in corpus.newsletter.volumes.values() if volume.newest_first]
    return {
        COMMITMENTS.route: tuple(link_to(group) for group in by_division(corpus)),
        FEES.route: tuple(Link(e.record.name, routes.route("fees", e.id)) for e in corpus.fees.values()),
        FINES.route: tuple(Link(e.record.name, routes.route("fines", e.id)) for e in corpus.fines.values()),
        POWERS.route: tuple(Link(g.title, f"{POWERS.route}#{g.anchor}") for g in power_groups(corpus)),
        BULLETINS.route: tuple(Link(f"{year}年", f"{BULLETINS.route}{year}/") for year in years),
        DIVISIONS.route: tuple(Link(corpus.divisions[id].record.name, routes.route("divisions", id)) for id in units),
        PLEDGES.route: tuple(Link(unit.title, unit.href) for year in pledges_list(corpus).years for unit in year.units),
        DOCUMENTS.route: tuple(
            Link(e.record.title, routes.route("documents", e.id)) for e in newest(corpus.documents.values())
        ),
        REPORTS.route: tuple(row.link for row in reports(corpus).reports),
        HONOURS.route: tuple(row.link for row in honours_list(corpus).years),
        EXEMPLARS.route: tuple(
            Link(e.record.title, routes.route("exemplars", e.id)) for e in corpus.exemplars.values()
        ),
        PAGES.route: tuple(text_row(entry).link for entry in corpus.pages.values()),
        CALENDAR.route: tuple(
            Link(f"{id}年", routes.route("calendar", id)) for id in sorted(corpus.calendars, reverse=True)
        ),
        PERFORMANCE.route: tuple(quarter.link for quarter in all_quarters(corpus)),
        LAWS.route: tuple(Link(e.record.title, routes.route("laws", e.id)) for e in corpus.laws.values()),
    }
