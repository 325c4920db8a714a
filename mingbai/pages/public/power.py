"""The inventory of powers: everything the bureau may do or demand, by which article, and which unit answers for it.

It is read off the records of items, fees and fines, so nothing can be done that is not in it, and nothing that has
ended stays in it (意见 三（二）: 全面梳理行政执法依据和职权).
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.pages.page import Page, View
from mingbai.pages.public.cite import Cited, cites
from mingbai.pages.public.column import FEES, FINES, POWERS, column_head
from mingbai.pages.public.item import CHIPS
from mingbai.pages.public.part import Chip, Link, in_catalogue_order, telephone, unit
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Authority, Commitment, CommitmentKind, CommitmentStatus
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.records.public.fine import Fine, FineStatus


class Power(Struct, frozen=True):
    """One power: what it is, what has to be known beside it, its articles, the unit; a chip while it is suspended."""

    name: str
    href: str
    note: str
    chip: Chip | None
    bases: tuple[Cited, ...]
    division: Link


class PowerGroup(Struct, frozen=True):
    """The powers of one kind; `anchor` is the group's id on the page."""

    anchor: str
    title: str
    count: str
    powers: tuple[Power, ...]


class PowerListView(View, frozen=True, kw_only=True):
    """The inventory, kind by kind."""

    summary: str
    complaint_phone: Link
    groups: tuple[PowerGroup, ...]
    over: tuple[Link, ...]


def power_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The inventory at /powers/."""
    groups = power_groups(corpus)
    count = sum(len(group.powers) for group in groups)
    view = PowerListView(
        head=column_head(corpus, POWERS),
        summary=f"一共{count}项，每一项都写明凭哪部法、哪一条，归谁管。",
        complaint_phone=telephone(corpus.bureau.record.complaint_phone),
        groups=groups,
        over=_over(corpus),
    )
    yield Page(POWERS.route, "public/powers.html", view)


def power_groups(corpus: PublicCorpus) -> tuple[PowerGroup, ...]:
    """The kinds of power there are: items by their type, then what is charged, then what is fined."""
    held = [e for e in corpus.commitments.values() if e.record.status(corpus.day) is not CommitmentStatus.ABOLISHED]
    fees = [e for e in in_catalogue_order(corpus.fees.values()) if e.record.status(corpus.day) is FeeStatus.CHARGING]
    fines = [e for e in in_catalogue_order(corpus.fines.values()) if e.record.status(corpus.day) is FineStatus.IN_USE]
    groups = [
        _group(
            kind.name.lower().replace("_", "-"), kind.value, [_item(corpus, e) for e in held if e.record.type is kind]
        )
        for kind in CommitmentKind
    ]
    groups.append(_group("fees", "收费", [_fee(corpus, entry) for entry in fees]))
    groups.append(_group("fines", "罚款", [_fine(corpus, entry) for entry in fines]))
    return tuple(group for group in groups if group.powers)


def _group(anchor: str, title: str, powers: list[Power]) -> PowerGroup:
    return PowerGroup(anchor, title, f"{len(powers)}项", tuple(powers))


def _item(corpus: PublicCorpus, entry: Entry[Commitment]) -> Power:
    record = entry.record
    return Power(
        name=record.name,
        href=routes.route("commitments", entry.id),
        note="" if record.authority is Authority.OWN else record.authority.value,
        chip=CHIPS.get(record.status(corpus.day)),
        bases=cites(corpus, record.basis),
        division=unit(corpus, division_of(entry)),
    )


def _fee(corpus: PublicCorpus, entry: Entry[Fee]) -> Power:
    record = entry.record
    bureau = Link(corpus.bureau.record.short_name, "/divisions/")
    return Power(
        name=record.name,
        href=routes.route("fees", entry.id),
        note=record.nature.value,
        chip=None,
        bases=cites(corpus, record.basis_item),
        division=unit(corpus, record.division) if record.division else bureau,
    )


def _fine(corpus: PublicCorpus, entry: Entry[Fine]) -> Power:
    record = entry.record
    return Power(
        name=record.name,
        href=routes.route("fines", entry.id),
        note=record.payer,
        chip=None,
        bases=cites(corpus, record.basis_item),
        division=unit(corpus, record.decided_by),
    )


def _over(corpus: PublicCorpus) -> tuple[Link, ...]:
    """What was given up, and where it stays on show."""
    items = [e for e in corpus.commitments.values() if e.record.status(corpus.day) is CommitmentStatus.ABOLISHED]
    fees = sum(entry.record.status(corpus.day) is not FeeStatus.CHARGING for entry in corpus.fees.values())
    fines = sum(entry.record.status(corpus.day) is not FineStatus.IN_USE for entry in corpus.fines.values())
    links = [Link(f"不再办的：{e.record.name}", routes.route("commitments", e.id)) for e in items]
    links += [Link(f"不再收的{fees}项收费", f"{FEES.route}#ended")] if fees else []
    links += [Link(f"不再罚的{fines}项罚款", f"{FINES.route}#ended")] if fines else []
    return tuple(links)
