"""Calendars: any words come back as they went in, in a file that Outlook and telephones can read."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from mingbai.exports.ical import DAY, Calendar, Remark, ics_bytes

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip)
LINES = st.lists(TEXT, max_size=3).map("\n".join)
DAYS = st.dates(date(2008, 1, 1), date(2100, 1, 1))
REMARKS = st.builds(
    Remark,
    uid=st.from_regex(r"[a-z0-9/]{1,60}@[a-z.]{3,20}", fullmatch=True),
    day=DAYS,
    changed=DAYS,
    title=TEXT,
    text=LINES,
    url=st.just("https://nei.mingbai.example/plans/2026/arts/#m3"),
    category=st.sampled_from(["提交", "措施", "大事"]),
    remind=st.lists(st.integers(1, 30), max_size=2).map(tuple),
    dropped=st.booleans(),
)
CALENDARS = st.builds(
    Calendar, name=TEXT, about=TEXT, url=st.just("https://a.example/"), remarks=st.lists(REMARKS, max_size=3).map(tuple)
)


def read_back(data: bytes) -> Any:
    return icalendar.Calendar.from_ical(data.decode())


@given(CALENDARS)
def test_what_goes_in_comes_back(given: Calendar) -> None:
    found = read_back(ics_bytes(given))
    events = found.walk("VEVENT")

    assert (str(found["NAME"]), str(found["X-WR-CALNAME"])) == (given.name, given.name)
    assert len(events) == len(given.remarks)
    for event, remark in zip(events, given.remarks, strict=True):
        assert str(event["UID"]) == remark.uid
        assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (remark.day, remark.day + DAY)
        assert event.decoded("DTSTAMP") == datetime.combine(remark.changed, time(), UTC)
        assert (str(event["SUMMARY"]), str(event.get("DESCRIPTION", ""))) == (remark.title, remark.text)
        assert (str(event["URL"]), event["STATUS"] == "CANCELLED") == (remark.url, remark.dropped)
        assert len(event.walk("VALARM")) == len(remark.remind)


@given(CALENDARS)
def test_lines_end_in_cr_lf_and_are_folded_at_75_bytes_between_letters(given: Calendar) -> None:
    lines = ics_bytes(given).split(b"\r\n")

    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert [line.decode() for line in lines]  # no letter is cut in two


@given(CALENDARS)
def test_the_same_calendar_is_the_same_file(given: Calendar) -> None:
    assert ics_bytes(given) == ics_bytes(given)


def test_a_day_is_a_whole_day_that_keeps_nobody_busy_and_reminds_in_the_morning() -> None:
    day = date(2026, 1, 30)
    remark = Remark("a@b", day, date(2026, 1, 7), "行动方案截止", "", "https://a.example/plans/", "提交", (7, 1))

    text = ics_bytes(Calendar("期限", "说明", "https://a.example/", (remark,))).decode()
    bells = [alarm.decoded("TRIGGER") for alarm in read_back(text.encode()).walk("VALARM")]

    assert "DTSTART;VALUE=DATE:20260130\r\nDTEND;VALUE=DATE:20260131\r\n" in text
    assert "TRANSP:TRANSPARENT\r\n" in text and "DESCRIPTION:还有7天：行动方案截止\r\n" in text
    assert [datetime.combine(day, time()) + bell for bell in bells] == [
        datetime(2026, 1, 23, 9),
        datetime(2026, 1, 29, 9),
    ]
    assert not re.search(r"^(METHOD|ATTENDEE|ORGANIZER)", text, re.M)
    assert timedelta(days=1) == read_back(text.encode()).decoded("REFRESH-INTERVAL")
