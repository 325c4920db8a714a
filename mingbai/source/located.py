"""Data that still knows where each piece of it stands in its file."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.json import decode, encode

from mingbai.problem import Place

Step = str | int
Steps = tuple[Step, ...]
Spot = tuple[int, int]


class Places(Struct, frozen=True):
    """Where the keys and values of one file stand: steps from the root → (line, column), counted from 1.

    Most files hold no mistake, so the table stays text until somebody asks; a cache keeps it as it is.
    """

    path: str
    table: str = "[]"

    @classmethod
    def of(cls, path: str, keys: Mapping[Steps, Spot], values: Mapping[Steps, Spot]) -> "Places":
        """The places of a file, from where its keys and its values begin."""
        return cls(path, encode([(steps, keys.get(steps), spot) for steps, spot in values.items()]).decode())

    def value(self, *steps: Step) -> Place:
        """Where the value at `steps` stands; the key of the nearest parent that is there when it is missing."""
        return self._find(steps, of_key=False)

    def key(self, *steps: Step) -> Place:
        """Where the key at `steps` is written; where its value stands if it has none, as in a list."""
        return self._find(steps, of_key=True)

    def _find(self, steps: Steps, *, of_key: bool) -> Place:
        spots = _spots(self.table)
        for end in range(len(steps), -1, -1):
            key, value = spots.get(steps[:end], (None, None))
            spot = key if key and (of_key or end < len(steps)) else value
            if spot:
                return Place(self.path, *spot)
        return Place(self.path)


@lru_cache(maxsize=1)  # where a file has one mistake, it often has many
def _spots(table: str) -> Mapping[Steps, tuple[Spot | None, Spot]]:
    return {tuple(path): (key, value) for path, key, value in decode(table)}


class Located(Struct, frozen=True):
    """What a file says before it is a record: plain data (dict, list, str, int, Decimal, bool, None) and its places.

    A Markdown file also has a body, which starts at `body_line`.
    """

    data: object
    places: Places
    body: str | None = None
    body_line: int = 1
