"""What a rule is: a function from a corpus to problems, with its number, its scope and its source."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from mingbai.problem import Problem

C_contra = TypeVar("C_contra", contravariant=True)


class Rule(Struct, Generic[C_contra], frozen=True):
    """Something that must hold across records: its number in the domain (R20), where it comes from, its check."""

    id: str
    source: str
    check: Callable[[C_contra], Iterator[Problem]]
