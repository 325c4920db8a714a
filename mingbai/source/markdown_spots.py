"""Where in a text its links and headings stand, found again by what they say: the parser does not keep places.

Best effort, and right for ordinary text: the first link to an address stands where the address is first written as a
link, the second where it is next; headings follow one another. What cannot be found is told at the first character.
What is code in the text, or a comment, is passed over.
"""

import html as escapes
import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mingbai.source.located import Spot

_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)|(?<!`)``(?!`)(?:[^`\n]|`(?!`))++``(?!`)|<!--.*?-->", re.DOTALL)
_CODE_BLOCK = re.compile(r"^(?: {4}|\t).*(?=\n)", re.MULTILINE)
_SEEN = re.compile(r"[^\n]")
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
_TO_WORDS = re.compile(r"[^#]*#+\s*")
_TO_UNDERLINED = re.compile(r"[\s>]*")
_NO_WORD = re.compile(r"[\W_]+")
_NEAR = 50


class Spots:
    """The places in one text, which became some HTML; an index is turned into a line and a column when it is told."""

    def __init__(self, text: str, html: str) -> None:
        self._written = text
        self.text = _without_code(text, html)
        """The text with as much space as code takes in the place of code."""
        self._breaks = [-1, *(match.start() for match in re.finditer("\n", text))]
        self._passed: dict[str, int] = {}

    def of(self, index: int) -> Spot:
        """The line and the column of a character, counted from 1."""
        line = bisect_left(self._breaks, index)
        return line, index - self._breaks[line - 1]

    def next(self, *forms: str, skip: int = 0) -> int:
        """Where the first of some words that is there at all stands next, each time it is asked for; `skip` goes on."""
        for words in forms:
            found = self.text.find(words, self._passed.get(words, 0))
            if found >= 0:
                self._passed[words] = found + len(words)
            elif words in self._passed:
                found = self._passed[words] - len(words)
            if found >= 0:
                return found + skip
            skip = 0
        return 0

    def code(self, words: str) -> int:
        """Where some words first stand, though they are code."""
        return max(0, self._written.find(words))

    def last(self, *forms: str) -> int:
        """Where the first of some words that is there at all stands last."""
        return max(0, next((found for words in forms if (found := self.text.rfind(words)) >= 0), 0))

    def picture(self, address: int) -> int:
        """Where a picture begins whose address stands there."""
        start = self.text.rfind("\n", 0, address) + 1
        found = max(self.text.rfind(sign, start, address) for sign in ("![", "<img"))
        return address if found < 0 else found

    def of_links(self, targets: Sequence[str]) -> list[int]:
        """Where the address of each link is written, in the order in which they come out."""
        if not targets:
            return []
        written: defaultdict[str, deque[int]] = defaultdict(deque)
        for match in _ADDRESS.finditer(self.text):
            group = match.lastindex
            written[_plain(match[group]) if group else ""].append(match.start(group or 0))
        return [self._of_link(written, target) for target in targets]

    def _of_link(self, written: defaultdict[str, deque[int]], target: str) -> int:
        """Where the next link to an address is; the last one if there are more than were written."""
        for address in (target, target.removeprefix("mailto:")):
            if indices := written.get(address):
                return indices.popleft() if len(indices) > 1 else indices[0]
        return self.next(target)

    def of_headings(self, headings: Sequence[str]) -> list[Spot]:
        """Where the words of each heading are, in the order in which they come out."""
        written = [(spot, _letters(line)) for spot, line in self._written_headings()] if headings else []
        found = []
        at = 0
        for heading in headings:
            words = _letters(heading)
            near = range(at, min(at + _NEAR, len(written)))
            at = next((index for index in near if words in written[index][1]), at)
            found.append(written[at][0] if at < len(written) else self.of(self.next(heading)))
            at += at < len(written)
        return found

    def _written_headings(self) -> Iterator[tuple[Spot, str]]:
        """The lines that look like a heading: `# …`, or underlined with `===` or `---`; the column of their words."""
        lines = self._written.split("\n")
        for number, (line, following) in enumerate(pairwise([*lines, ""]), 1):
            if "#" in line and line.lstrip(_BEFORE_HEADING).startswith("#"):
                yield (number, _end(_TO_WORDS, line) + 1), line
            if following.endswith(_UNDERLINES) and _UNDERLINE.fullmatch(following):
                yield (number, _end(_TO_UNDERLINED, line) + 1), line


def _without_code(text: str, html: str) -> str:
    if "`" in text or "<!--" in text:
        text = _CODE.sub(_blank, text)
    return _CODE_BLOCK.sub(_blank, text) if "<pre" in html else text


def _blank(code: re.Match[str]) -> str:
    """As much space as some code takes."""
    return _SEEN.sub(" ", code[0])


def _end(pattern: re.Pattern[str], line: str) -> int:
    match = pattern.match(line)
    return match.end() if match else 0


def _plain(address: str) -> str:
    """An address as it comes out: without backslashes and entities."""
    if "\\" in address:
        address = _BACKSLASH.sub("", address)
    return escapes.unescape(address)


def _letters(text: str) -> str:
    """The letters and digits of some words, which come out as they were written."""
    return _NO_WORD.sub("", escapes.unescape(text))
