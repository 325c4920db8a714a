"""How facts are said to people: plain words, exact figures, no space between Chinese and figures.

A number always has its unit, a limit always says what starts it. What is free is said in words, never left blank.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from mingbai.records.values import Basis, DocumentCited, Limit, Start, Unit
from mingbai.rules.phrase import chinese

SPANS = {Unit.WORKDAY: "个工作日", Unit.DAY: "日", Unit.HOUR: "小时", Unit.MONTH: "个月"}
INSTANT = "即时办结"
UNSET = "没有规定天数"
FREE = "不收费"


def day(value: date) -> str:
    """A day as it is read aloud.

    >>> day(date(2026, 2, 6))
    '2026年2月6日'
    """
    return f"{value.year}年{value.month}月{value.day}日"


def minute(value: datetime) -> str:
    """A moment in the form of the tag PubDate.

    >>> minute(datetime(2026, 2, 6, 8, 0))
    '2026-02-06 08:00'
    """
    return value.isoformat(" ", "minutes")


def machine(value: datetime) -> str:
    """A moment for `<time datetime>`.

    >>> machine(datetime(2026, 2, 6, 8, 0))
    '2026-02-06T08:00+08:00'
    """
    return f"{value.isoformat(timespec='minutes')}+08:00"


def period(first: date, last: date | None) -> str:
    """From a day to a day, both included.

    >>> period(date(2026, 1, 1), None), period(date(2024, 3, 1), date(2026, 2, 28))
    ('从2026年1月1日起', '从2024年3月1日到2026年2月28日')
    """
    return f"从{day(first)}到{day(last)}" if last else f"从{day(first)}起"


def span(number: int, unit: Unit | None) -> str:
    """A length of time.

    >>> span(1, Unit.WORKDAY), span(20, Unit.DAY), span(3, Unit.MONTH)
    ('1个工作日', '20日', '3个月')
    """
    return f"{number}{SPANS[unit] if unit else ''}"


def limit(value: Limit) -> str:
    """How long a limit is.

    >>> limit(Limit(number=3, unit=Unit.DAY)), limit(Limit(instant=True))
    ('3日', '即时办结')
    >>> limit(Limit(unset=True))
    '没有规定天数'
    """
    if value.unset:
        return UNSET
    if value.instant:
        return INSTANT
    return span(value.number, value.unit) if value.number else ""


def start(value: Limit) -> str:
    """What starts the clock of a limit.

    >>> start(Limit(number=3, unit=Unit.DAY, clock=Start.ACCEPTANCE))
    '从受理那天起算'
    >>> start(Limit(number=15, unit=Unit.DAY, clock=Start.EVENT, event="领取营业执照"))
    '从领取营业执照那天起算'
    >>> start(Limit(instant=True, clock=Start.RECEIPT))
    '收到申请就办'
    """
    event = value.event if value.clock is Start.EVENT else value.clock
    if not event or value.unset:
        return ""
    if value.instant:
        return f"{event}就办"
    return f"从{event}时起算" if value.unit is Unit.HOUR else f"从{event}那天起算"


def deadline(value: Limit) -> str:
    """By when somebody has to act: after an event, or before it where the event is worded so.

    >>> deadline(Limit(number=20, unit=Unit.DAY, clock=Start.EVENT, event="领取营业执照"))
    '从领取营业执照那天起20日内'
    >>> deadline(Limit(number=3, unit=Unit.DAY, clock=Start.EVENT, event="演出那天（在这之前交齐）"))
    '提前3日：演出那天（在这之前交齐）'
    """
    event = (value.event if value.clock is Start.EVENT else value.clock) or ""
    if "前" in event:
        return f"提前{limit(value)}：{event}"
    return f"从{event}那天起{limit(value)}内" if event else f"{limit(value)}内"


def figure(amount: Decimal) -> str:
    """A number as it was typed, its scale kept.

    >>> figure(Decimal("0.022")), figure(Decimal("14.00")), figure(Decimal("200"))
    ('0.022', '14.00', '200')
    """
    return f"{amount:f}"


def price(amount: Decimal, unit: str) -> str:
    """What a clerk would say one has to pay; nothing is 不收费, whatever it is counted by.

    >>> price(Decimal("14.00"), "元/户·月"), price(Decimal("3"), "%"), price(Decimal("0.00"), "元/件")
    ('14.00元/户·月', '3%', '不收费')
    """
    return f"{figure(amount)}{unit}" if amount else FREE


def law(title: str) -> str:
    """A law's title in its brackets.

    >>> law("出版管理条例"), law("《出版管理条例》")
    ('《出版管理条例》', '《出版管理条例》')
    """
    return title if title.startswith("《") else f"《{title}》"


def basis(title: str, cited: Basis) -> str:
    """A place in the law, in one line.

    >>> basis("营业性演出管理条例", Basis(law="perf", articles=("第十三条", "第十六条")))
    '《营业性演出管理条例》第十三条、第十六条'
    """
    return law(title) + listed(cited.articles)


def document(cited: DocumentCited | None) -> str:
    """An official document by its title, number and date, as far as they are known.

    >>> document(DocumentCited(title="关于清理收费的通知", number="财税〔2017〕20号", on=date(2017, 3, 15)))
    '《关于清理收费的通知》（财税〔2017〕20号），2017年3月15日'
    >>> document(DocumentCited(number="财税〔2017〕20号"))
    '财税〔2017〕20号'
    """
    if cited is None:
        return ""
    title = law(cited.title) if cited.title else ""
    number = f"（{cited.number}）" if title and cited.number else cited.number or ""
    name = title + number
    return "，".join(part for part in (name, day(cited.on) if cited.on else "") if part)


def clause(number: int) -> str:
    """An item of an article, as lawyers say it.

    >>> clause(8), clause(12)
    ('第八项', '第十二项')
    """
    return f"第{chinese(number)}项"


def listed(parts: Iterable[str]) -> str:
    """Names one after the other.

    >>> listed(["自然人", "法人"])
    '自然人、法人'
    """
    return "、".join(parts)


def clauses(*parts: str | None) -> str:
    """Short statements in one sentence, those that are missing left out.

    >>> clauses("原件1份", None, "必要")
    '原件1份，必要'
    """
    return "，".join(part for part in parts if part)


def size(octets: int) -> str:
    """How heavy a download is, rounded up.

    >>> size(1_200), size(20_500_000)
    ('2 kB', '20.5 MB')
    """
    if octets < 1_000_000:
        return f"{-(-octets // 1000)} kB"
    return f"{-(-octets // 100_000) / 10:.1f} MB"
