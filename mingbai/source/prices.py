"""Money in prose: the sentences that name a sum, and the figures in a text, exact.

Only what is written in Arabic figures is seen; 元 and 万元 are one unit, a percentage and a multiple are others.
"""

import re
from decimal import Decimal

from mingbai.source.text import spot_at

FIGURE = re.compile(r"(\d(?<![\d.]\d)[\d,]*(?:\.\d+)?)\s*(万?元|[%％]|倍)")
SENTENCE = re.compile(r"[。！？；]|\n[ \t]*\n|\n(?=[ \t]*(?:[|>#*+-]|\d+\.))")
"""Where a sentence ends: at its mark, at an empty line, before a row of a table or a list."""
UNITS = {"元": ("元", 1), "万元": ("元", 10_000), "%": ("%", 1), "％": ("%", 1), "倍": ("倍", 1)}

Figure = tuple[Decimal, str]
"""An amount and its unit: 元, % or 倍."""
Priced = tuple[str, int, int]
"""A sentence that names a sum, its line (1 is the first of the body) and its column."""


def figures(text: str) -> frozenset[Figure]:
    """Every sum, percentage and multiple in a text.

    >>> sorted(figures("每户14.00元，最高5万元，或者3倍"))
    [(Decimal('3'), '倍'), (Decimal('14.00'), '元'), (Decimal('50000'), '元')]
    """
    found = ((number, *UNITS[unit]) for number, unit in FIGURE.findall(text))
    return frozenset((Decimal(number.replace(",", "")) * times, unit) for number, unit, times in found)


def priced(body: str) -> tuple[Priced, ...]:
    """The sentences of a text in which there is a figure of money.

    >>> priced("先说别的。丢了证，补一张5元。")
    (('丢了证，补一张5元', 1, 6),)
    """
    if not FIGURE.search(body):
        return ()
    found, start = [], 0
    for end, following in (*((m.start(), m.end()) for m in SENTENCE.finditer(body)), (len(body), len(body))):
        sentence = body[start:end]
        if FIGURE.search(sentence):
            found.append((sentence.strip(), *spot_at(body, start + len(sentence) - len(sentence.lstrip()))))
        start = following
    return tuple(found)
