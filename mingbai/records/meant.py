"""What was meant by a value written in another way, or by a key that is none here."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from typing import get_args

from mingbai.near import below, near
from mingbai.records.field import Field
from mingbai.records.forms import FIRST_YEAR, LAST_YEAR
from mingbai.records.judge import takes
from mingbai.records.values import ID, Dialled, Outward, Refers, Web
from mingbai.source import telephone, web
from mingbai.source.located import Located, Steps
from mingbai.source.yaml_syntax import in_quotes
from mingbai.source.yaml_write import flow, scalar

DERIVED = ("status", "state", "late", "overdue", "total", "状态", "迟交", "逾期", "总分", "等次")
"""What somebody used to other systems would type: what follows here from dates, logs and scores (R36)."""
WITHHELD = ("complainant", "reporter", "informant", "inspector", "inspectors", "投诉人", "举报人", "察访人")
"""Who complained, reported or came unannounced, of which nothing is kept (意见 五（一）)."""
HIDING = ("draft", "hidden", "hide", "private", "public", "publish", "published", "unlisted", "visibility")
"""What hides a page in other systems; here the folder alone does."""
HIDING_WORDS = ("草稿", "隐藏", "公开", "不公开", "发布")
OTHER_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
"""A day written as people write it."""
RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
"""A day in figures alone, as files are named."""
OTHER_MINUTE = re.compile(rf"{OTHER_DAY.pattern}(?:[ T]*(\d{{1,2}})(?:[:.点时](?:(\d{{1,2}})分?)?)(?::\d\d)?)?")
LIKELY_YEARS = range(1949, 2100)
"""Years that may be meant by one in which a finger slipped: since there are laws, and as far as anybody plans."""
FIGURE = re.compile(r"(?=\d{4} *年|[^年]*$)(-?\d+(?:\.\d+)?) *(?:元|%|个?工作日|年|个|份|天|人|件|次|日|分)?")
"""A number and its unit, but no span of hours, months or years: the unit may stand in a field of its own."""
_NUMERALS = {numeral: figure for figure, numeral in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
QUOTES = "“”‘’\"'「」『』＂＇ "
YES = ("是", "对", "√", "yes", "y", "on", "1", "true")
NO = ("否", "不是", "×", "no", "n", "off", "0", "false")
"""有 and 无 are not among them: 无 may be said of a fee, where what is asked is whether there is none."""
MAX_DIGITS = 16
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?![\d,])")
_LARGE = re.compile(r"(\d+(?:\.\d+)?) *([万亿]) *(?:元|人次?|件|份|个|次)?")
_LARGE_UNITS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_IDS = re.compile(rf"{ID}(?:/{ID})*")
_ENDING = re.compile(r"\.(ya?ml|md)$")
"""How the name of a record's file ends."""
HANDBOOK = "对照编辑手册里这一项的写法"


def day_hint(key: str, value: object) -> str:
    """The day that was meant, where it is one written another way: 2026/2/9, 2026年2月9日."""
    meant = _day(value)
    if not meant:
        return f"例如 {key}: 2026-01-30"
    with suppress(ValueError):
        return f"改为 {key}: {date(*meant)}"
    return f"查一下日历，再改日期，写成 {key}: 2026-01-30 这样"


def is_no_day(value: object) -> bool:
    """Whether it is a day written another way, and one that no calendar has: 2026-2-30."""
    meant = _day(value)
    if meant:
        try:
            date(*meant)
        except ValueError:
            return True
    return False


def _day(value: object) -> tuple[int, int, int] | None:
    """Year, month and day of what is written as a day, whether there is one or not."""
    text = _half_width(value).strip(QUOTES)
    found = OTHER_DAY.fullmatch(text) or RUN_TOGETHER.fullmatch(text)
    if not found:
        return None
    year, month, day = map(int, found.groups())
    return year, month, day


def minute_hint(key: str, value: object) -> str:
    """The minute that was meant: 2026-01-26 09：00, 2026/1/26 9:00, 2026年1月26日9点; a day alone lacks its time."""
    meant = OTHER_MINUTE.fullmatch(_half_width(value))
    if meant:
        *ymd, hour, minutes = meant.groups()
        with suppress(ValueError):
            day = date(*map(int, ymd))
            if hour is None:
                return f"后面空一格，写几点几分，例如 {key}: {day} 09:00"
            return f"改为 {key}: {day} {time(int(hour), int(minutes or 0)).isoformat('minutes')}"
    return f"例如 {key}: 2026-01-30 09:00"


