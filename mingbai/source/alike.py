"""Which files that came are files that went, under another name.

Law: nine lines in ten are the same, or it is another file: who writes a new record after the pattern of one that goes
has renamed nothing. What is most alike goes together, each file once; of equal ones the first.
"""

from collections import Counter
from collections.abc import Mapping

ALIKE = 0.9
"""So much of a file's lines is as it was."""
MOST = 10_000
"""So many pairs are looked at line by line; among more only files that are the same go together."""


def pairs(gone: Mapping[str, bytes], came: Mapping[str, bytes]) -> dict[str, str]:
    r"""The names that files have now, by the names they had.

    >>> pairs({"a.yaml": b"one\ntwo\n"}, {"b.yaml": b"three\n", "c.yaml": b"one\ntwo\n"})
    {'a.yaml': 'c.yaml'}
    """
    few = len(gone) * len(came) <= MOST
    old = {path: Counter(data.splitlines()) if few else data for path, data in gone.items()}
    new = {path: Counter(data.splitlines()) if few else data for path, data in came.items()}
    rated = ((_alike(one, other), was, now) for was, one in old.items() for now, other in new.items())
    found: dict[str, str] = {}
    taken: set[str] = set()
    for alike, was, now in sorted(rated, key=lambda each: (-each[0], *each[1:])):
        if alike >= ALIKE and was not in found and now not in taken:
            found[was] = now
            taken.add(now)
    return found


def _alike(one: Counter[bytes] | bytes, other: Counter[bytes] | bytes) -> float:
    """How much two files share, from 0 to 1."""
    if isinstance(one, bytes) or isinstance(other, bytes):
        return float(one == other)
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)
