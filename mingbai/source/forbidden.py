"""Strings that must stand nowhere, such as the names of gambling sites, known by their digests alone.

Law: the list does not contain what it forbids. Of each string it keeps a *sketch*, one of 32 signs for each letter,
which thousands of strings share, and a slow salted digest, which settles it.
A text is put into signs once, and each sketch is searched for in it; the digest is only reckoned where one fits. So
looking takes time in proportion to the text, and guessing what is on the list takes the slow digest for every guess.

What a reader cannot tell apart is one: letters are compared in one form each (NFKD), without accents and case; spaces,
what has no width, and the marks of Markdown count for nothing.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

SHORTEST = 3
"""Letters that a forbidden string has at least; shorter ones stand in harmless words, and would be guessed at once."""
ROUNDS = 10_000
ITEM = r"[a-z2-7]{3,64}-[0-9a-f]{32}"
"""How a string is written in the list: its sketch and its digest."""
_IGNORED = "*_~`\\"


class Found(Struct, frozen=True):
    """A forbidden string that was found: where it begins in the text, how many letters it has."""

    index: int
    letters: int


class Forbidden(Struct, frozen=True):
    """The list: its salt, and a pair of sketch and digest for each string."""

    salt: str = ""
    items: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, salt: str, lines: tuple[str, ...]) -> "Forbidden":
        """The list whose strings are written as `item` writes them."""
        pairs = (line.partition("-") for line in lines)
        return cls(salt, tuple((sketch, digest) for sketch, _, digest in pairs))

    def find(self, text: str) -> Iterator[Found]:
        """Where a forbidden string stands in `text`."""
        if not self.items:
            return
        signs = "".join(map(_signs(self.salt).__getitem__, text))
        for sketch, digest in self.items:
            at = signs.find(sketch)
            while at >= 0:
                letters, places = _laid_out(text)
                if _digest(self.salt, letters[at : at + len(sketch)]) == digest:
                    yield Found(places[at], len(sketch))
                at = signs.find(sketch, at + 1)


def item(salt: str, string: str) -> str | None:
    """How a string is written in the list; `None` if it is too short.

    >>> item("salt", "三 个 字") == item("salt", "三个字"), item("salt", "两字")
    (True, None)
    """
    letters, _ = _laid_out(string)
    if not SHORTEST <= len(letters) <= 64:
        return None
    sketch = "".join(map(_signs(salt).__getitem__, letters))
    return f"{sketch}-{_digest(salt, letters)}"


class _Signs(dict[str, str]):
    """The signs of each letter of a text, reckoned when it is first met; none for what counts for nothing."""

    def __init__(self, salt: str) -> None:
        super().__init__()
        self.salt = salt

    def __missing__(self, letter: str) -> str:
        self[letter] = signs = "".join(map(self.sign, _folded(letter)))
        return signs

    def sign(self, letter: str) -> str:
        """One of 32 signs, the same for one letter in 32."""
        digest = hashlib.blake2b(_bytes(f"{self.salt}{letter}"), digest_size=5).digest()
        return base64.b32encode(digest).decode().lower()[0]


@cache
def _signs(salt: str) -> _Signs:
    return _Signs(salt)


def _folded(letter: str) -> str:
    """What counts of one letter, in one form."""
    forms = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(form for form in forms if not _counts_for_nothing(form))


def _counts_for_nothing(form: str) -> bool:
    return form.isspace() or form in _IGNORED or unicodedata.category(form) in ("Cf", "Cc", "Mn", "Me")


@lru_cache(maxsize=1)
def _laid_out(text: str) -> tuple[str, list[int]]:
    """The letters that count, and where in `text` each of them stands."""
    found = [(form, index) for index, letter in enumerate(text) for form in _folded(letter)]
    return "".join(form for form, _ in found), [index for _, index in found]


@lru_cache(maxsize=4096)
def _digest(salt: str, letters: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", _bytes(letters), salt.encode(), ROUNDS, 16).hex()


def _bytes(text: str) -> bytes:
    """The text in UTF-8, and half a letter, which an escape may leave, as it is."""
    return text.encode("utf-8", "surrogatepass")
