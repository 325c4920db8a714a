"""What is taken off for publishing, explaining and the yearly reports (扣分指标：发布解读)."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingbai.corpus.holdings import LIMITS
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.routes import route
from mingbai.records.base import Entry
from mingbai.records.public.bureau import ColumnType
from mingbai.records.public.document import DocumentKind
from mingbai.records.public.page import Page
from mingbai.rules.document_life import interpretations_explain
from mingbai.rules.indicator import Asked, Group, Indicator
from mingbai.rules.indicator_veto import columns_of
from mingbai.rules.openness import DUE, REPORTS, report, site_report

POLICIES = (
    DocumentKind.RULES,
    DocumentKind.OPINION,
    DocumentKind.DECISION,
    DocumentKind.NOTICE,
    DocumentKind.PROCLAMATION,
    DocumentKind.PUBLIC_NOTICE,
)
"""Kinds of papers that may lay something down. Which of them do, no field tells, nor does their day of effect, since
one that holds from its own day has none: those that need no explanation say why (`unexplained`)."""
YEAR = timedelta(days=365)
IN = Group.PUBLISHING


def publishing(corpus: PublicCorpus) -> Iterator[Indicator]:
    """From what the office is to its annual report."""
    about = corpus.pages.get("about")
    yield Asked("overview", IN, "概况信息", "有一篇写我们是做什么的").held(
        about, _text(about) or "没有", "写一篇 pages/about.md", "/pages/about/" if about else "/pages/"
    )
    mute = [e.record.name for e in corpus.divisions.values() if not e.record.functions]
    yield Asked("functions", IN, "机构职能", "每个处室管什么、在哪里、电话多少都写了").held(
        bool(corpus.divisions) and not mute,
        f"{len(corpus.divisions)}个单位都写了" if not mute else f"没写职能的：{'、'.join(mute[:3])}",
        "在那个处室的文件里补上 functions",
        "/divisions/",
    )
    people = [entry.record for entry in corpus.people.values() if entry.record.in_post_to is None]
    idle = [person.display_name for person in people if not person.duties]
    yield Asked("leaders", IN, "领导信息", "负责人的姓名、职务、分工、电话都有").held(
        people and not idle,
        f"没写分工的：{'、'.join(idle[:3])}" if idle else f"{len(people)}位负责人，换了人的当天改",
        "在 people/ 那个人的文件里写上 duties" if idle else "写好 people/ 里的每一位",
        "/divisions/",
    )
    yield from _columns(corpus)
    yield from _explained(corpus)
    yield from _openness(corpus)


def _columns(corpus: PublicCorpus) -> Iterator[Indicator]:
    held = columns_of(corpus)
    for id, type, name, asks, todo in (
        ("news", ColumnType.NEWS, "动态要闻", "两个星期里有新的", "出一期简报"),
        ("policies", ColumnType.POLICY, "政策文件", "半年里有新的，管不管用写明了", "该公开的文件放进 documents/"),
    ):
        main = [(column, found) for column, found in held if column.type is type and column.under is None]
        newest = max((found.newest for _, found in main if found.newest), key=lambda each: each.on, default=None)
        place = main[0][0].route if main else "/sitemap/"
        yield Asked(id, IN, name, asks).fresh(newest, corpus.day, LIMITS[type], todo, place)
    wrong = [c for c, h in held if not h.count or (c.freshness and (h.age(corpus.day) or 0) > c.freshness)]
    yield Asked("columns", IN, "其他栏目", "没有空的，没有过了期限不更新的").held(
        not wrong,
        f"{len(held)}个栏目都在期限里" if not wrong else f"{len(wrong)}个：{'、'.join(c.title for c in wrong)}",
        "补上新内容，或者把 freshness 改成做得到的天数",
        wrong[0].route if wrong else "/sitemap/",
    )


def _explained(corpus: PublicCorpus) -> Iterator[Indicator]:
    own = [
        entry
        for entry in corpus.documents.values()
        if entry.record.type in POLICIES
        and entry.record.issuer == corpus.bureau.record.name
        and entry.record.published.date() > corpus.day - YEAR
    ]
    plain = sum(bool(entry.record.unexplained) for entry in own)
    bare = [e for e in own if not e.record.unexplained and e.id not in corpus.interpretations]
    told = f"{len(own)}份：有解读的{len(own) - plain - len(bare)}份"
    why = f"，写明为什么不用的{plain}份" if plain else ""
    yield Asked("explained", IN, "政策解读", "一年里自己定的规矩，每一份有解读，不用解读的写明为什么").held(
        not bare,
        f"{told}{why}" + (f"，都没有的{len(bare)}份，如“{bare[0].record.title}”" if bare else ""),
        "写一篇 type: 解读，interprets 里写上那份文件；不用另写的，在那份文件里写 unexplained: 为什么",
        "/documents/",
    )
    broken = [*interpretations_explain(corpus)]
    pairs = sum(map(len, corpus.interpretations.values()))
    yield Asked("both-ways", IN, "解读关联", "文件页上点得到解读，解读页上点得到文件").held(
        not broken, f"{pairs}处，两头都通", "运行 build.py check，照提示改 interprets", "/documents/"
    )


def _openness(corpus: PublicCorpus) -> Iterator[Indicator]:
    routes = {column.route for column in corpus.bureau.record.columns}
    year, last = corpus.day.year - 1, date(corpus.day.year, *DUE)
    asks = "上一年的在1月31日以前公布"
    for asked, found, what, todo, nowhere in (
        (
            Asked("site-report", Group.YEARLY, "网站工作年度报表", f"{asks}，首页上有"),
            site_report(corpus, year),
            f"{year}年的报表",
            f"build.py new site-report {year} 起草一页，补齐了挪到 pages/",
            "/pages/",
        ),
        (
            Asked("annual-report", IN, "信息公开年报", asks),
            report(corpus, year),
            f"{year}年的年报",
            f"写一个页面，写上 report_year: {year}",
            REPORTS,
        ),
    ):
        out = found.record.published.date() if found else None
        place = route(Page.kind, found.id) if found else nowhere
        yield asked.by(last, out, corpus.day, what, todo, place)
    guide, request = corpus.pages.get("guide"), corpus.pages.get("request")
    for id, name, place, there, found_ in (
        ("guide", "信息公开指南", "/openness/guide/", guide, _text(guide)),
        ("catalogue", "信息公开目录", "/openness/catalogue/", corpus.documents, "从每一份公开的内容里编出来"),
        ("request", "依申请公开", "/openness/request/", request, _text(request)),
    ):
        holds = place in routes and there
        yield Asked(id, IN, name, "有这个栏目，里面有内容").held(
            holds,
            found_ if holds else "没有内容" if place in routes else "栏目表里没有它",
            "写好内容，在 bureau.yaml 的 columns 里加上这个栏目",
            place,
        )


def _text(entry: Entry[Page] | None) -> str:
    """A text by its title, and when it was written."""
    return f"“{entry.record.title}”，{entry.record.formed_on} 写的，内容变了当天改" if entry else ""
