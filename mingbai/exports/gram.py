"""Pairs of characters, and sets of numbers as short text: what the search index is made of.

Chinese is written without spaces, so that a dictionary would have to guess where a word ends, at indexing and again at
asking; pairs need no guess. Any part of a text of two characters or more is found by the pairs in it. Pages that hold
all pairs but not the part itself are told apart when they are shown: the browser looks into the page's own text.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

SLOTS = 1024
"""Every pair belongs in one of so many slots, by its two characters alone."""
DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\~<>&')
"""What a step from one number to the next is written with; nothing that JSON or HTML would escape."""
BASE = len(DIGITS)
LEAP = "~"
"""Stands for as many steps as there are digits, before the rest."""
SIEVE = " "
"""Begins numbers that are written another way: each digit says of six numbers in turn which are there."""
SIX = 6
_NO_WORD = re.compile(r"[\W_]")
_MARKS = {mark: unicodedata.normalize("NFKC", mark) for mark in "，：；？！（）"}
"""Full-width marks that stand in every text, and their plain form. Without them nearly all texts are plain at once."""
_TO_DIGITS = bytes.maketrans(bytes(range(1 << SIX)), DIGITS[: 1 << SIX].encode())


def folded(text: str) -> str:
    """Text as it is compared: full-width letters and digits as plain ones, small letters, a space for all the rest.

    >>> folded("ＡＢ 证、（第5条）")
    'ab 证  第5条 '
    """
    for mark, plain in _MARKS.items():
        text = text.replace(mark, plain)
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).lower())


def pairs(text: str) -> set[str]:
    """Every two characters that stand beside each other in folded text.

    >>> sorted(pairs("演出审批 ok"))
    ['ok', '出审', '审批', '演出']
    """
    return {letter + following for letter, following in pairwise(text) if letter != " " != following}


def slot(pair: str) -> int:
    """The slot of a pair; the browser reckons the same."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % SLOTS


def written(numbers: Sequence[int]) -> str:
    """Ascending numbers from 0 as text: the steps from one to the next, or a sieve where that is shorter.

    >>> written([0, 1, 5]), written([100]), written([0, 1, 2, 3, 5])
    (' H', '~/', ' T')
    """
    if numbers and len(numbers) > numbers[-1] // SIX + 2:
        return _sieve(numbers)
    steps: list[str] = []
    last = -1
    for number in numbers:
        step = number - last - 1
        if step >= BASE:  # seldom, and dividing takes time
            leaps, step = divmod(step, BASE)
            steps.append(LEAP * leaps)
        steps.append(DIGITS[step])
        last = number
    return "".join(steps)


def _sieve(numbers: Sequence[int]) -> str:
    sixes = bytearray(numbers[-1] // SIX + 1)
    for number in numbers:
        sixes[number // SIX] |= 1 << number % SIX
    return SIEVE + sixes.translate(_TO_DIGITS).decode()


def read(text: str) -> Iterator[int]:
    """The numbers that `written` made text of.

    >>> list(read('!!%')), list(read('~/')), list(read(' T'))
    ([0, 1, 5], [100], [0, 1, 2, 3, 5])
    """
    if text.startswith(SIEVE):
        sixes = [DIGITS.index(sign) for sign in text[1:]]
        yield from (n for n in range(SIX * len(sixes)) if sixes[n // SIX] >> n % SIX & 1)
        return
    number = -1
    for sign in text:
        number += len(DIGITS) if sign == LEAP else DIGITS.index(sign) + 1
        if sign != LEAP:
            yield number


def by_pair(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each pair the numbers of the texts that hold it, from the pairs of each text."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(texts):
        for pair in each:
            found[pair].append(number)
    return found
