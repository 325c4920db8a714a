"""The columns of the public site, and what each page says of itself in its head."""

from functools import cached_property

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import ColumnTags, Crumb, Head
from mingbai.pages.public.linked import on_its_way
from mingbai.pages.public.part import Stamp
from mingbai.records.public.bureau import ColumnType

HOME_CRUMB = Crumb("首页", "/")


class Column(Struct, frozen=True, dict=True):
    """A column as the program knows it; what the bureau says of it in its own words goes first."""

    route: str
    title: str
    description: str
    type: ColumnType

    @cached_property
    def crumb(self) -> Crumb:
        """The step of the breadcrumb that leads here."""
        return Crumb(self.title, self.route)


HOME = Column("/", "首页", "办事承诺、收费公示、简报，一看就明白。", ColumnType.HOME)
COMMITMENTS = Column("/commitments/", "服务承诺", "每件事多久办好、带什么、多少钱、问谁。", ColumnType.SERVICES)
FEES = Column("/fees/", "收费公示", "在收的和不再收的每一项，标准、实收和依据。", ColumnType.SERVICES)
FINES = Column("/fines/", "罚款项目", "什么事会被罚、罚多少、凭哪一条、不服找谁。", ColumnType.SERVICES)
POWERS = Column("/powers/", "权责清单", "我们有哪些权力，凭哪部法哪一条，归谁管。", ColumnType.FUNCTIONS)
REFORM = Column("/reform/", "改革成效", "少等几天、少带几样、少跑几次：改之前多少，改之后多少。", ColumnType.RESPONSE)
CHANGES = Column("/changes/", "改过什么", "每件事的承诺哪天改的、改成什么、凭哪个文件。", ColumnType.RESPONSE)
DIVISIONS = Column("/divisions/", "机构职能", "局领导、处室和直属单位：谁负责什么，怎么找。", ColumnType.FUNCTIONS)
LAWS = Column("/laws/", "法规依据", "办事和收费所依据的法规，写明版本和条文要旨。", ColumnType.POLICY)
BULLETINS = Column("/bulletins/", "简报", "我们改了什么，还欠什么。", ColumnType.NEWS)
PLEDGES = Column("/pledges/", "庄严承诺", "各处室、各单位对社会许下的话。", ColumnType.RESPONSE)
DOCUMENTS = Column("/documents/", "文件", "我们发的文件，写明还管不管用，附上解读。", ColumnType.POLICY)
CONSULTATIONS = Column("/consultations/", "征集", "定规矩之前先问您，问完告诉您采纳了什么。", ColumnType.CONSULTATION)
CALENDAR = Column("/calendar/", "办公日历", "哪天不办公，哪个周末补班，工作日怎么数。", ColumnType.OVERVIEW)
PERFORMANCE = Column(
    "/performance/", "办件统计", "说到的做到了没有：每季度办了多少件，几件按时，几件超期。", ColumnType.RESPONSE
)
DATA = Column("/data/", "数据开放", "事项、收费、罚款、办件，整张表拿去用。", ColumnType.OPEN_DATA)
SUBSCRIBE = Column("/feeds/", "订阅", "有了新的自己送到您手上，不用天天来看。", ColumnType.OVERVIEW)
OPENNESS = Column("/openness/", "信息公开", "法律要公开的，一项一项在哪里；没有公开的，怎么要。", ColumnType.CATALOGUE)
GUIDE = Column("/openness/guide/", "公开指南", "信息怎么分类，怎么找到，找谁。", ColumnType.GUIDE)
CATALOGUE = Column("/openness/catalogue/", "公开目录", "公开了什么，一条一条。", ColumnType.CATALOGUE)
REQUEST = Column(
    "/openness/request/", "依申请公开", "网上没有的，怎么申请，多久答复，收不收费。", ColumnType.ON_REQUEST
)
REPORTS = Column(
    "/openness/reports/", "公开年报", "一年公开了多少，收到多少申请，怎么答复的。", ColumnType.ANNUAL_REPORT
)
SUPERVISION = Column("/supervision/", "监督投诉", "哪里没做到，怎么告诉我们，说了以后怎么办。", ColumnType.COMPLAINTS)
PAGES = Column("/pages/", "关于本局", "本局是做什么的，本站怎么来的，还有哪些要说的话。", ColumnType.OVERVIEW)
HONOURS = Column("/honours/", "表彰", "哪些处室、哪些岗位受了表彰，凭什么事迹。", ColumnType.NEWS)
EXEMPLARS = Column("/exemplars/", "典型", "做得好的，怎么做的，别人学得会。", ColumnType.NEWS)
SEARCH = Column("/search/", "搜索", "写两个字，找事项、收费、文件和简报。", ColumnType.OVERVIEW)
SITEMAP = Column("/sitemap/", "网站地图", "本站有哪些栏目，每个栏目里有什么。", ColumnType.OVERVIEW)
ACCESSIBILITY = Column("/accessibility/", "无障碍声明", "本站怎样让每个人都能用，用不了找谁。", ColumnType.OVERVIEW)


def column_head(corpus: PublicCorpus, column: Column, title: str = "", route: str = "") -> Head:
    """The head of a column's front page, or of another of its list pages with a title and route of its own."""
    tags = _tags(corpus, column)
    over = above(corpus, column)
    inner = (column.crumb,) if route and route != column.route else ()
    head = Head(
        title=title or column.title,
        description=tags.description,
        section=column.route,
        above=over[0].href if over else "",
        crumbs=() if column is HOME else (HOME_CRUMB, *over, *inner),
        keywords=tags.keywords,
        route=route or column.route,
        column=tags,
    )
    return on_its_way(corpus.bureau.record.public_host, head)


def record_head(
    corpus: PublicCorpus,
    column: Column,
    route: str,
    title: str,
    description: str,
    stamp: Stamp,
    between: tuple[Crumb, ...] = (),
) -> Head:
    """The head of a record's page, below its column and the steps `between`."""
    head = head_below(above(corpus, column), column, route, title, description, stamp, between)
    return on_its_way(corpus.bureau.record.public_host, head)


def head_below(
    over: tuple[Crumb, ...],
    column: Column,
    route: str,
    title: str,
    description: str,
    stamp: Stamp,
    between: tuple[Crumb, ...] = (),
) -> Head:
    """The same for who has no corpus at hand, but knows the steps over the column."""
    return Head(
        title=title,
        description=description,
        section=column.route,
        above=over[0].href if over else "",
        crumbs=(HOME_CRUMB, *over, column.crumb, *between),
        published=stamp.published,
        source=stamp.source,
        route=route,
    )


def above(corpus: PublicCorpus, column: Column) -> tuple[Crumb, ...]:
    """The step to the main column over this one, if it lies under one."""
    columns = {each.route: each for each in corpus.bureau.record.columns}
    own = columns.get(column.route)
    main = columns.get(own.under) if own and own.under else None
    return (Crumb(main.title, main.route),) if main else ()


def _tags(corpus: PublicCorpus, column: Column) -> ColumnTags:
    own = next((each for each in corpus.bureau.record.columns if each.route == column.route), None)
    if own is None:
        return ColumnTags(column.title, column.description, column.title, column.type.value)
    return ColumnTags(own.title, own.description, phrase.listed(own.keywords), own.type.value)
