"""What both corpora are made with: entries cut at the day that is shown, and every reference checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from mingbai.corpus.references import plain, references, without
from mingbai.near import below, elsewhere, near, unfolded
from mingbai.problem import Place, Problem
from mingbai.records.base import Entry, Record, of_record
from mingbai.records.torn import Torn
from mingbai.source.located import Steps

R = TypeVar("R", bound=Record)
AnyEntry = Entry[Record]
Keys = frozenset[tuple[str, str]]
"""Some (kind, id)."""
Known = AbstractSet[tuple[str, str]]
"""Every (kind, id) there is a file for, broken or not, so that one mistake does not set off others."""
Renamed = Callable[[str, str], str | None]
"""The id that a record of a kind has now, by the one it had before; nothing where nobody knows."""
Kinds = Mapping[type[Record], Sequence[AnyEntry]]
"""Entries by kind, each kind's in their order: most of what is asked of records only some kinds can answer."""


Ahead = Mapping[tuple[str, str], AnyEntry]
"""Entries by (kind, id) that the day shown does not know yet."""


class File(Struct, frozen=True):
    """An attachment: its source path, its size in bytes and the SHA-256 of its content, in hex."""

    path: str
    size: int
    digest: str


def cut(
    entries: Iterable[AnyEntry], day: date, later: frozenset[tuple[str, str]] = frozenset()
) -> tuple[AnyEntry, ...]:
    """The entries as they stood on `day`; what is dated later, and what belongs to it, does not exist yet.

    `later` names records elsewhere that are not there yet, which entries may belong to, as an annex does to a record.
    What belongs to a broken file stays, so that its own mistakes are told as well.
    """
    kept, gone = [], []
    for entry in entries:
        record = entry.record
        then = record.at(day)
        if then is record:
            kept.append(entry)
        elif then is None:
            gone.append(entry)
        else:
            kept.append(entry.reduced(then, of_record(then)))
    return _belonging(kept, keys(gone) | later)


def keys(entries: Iterable[AnyEntry]) -> Keys:
    """The (kind, id) of each entry."""
    return frozenset([(entry.record.kind, entry.id) for entry in entries])


def _belonging(entries: list[AnyEntry], absent: Keys) -> tuple[AnyEntry, ...]:
    """The entries without those whose folder names a record that is absent, or itself belongs to one that is."""
    if not absent:
        return tuple(entries)
    gone = [entry for entry in entries if not absent.isdisjoint(type(entry.record).implied(entry.id))]
    left = keys(gone)
    return _belonging([e for e in entries if (e.record.kind, e.id) not in left] if left else entries, left)


def by_key(entries: Iterable[AnyEntry], but: Known = frozenset()) -> Ahead:
    """The entries by (kind, id), without those named."""
    found = {(entry.record.kind, entry.id): entry for entry in entries}
    return {key: entry for key, entry in found.items() if key not in but}


def by_kind(entries: Iterable[AnyEntry]) -> Kinds:
    """The entries sorted out by kind."""
    found: dict[type[Record], list[AnyEntry]] = {}
    for entry in entries:
        found.setdefault(type(entry.record), []).append(entry)
    return found


def of_kind(entries: Kinds, kind: type[R]) -> Mapping[str, Entry[R]]:
    """The entries of one kind by id, in the order of ids."""
    return {entry.id: entry for entry in sorted(entries.get(kind, ()), key=attrgetter("id"))}  # type: ignore[misc]


def settled(
    entries: tuple[AnyEntry, ...], known: Known, later: Ahead, present: Known, renamed: Renamed, day: date
) -> tuple[tuple[AnyEntry, ...], tuple[Problem, ...]]:
    """The entries with every reference checked (R73), and what does not hold.

    `later` are records that `day` does not know yet: a reference that looks ahead is left out until then. Of all others
    to one such record the first is told, since one date is wrong and not fifty references.
    Of a reference to a broken file nothing is said: the file itself has been told of. `renamed` is for hints alone.
    """
    less: dict[str, AnyEntry] = {}
    problems: list[Problem] = []
    early: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    doubtful = (some for kind, some in by_kind(entries).items() if not _sound(kind, some, known, present))
    for entry in chain.from_iterable(doubtful):
        problems += _in_path(entry.path, type(entry.record).implied(entry.id), known, renamed)
        left_out: list[Steps] = []
        for steps, refers, id in references(entry.record):
            kind = refers.kind
            if (kind, id) in present:
                continue
            if (kind, id) not in known:
                problems.append(_missing(entry.place(*steps), kind, id, known, renamed))
            elif (kind, id) in later and refers.ahead:
                left_out.append(steps)
            elif (kind, id) in later:
                named = (entry.place(*steps), f"{kind}/{id}")
                early.setdefault(_cause((kind, id), later, day), []).append(named)
        if left_out:
            less[entry.path] = entry.reduced(without(entry.record, left_out), f"{left_out}")
    problems += (_not_yet(later[key], named, day) for key, named in early.items())
    return tuple([less.get(entry.path, entry) for entry in entries]) if less else entries, tuple(problems)