def year_hint(before: str, day: str) -> str:
    """The year that was meant by one that cannot be, where only one is like it: 0026, 1026 and 0226 are 2026.

    >>> year_hint("on: ", "1026-12-17"), year_hint("on: ", "1056-12-17")
    ('是不是 on: 2026-12-17？', '核对年份，要在1900年到2199年之间')
    """
    year, rest = day[:4], day[4:]
    meant = [str(each) for each in LIKELY_YEARS if _slipped(year, str(each))]
    one = meant[0] if len(meant) == 1 and year != "9999" else ""
    return f"是不是 {before}{one}{rest}？" if one else f"核对年份，要在{FIRST_YEAR}年到{LAST_YEAR}年之间"


def _slipped(year: str, meant: str) -> bool:
    """Whether one figure is another, or two that stand side by side have changed places."""
    wrong = [index for index, (one, other) in enumerate(zip(year, meant, strict=False)) if one != other]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(year) == sorted(meant)
    return len(wrong) == 1 or swapped


def figure_hint(before: str, value: object, *, whole: bool = False) -> str:
    """The number that was meant, where it is one in full-width figures, with commas or with its unit; else nothing."""
    text = _half_width(value)
    text = text.replace(",", "") if _GROUPED.match(text) else text  # `14，00` is no 1400
    if (large := _LARGE.fullmatch(text)) and (amount := Decimal(large[1]) * _LARGE_UNITS[large[2]]) % 1 == 0:
        return f"把“{large[2]}”换成数：{before}{int(amount)}"
    meant = FIGURE.fullmatch(f"{_NUMERALS[text[0]]}{text[1:]}" if text[:1] in _NUMERALS else text)
    if not meant or (whole and "." in meant[1]):
        return ""
    if whole and meant[1] == value:
        return f"数字不加引号，前面不补 0：{before}{int(meant[1])}"
    return f"数字用半角，不带单位和逗号：{before}{meant[1]}"


def is_too_long(value: object) -> bool:
    """Whether it is a number of so many figures that it is read as text."""
    return isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) > MAX_DIGITS


def flag_hint(key: str, value: object) -> str:
    """The flag that was meant, where it is one in another word or in quotes: 是, yes, “false”."""
    word = str(value).strip(QUOTES).lower()
    meant = "true" if word in YES else "false" if word in NO else ""
    return f"写成 {key}: {meant}" if meant else f"是，写 {key}: true；否，写 {key}: false"


def choice_hint(before: str, value: object, allowed: Collection[str]) -> str:
    """The word that was meant, where it is one that may be written, in a list or in quotes; else nothing."""
    if isinstance(value, list) and len(value) == 1 and value[0] in allowed:
        return f"这里只写一个，不用列表：{before}{value[0]}"
    bare = str(value).strip(QUOTES)
    return f"引号是多的，去掉：{before}{bare}" if bare in allowed else ""


def _half_width(value: object) -> str:
    return unicodedata.normalize("NFKC", str(value)).strip()


def key_hint(written: str) -> str:
    """What to do with a key that people know from elsewhere; empty for any other.

    >>> key_hint("drfat") == key_hint("草稿") != key_hint("colour")
    True
    """
    if written in DERIVED:
        return "删掉这一行：办到哪一步、按时还是迟了、总分多少，程序看日期和记录算出来，不用写"
    if written in WITHHELD:
        return "删掉这一行：谁来说的、谁去看的不记，也不要写进别的句子"
    if written in HIDING_WORDS or near(written, HIDING):
        return "删掉这一行：公开不公开，只看文件放在哪个文件夹；还不想公开，就把文件挪到 content/intranet/drafts/"
    return ""


