"""Where in a text its links and headings stand, found again by what they say: the parser does not keep lines.

Best effort, and right for ordinary text: the first link to an address stands where the address is first written as a
link, the second where it is next; headings follow one another. What cannot be found is told at line 1.
"""

import html as escapes
import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)|^(?: {4}|\t).*(?=\n)", re.MULTILINE)
_ADDRESS = re.compile(
    r"\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))"  # [链接](这里) and [链接](<这里>)
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)"  # [名字]: 这里
    r"|<([^<>\s]+)>"  # <https://这里>
    r"|(?:href|src)\s*=\s*[\"']?([^\"'>\s]+)",  # <a href="这里">
    re.MULTILINE,
)
_BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+.!|-])")
_BEFORE_HEADING = " \t>*+-.0123456789"
_UNDERLINES = ("=", "-", " ")
_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+) *")
_NO_WORD = re.compile(r"[\W_]+")
_NEAR = 50


class Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def of(self, index: int) -> int:
        """The line of a character, counted from 1."""
        return bisect_right(self._breaks, index - 1) + 1

    def find(self, words: str) -> int:
        """The line where some words first stand."""
        return self.of(max(0, self._text.find(words)))

    def find_last(self, words: str) -> int:
        """The line where some words last stand."""
        return self.of(max(0, self._text.rfind(words)))

    def of_links(self, targets: Sequence[str]) -> list[int]:
        """The line of each link, in the order in which they come out."""
        if not targets:
            return []
        written: defaultdict[str, deque[int]] = defaultdict(deque)
        text = _CODE.sub(_blank, self._text) if "`" in self._text or "\n    " in self._text else self._text
        for match in _ADDRESS.finditer(text):
            address = next((group for group in match.groups() if group), "")
            written[_plain(address)].append(self.of(match.start()))
        return [self._of_link(written, target) for target in targets]

    def _of_link(self, written: defaultdict[str, deque[int]], target: str) -> int:
        """The line of the next link to an address; of the last one if there are more than were written."""
        for address in (target, target.removeprefix("mailto:")):
            if lines := written.get(address):
                return lines.popleft() if len(lines) > 1 else lines[0]
        return self.find(target)

    def of_headings(self, headings: Sequence[str]) -> list[int]:
        """The line of each heading, in the order in which they come out."""
        written = [(number, _letters(line)) for number, line in self._written_headings()] if headings else []
        found = []
        at = 0
        for heading in headings:
            words = _letters(heading)
            near = range(at, min(at + _NEAR, len(written)))
            at = next((index for index in near if words in written[index][1]), at)
            found.append(written[at][0] if at < len(written) else self.find(heading))
            at += at < len(written)
        return found

    def _written_headings(self) -> Iterator[tuple[int, str]]:
        """The lines that look like a heading: `# …`, or underlined with `===` or `---`."""
        lines = self._text.split("\n")
        for number, (line, following) in enumerate(pairwise([*lines, ""]), 1):
            if "#" in line and line.lstrip(_BEFORE_HEADING).startswith("#"):
                yield number, line
            if following.endswith(_UNDERLINES) and _UNDERLINE.fullmatch(following):
                yield number, line


def _blank(code: re.Match[str]) -> str:
    """As much space as some code takes."""
    return " " * len(code[0])


def _plain(address: str) -> str:
    """An address as it comes out: without backslashes and entities."""
    if "\\" in address:
        address = _BACKSLASH.sub("", address)
    return escapes.unescape(address)


def _letters(text: str) -> str:
    """The letters and digits of some words, which come out as they were written."""
    return _NO_WORD.sub("", escapes.unescape(text))
