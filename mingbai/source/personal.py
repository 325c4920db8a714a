"""Numbers that belong to a person: citizen numbers, mobile numbers and bank cards in any text.

Rule 1: a number is found however people type it: in full-width digits, in groups with spaces or hyphens between.
Rule 2: what is public and merely as long is never taken for one: the 18 letters and digits of a 统一社会信用代码,
the 31 of an 实施编码, the 10 digits of a 网站标识码, a time written without marks, a digest.
Hence a citizen number needs its day of birth and its check digit (GB 11643), a card its own (Luhn); a mobile number has
no check digit, so it needs the groups of one.

One run of digits may hold several numbers and numbers may lie in each other, so every group is tried as a beginning.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from mingbai.source.seen import Sort

_SPACE = " \u00a0\u00ad\u2002-\u200d\u202f\u2060\u3000\ufeff"
_HYPHEN = "\u2010-\u2015\u2212\uff0d\\-"
_BETWEEN = f"(?:[{_SPACE}]?[{_HYPHEN}]?[{_SPACE}]?)"
_RUN = re.compile(rf"\d(?:{_BETWEEN}\d){{10,}}(?:{_BETWEEN}[XxＸｘ](?![0-9A-Za-z]))?")
"""Digits as far as they may be read as one number."""
_MAY_BE_DIGITS = bytes(
    ord("0") if chr(byte).isdigit() or 0x80 <= byte < 0xE4 or byte > 0xE9 else 0 for byte in range(256)
)
"""Of a text's bytes in UTF-8: digits, and all that are no ASCII, but for the first byte of what lies between U+4000 and
U+9FFF: letters, of which no digit and nothing that stands between digits begins like them."""
_PIECE = re.compile("[0-9A-Za-z]+")
_CREDIT_CODE = re.compile("[0-9A-HJ-NP-RTUWXY]{18}")
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WORD = "信用代码"
_CODE = re.compile(rf"(?<![0-9A-Za-z])(?=([0-9A-Za-z](?:{_BETWEEN}[0-9A-Za-z]){{17}})(?![0-9A-Za-z]))")
"""What may be such a code, in one piece or in groups."""
_OFFICE = re.compile("(?:1[1239]|21|3[1-59]|5[1239]|81|9[123]|[AN][1239]|Y1)[1-8]")
"""How codes begin that are in wide use; the others begin as bank cards do."""
_MOBILE_GROUPS = {(11,), (3, 8), (3, 4, 4), (4, 4, 3), (4, 3, 4), (7, 4), (5, 6), (3, 3, 5), (5, 3, 3), (1,) * 11}
_MOBILE = re.compile("1[3-9][0-9]{9}")
_COUNTRY = ("86", "086", "0086", "0")
"""What stands before a mobile number that is dialled from afar."""
_LONG = 31
"""So many letters and digits in one piece, and more, are an 实施编码 or a digest."""


class Number(Struct, frozen=True):
    """A number that was found: which sort, where it begins in the text, its digits without what stood between."""

    sort: Sort
    index: int
    digits: str


def numbers(text: str) -> Iterator[Number]:
    """Each number of a person in `text`, in order.

    >>> [number.sort.value for number in numbers("身份证１１０１０５ 19491231 002Ｘ，电话138-0013-8000")]
    ['身份证号码', '手机号码']
    """
    if not _has_many_digits(text):
        return
    for run in _RUN.finditer(text):
        yield from _Run(text, run.start(), run.end()).numbers()


def _has_many_digits(text: str) -> bool:
    """Whether a run of digits may be there at all: most texts have none, and this is quick to tell of them."""
    return b"0" * 11 in text.encode("utf-8", "surrogatepass").translate(_MAY_BE_DIGITS, b" -")


def is_citizen_number(digits: str) -> bool:
    """Whether 18 signs are a citizen number: a day of birth that has been, and the check digit of GB 11643.

    >>> is_citizen_number("11010519491231002X"), is_citizen_number("110105194912310021")
    (True, False)
    """
    if not _is_day(digits[6:14], 1850, 2100):
        return False
    rest = sum(int(digit) * (1 << (17 - place)) for place, digit in enumerate(digits[:17])) % 11
    return digits[17] == "10X98765432"[rest]


def is_card_number(digits: str) -> bool:
    """Whether 16 to 19 digits end in the check digit of a bank card (Luhn), and do not begin with a day.

    >>> is_card_number("6222021234567894"), is_card_number("6222021234567895")
    (True, False)
    """
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    sound = (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0
    return sound and digits[0] != "0" and not _is_day(digits[:8], 1900, 2100)


def is_credit_code(code: str) -> bool:
    """Whether a piece of text is a 统一社会信用代码, which is public (check sign of GB 32100).

    >>> is_credit_code("91350100M000100Y43"), is_credit_code("11010519491231002X")
    (True, False)
    """
    if not _CREDIT_CODE.fullmatch(code):
        return False
    values = [_CREDIT_LETTERS.index(letter) for letter in code]
    return (sum(value * pow(3, place, 31) for place, value in enumerate(values[:17])) + values[17]) % 31 == 0


def _is_day(digits: str, first: int, last: int) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if not first <= year < last:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class _Run:
    """One run of digits: `signs` are its digits, `at` where each stands in the text, `groups` where groups begin."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.at = [index for index in range(start, end) if text[index].isdecimal() or text[index] in "XxＸｘ"]
        self.signs = "".join(str(int(text[i])) if text[i].isdecimal() else "X" for i in self.at)
        self.groups = [n for n, index in enumerate(self.at) if not n or self.at[n - 1] != index - 1]
        self.bounds = {*self.groups, len(self.signs)}

    def numbers(self) -> Iterator[Number]:
        done = 0
        for start in self.groups:
            if start < done:
                continue
            for found in (self.citizen(start), self.mobile(start), self.card(start)):
                if found:
                    number, done = found
                    yield number
                    break

    def citizen(self, start: int) -> tuple[Number, int] | None:
        end = start + 18
        digits = self.signs[start:end]
        if end not in self.bounds or digits[0] == "0" or not is_citizen_number(digits):
            return None
        if (self.is_labelled(self.at[start]) and is_credit_code(digits)) or len(self.piece(start)) >= _LONG:
            return None
        return Number(Sort.CITIZEN, self.at[start], digits), end

    def mobile(self, group: int) -> tuple[Number, int] | None:
        for prefix in ("", *_COUNTRY):
            start = group + len(prefix)
            end = start + 11
            digits = self.signs[start:end]
            if end in self.bounds and self.signs[group:start] == prefix and _MOBILE.fullmatch(digits):
                odd = self.shape(start, end) not in _MOBILE_GROUPS or self.is_public(group)
                return None if odd else (Number(Sort.MOBILE, self.at[start], digits), end)
        return None

    def card(self, start: int) -> tuple[Number, int] | None:
        for length in (19, 18, 17, 16):
            end = start + length
            digits = self.signs[start:end]
            if end in self.bounds and "X" not in digits and is_card_number(digits):
                *before, _ = shape = self.shape(start, end)
                grouped = digits[0] in "34569" and (min(before, default=0) >= 4 or set(shape) == {1})
                if (not before or grouped) and not self.is_public(start):
                    return Number(Sort.CARD, self.at[start], digits), end
        return None

    def shape(self, start: int, end: int) -> tuple[int, ...]:
        """How many digits each group has."""
        cuts = [start, *(group for group in self.groups if start < group < end), end]
        return tuple(after - before for before, after in pairwise(cuts))

    def is_public(self, start: int) -> bool:
        """Whether the number is part of a code that is public, which may stand in groups as well."""
        at = self.at[start]
        near = max(0, at - 40)
        codes = (
            found for found in _CODE.finditer(self.text[near : at + 40]) if found.start(1) <= at - near < found.end(1)
        )
        return (
            len(self.piece(start)) >= _LONG
            or len(self.signs) == _LONG
            or any(self.is_code(found[1], near + found.start(1)) for found in codes)
        )

    def is_code(self, spread: str, at: int) -> bool:
        """Whether what stands there is a 统一社会信用代码 by its looks, and by its label where looks are not enough."""
        code = "".join(_PIECE.findall(spread)).upper()
        return is_credit_code(code) and (bool(_OFFICE.match(code)) or self.is_labelled(at))

    def is_labelled(self, at: int) -> bool:
        """Whether the words 信用代码 stand before."""
        return _CREDIT_WORD in self.text[max(0, at - 20) : at]

    def piece(self, start: int) -> str:
        """The letters and digits that the number stands among, without a gap."""
        at = self.at[start]
        before = re.search("[0-9A-Za-z]*$", self.text[max(0, at - 80) : at])
        after = _PIECE.match(self.text, at)
        return ((before.group() if before else "") + (after.group() if after else "")).upper()
