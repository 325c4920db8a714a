"""A feed of changes (Atom, RFC 4287), for mail programs and readers of feeds that look whether anything is new.

Law: the same changes give the same bytes. An entry's id is a tag URI (RFC 4151) that never changes; its moment is that
of its publication or the beginning of the day on which it happened, and no line says when the file was made.
"""

from datetime import date, datetime

from msgspec import Struct


class Change(Struct, frozen=True):
    """One thing that is new since a day or a minute; `id` is its tag URI, `page` the whole address of its record.

    `text` is a summary in plain words, `html` the whole of it; `author` is there where it is not the feed's.
    """

    id: str
    on: date
    title: str
    text: str
    page: str
    category: str
    author: str = ""
    html: str = ""


class Feed(Struct, frozen=True):
    """Changes under a name: its tag URI, its own address and that of the page, the latest change first.

    `empty` says how old it is as long as it has no change.
    """

    id: str
    name: str
    about: str
    author: str
    address: str
    page: str
    changes: tuple[Change, ...]
    empty: date = date.min

    @property
    def updated(self) -> str:
        """The moment of the latest change."""
        return max((moment(change.on) for change in self.changes), default=moment(self.empty))


def tag(host: str, year: int, end: str) -> str:
    """An id that stays, whatever becomes of addresses: whose it is, since when, what.

    >>> tag("nei.example", 2026, "ledger/2026/007/3")
    'tag:nei.example,2026:ledger/2026/007/3'
    """
    return f"tag:{host},{year}:{end}"


def moment(on: date) -> str:
    """A minute here, or the beginning of a day here.

    >>> moment(date(2026, 4, 24)), moment(datetime(2026, 4, 24, 16, 20))
    ('2026-04-24T00:00:00+08:00', '2026-04-24T16:20:00+08:00')
    """
    return f"{on.isoformat()}+08:00" if isinstance(on, datetime) else f"{on.isoformat()}T00:00:00+08:00"
