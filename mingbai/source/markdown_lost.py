"""What was typed as Markdown and came out as it was typed: a list, a table, a note, a list of old ids.

It is looked for in the cleaned HTML, outside code, which is meant to show Markdown.
"""

import html as escapes
import re
from collections.abc import Iterator

_CODE = re.compile(r"<(pre|code)[ >].*?</\1>", re.DOTALL)
_LIST = re.compile(r"\n( {0,3}(?:[-*+]|[0-9]{1,2}\.) [^<&\n]*)[^\n]*(?:\n(?!<)[^\n]*)*")
_TABLE = re.compile(r"(?:\n|<p>)([^|<&\n]*+\|[^<&\n]*+)[^\n]*+\n(?=[|: ]*+-)[|: -]*+(?=\n|<)")
_OLDIDS = re.compile("[{｛][^{}｛｝<\n]*oldids[^<\n]*")
_NOTE = re.compile(r"\[\^([^\]\s<]+)\]")


def lost_lists(html: str) -> Iterator[str]:
    """How each list begins that came out as part of a paragraph."""
    for match in _LIST.finditer(_outside_code(html)):
        yield escapes.unescape(match[1])


def lost_tables(html: str) -> Iterator[str]:
    """How each table begins that came out as part of a paragraph."""
    for match in _TABLE.finditer(_outside_code(html) if "|" in html else ""):
        yield escapes.unescape(match[1])


def lost_notes(html: str) -> Iterator[str]:
    """The name of each mark of a note that is not there."""
    for match in _NOTE.finditer(_outside_code(html) if "[^" in html else ""):
        yield escapes.unescape(match[1])


def lost_oldids(html: str) -> Iterator[str]:
    """Each list of old ids that came out as it was typed."""
    for match in _OLDIDS.finditer(_outside_code(html) if "oldids" in html else ""):
        yield escapes.unescape(match[0])


def _outside_code(html: str) -> str:
    """HTML without what is meant to show Markdown as it is typed."""
    return _CODE.sub("", html) if "<code" in html or "<pre" in html else html
