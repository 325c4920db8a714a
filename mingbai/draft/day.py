"""From one year to another: days, words, and what to say where a day is not worked."""

from datetime import date

from msgspec import Struct

from mingbai.corpus.workdays import Workdays

WEEK = "一二三四五六日"


class Shift(Struct, frozen=True):
    """What becomes of the days and titles of the year `old` in `year`."""

    workdays: Workdays
    old: int
    year: int

    def day(self, day: date) -> date:
        """The same day of the new year; of 29 February the 28th, where there is none.

        >>> Shift(Workdays(), 2028, 2029).day(date(2028, 2, 29)), Shift(Workdays(), 2027, 2028).day(date(2027, 2, 28))
        (datetime.date(2029, 2, 28), datetime.date(2028, 2, 28))
        """
        year = day.year + self.year - self.old
        try:
            return day.replace(year=year)
        except ValueError:
            return date(year, 2, 28)

    def words(self, text: str) -> str:
        """A title with the new year in the place of the old."""
        return text.replace(str(self.old), str(self.year))

    def closed(self, day: date) -> str:
        """Why a day is not worked, as far as is known; nothing where it is.

        >>> shift = Shift(Workdays(), 2026, 2027)
        >>> shift.closed(date(2027, 1, 30)), shift.closed(date(2027, 2, 1))
        ('星期六', '')
        """
        if self.workdays.has(day):
            return ""
        return "放假" if day in self.workdays.off else f"星期{WEEK[day.weekday()]}"

    @property
    def is_known(self) -> bool:
        """Whether there is a calendar for the new year."""
        return self.year in self.workdays.years
