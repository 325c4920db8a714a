"""What both corpora are made with: entries cut at the day that is shown, and every reference checked."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from mingbai.corpus.references import references
from mingbai.problem import Place, Problem
from mingbai.records.base import Entry, Record

R = TypeVar("R", bound=Record)
AnyEntry = Entry[Record]
Known = Collection[tuple[str, str]]
"""Every (kind, id) there is a file for, broken or not, so that one mistake does not set off others."""


@dataclass(frozen=True)
class File:
    """An attachment: its source path, its size in bytes and the SHA-256 of its content, in hex."""

    path: str
    size: int
    digest: str


def cut(entries: Iterable[AnyEntry], day: date) -> tuple[AnyEntry, ...]:
    """The entries as they stood on `day`; what is dated later does not exist yet."""
    kept = []
    for entry in entries:
        record = entry.record.at(day)
        if record is not None:
            kept.append(entry if record is entry.record else replace(entry, record=record))
    return tuple(kept)


def of_kind(entries: Iterable[AnyEntry], kind: type[R]) -> Mapping[str, Entry[R]]:
    """The entries of one kind by id, in the order of ids."""
    found = {entry.id: entry for entry in entries if isinstance(entry.record, kind)}
    return dict(sorted(found.items()))  # type: ignore[arg-type]


def dangling(entries: Iterable[AnyEntry], known: Known, present: Known) -> Iterator[Problem]:
    """Every reference to a record that is not there, or that the day shown does not know yet (R73)."""
    for entry in entries:
        named = [((), kind, id) for kind, id in type(entry.record).implied(entry.id)]
        for steps, kind, id in (*named, *references(entry.record)):
            if (kind, id) in present:
                continue
            place = entry.place(*steps) if steps else Place(entry.path)
            if (kind, id) not in known:
                yield Problem(place, "reference/missing", f"没有 {kind}/{id}", _nearest(kind, id, known))
            elif not steps or kind == "files":
                continue
            else:
                yield Problem(
                    place, "reference/not-yet", f"{kind}/{id} 在这一天还没有", "核对两边的日期；还没生效的先不要引用"
                )


def _nearest(kind: str, id: str, known: Known) -> str:
    ids = sorted(other for k, other in known if k == kind)
    close = difflib.get_close_matches(id, ids, n=1, cutoff=0.5)
    if close:
        return f"是不是 {close[0]}？"
    return f"先建好 {kind}/{id}，或者改成已有的编号" if kind != "files" else "把附件放进 files/ 文件夹，再写它在里面的路径"
