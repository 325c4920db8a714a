"""Draws small charts: `rows` (bars that lie, for names), `columns` (bars that stand, for periods), `line` (a course).

Numbers of what stands are written below it, where no level crosses them. Of eight periods each has room for two or
three letters, of four for five.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from mingbai.pages.chart import About, Bar, Chart, Dot, Group, Level, Series, Stroke, Tone, Word

WIDE = 10_000
"""The whole width, in hundredths of a per cent."""
ROOM = 7_400
"""How far the longest bar of a row goes: behind it stands its number."""
SLOT = 2_500
"""A period takes no more than this of the width, however few there are."""
TALL = 800
"""How high the tallest column is, in hundredths of a letter."""
LINE, HEAD, THICK, GAP = 160, 60, 90, 25
"""A line of words, what stays free over a column, a bar that lies, the air below it; in hundredths of a letter."""
LETTERS = 16
"""So many letters stand in a line on a phone, in 关怀版."""

Name = tuple[str, Tone, bool]
"""What a legend explains: a word, its tone, and whether that is a line."""


class _Sheet:
    """What has been drawn so far; `y` is where the next thing begins."""

    def __init__(self) -> None:
        self.y = 0
        self.bars: list[Bar] = []
        self.strokes: list[Stroke] = []
        self.dots: list[Dot] = []
        self.words: list[Word] = []

    def bar(self, x: int, y: int, width: int, height: int, tone: Tone) -> None:
        """A bar, where it has a length."""
        if width and height:
            self.bars.append(Bar(_share(x), _em(y), _share(width), _em(height), tone))

    def stroke(self, start: tuple[int, int], end: tuple[int, int], tone: Tone) -> None:
        (x1, y1), (x2, y2) = start, end
        self.strokes.append(Stroke(_share(x1), _em(y1), _share(x2), _em(y2), tone))

    def word(self, x: int, y: int, text: str, anchor: str = "start", dx: int = 0) -> None:
        if text:
            self.words.append(Word(_share(x), _em(y), _em(dx), anchor, text))

    def legend(self, names: Sequence[Name]) -> None:
        """A piece of each tone and what it means, as many in a line as fit on a phone."""
        x = 0
        for name, tone, is_stroke in names:
            length = 200 + 100 * len(name)
            if x and x + length > 100 * LETTERS:
                x = 0
                self.y += LINE
            middle = self.y + 80
            if is_stroke:
                self.strokes.append(Stroke(_em(x), _em(middle), _em(x + 160), _em(middle), tone))
            else:
                self.bars.append(Bar(_em(x), _em(middle - 40), _em(160), _em(80), tone))
            self.words.append(Word(_em(x + 200), _em(middle + 35), "0em", "start", name))
            x += length + 100
        if names:
            self.y += LINE + GAP

    def done(self, about: About) -> Chart:
        return Chart(
            anchor=about.anchor,
            title=about.title,
            desc=about.desc,
            height=_em(self.y),
            bars=tuple(self.bars),
            strokes=tuple(self.strokes),
            dots=tuple(self.dots),
            words=tuple(self.words),
        )


def rows(about: About, series: Sequence[Series], groups: Sequence[Group], top: Decimal | None = None) -> Chart | None:
    """Bars that lie, one group under the other; `top` is what the longest would be, where none is that long."""
    if not groups:
        return None
    sheet = _Sheet()
    if len(series) > 1:
        sheet.legend([(each.name, each.tone, False) for each in series])
    most = max([top or Decimal(0), *_numbers(groups)])
    for group in groups:
        for text in _lines(group.label):
            sheet.word(0, sheet.y + 115, text)
            sheet.y += LINE
        for value, each in zip(group.values, series, strict=True):
            if value is not None:
                length = _part(value.number, most, ROOM)
                sheet.bar(0, sheet.y, length, THICK, value.tone or each.tone)
                sheet.word(length, sheet.y + 80, value.text, dx=40)
                sheet.y += THICK + GAP
        sheet.y += GAP
    return sheet.done(about)


def columns(
    about: About, series: Sequence[Series], groups: Sequence[Group], levels: Sequence[Level] = ()
) -> Chart | None:
    """Bars that stand, one group beside the other, and the levels they are held against."""
    if not groups:
        return None
    sheet = _Sheet()
    if levels or len(series) > 1:
        sheet.legend([*((each.name, each.tone, False) for each in series), *_named(levels)])
    floor, most, slot = sheet.y + HEAD + TALL, _most(groups, levels), min(WIDE // len(groups), SLOT)
    width = slot * 7 // 10 // len(series)
    for number, group in enumerate(groups):
        x = number * slot + (slot - width * len(series)) // 2
        for value, each in zip(group.values, series, strict=True):
            if value is not None:
                height = _part(value.number, most, TALL)
                sheet.bar(x, floor - height, width, height, value.tone or each.tone)
                sheet.word(x + width // 2, floor + 130, value.text, "middle")
            x += width
    _ground(sheet, groups, levels, floor, most, slot)
    return sheet.done(about)


def stacks(about: About, series: Sequence[Series], groups: Sequence[Group]) -> Chart | None:
    """Bars that stand on one another, for a long course: most periods are a bar alone, only some have their name."""
    if not groups:
        return None
    sheet = _Sheet()
    sheet.legend([(each.name, each.tone, False) for each in series])
    most = max(sum((value.number for value in group.values if value), Decimal(0)) for group in groups)
    floor, slot = sheet.y + HEAD + LINE + TALL, WIDE // len(groups)
    sheet.stroke((0, floor), (slot * len(groups), floor), Tone.FULL)
    for number, group in enumerate(groups):
        x, y = number * slot, floor
        for value, each in zip(group.values, series, strict=True):
            if value is not None:
                height = _part(value.number, most, TALL)
                y -= height
                sheet.bar(x + slot // 10, y, slot * 8 // 10, height, value.tone or each.tone)
        anchor = "start" if not number else "end" if number == len(groups) - 1 else "middle"
        place = {"start": x, "middle": x + slot // 2, "end": x + slot}[anchor]
        sheet.word(place, y - GAP, group.under, anchor)
        sheet.word(place, floor + 130, group.label, anchor)
    sheet.y = floor + LINE + GAP
    return sheet.done(about)


def line(about: About, name: str, groups: Sequence[Group], levels: Sequence[Level] = ()) -> Chart | None:
    """A course: the number of each group as a point, joined where neighbours both have one."""
    if not groups:
        return None
    sheet = _Sheet()
    if levels:
        sheet.legend([(name, Tone.FULL, True), *_named(levels)])
    floor, most, slot = sheet.y + HEAD + TALL, _most(groups, levels), min(WIDE // len(groups), SLOT)
    before: tuple[int, int] | None = None
    for number, group in enumerate(groups):
        (value,) = group.values
        if value is None:
            before = None
            continue
        point = number * slot + slot // 2, floor - _part(value.number, most, TALL)
        if before:
            sheet.stroke(before, point, Tone.FULL)
        sheet.dots.append(Dot(_share(point[0]), _em(point[1]), value.tone or Tone.FULL))
        sheet.word(point[0], floor + 130, value.text, "middle")
        before = point
    _ground(sheet, groups, levels, floor, most, slot)
    return sheet.done(about)


def _ground(
    sheet: _Sheet, groups: Sequence[Group], levels: Sequence[Level], floor: int, most: Decimal, slot: int
) -> None:
    """The line at nought, the levels over what was drawn, and the names under it."""
    sheet.stroke((0, floor), (slot * len(groups), floor), Tone.FULL)
    for level in levels:
        for number, mark in enumerate(level.numbers):
            if mark is not None:
                y = floor - _part(mark, most, TALL)
                sheet.stroke((number * slot, y), ((number + 1) * slot, y), level.tone)
    sheet.y = floor + GAP
    if any(value and value.text for group in groups for value in group.values):
        sheet.y += LINE
    for texts in ([group.label for group in groups], [group.under for group in groups]):
        for number, text in enumerate(texts):
            sheet.word(number * slot + slot // 2, sheet.y + 105, text, "middle")
        sheet.y += LINE if any(texts) else 0


def _named(levels: Sequence[Level]) -> list[Name]:
    return [(level.name, level.tone, True) for level in levels]


def _most(groups: Sequence[Group], levels: Sequence[Level]) -> Decimal:
    marks = [number for level in levels for number in level.numbers if number is not None]
    return max([Decimal(0), *_numbers(groups), *marks])


def _numbers(groups: Sequence[Group]) -> list[Decimal]:
    return [value.number for group in groups for value in group.values if value is not None]


def _part(number: Decimal, most: Decimal, length: int) -> int:
    """How long a number is where the largest has this length.

    >>> _part(Decimal("0.5"), Decimal(2), 800), _part(Decimal(0), Decimal(0), 800)
    (200, 0)
    """
    return round(Fraction(number) / Fraction(most) * length) if most else 0


def _lines(text: str) -> Iterator[str]:
    """A name in lines that fit on a phone."""
    for start in range(0, len(text), LETTERS):
        yield text[start : start + LETTERS]


def _share(number: int) -> str:
    return f"{_plain(number)}%"


def _em(number: int) -> str:
    return f"{_plain(number)}em"


def _plain(number: int) -> str:
    """Hundredths as a number.

    >>> _plain(1250), _plain(800), _plain(5)
    ('12.5', '8', '0.05')
    """
    whole, rest = divmod(number, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else f"{whole}"
