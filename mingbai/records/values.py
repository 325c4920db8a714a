"""The types that fields are made of: what an editor may write in one place.

Closed values are the Chinese term an editor would say; code meets them as an enum's English name.
Numbers of days never stand alone: they carry a unit, a clock and a basis.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from mingbai.records.field import After, Before, InSchema, Strict, Value, field
from mingbai.records.forms import exact, hours, iso_day, minute, one_line, phone, year_in_brackets
from mingbai.source import telephone

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""One step of an identifier: small letters, digits and single hyphens; stable, never derived from a title."""


YEAR = re.compile(r"20[0-9]{2}")


Line = Annotated[str, After(one_line)]
"""Text on one line, never blank."""
Day = Annotated[date, Before(iso_day, str)]
"""A day in Asia/Shanghai, written 2026-01-30."""
Minute = Annotated[
    datetime,
    Before(minute, str),
]
"""A moment in Asia/Shanghai to the minute, written 2026-01-30 09:00 (the form of PubDate, 国办发〔2017〕47号)."""
Count = Annotated[int, Strict(), field(ge=0)]
"""A whole number from 0."""
Number = Annotated[int, Strict(), field(ge=1)]
"""A whole number from 1."""
Flag = Annotated[bool, Strict()]
"""true or false, never 是 or yes."""
Amount = Annotated[
    Decimal,
    Before(exact),
    field(ge=0, max_digits=16),
    InSchema(r'{"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": "^\\d+(\\.\\d+)?$"}]}'),
]
"""Money in yuan, a percentage or a share: exact, its scale kept (0.022 stays 0.022)."""
Lines = tuple[Line, ...]
"""A list of sentences or names."""
Word = Annotated[Line, field(pattern="^[^，、；,;]+$", description="一项写一个词，里面没有逗号、顿号和分号")]
Words = tuple[Word, ...]
"""A list of single words, by which something is found."""
Topics = tuple[
    Annotated[Line, field(pattern="^[^，；,;]+$", description="一项写一个主题，如 文化、广电、新闻出版")], ...
]
"""A list of subjects; one class of the State Council's is named after several things, as 卫生、体育 is."""
Hours = tuple[Annotated[Line, After(hours)], ...]
"""When a place is open, in free words."""


class Dialled(Struct, frozen=True):
    """Marks a field that holds a telephone number."""


Phone = Annotated[Line, field(pattern=telephone.FORM, description=telephone.HOW), Dialled(), After(phone)]
"""A number that a telephone dials when it is tapped; full-width digits it does not."""
Email = Annotated[
    Line,
    field(
        pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$",
        description="写电子邮箱，@ 和点用半角，没有空格，如 office@mingbai.example",
    ),
]
LocalId = Annotated[str, field(pattern=rf"^{ID}$", max_length=48, description="小写字母、数字和减号，如 blank-form")]
"""An identifier that is unique in its list, such as a material's."""
DisclosureItem = Annotated[int, Strict(), field(ge=1, le=15)]
"""One of the fifteen numbered items of 政府信息公开条例 第二十条."""
DocumentNumber = Annotated[Line, field(description="如 示例文广新〔2026〕1号；国务院令写 国务院令第439号")]
"""文号. Its form is a rule of its own."""
CitedNumber = Annotated[DocumentNumber, After(year_in_brackets)]
"""文号 of a paper that may be another office's: only the brackets around its year are looked at."""


class Refers(Struct, frozen=True):
    """Marks a field that names another record: the folder of that record's kind, and how such a name looks.

    `ahead`: what it names may come later than the record itself; before that day the field is empty.
    """

    kind: str
    example: str
    ahead: bool = False

    @property
    def form(self) -> str:
        """What to write, for one who wrote a title or a file's ending."""
        ending = "带后缀" if self.kind == "files" else "不带后缀"
        return f"写它在 {self.kind.removeprefix('internal-')}/ 里的路径，{ending}，例如 {self.example}"


