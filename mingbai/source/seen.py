"""One thing seen in a file that may have to stay out of it, as data: made by `sighting`, judged by the rules.

Whoever only reads what is remembered of files needs this, and not what looks through them.
"""

import json
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import astuple

from mingbai.problem import Place

FORBIDDEN = "forbidden"
CLASSIFIED = "classified"
INTERNAL = "internal"
UNREAD = "unread"
HOST = "host"
FILE_NAME = "文件名"


class Sort(StrEnum):
    """Whose number was seen, in the words of a message."""

    CITIZEN = "身份证号码"
    MOBILE = "手机号码"
    CARD = "银行卡号"


class Sighting(Struct, frozen=True):
    """One thing seen: where, which sort (a `Sort`, or one of the five above), what; `part` of an attachment.

    `what` is the number, masked unless it is a mobile number, which may be listed; how many letters a forbidden string
    has; a mark of a secret or of the inside; why a text cannot be read; a host, as a browser would write it.
    """

    place: Place
    sort: str
    what: str
    part: str = ""

    @property
    def where(self) -> str:
        """Where in the file, in words; empty where the place says it."""
        if self.part == FILE_NAME:
            return "文件名里"
        return f"附件的{self.part}里" if self.part else ""


def masked(digits: str) -> str:
    """Enough of a number for its owner to know it by.

    >>> masked("13800138000")
    '138******00'
    """
    return f"{digits[:3]}{'*' * (len(digits) - 5)}{digits[-2:]}"


def dump(sightings: Iterable[Sighting]) -> str:
    """Sightings as text, for the cache."""
    return json.dumps([(astuple(each.place), *astuple(each)[1:]) for each in sightings], ensure_ascii=False)


def load(text: str) -> tuple[Sighting, ...]:
    """What `dump` made text of."""
    return tuple(Sighting(Place(*place), *rest) for place, *rest in json.loads(text))
