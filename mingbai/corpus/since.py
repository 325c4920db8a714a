"""What records and their files are called now, for whatever still names them as they were."""

from collections.abc import Mapping
from typing import NamedTuple

from mingbai.corpus.gather import Renamed, never


class Since(NamedTuple):
    """What records and their files are called since they were renamed, as far as anybody knows."""

    id: Renamed = never
    paths: Mapping[str, str] = {}


UNKNOWN = Since()
