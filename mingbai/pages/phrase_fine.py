"""How a fine is said: from how much to how much, in the words of the law's own scale."""

from decimal import Decimal

from mingbai.pages.phrase import figure
from mingbai.records.public.fee import Range
from mingbai.records.public.fine import Branch, Times

TEN_THOUSAND = 4
"""So many places the point moves between 元 and 万元."""
WHOLE = Decimal(100)
"""Only whole hundreds are said in 万元: 12345元 is said as it stands."""
NOTHING = "不罚款"
AT_DISCRETION = "罚不罚看情节"


def yuan(amount: Decimal) -> str:
    """An amount as an article has it: large ones in 万元, none of its figures lost.

    >>> yuan(Decimal("5000")), yuan(Decimal("50000")), yuan(Decimal("12500")), yuan(Decimal("12345.60"))
    ('5000元', '5万元', '1.25万元', '12345.60元')
    """
    if amount < 10**TEN_THOUSAND or amount % WHOLE:
        return f"{figure(amount)}元"
    return f"{figure(amount.scaleb(-TEN_THOUSAND).normalize())}万元"


def between(given: Range) -> str:
    """From a lower to an upper amount; without a lower one, the most it can be.

    >>> between(Range(min=Decimal(2000), max=Decimal(20000))), between(Range(max=Decimal(30000)))
    ('2000元以上2万元以下', '最高3万元')
    >>> between(Range(min=Decimal(500), max=Decimal(500)))
    '500元'
    """
    if not given.max:
        return NOTHING
    if given.min == given.max:
        return yuan(given.max)
    return f"{yuan(given.min)}以上{yuan(given.max)}以下" if given.min else f"最高{yuan(given.max)}"


def times(given: Times) -> str:
    """So many times something.

    >>> times(Times(min=Decimal(8), max=Decimal(10), base="违法所得")), times(Times(max=Decimal(2), base="销售额"))
    ('违法所得的8倍以上10倍以下', '最高为销售额的2倍')
    """
    if given.min == given.max:
        return f"{given.base}的{figure(given.max)}倍"
    upper = f"{figure(given.max)}倍"
    return f"{given.base}的{figure(given.min)}倍以上{upper}以下" if given.min else f"最高为{given.base}的{upper}"


def amount(branch: Branch) -> str:
    """How much one case costs."""
    if branch.times:
        return times(branch.times)
    if branch.range:
        return between(branch.range)
    if branch.fixed and branch.fixed.amount:
        return yuan(branch.fixed.amount)
    return NOTHING


def at_discretion(branch: Branch) -> str:
    """Says that a fine may be left out, where the law says so."""
    return AT_DISCRETION if branch.optional else ""