RecordId = Annotated[str, field(pattern=rf"^{ID}(?:/{ID})*$", max_length=200)]
DivisionRef = Annotated[RecordId, Refers("divisions", "library")]
ComingDivisionRef = Annotated[RecordId, Refers("divisions", "library", ahead=True)]
PersonRef = Annotated[RecordId, Refers("people", "head-library")]
ComingPersonRef = Annotated[RecordId, Refers("people", "head-library", ahead=True)]
LawRef = Annotated[RecordId, Refers("laws", "performances")]
FeeRef = Annotated[RecordId, Refers("fees", "catv")]
CommitmentRef = Annotated[RecordId, Refers("commitments", "arts/perf-domestic", ahead=True)]
PledgesRef = Annotated[RecordId, Refers("pledges", "2026/arts", ahead=True)]
DocumentRef = Annotated[RecordId, Refers("documents", "2026/fees-cleared")]
ComingDocumentRef = Annotated[RecordId, Refers("documents", "2026/fees-cleared", ahead=True)]
InternalDocumentRef = Annotated[RecordId, Refers("internal-documents", "2026/duty-phone")]
ActivityRef = Annotated[RecordId, Refers("activities", "2026/mobilisation", ahead=True)]
ComingInternalDocumentRef = Annotated[RecordId, Refers("internal-documents", "2026/duty-phone", ahead=True)]
HonoursRef = Annotated[RecordId, Refers("honours", "2026")]
ExemplarRef = Annotated[RecordId, Refers("exemplars", "2026/one-notice", ahead=True)]
InspectionRef = Annotated[RecordId, Refers("inspections", "2026/03")]
ComingInspectionRef = Annotated[RecordId, Refers("inspections", "2026/03", ahead=True)]
"""An inspection is there when it is over; what it finds may be registered before."""
FindingRef = Annotated[RecordId, Refers("findings", "2026/007", ahead=True)]
CircularRef = Annotated[RecordId, Refers("circulars", "2026/02")]
CityRankingRef = Annotated[RecordId, Refers("city-rankings", "2026")]
ExternalReviewRef = Annotated[RecordId, Refers("reviews", "2026/deputies")]
FileRef = Annotated[Line, Refers("files", "forms/application.pdf")]
"""A path below the `files/` folder of the same audience, such as forms/application.pdf."""
PictureRef = Annotated[Line, field(pattern=r"\.(png|jpg)$"), Refers("files", "marks/conac.png；要 .png 或者 .jpg 的图")]
"""The same, of what a browser shows as a picture."""


class Outward(Struct, frozen=True):
    """Marks a field that holds an address on the web."""


Host = Annotated[Line, field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", description="只写域名，如 www.gov.cn")]
Web = Annotated[
    Line,
    field(
        pattern=r"^https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?([/?#]\S*)?$",
        description="以 https:// 开头，没有空格",
    ),
    Outward(),
]
"""An address on the web, whose host has to be ours, the government's or on the bureau's list."""


Alias = Annotated[
    Line,
    field(
        pattern=r"^/([A-Za-z0-9_-]+/)*([A-Za-z0-9_-]+/"
        r"|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.([sx]?html?|jspx?|aspx?|php|do)(\?[A-Za-z0-9_.=&%-]+)?)$",
        max_length=200,
        description="写以前的网址，不带域名，从 / 写起，没有 #、汉字、空格；"
        "末尾是 / 或网页后缀，如 /fees/cable-tv/、/show.jsp?id=17",
    ),
]
"""An address of this site that led to a record once. What has a name after a dot is a file, else a folder.

Beside folders and HTML files these are the endings that former sites gave their pages, with what was asked of them.
"""


class Aim(StrEnum):
    """The five aims of a plan (意见 三（二）); the gloss is the house's own."""

    EASE = "放"
    REDUCE = "减"
    CONTROL = "控"
    REFORM = "改"
    HELP = "帮"


class Unit(StrEnum):
    """What a limit is counted in."""

    WORKDAY = "工作日"
    DAY = "日"
    HOUR = "小时"
    MONTH = "月"


class Start(StrEnum):
    """What starts a clock: the day an application was received or accepted, or another event."""

    RECEIPT = "收到申请"
    ACCEPTANCE = "受理"
    EVENT = "事件"


class Basis(Value):
    """A place in the law that something rests on: a law, the version that held, the articles."""

    law: LawRef = field(title="法规", description="laws/ 下的编号")
    version: Line | None = field(default=None, title="版本", description="这一版的文号；不写就是当天有效的一版")
    articles: Lines = field(default=(), title="条款", description="如 第十三条、第四十四条第一款")
    quote: Line | None = field(default=None, title="引文")


class Limit(Value):
    """A time limit: number, unit, what starts the clock, and the basis.

    `instant` stands in for the number; `unset` says that the law names none, which is not the same.
    """

    number: Number | None = field(default=None, title="数")
    instant: Flag = field(default=False, title="即时办结")
    unset: Flag = field(default=False, title="没有规定天数", description="只用在法定办结时限：法规没有写天数时写 true")
    unit: Unit | None = field(default=None, title="单位")
    clock: Start | None = field(default=None, title="起算点")
    event: Line | None = field(default=None, title="起算的事", description="起算点是“事件”时写明，如 领取营业执照")
    basis: Basis | None = field(default=None, title="时限依据")
    note: Line | None = field(default=None, title="时限说明")
    extension: Line | None = field(default=None, title="延长办法")


class Review(Value):
    """The release review every public record carries (政府信息公开条例 第十七条)."""

    by: Line = field(title="审查单位")
    on: Day = field(title="审查日期")
    result: Line | None = field(default=None, title="审查意见")


class DocumentCited(Value):
    """An official document named in passing: what it is called, its number, its date."""

    title: Line | None = field(default=None, title="文件名称")
    number: CitedNumber | None = field(default=None, title="文号")
    on: Day | None = field(default=None, title="成文日期")


class EvidenceKind(StrEnum):
    """What shows that something was done."""

    FILE = "文件"
    PHOTO = "照片"
    RECORD = "记录"
    DATA = "数据"


class Evidence(Value):
    """Proof that something was done: words, or a file of the same audience."""

    kind: EvidenceKind = field(title="种类")
    text: Line | None = field(default=None, title="内容")
    file: FileRef | None = field(default=None, title="附件")
    on: Day = field(title="日期")
