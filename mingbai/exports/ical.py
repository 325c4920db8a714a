"""A calendar as an .ics file (RFC 5545, RFC 7986): whole days, for Outlook and for telephones that subscribe to it.

Law: the same calendar gives the same bytes. No line says when the file was made: a day's stamp is the day on which
what it says last changed. Days are whole, so no file depends on a time zone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//mingbai//deadlines//ZH"
AT_NINE = timedelta(hours=9)
"""Reminders ring in the morning, not at midnight."""
DAY = timedelta(days=1)


class Remark(Struct, frozen=True):
    """A day with something to do: `uid` never changes, `changed` is the day on which the rest last did.

    `remind` says how many days before one is reminded; `dropped` that it need not be done any more.
    """

    uid: str
    day: date
    changed: date
    title: str
    text: str
    url: str
    category: str
    remind: tuple[int, ...] = ()
    dropped: bool = False


class Calendar(Struct, frozen=True):
    """Days under a name, in the order in which they come."""

    name: str
    about: str
    url: str
    remarks: tuple[Remark, ...]


def ics_bytes(calendar: Calendar) -> bytes:
    """The file: UTF-8, lines ended by CR LF and folded at 75 bytes."""
    import icalendar  # only who writes a calendar pays for loading it

    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        made.add(name, calendar.name)
    for name in ("description", "x-wr-caldesc"):
        made.add(name, calendar.about)
    made.add("url", calendar.url)
    made.add("refresh-interval", DAY, parameters={"value": "DURATION"})
    made.add("x-published-ttl", icalendar.vDuration(DAY))
    for remark in calendar.remarks:
        made.add_component(_event(remark))
    data: bytes = made.to_ical()
    return data


def _event(remark: Remark) -> "Event":
    import icalendar

    event = icalendar.Event()
    stamp = datetime.combine(remark.changed, time(), UTC)
    event.add("uid", remark.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", remark.day)
    event.add("dtend", remark.day + DAY)
    event.add("summary", remark.title)
    if remark.text:
        event.add("description", remark.text)
    event.add("url", remark.url)
    event.add("categories", [remark.category])
    event.add("status", "CANCELLED" if remark.dropped else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
    for alarm in _alarms(remark):
        event.add_component(alarm)
    return event


def _alarms(remark: Remark) -> Iterator["Alarm"]:
    import icalendar

    for days in remark.remind:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"还有{days}天：{remark.title}")
        alarm.add("trigger", AT_NINE - days * DAY)
        yield alarm
