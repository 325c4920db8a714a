"""A parsed file as text, for the cache and for handing between processes: no code in it, quick to read back."""

from collections.abc import Callable
from typing import Any, Union

from msgspec import Raw, Struct, defstruct
from msgspec.json import Decoder, encode
from msgspec.structs import replace

from mingbai import problem
from mingbai.records.base import Body, Entry, Record, seal
from mingbai.records.named import FOLDERS, implied
from mingbai.records.parsed import Parsed
from mingbai.records.torn import Naming, Torn
from mingbai.source.located import Places

BY_KIND: dict[str, type[Record]] = {kind.kind: kind for kinds in FOLDERS.values() for kind in kinds}


class Written(Struct, frozen=True, array_like=True, gc=False, tag=""):
    """What is kept of a file: its problems as text; of an entry its id, places, prose and record, after its kind."""

    problems: str = ""
    id: str = ""
    places: str = ""
    body: Body | None = None
    record: Any = None


class WrittenTorn(Written, frozen=True, gc=False, tag="torn"):
    """What is kept of a broken file: in place of a record, what it names."""

    record: tuple[Naming, ...] = ()


def _of(kind: type[Record]) -> type[Struct]:
    """What is kept of a file of this kind, its record as it is."""
    fields = [("record", kind, None)]
    return defstruct(kind.__name__, fields, bases=(Written,), tag=kind.kind, frozen=True, gc=False)


ANY: Any = Union[Written, WrittenTorn, *map(_of, BY_KIND.values())]
"""What is kept of any file, as msgspec reads it in one go."""
_read: Callable[[bytes | str | Raw], Written] = Decoder(ANY).decode


def dump(parsed: Parsed) -> bytes:
    """The entry and the problems as JSON; the HTML of prose is kept elsewhere, by its digest."""
    problems = problem.dump(parsed.problems) if parsed.problems else ""
    entry = parsed.entry
    if entry is None:
        torn = parsed.torn
        return encode(WrittenTorn(problems, body=torn.body, record=torn.named) if torn else Written(problems))
    return encode((entry.record.kind, problems, entry.id, entry.places.table, entry.body, entry.record))


def load(path: str, digest: str, text: bytes | str | Raw) -> Parsed:
    """What `dump` made text of; `digest` is that of the file's bytes."""
    return again(path, digest, _read(text))


def again(path: str, digest: str, kept: Written) -> Parsed:
    """What was kept of a file, as it was."""
    told = problem.load(kept.problems) if kept.problems else ()
    if isinstance(kept.record, Record):
        entry = Entry(kept.id, kept.record, Places(path, kept.places), seal(path, digest), kept.body)
        return Parsed(entry, told)
    if isinstance(kept, WrittenTorn):
        return Parsed(None, told, torn=Torn(path, implied(path), kept.record, kept.body))
    return Parsed(None, told)


def same_for_rules(old: Written, new: str | bytes | Raw) -> bool:
    """Whether a rule can see no difference between what was kept of a file and what is now: all but which text it has.

    As it is written: two amounts may be equal, and one of them is said with more figures.
    """
    return _bare(old) == _bare(_read(new))


def _bare(kept: Written) -> bytes:
    return encode(replace(kept, body=replace(kept.body, digest="")) if kept.body else kept)
