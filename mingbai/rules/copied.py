"""Nothing is there twice under one name: who copies a file and changes little else publishes one thing as two."""

from collections.abc import Iterator

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.rules.commitment import handled

Key = tuple[object, ...]


def told_apart(corpus: PublicCorpus) -> Iterator[Problem]:
    """Readers can tell one commitment of a division from its others by its name, and so all else that has a name.

    What is no longer handled, or a division that was closed, may have left its name to what came after it.
    """
    first: dict[Key, AnyEntry] = {}
    for key, name, field, entry in _named(corpus):
        other = first.setdefault((*key, name), entry)
        if other is not entry:
            yield Problem(
                entry.place(field),
                "name/twice",
                f"{other.path} 也叫“{name}”，别人分不清是哪一个",
                f"是同一件事，两个文件留一个，多出来的删掉；真是两件事，在 {field} 里写出不一样在哪里",
            )


def _named(corpus: PublicCorpus) -> Iterator[tuple[Key, str, str, AnyEntry]]:
    """By what each is told apart beside its name, the name, the field that says it, the record."""
    for commitment in handled(corpus):
        division, _ = commitment.id.split("/", maxsplit=1)
        yield ("commitments", division), commitment.record.name, "name", commitment
    for unit in corpus.divisions.values():
        if not unit.record.closed_on or unit.record.closed_on > corpus.day:
            yield ("divisions",), unit.record.name, "name", unit
    for errand in corpus.errands.values():
        yield ("errands",), errand.record.name, "name", errand
    for exemplar in corpus.exemplars.values():
        yield ("exemplars",), exemplar.record.title, "title", exemplar
    for figures in corpus.figures.values():
        yield ("figures", figures.record.on), figures.record.title, "title", figures
    for page in corpus.pages.values():
        yield ("pages",), page.record.title, "title", page


def people_told_apart(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nobody holds one post under two files; two of one name may be there, in other units or posts."""
    first: dict[Key, AnyEntry] = {}
    for entry in corpus.people.values():
        person = entry.record
        if person.in_post_to and person.in_post_to < corpus.day:
            continue
        other = first.setdefault((person.display_name, person.division, person.post), entry)
        if other is not entry:
            yield Problem(
                entry.place("display_name"),
                "person/twice",
                f"{other.path} 里也有“{person.display_name}”，单位和职务都一样",
                "是同一个人，两个文件留一个，多出来的删掉；真是同名同职的两个人，在 post 里写明各管什么",
            )


def laws_told_apart(corpus: PublicCorpus) -> Iterator[Problem]:
    """No version of a law stands in two files."""
    first: dict[Key, AnyEntry] = {}
    for entry in corpus.laws.values():
        law = entry.record
        others = [first.setdefault((law.title, version.doc_no), entry) for version in law.versions]
        index = next((index for index, other in enumerate(others) if other is not entry), None)
        if index is not None:
            yield Problem(
                entry.place("versions", index, "doc_no"),
                "law/twice",
                f"“{law.title}”（{law.versions[index].doc_no}）在 {others[index].path} 里已经有了",
                "多出来的删掉；同一部法规的几个版本，写在一个文件的 versions 里",
            )


def findings_told_apart(corpus: IntranetCorpus) -> Iterator[Problem]:
    """No finding of one visit is in the ledger twice."""
    first: dict[Key, AnyEntry] = {}
    for entry in corpus.findings.values():
        told = entry.record
        visit = (told.source, told.inspection, told.review, told.external_ref, told.registered_on)
        other = first.setdefault((*visit, told.division, told.text), entry)
        if other is not entry:
            yield Problem(
                entry.place("text"),
                "finding/twice",
                f"{other.path} 已经登记了这个问题：同一天、同一个单位，说的一字不差",
                "刚复制的，改成这一次的问题；重复登记的，删掉多出来的一个",
            )
