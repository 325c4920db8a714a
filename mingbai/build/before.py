"""What is known of the artifacts that were made before, and the same as text, for the cache.

Many go into one text, as columns, so that thousands are read at once; few enough that one that changes is soon written.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from zlib import crc32

from msgspec import Struct
from msgspec.json import Decoder, encode

from mingbai.build.fingerprint import Parts

BUCKETS = 64
"""So many texts hold what is known of a site; 10,000 pages make one of 35 kB."""


class Known(NamedTuple):
    """What is known of one artifact: its fingerprint, the SHA-256 of its bytes, why it was made, in sentences."""

    parts: Parts
    digest: str
    why: tuple[str, ...]


class Before(Struct, frozen=True):
    """The artifacts of a site that were made before, by path: their fingerprints, the SHA-256 of their bytes."""

    prints: Mapping[str, Parts] = {}
    digests: Mapping[str, str] = {}

    def there(self, sound: Mapping[str, str]) -> "Before":
        """Those of them whose bytes are there still; `sound` is what is: path → SHA-256."""
        if self.digests == sound:
            return self
        digests = {path: digest for path, digest in self.digests.items() if sound.get(path) == digest}
        return Before({path: self.prints[path] for path in digests}, digests)


class _Columns(Struct, frozen=True, array_like=True):
    """`rest` has what many have alike, each once: a fingerprint's other parts, and why; `which` says whose is which."""

    paths: list[str]
    views: list[str]
    digests: list[str]
    which: list[int]
    rest: list[tuple[tuple[str, str, str], tuple[str, ...]]]


_COLUMNS = Decoder(_Columns)


def bucket(path: str) -> int:
    """In which text an artifact stands."""
    return crc32(path.encode()) % BUCKETS


def written(known: Mapping[str, Known]) -> str:
    """What is known of some artifacts, as text.

    >>> known = {"a": Known(("1", "2", "3", "4"), "0f", ("new",))}
    >>> read(written(known)) == known
    True
    """
    numbers: dict[tuple[tuple[str, str, str], tuple[str, ...]], int] = {}
    which = [numbers.setdefault((each.parts[1:], each.why), len(numbers)) for each in known.values()]
    views, digests = [each.parts[0] for each in known.values()], [each.digest for each in known.values()]
    return encode(_Columns(list(known), views, digests, which, list(numbers))).decode()


def read(text: str) -> dict[str, Known]:
    """What such a text says, by path."""
    found = _COLUMNS.decode(text)
    rest = [found.rest[number] for number in found.which]
    rows = zip(found.paths, found.views, found.digests, rest, strict=True)
    return {path: Known((view, *parts), digest, why) for path, view, digest, (parts, why) in rows}


def before(texts: Iterable[str]) -> Before:
    """What all the texts of a site say, as far as a build asks."""
    prints: dict[str, Parts] = {}
    digests: dict[str, str] = {}
    for text in texts:
        found = _COLUMNS.decode(text)
        parts = [parts for parts, _ in found.rest]
        rows = [(view, *parts[number]) for view, number in zip(found.views, found.which, strict=True)]
        prints.update(zip(found.paths, rows, strict=True))
        digests.update(zip(found.paths, found.digests, strict=True))
    return Before(prints, digests)
