"""How a fee is said: what is charged, what the law allows, and that the lower end is what counts.

Where the law gives an upper limit alone, nothing is charged beforehand: what is really used is settled up to the limit.
"""

from decimal import Decimal

from mingbai.pages.phrase import FREE, clauses, figure, price
from mingbai.records.public.fee import Fee, Range, Rate, Standard, Tier

IN_TIERS = "分档收"
STARTING = "起，分档收"
BEYOND = "，超过的分档收"
AT_MINIMUM = "按下限收"
AS_USED, SETTLED = "不预收", "用多少结多少"


def charged(fee: Fee) -> str:
    """What is charged, with its unit; a percentage says of what, and what is free says so."""
    if fee.standard.tiers:
        return _in_tiers(fee.standard.tiers[0], fee.unit)
    if fee.charged is None:
        return ""
    return amount(fee, fee.charged)


def amount(fee: Fee, given: Decimal) -> str:
    """An amount of a fee, with its unit or of what it is a share."""
    if not given and ceiling(fee):
        return AS_USED
    if fee.standard.rate and given:
        return f"{fee.standard.rate.base}的{figure(given)}%"
    return price(given, fee.unit)


def rank(fee: Fee) -> str:
    """A key by which charges come in order: yuan by their sum, then shares, then what is settled afterwards."""
    lowest = fee.standard.tiers[0].amount if fee.standard.tiers else fee.charged
    group = 3 if lowest is None else 2 if not lowest and ceiling(fee) else 1 if fee.standard.rate else 0
    return f"{group}{lowest or 0:020.6f}"


def line(fee: Fee) -> str:
    """What is charged, and that it is the lower end, as a clerk says it: 按下限收：14.00元/户·月."""
    at = at_minimum(fee)
    return f"{at}：{charged(fee)}" if at == AT_MINIMUM else clauses(charged(fee), at)


def saved(fee: Fee) -> str:
    """What nobody has to pay any more."""
    given = fee.standard
    if given.rate:
        return f"少交{rate(given.rate)}"
    if given.tiers:
        return "各档都不用交"
    return _less(fee.unit, figure(fee.charged) if fee.charged is not None else _span(given))


def lowered(fee: Fee, before: Decimal, after: Decimal) -> str:
    """What is paid less since a fee was lowered."""
    less = figure(before - after)
    return f"少交{fee.standard.rate.base}的{less}%" if fee.standard.rate else _less(fee.unit, less)


def _less(unit: str, amount: str) -> str:
    measure, _, pieces = unit.partition("/")
    return f"{''.join(f'每{piece}' for piece in pieces.split('·') if piece)}少交{amount}{measure}"


def standard(fee: Fee) -> str:
    """What the law allows, in one line."""
    given = fee.standard
    if given.fixed:
        return price(given.fixed.amount, fee.unit)
    if given.range:
        return range_of(given.range, fee.unit)
    if given.rate:
        return rate(given.rate)
    return IN_TIERS


def range_of(given: Range, unit: str) -> str:
    """From a lower to an upper amount.

    >>> range_of(Range(min=Decimal("14.00"), max=Decimal("16.00")), "元/户·月")
    '14.00–16.00元/户·月'
    >>> range_of(Range(max=Decimal(5)), "元/本")
    '不超过5元/本'
    """
    upper = price(given.max, unit)
    return f"{figure(given.min)}–{upper}" if given.min else f"不超过{upper}"


def rate(given: Rate) -> str:
    """A percentage of something.

    >>> rate(Rate(min=Decimal(3), max=Decimal(5), base="发掘费")), rate(Rate(max=Decimal(5), base="发掘费"))
    ('发掘费的3%–5%', '不超过发掘费的5%')
    >>> rate(Rate(percent=Decimal(5), base="剧团收入"))
    '剧团收入的5%'
    """
    if given.percent is not None:
        return f"{given.base}的{figure(given.percent)}%"
    lower = f"{figure(given.min)}%" if given.min else ""
    upper = f"{figure(given.max)}%" if given.max is not None else ""
    if lower and upper:
        return f"{given.base}的{lower}–{upper}"
    return f"不超过{given.base}的{upper}" if upper else f"{given.base}的{lower}以上"


def has_ends(fee: Fee) -> bool:
    """Whether the law leaves room between a lower and an upper end."""
    lower, upper = fee.standard.minimum, fee.standard.maximum
    return lower is not None and lower != upper


def ceiling(fee: Fee) -> bool:
    """Whether the law gives an upper limit alone."""
    return has_ends(fee) and not fee.standard.minimum


def at_minimum(fee: Fee) -> str:
    """Says that the lower end is charged, where there is one."""
    if not has_ends(fee) or fee.charged != fee.standard.minimum:
        return ""
    return SETTLED if ceiling(fee) else AT_MINIMUM


def ends(fee: Fee) -> tuple[str, str]:
    """The lower and the upper end of the range, to stand at the two sides of the marker; nothing if there is none."""
    if not has_ends(fee) or ceiling(fee):
        return ("", "")
    percent = "%" if fee.standard.rate else ""
    lower, upper = (_end(value, percent) for value in (fee.standard.minimum, fee.standard.maximum))
    return (lower, upper)


def counted(fee: Fee) -> str:
    """What the two ends are counted in: yuan for a unit, or a share of something."""
    return f"按{fee.standard.rate.base}算" if fee.standard.rate else fee.unit


def tier(given: Tier) -> str:
    """Which pieces a step of a tiered price is about.

    >>> tier(Tier(first=11, last=30, counted="件", amount=Decimal(100)))
    '11–30件'
    >>> tier(Tier(first=31, counted="件", amount=Decimal(100)))
    '31件以上'
    >>> tier(Tier(first=0, last=30, counted="页", amount=Decimal(0)))
    '30页以内'
    >>> tier(Tier(first=1, last=10, counted="件", amount=Decimal(0)))
    '10件以内'
    """
    if given.last is None:
        return f"{given.first}{given.counted}以上"
    if given.first <= 1:
        return f"{given.last}{given.counted}以内"
    return f"{given.first}–{given.last}{given.counted}"


def _in_tiers(lowest: Tier, unit: str) -> str:
    return f"{price(lowest.amount, unit)}{STARTING}" if lowest.amount else f"{tier(lowest)}{FREE}{BEYOND}"


def _span(given: Standard) -> str:
    if given.fixed:
        return figure(given.fixed.amount)
    return f"{figure(given.range.min)}–{figure(given.range.max)}" if given.range else ""


def _end(value: Decimal | None, percent: str) -> str:
    return "" if value is None else figure(value) + percent
