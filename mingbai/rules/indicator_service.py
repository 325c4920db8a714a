"""What is taken off for services, for talking with people, and for how the site works (扣分指标)."""

from collections.abc import Iterator

from mingbai.corpus.holdings import Piece, piece
from mingbai.corpus.public import PublicCorpus
from mingbai.records.public.bureau import Deploy
from mingbai.records.public.commitment import Commitment
from mingbai.rules.commitment import ELEMENTS, handled
from mingbai.rules.consultation import closed_calls_answered
from mingbai.rules.indicator import Asked, Group, Indicator

QUARTER, TWO_MONTHS, YEAR = 92, 62, 365
SERVICES, TALKING, DESIGN = Group.SERVICES, Group.TALKING, Group.DESIGN
CODE = 10
GUIDES, STATISTICS, CALLS, HOME = "/commitments/", "/performance/", "/consultations/", "/"


def services(corpus: PublicCorpus) -> Iterator[Indicator]:
    """The list of items, the statistics, the guides and their forms."""
    items = [entry.record for entry in handled(corpus)]
    yield Asked("listed", SERVICES, "事项公开", "所有事项在一张分类的清单里").held(
        bool(items), f"{len(items)}个事项，按处室、主题、对象都能找", "写好服务承诺事项", GUIDES
    )
    counted = corpus.holdings.get(STATISTICS)
    yield Asked("statistics", SERVICES, "办事统计", "3个月里公布过办件统计").fresh(
        counted.newest if counted else None, corpus.day, QUARTER, "写上一个季度的 performance/", STATISTICS
    )
    short = [item for item in items if not all(each.given(item) for each in ELEMENTS)]
    yield Asked("guides", SERVICES, "办事指南要素", "8类重点要素一类不缺").held(
        not short,
        f"{len(items)}份指南都齐" if not short else f"{len(short)}份不齐，如“{short[0].name}”",
        "运行 build.py check，照提示补齐",
        GUIDES,
    )
    yield Asked("accurate", SERVICES, "办事指南内容准确", "写的和窗口做的一样").unknown(
        "程序不知道窗口实际怎么办", "抽5份指南，到窗口照着办一遍", GUIDES
    )
    yield _forms(items)


def _forms(items: list[Commitment]) -> Indicator:
    forms = [material for item in items for material in item.materials if material.blank_form]
    alone = [material.name for material in forms if not material.sample]
    return Asked("forms", SERVICES, "表格样表", "要填的表，空白表和填好的样表都能下载").held(
        not alone,
        f"{len(forms)}张表，都有样表"
        if not alone
        else f"{len(forms)}张表，{len(alone)}张没有样表：{'、'.join(alone[:3])}",
        "填一张样表放进 files/forms/，在那项材料里写 sample",
        GUIDES,
    )


def talking(corpus: PublicCorpus) -> Iterator[Indicator]:
    """What people said and what came of it."""
    yield Asked("submitting", TALKING, "信息提交", "留言能提交，提交以后查得到").unknown(
        "这里是静态网站，留言走省里的平台和电话", "每季度真留一次言，看几天有答复", "/supervision/"
    )
    said = [piece(e) for e in corpus.figures.values() if e.id.startswith("complaints")]
    newest = max(said, key=lambda each: each.on, default=None)
    yield Asked("public-answers", TALKING, "留言公开和统计", "两个月里公布过收了多少、办了多少").fresh(
        newest, corpus.day, TWO_MONTHS, "运行 build.py figures complaints，核过以后公开", "/supervision/"
    )
    calls = [entry for entry in corpus.documents.values() if entry.record.consultation]
    lately = max((Piece(e.record.published.date(), e.record.title, "", e.path) for e in calls), key=_on, default=None)
    yield Asked("calls", TALKING, "征集调查", "一年里征集过意见").fresh(
        lately, corpus.day, YEAR, "定规矩以前先征集", CALLS
    )
    open_ends = [*closed_calls_answered(corpus)]
    yield Asked("call-results", TALKING, "征集有结果", "截止了的征集都公布了采纳情况").held(
        not open_ends,
        f"{len(calls)}次征集，该公布结果的都公布了" if not open_ends else f"{len(open_ends)}次还没有结果",
        "在那份征集的 consultation 里补上 result",
        CALLS,
    )
    yield Asked("interviews", TALKING, "在线访谈", "访谈有预告，问题有回答").unknown(
        "本站没有访谈栏目", "市里统一办的，到市政府网站上看"
    )


def _on(each: Piece) -> str:
    return each.on.isoformat()


def design(corpus: PublicCorpus) -> Iterator[Indicator]:
    """Name, marks, tags, links, search: how the site works."""
    bureau = corpus.bureau.record
    real = bureau.deploy is Deploy.PRODUCTION
    yield Asked("domain", DESIGN, "域名名称", "以 .gov.cn 结尾").held(
        bureau.public_host.endswith(".gov.cn"), bureau.public_host, "换成批下来的政府域名，写进 public_host", HOME
    )
    marks = real and bool(bureau.conac) and bool(bureau.site_id_code.strip("0"))
    yield Asked("marks", DESIGN, "网站标识", "页脚有标识码、备案号、党政机关标识，找错入口点得开").held(
        marks,
        "每一页都有" if marks else "还是示例用的，点不开" if not real else "没有写党政机关网站标识",
        "写上真的标识和 conac，改 deploy: 正式；build.py check --strict production 说还差什么",
        HOME,
    )
    yield Asked("links-inside", DESIGN, "可用性：站内链接", "首页和别的页上没有打不开的链接").held(
        bureau, "每次生成都逐页查，有一个打不开就不发布", "", HOME
    )
    yield Asked("links-outside", DESIGN, "可用性：站外链接", "链到别的网站的都打得开").unknown(
        "要连外网一个个打开才知道", "管服务器的人每月用链接检查工具跑一遍"
    )
    count = len(corpus.commitments) + len(corpus.documents) + len(corpus.fees)
    yield Asked("search", DESIGN, "搜索功能", "有站内搜索，内容都找得到").held(
        count > 0,
        f"事项、文件、收费{count}条都在索引里；排得对不对，每季度找几样试试",
        "写好内容，索引跟着生成",
        "/search/",
    )
    yield Asked("tags", DESIGN, "页面标签", "每一页都有网站、栏目、文章标签，没有空的").held(
        bureau, f"每次生成都逐页查；{len(bureau.columns)}个栏目的名称、描述、关键词、类别都写了", "", "/sitemap/"
    )
    yield Asked("leaving", DESIGN, "转载链接", "去非政府网站的先提醒，没有看不见的链接").held(
        bureau, f"名单上{len(bureau.outbound)}个网站，点了先到提醒页；暗链不发布", "", HOME
    )
    yield Asked("pictures", DESIGN, "图片说明", "正文里的图都有文字说明").held(
        bureau, "没有说明的图，生成时不收；说得对不对，放图的人看着图再念一遍", ""
    )
    yield Asked("browsers", DESIGN, "兼容性、IPv6", "常用浏览器都打得开，IPv6 通").unknown(
        "要在真的浏览器和网络上试", "管服务器的人上线时试一遍，换了浏览器大版本再试"
    )
