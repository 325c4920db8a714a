"""The words of a record: every text in it, and where it stands."""

from collections.abc import Iterator

from mingbai.records.field import Value, fields_of
from mingbai.source.located import Steps


def words(value: object, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from words(item, (*steps, index))
    elif isinstance(value, Value):
        for name in fields_of(type(value)):
            yield from words(getattr(value, name), (*steps, name))
