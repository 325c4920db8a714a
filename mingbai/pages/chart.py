"""What a small chart is made of: the numbers that go in, the shapes that come out, ready to print.

Law: a chart stands beside a table that says the same; nothing is told by it alone. Across, a place is a share of the
width; down, it is counted in letters. So a chart is as wide as its page allows and its words keep their size: on a
phone, in 关怀版, on paper. Every scale begins at nought, and lengths are exact to a hundredth. Tones differ in more
than colour: filled, outlined, outlined in dashes, and what is late says so in words as well.

Tried and dropped: a drawing that is scaled as a whole, whose letters shrink with it on a phone.
"""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Tone(StrEnum):
    """How a shape looks; as a line, hollow is dotted."""

    FULL = "full"
    HOLLOW = "hollow"
    DASHED = "dashed"
    LATE = "late"


class About(Struct, frozen=True):
    """What a chart is: `anchor` begins its ids on the page, `desc` says in a sentence what it shows."""

    anchor: str
    title: str
    desc: str


class Value(Struct, frozen=True):
    """A number that is drawn, and what is written beside it; `tone` where it is not that of its series."""

    number: Decimal
    text: str = ""
    tone: Tone | None = None


class Series(Struct, frozen=True):
    """What one bar in each group means."""

    name: str
    tone: Tone = Tone.FULL


class Group(Struct, frozen=True):
    """What stands at one place: its name, a second line of it, and a number for each series, where there is one."""

    label: str
    values: tuple[Value | None, ...]
    under: str = ""


class Level(Struct, frozen=True):
    """What the numbers are held against, group by group; `None` where nothing is."""

    name: str
    numbers: tuple[Decimal | None, ...]
    tone: Tone = Tone.DASHED


class Bar(Struct, frozen=True):
    """A rectangle."""

    x: str
    y: str
    width: str
    height: str
    tone: Tone


class Stroke(Struct, frozen=True):
    """A straight line."""

    x1: str
    y1: str
    x2: str
    y2: str
    tone: Tone


class Dot(Struct, frozen=True):
    """A point of a course."""

    x: str
    y: str
    tone: Tone


class Word(Struct, frozen=True):
    """Words at a place, moved `dx` aside; `anchor` says which end of them stands there."""

    x: str
    y: str
    dx: str
    anchor: str
    text: str


class Chart(Struct, frozen=True):
    """A drawing, ready to print."""

    anchor: str
    title: str
    desc: str
    height: str
    bars: tuple[Bar, ...]
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]
    words: tuple[Word, ...]