def dangling(torn: Iterable[Torn], known: Known, renamed: Renamed) -> Iterator[Problem]:
    """What broken files refer to that there is no file for; whether it came in time cannot be said without a record."""
    for each in torn:
        yield from _in_path(each.path, each.implied, known, renamed)
        for kind, id, line, column in (naming for naming in each.named if naming.is_id):
            if (kind, id) not in known:
                yield _missing(Place(each.path, line, column), kind, id, known, renamed)


def _in_path(path: str, implied: Iterable[tuple[str, str]], known: Known, renamed: Renamed) -> Iterator[Problem]:
    """What the file's folder names that there is no file for."""
    absent = (pair for pair in implied if pair not in known)
    return (_missing_in_path(Place(path), *pair, known, renamed) for pair in absent)


def _sound(kind: type[Record], entries: Iterable[AnyEntry], known: Known, present: Known) -> bool:
    """Whether all that records of one kind name is there; `False` also where that takes a look at each.

    Thousands of them may name the same few.
    """
    marks = plain(kind)
    if marks is None or not all(pair in known for entry in entries for pair in kind.implied(entry.id)):
        return False
    named = ((mark.kind, set(map(attrgetter(f"record.{name}"), entries))) for name, mark in marks.items())
    return all(id is None or (kind, id) in present for kind, ids in named for id in ids)


def _not_yet(cause: AnyEntry, named: Sequence[tuple[Place, str]], day: date) -> Problem:
    """What is referred to before its day: from which day on it is there, and where that is written, if one field does.

    `named` are the references, to it or to what belongs to it.
    """
    name, (first, target) = f"{cause.record.kind}/{cause.id}", min(named)
    alike = f"，属于它的 {target} 也一样" if target != name else ""
    others = f"，这里和另外 {len(named) - 1} 处已经引用" if len(named) > 1 else ""
    begins, field = _first_day(cause.record, day)
    if begins is None:
        told, hint = f"{name} 还没有", f"核对 {cause.path} 里的日期；还没生效的先不要引用"
    else:
        place = cause.place(field)
        told = f"{name} 要到 {begins} 才有"
        hint = f"看 {place.path} 第{place.line}行的日期写错没有；没写错，{begins} 以前就不要引用它"
    return Problem(first, "reference/not-yet", f"{told}{alike}，网站显示的是 {day}{others}", hint)


def untold(found: tuple[Problem, ...], told: Iterable[Problem]) -> tuple[Problem, ...]:
    """What was found without references to what is not there yet, where the other side was told of the same date."""
    causes = {each.hint for each in told if each.code == "reference/not-yet"}
    return tuple([each for each in found if each.code != "reference/not-yet" or each.hint not in causes])


def _cause(key: tuple[str, str], later: Ahead, day: date) -> tuple[str, str]:
    """Of a record that is not there yet itself or that to which it belongs, whichever has its day still to come."""
    record = later[key].record
    above = next((pair for pair in type(record).implied(later[key].id) if pair in later), None)
    return _cause(above, later, day) if above and record.at(day) else key


def _first_day(record: Record, day: date) -> tuple[date | None, str]:
    """The first day after `day` on which there is such a record, and the field that says so; none if none does."""
    said = [(_day(getattr(record, field)), field) for field in record.__struct_fields__]
    return min(((on, field) for on, field in said if on and on > day and record.at(on)), default=(None, ""))


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _missing(place: Place, kind: str, written: str, known: Known, renamed: Renamed) -> Problem:
    id = below(kind, written)
    now = renamed(kind, id)
    hint = f"它改名了，这里改成 {now}" if now else _nearest(kind, id, known)
    message = f"没有 {kind}/{id}"
    if (kind, id) in known:
        message = f"“{written}”不是它在 {kind.removeprefix('internal-')}/ 里的路径"
    return Problem(place, "reference/missing", message, hint)


def _missing_in_path(place: Place, kind: str, id: str, known: Known, renamed: Renamed) -> Problem:
    now, public = renamed(kind, id), kind.removeprefix("internal-")
    if public != kind and (public, id) in known:
        hint = f"公开的简报有这一期：要登在那里，就把这个文件挪到 content/public/{public}/{id}/"
        return Problem(place, "reference/missing", f"内网没有 {public}/{id}", hint)
    hint = (
        f"它改名叫 {now}，这个文件跟着改"
        if now
        else close_to(kind, id, known) or "先建好它，它改了名的，这个文件跟着改"
    )
    return Problem(place, "reference/missing", f"没有 {kind}/{id}", f"{kind}/{id} 写在这个文件的路径里；{hint}")


def never(kind: str, id: str) -> None:
    """Nothing was renamed, as far as anybody knows."""


def _nearest(kind: str, id: str, known: Known) -> str:
    beside = (
        f"先建好 {kind}/{id}，或者改成已有的编号" if kind != "files" else "把附件放进 files/ 文件夹，再写它在里面的路径"
    )
    return close_to(kind, id, known) or beside


def close_to(kind: str, id: str, known: Known) -> str:
    """Which id of a kind was probably meant by one that is none; nothing where none is like it."""
    ids = sorted(other for k, other in known if k == kind)
    close = unfolded(id, ids) or near(id, ids) or elsewhere(id, ids)
    return f"是不是 {close}？" if close else ""
