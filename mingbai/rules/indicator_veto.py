"""The six vetoes: any one of them fails the whole site (单项否决)."""

from collections.abc import Iterator
from datetime import timedelta

from mingbai.corpus.holdings import LIMITS, Holding
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.records.intranet.complaint import ComplaintKind, ComplaintState
from mingbai.records.public.bureau import Column, ColumnType
from mingbai.rules.commitment import ELEMENTS, handled
from mingbai.rules.forbidden import nothing_forbidden, nothing_secret
from mingbai.rules.indicator import Asked, Group, Indicator
from mingbai.rules.personal import attachments_read, nothing_personal
from mingbai.rules.publication import release_after_origin, review_before_release

HOME_WARN, HOME_LIMIT = 10, 14
STALE_MANY, LATE_MANY, EMPTY_MANY = 5, 10, 5
LACKING, LACKING_MANY = 4, 5
ANSWER = timedelta(days=92)
UNANSWERED = (ComplaintState.RECEIVED, ComplaintState.ACCEPTED)
"""To say that a case is accepted answers nothing yet."""
UNTIL_SAID = "先补最旧的；真用不着这么勤的，改 bureau.yaml 里的 freshness"


def vetoes(corpus: PublicCorpus, whole: IntranetCorpus | None) -> Iterator[Indicator]:
    """V1 to V6, in the order of the list."""
    yield from _safety(corpus)
    yield Asked("V2", Group.VETO, "站点打得开", "一周里每天试20次以上，打不开的不到5%").unknown(
        "要从外面一次次打开网站才知道", "管服务器的人看访问监测，按一周算"
    )
    home = corpus.holdings.get("/")
    yield Asked("V3", Group.VETO, "首页有更新", "首页两个星期里有新的，没写日期的不算").fresh(
        home.newest if home else None, corpus.day, HOME_LIMIT, "出一期简报，首页就有新的了", "/", HOME_WARN
    )
    yield from _columns(corpus)
    yield from _answers(corpus, whole)
    yield from _usable(corpus)


def _safety(corpus: PublicCorpus) -> Iterator[Indicator]:
    yield Asked("V1-1", Group.VETO, "表述没有严重错误", "没有政治性、常识性的严重错误").unknown(
        "程序只认得禁用词单里的词，看不懂意思", "发布前请人读一遍，审查人签上名字"
    )
    yield _nothing_told(corpus)
    hosts = len(corpus.bureau.record.outbound)
    yield Asked("V1-3", Group.VETO, "没有坏内容、坏链接", "没有反动、暴力、色情的内容，也没有链到那里去").unknown(
        f"只链到名单上的{hosts}个网站，看不见的链接不发布；那边现在是什么内容，程序不知道",
        "每季度把 outbound 里的网站点开看一遍，换了主人的删掉",
        "/",
    )
    yield Asked("V1-4", Group.VETO, "被攻击了马上处置", "网站被改、被挂马以后没有拖着不管").unknown(
        "要看服务器才知道", "管服务器的人每天看首页；被改了先断开，再用内容库重新做一遍"
    )
    dated = [problem for check in (release_after_origin, review_before_release) for problem in check(corpus)]
    asked = Asked("V1-5", Group.VETO, "发稿日期是真的", "没有伪造发稿日期")
    if dated:
        yield asked.held(
            None, f"有{len(dated)}份对不上，第一份是 {dated[0].place.path}", "运行 build.py check，照提示改日期"
        )
    else:
        yield asked.unknown(
            "每一份都在审查和成文以后，不晚于今天；是不是那天真发的，程序不知道", "抽5份，和内容库里交上来的日子比一比"
        )
    yield Asked("V1-6", Group.VETO, "没有闹出大事", "没有因为网站内容引起严重的负面舆情").unknown(
        "外面怎么说，程序不知道", "办公室看舆情，有了当天报"
    )


def _nothing_told(corpus: PublicCorpus) -> Indicator:
    """Whether something is public that must not be; an attachment nobody could read keeps us from saying no."""
    asked = Asked("V1-2", Group.VETO, "没有泄露的痕迹", "没有密级标志、个人号码、禁用的词")
    wrong = [*nothing_secret(corpus), *nothing_personal(corpus), *nothing_forbidden(corpus)]
    unread = dict.fromkeys(problem.place.path for problem in attachments_read(corpus))
    if unread and not wrong:
        first = next(iter(unread)).removeprefix("content/public/")
        return asked.unknown(f"有{len(unread)}个附件读不出字，第一个是 {first}", "自己打开，从头看到尾")
    return asked.held(
        not wrong,
        f"{len(corpus.entries)}份内容、{len(corpus.files)}个附件里的字都查过"
        if not wrong
        else f"有{len(wrong)}处，第一处在 {wrong[0].place.path}",
        "运行 build.py check，照提示改",
    )


