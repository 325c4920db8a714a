"""The words of a record: every text in it, and where it stands."""

from collections.abc import Iterator

from pydantic import BaseModel

from mingbai.source.located import Steps


def words(value: object, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from words(item, (*steps, index))
    elif isinstance(value, BaseModel):
        for name, item in value:
            yield from words(item, (*steps, name))