def text_hint(located: Located, steps: Steps, value: object, field: Field | None) -> str:
    """What to write where one text is wanted: what was typed, as a text; never what a program would print of it."""
    key = steps[-1] if steps else ""
    item = isinstance(key, int)
    before = "" if not item else "- " if _is_block(located, steps) else ""
    before = before if item else f"{key}: "
    if value is None:
        return "写上文字"
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], list | dict) and value[0] is not None:
        return f"这里只写一个，不用列表：{before}{_text(value[0])}"
    if isinstance(value, list):
        return f"这里只写一个，不用列表：{before}…"
    if isinstance(value, dict):
        typed = next(iter(value.items())) if len(value) == 1 else ("", {})
        if not item or isinstance(typed[1], list | dict):
            return f"这里只写一句文字，不分项：{before}…"
        whole = f"{typed[0]}: {'' if typed[1] is None else written(typed[1])}".strip()
        return f"文字里的冒号后面有空格，整句加上引号：{before}{in_quotes(whole)}"
    text = written(value)
    quoted = (text, [text], {key: text})
    other = form_hint(field, before, text) if field and not any(takes(field, each) for each in quoted) else ""
    return other or f"加上引号：{before}{in_quotes(text)}"


def written(value: object) -> str:
    """A value as it stands in a file."""
    return value if isinstance(value, str) else "" if value is None else flow(value)


def _text(value: object) -> str:
    return scalar(value) if isinstance(value, str) else in_quotes(written(value))


def _is_block(located: Located, steps: Steps) -> bool:
    """Whether an item stands on a line of its own, after a dash, and not in brackets beside its key."""
    places, owner = located.places, steps[:-1]
    return places.key(*owner).line != places.value(*owner).line


def phone_hint(before: str, written: str) -> str:
    """The number to write instead of it after `before`, the key of a field, or how one is written."""
    number = telephone.meant(written)
    if not number:
        return telephone.HOW
    several = telephone.figures(number) != telephone.figures(written)
    return f"{'只写一个号码，' if several else ''}写成 {before}{scalar(number)}"


def form_hint(field: Field, before: str, value: object) -> str:
    """How a text has to look; that of an address on the web or of a telephone, with what was written."""
    marks = (*field.metadata, *_marks(field.annotation))
    if any(isinstance(mark, Dialled) for mark in marks):
        return phone_hint(before, str(value))
    refers = next((mark for mark in marks if isinstance(mark, Refers) and mark.kind != "files"), None)
    if refers and (id := id_of(refers.kind, str(value))):
        return f"{'写成 ' if id == _bare(str(value)).lower() else '不带文件夹和后缀：'}{before}{scalar(id)}"
    meant = _address(str(value).strip()) if any(isinstance(mark, Outward) for mark in marks) else ""
    meant = meant or _tidied(field, str(value))
    return f"写成 {before}{scalar(meant)}" if meant else form_of(field)


def id_of(kind: str, written: str) -> str:
    """The id that was meant by the path of a record or by an id in capitals; nothing where it could be none."""
    id = below(kind, _ENDING.sub("", _bare(written).lower()))
    return id if _IDS.fullmatch(id) and id != written else ""


def _bare(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip(QUOTES)


def _tidied(field: Field, written: str) -> str:
    """What was written without quotes, capitals, a file's ending or what is round a host, where that is taken."""
    bare = _bare(written)
    small = bare.lower()
    host = re.sub("^https?://|/.*", "", small)
    for each in (bare, small, _ENDING.sub("", small), host):
        for value in (each, [each]) if each and each != written else ():
            if takes(field, value):
                return each
    return ""


def _address(written: str) -> str:
    """The address on the web that was meant, as a field takes it; nothing where none would be taken."""
    scheme, _, rest = (web.meant(written) or written).partition("://")
    host = re.match("[^/?#]*", rest)
    right = f"https://{host[0].lower()}{rest[host.end() :]}" if host and scheme.lower() in {"http", "https"} else ""
    return right if takes(Web, right) else ""


def form_of(field: Field) -> str:
    """How a text has to look: like the name of the record it means, else as its field says, or its type."""
    marks = [*field.metadata, *_marks(field.annotation)]
    named = next((mark.form for mark in marks if isinstance(mark, Refers)), None)
    typed = next((mark.description for mark in marks if isinstance(mark, Field) and mark.description), None)
    return named or field.description or typed or HANDBOOK


def _marks(annotation: object) -> Iterator[object]:
    """What is said of every type in an annotation, `tuple[Annotated[str, …], ...] | None` and the like taken apart."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _marks(argument)