def columns_of(corpus: PublicCorpus) -> list[tuple[Column, Holding]]:
    """The columns that hold something written, with what lies in them."""
    found = ((column, corpus.holdings.get(column.route)) for column in corpus.bureau.record.columns)
    return [(column, held) for column, held in found if held]


def _columns(corpus: PublicCorpus) -> Iterator[Indicator]:
    held = columns_of(corpus)
    # Of news every column counts, of what is announced and ruled the first-level ones.
    stale = [
        (c, h)
        for c, h in held
        if (c.type is ColumnType.NEWS or c.under is None) and _older(corpus, h, LIMITS.get(c.type))
    ]
    late = [(c, h) for c, h in held if _older(corpus, h, c.freshness)]
    empty = [(c, h) for c, h in held if not h.count]
    asked = (
        (
            "V4-1",
            "要闻和政策栏目有更新",
            "工作动态类栏目超过两周、政策文件类主栏目超过半年没更新的，一共不到5个",
            stale,
            STALE_MANY,
            "没有一个超过",
        ),
        ("V4-2", "该更新的栏目更新了", "过了自己定的期限还没更新的栏目，不到10个", late, LATE_MANY, "都在期限里"),
        ("V4-3", "没有空栏目", "空着的栏目不到5个", empty, EMPTY_MANY, "都有内容"),
    )
    for id, name, asks, found, many, none in asked:
        said = f"{len(found)}个：{_named(found)}" if found else f"{len(held)}个栏目，{none}"
        route = found[0][0].route if found else "/sitemap/"
        yield Asked(id, Group.VETO, name, asks).held(len(found) < many, said, UNTIL_SAID, route)


def _older(corpus: PublicCorpus, held: Holding, limit: int | None) -> bool:
    age = held.age(corpus.day)
    return limit is not None and age is not None and age > limit


def _named(found: list[tuple[Column, Holding]]) -> str:
    return "、".join(column.title for column, _ in found)


def _answers(corpus: PublicCorpus, whole: IntranetCorpus | None) -> Iterator[Indicator]:
    doors = [c for c in corpus.bureau.record.columns if c.type is ColumnType.COMPLAINTS]
    phone = corpus.bureau.record.complaint_phone
    yield Asked("V5-1", Group.VETO, "有地方说话", "网站上有咨询、投诉的渠道，用得上").held(
        bool(doors),
        f"有“{doors[0].title}”，电话{phone}" if doors else "没有咨询投诉类的栏目",
        "在 bureau.yaml 的 columns 里加一个，type: 咨询投诉，route: /supervision/",
        doors[0].route if doors else "/",
    )
    asked = Asked("V5-2", Group.VETO, "留言有答复", "一年里的有效留言，没有超过3个月还没答复的")
    if whole is None:
        yield asked.unknown("投诉登记在局办公网，这一次没有读", "不写 --only public，再查一次")
        return
    if not whole.dockets:
        yield asked.unknown("一件投诉也没有登记", "在市里的平台上看有没有没答复的；有投诉，登记进 complaints/")
        return
    old = [each for each in whole.dockets.values() if each.entry.record.received_on < corpus.day - ANSWER]
    waiting = [each for each in old if each.state in UNANSWERED]
    yield asked.held(
        not waiting,
        f"登记的{len(whole.dockets)}件{'、'.join(ComplaintKind)}，没有一件等过3个月；没登记的留言不在里面"
        if not waiting
        else f"{len(waiting)}件等了3个月以上，最早的是{min(each.number for each in waiting)}",
        "先答复最早的一件，在投诉记录的 log 里记上：受理了的记“答复”，不归我们管的记“不受理”",
        "/complaints/",
    )


def _usable(corpus: PublicCorpus) -> Iterator[Indicator]:
    items = [entry.record for entry in handled(corpus)]
    yield Asked("V6-1", Group.VETO, "能办事", "网站上有办事服务").held(
        bool(items), f"在办{len(items)}个事项", "写好第一个服务承诺事项", "/commitments/"
    )
    lacking = [item.name for item in items if sum(not each.given(item) for each in ELEMENTS) >= LACKING]
    fewest = min(LACKING_MANY, len(items)) or 1
    yield Asked("V6-2", Group.VETO, "办事指南够用", "缺4类以上重点要素的指南不到5个").held(
        len(lacking) < fewest,
        f"缺4类以上的{len(lacking)}个" + (f"：{'、'.join(lacking[:3])}" if lacking else ""),
        "运行 build.py check，照提示补齐",
        "/commitments/",
    )
