"""What was typed as Markdown and came out as it was typed, or not at all: a list, a table, a note, a list of old ids.

It is looked for in the cleaned HTML, outside code, which is meant to show Markdown; what did not come out, in the text.
"""

import html as escapes
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mingbai.source.text import HAN

_CODE = re.compile(r"<(pre|code)[ >].*?</\1>", re.DOTALL)
_LIST = re.compile(r"\n( {0,3}(?:[-*+]|[0-9]{1,2}\.) [^<&\n]*)[^\n]*(?:\n(?!<)[^\n]*)*")
_TABLE = re.compile(
    r"(?:\n|<p>)(?:([^|<&\n]*+\|[^<&\n]*+)[^\n]*+\n(?=[|: ]*+-)[|: -]*+(?=\n|<)"
    r"|(\|[^|<&\n]*+\|[^<&\n]*+)[^\n]*+\n(?=\|))(?:\n?\|[^\n]*)*"
)
_ROWS = re.compile(r"\n {0,3}\|([^\n]*)\|[ \t]*\n[ \t]*\|[ :|-]+\|[ \t]*(?=\n)((?:\n[ \t]*\|[^\n]*)*)")
_ROW = re.compile(r"\n[ \t]*\|([^\n]*)")
_BORDER = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,2}\.) +\S")
_INDENTED = re.compile(rf"<pre><code>([^<\n]*[{HAN}][^<\n]*)")
_STARS = re.compile(r"(?<!\*)\*\*(?!\*)[^*<&\n]*(?:\*\*(?!\*))?")
_OLDIDS = re.compile("[{｛][^{}｛｝<\n]*oldids[^<\n]*")
_NOTE = re.compile(r"\[\^([^\]\s<]+)\]")
_NOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)
_NOTE_ID = "fn:"


def lost_lists(html: str) -> Iterator[str]:
    """How each list begins that came out as part of a paragraph."""
    for match in _LIST.finditer(outside_code(html)):
        yield escapes.unescape(match[1])


def flat(text: str) -> Iterator[tuple[int, bool]]:
    """Where something begins that is indented under an item by two or three spaces, and whether it is an item.

    The library wants four; of several such lines one after the other the first counts.
    """
    if "\n  " not in text:
        return
    items: list[int] = []  # how far each item is indented in which we are
    start, after_blank, told = 0, False, False
    for line in text.split("\n"):
        words = line.lstrip(" ")
        indent, is_item = len(line) - len(words), bool(_ITEM.match(words))
        if words:
            while items and (indent < items[-1] or (indent == 0 and after_blank and not is_item)):
                items.pop()
            short = bool(items) and 2 <= indent - items[-1] <= 3 and (is_item or after_blank)
            if short and not told:
                yield start + indent, is_item
            elif is_item and not short:
                items.append(indent)
            told, after_blank = short, False
        else:
            after_blank = True
        start += len(line) + 1


def lost_tables(html: str) -> Iterator[str]:
    """How each table begins that came out as part of a paragraph."""
    for match in _TABLE.finditer(outside_code(html) if "|" in html else ""):
        yield escapes.unescape(match[1] or match[2])


def odd_rows(text: str) -> Iterator[tuple[int, int]]:
    """Where each row has more or less cells than the head of its table, and how many more.

    Those that the head has not do not come out; it is told at the first of them, what is missing at the row.
    """
    for table in _ROWS.finditer(f"\n{text}" if "|" in text else ""):
        borders = len(_BORDER.findall(table[1]))
        for row in _ROW.finditer(table[0], table.start(2) - table.start()):
            found = [border.start() for border in _BORDER.finditer(row[1].rstrip(" \t").removesuffix("|"))]
            if len(found) != borders and "`" not in row[0]:
                first = found[borders] if len(found) > borders else -1
                yield table.start() + row.start(1) + first - 1, len(found) - borders


def indented(html: str) -> Iterator[str]:
    """How each paragraph begins that was taken for code, because it is indented as on paper."""
    for match in _INDENTED.finditer(html) if "<pre>" in html else ():
        yield escapes.unescape(match[1])


def lost_stars(html: str) -> Iterator[str]:
    """Each pair of stars that made nothing bold, with the words behind it, and the pair behind those."""
    for match in _STARS.finditer(outside_code(html) if "**" in html else ""):
        yield escapes.unescape(match[0])


def lost_notes(html: str) -> Iterator[str]:
    """The name of each mark of a note that is not there."""
    for match in _NOTE.finditer(outside_code(html) if "[^" in html else ""):
        yield escapes.unescape(match[1])


def unused_notes(html: str, ids: Sequence[str]) -> Iterator[str]:
    """The name of each note to which no mark leads."""
    for id in ids:
        if id.startswith(_NOTE_ID) and f'href="#{escapes.escape(id)}"' not in html:
            yield id.removeprefix(_NOTE_ID)


def repeated_notes(text: str) -> Iterator[str]:
    """Each name that several notes have; only the last of them comes out."""
    names = Counter(match[1] for match in _NOTE_TEXT.finditer(text)) if "[^" in text else {}
    return (name for name, times in names.items() if times > 1)


def lost_oldids(html: str) -> Iterator[str]:
    """Each list of old ids that came out as it was typed."""
    for match in _OLDIDS.finditer(outside_code(html) if "oldids" in html else ""):
        yield escapes.unescape(match[0])


def outside_code(html: str) -> str:
    """HTML without what is meant to show Markdown as it is typed."""
    return _CODE.sub("", html) if "<code" in html or "<pre" in html else html
