"""All commitments on one page, found by errand, by division, by topic, or by who one is."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import COMMITMENTS, column_head
from mingbai.pages.public.errand import errand_links
from mingbai.pages.public.item import Item, is_active, items
from mingbai.pages.public.part import Link, division, in_order
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Applicant, Commitment

AUDIENCES = {
    Applicant.PERSON: "个人",
    Applicant.LEGAL_PERSON: "企业、单位",
    Applicant.OTHER: "其他组织",
}


class Group(Struct, frozen=True):
    """Items under one heading; `anchor` is the group's id on the page."""

    anchor: str
    title: str
    count: str
    items: tuple[Item, ...]


class CommitmentListView(View, frozen=True, kw_only=True):
    """Every commitment, three ways, and the errands that lead to some of them."""

    summary: str
    errands: tuple[Link, ...]
    divisions: tuple[Group, ...]
    topics: tuple[Group, ...]
    audiences: tuple[Group, ...]


def commitment_list_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /commitments/."""
    entries = corpus.commitments.values()
    active = sum(is_active(corpus, entry) for entry in entries)
    ended = len(entries) - active
    view = CommitmentListView(
        head=column_head(corpus, COMMITMENTS),
        summary=f"在办{active}项" + (f"，暂停或者不再办理{ended}项。" if ended else "。"),
        errands=errand_links(corpus),
        divisions=by_division(corpus),
        topics=by_topic(corpus),
        audiences=by_audience(corpus),
    )
    yield Page(COMMITMENTS.route, "public/commitments.html", view)


def link_to(group: Group) -> Link:
    """The way to a group from another page."""
    return Link(group.title, f"{COMMITMENTS.route}#{group.anchor}")


def by_division(corpus: PublicCorpus) -> tuple[Group, ...]:
    """The commitments of each division that has any, in the bureau's own order."""
    ids = in_order(corpus, corpus.commitments_of)
    return tuple(_group(corpus, f"d-{id}", division(corpus, id).text, corpus.commitments_of[id]) for id in ids)


def by_topic(corpus: PublicCorpus) -> tuple[Group, ...]:
    """The commitments of each topic, the topic with most first."""
    found: dict[str, list[Entry[Commitment]]] = {}
    for entry in corpus.commitments.values():
        for topic in dict.fromkeys(entry.record.topics):
            found.setdefault(topic, []).append(entry)
    topics = sorted(found, key=lambda topic: (-len(found[topic]), topic))
    return tuple(_group(corpus, f"t-{''.join(topic.split())}", topic, found[topic]) for topic in topics)


def by_audience(corpus: PublicCorpus) -> tuple[Group, ...]:
    """The commitments for each kind of applicant, first those that are for few others."""
    entries = sorted(corpus.commitments.values(), key=lambda entry: len(entry.record.audience_of_service))
    groups = (
        _group(corpus, f"a-{who.name.lower()}", title, (e for e in entries if who in e.record.audience_of_service))
        for who, title in AUDIENCES.items()
    )
    return tuple(group for group in groups if group.items)


def _group(corpus: PublicCorpus, anchor: str, title: str, entries: Iterable[Entry[Commitment]]) -> Group:
    shown = items(corpus, entries)
    return Group(anchor, title, f"{len(shown)}项", shown)
