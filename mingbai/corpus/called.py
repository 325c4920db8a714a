"""Which record was meant where what it is called stands in place of its id.

Law: only what one record alone of the kind is called counts; nobody is guessed at. Records of one side know nothing
of the other's, unless they may name them. A path to no record is answered with the id that is like it.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from mingbai.corpus.gather import AnyEntry, Known, close_to
from mingbai.problem import Place, Problem
from mingbai.records.torn import Naming, Torn

_FIELDS = ("name", "short_name", "display_name", "title", "doc_no")
"""The fields in which records say what they are called."""
_ROUND = "《》“” "
"""What people put round a title."""


def with_ids(
    problems: tuple[Problem, ...], torn: Iterable[Torn], entries: Iterable[AnyEntry], known: Known
) -> tuple[Problem, ...]:
    """The problems of single files; where a record is called what stands in place of an id, its id is the way out."""
    meant = {Place(each.path, n.line, n.column): n for each in torn for n in each.named if not n.is_id}
    wanted = {(naming.kind, _bare(naming)) for naming in meant.values()}
    ids: dict[tuple[str, str], set[str]] = {}
    for entry in entries if wanted else ():
        for field in _FIELDS:
            key = (entry.record.kind, str(getattr(entry.record, field, "")))
            if key in wanted:
                ids.setdefault(key, set()).add(entry.id)
    hints = {
        place: _hint(naming, ids.get((naming.kind, _bare(naming)), set()), known) for place, naming in meant.items()
    }
    return tuple([_told(problem, hints.get(problem.place, "")) for problem in problems])


def _bare(naming: Naming) -> str:
    return naming.id.strip(_ROUND)


def _hint(naming: Naming, ids: set[str], known: Known) -> str:
    from mingbai.records.meant import id_of  # it needs what judges records; in most builds nobody asks

    if len(ids) == 1:
        return f"这里写它的编号，改成 {min(ids)}"
    id = id_of(naming.kind, naming.id)
    return close_to(naming.kind, id, known) if id and (naming.kind, id) not in known else ""


def _told(problem: Problem, hint: str) -> Problem:
    return replace(problem, hint=hint) if hint and problem.code == "field/wrong-form" else problem
