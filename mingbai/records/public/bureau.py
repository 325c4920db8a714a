"""The bureau itself: names, addresses, marks and the columns of its sites."""

from enum import StrEnum
from typing import Annotated, ClassVar

from mingbai.records.base import Record
from mingbai.records.field import Value, field
from mingbai.records.values import (
    ComingDivisionRef,
    CommitmentRef,
    Day,
    DisclosureItem,
    Email,
    Host,
    Hours,
    Line,
    Lines,
    Number,
    Phone,
    PictureRef,
    Web,
    Words,
)


class ColumnType(StrEnum):
    """The enumerated column types of the page tags (国办发〔2017〕47号 附件)."""

    HOME = "首页"
    OVERVIEW = "概况信息"
    FUNCTIONS = "机构职能"
    LEADERS = "负责人信息"
    NEWS = "工作动态"
    POLICY = "政策文件"
    GUIDE = "信息公开指南"
    CATALOGUE = "信息公开目录"
    ANNUAL_REPORT = "信息公开年报"
    ON_REQUEST = "依申请公开"
    DATA_RELEASE = "数据发布"
    OPEN_DATA = "数据开放"
    INTERPRETATION = "政策解读"
    RESPONSE = "回应关切"
    SERVICES = "办事服务"
    COMPLAINTS = "咨询投诉"
    CONSULTATION = "征集调查"
    INTERVIEW = "在线访谈"


class Column(Value):
    """One column of the public site, in the order of the navigation; a column may lie under another, not deeper."""

    title: Line = field(title="栏目名称")
    route: Line = field(title="地址", pattern=r"^/([a-z0-9-]+/)*$", description="如 /fees/")
    under: Line | None = field(
        default=None, title="上级栏目", description="上级栏目的地址，如 /fees/；不写就是主栏目，排在每一页的导航里"
    )
    type: ColumnType = field(title="栏目类别")
    description: Line = field(title="栏目描述")
    keywords: Words = field(title="栏目关键词", min_length=1)
    freshness: Number | None = field(default=None, title="更新期限（天）")


class Outbound(Value):
    """A host of somebody else that our pages may lead to."""

    host: Host = field(title="域名")
    title: Line = field(title="谁的网站", description="如 示例市剧院的购票网站")


class OpennessOffice(Value):
    """Who answers for openness: what the guide must say beside the unit's address, hours and phone (条例 第十二条)."""

    # The bureau is there before its units are, so on the earliest days nobody is named.
    division: ComingDivisionRef | None = field(default=None, title="承办处室")
    request: CommitmentRef | None = field(default=None, title="依申请公开的事项")
    fax: Line = field(title="传真")
    email: Email = field(title="互联网联系方式")
    not_ours: tuple[DisclosureItem, ...] = field(
        default=(), title="本局没有的项", description="条例第二十条里本局不产生的信息，写第几项，如 [3, 4]"
    )


class Conac(Value):
    """The mark of an office's site: its number, and the picture that comes with it."""

    conac_id: Line = field(title="标识编号", description="证书上的编号，字母和数字", pattern=r"^[0-9A-Za-z]{8,64}$")
    picture: PictureRef | None = field(default=None, title="标识图片", description="files/ 下的 .png 或者 .jpg 图")


Contact = Annotated[
    Line,
    field(
        pattern=r"^(mailto:[!-?A-~]+@[!-?A-~]+|tel:\+[0-9][0-9-]*|https://[!-~]+)$",
        description="写成 mailto:wgx@mingbai.example、tel:+86-000-00000001 或 https:// 开头的网页，不带汉字",
    ),
]


class Security(Value):
    """Whom to tell of a hole in the site, and until when this holds (RFC 9116)."""

    contacts: tuple[Contact, ...] = field(title="联系方式", min_length=1)
    expires: Day = field(title="有效期至", description="到这一天为止，最多写一年")
    policy: Web | None = field(default=None, title="处理办法", description="说明怎么处理的网页，https:// 开头")


class Deploy(StrEnum):
    """Whether the marks on the pages are real."""

    SAMPLE = "示例"
    PRODUCTION = "正式"


class Bureau(Record):
    """The bureau: one file, read first; configuration, so it carries no release review."""

    kind: ClassVar[str] = "bureau"
    label: ClassVar[str] = "本局"
    pattern: ClassVar[str] = "bureau.yaml"

    name: Line = field(title="单位名称")
    short_name: Line = field(title="单位简称")
    slogans: Lines = field(default=(), title="宣传语")
    public_host: Host = field(title="公众网域名", description="如 mingbai.example")
    intranet_host: Host = field(title="局办公网域名", description="只写域名，如 nei.mingbai.example")
    site_id_code: Line = field(
        title="网站标识码", description="10位数字，或者 bm 和8位数字", pattern=r"^([0-9]{10}|bm[0-9]{8})$"
    )
    icp_no: Line = field(
        title="ICP备案号",
        description="如 示例ICP备00000000号，后面可以有 -1",
        pattern=r"^[\u4e00-\u9fff]{1,2}ICP[备证][0-9]{6,12}号(-[0-9]{1,3})?$",
    )
    police_no: Line = field(
        title="公安备案号",
        description="如 示例公网安备00000000000000号",
        pattern=r"^[\u4e00-\u9fff]{1,2}公网安备 ?[0-9]{11,14}号$",
    )
    conac: Conac | None = field(default=None, title="党政机关网站标识")
    address: Line = field(title="地址")
    hours: Hours = field(title="办公时间", min_length=1)
    phone: Phone = field(title="咨询电话")
    complaint_phone: Phone = field(title="监督投诉电话")
    email: Email | None = field(default=None, title="电子邮箱")
    openness: OpennessOffice | None = field(default=None, title="信息公开机构")
    security: Security | None = field(default=None, title="漏洞报告")
    columns: tuple[Column, ...] = field(title="栏目", min_length=1)
    outbound: tuple[Outbound, ...] = field(default=(), title="可以链接的外部网站")
    deploy: Deploy = field(default=Deploy.PRODUCTION, title="部署")
    logs_kept_since: Day | None = field(
        default=None,
        title="记录从哪天起只加不改",
        description="这一天以前提交的不比；不写就从第一次提交比起",
    )
    sample_day: Day | None = field(default=None, title="示例日期", description="示例单位停在这一天")
