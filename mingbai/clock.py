"""The one value through which time comes in.

`as_of` is the day whose state is shown: everything dated later is cut before the rules run.
`today` serves only to refuse dates that have not come yet. Days are days in Asia/Shanghai (+08:00).
Nothing between source and publish reads a clock.
"""

from datetime import date, datetime, timedelta, timezone

from msgspec import Struct

SHANGHAI = timezone(timedelta(hours=8))


class Clock(Struct, frozen=True):
    """The day it is, and the day that is shown; `today` is never before `as_of`."""

    today: date
    as_of: date

    @classmethod
    def at(cls, as_of: date | None, sample_day: date | None, now: datetime) -> "Clock":
        """The clock of a build: `as_of` as asked, else the sample bureau's fixed day, else the day of `now`.

        A day in the future moves `today` along, so that the state of that day can be looked at.
        """
        today = sample_day or now.astimezone(SHANGHAI).date()
        shown = as_of or today
        return cls(today=shown if shown >= today else today, as_of=shown)
