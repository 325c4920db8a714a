"""Nothing is shown twice under one name: who copies a file and changes little else publishes one thing as two."""

from collections.abc import Iterator

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.rules.commitment import handled


def told_apart(corpus: PublicCorpus) -> Iterator[Problem]:
    """Readers can tell one commitment of a division from its others, and so errands, laws and pages, by their names.

    What is no longer handled may have left its name to what came after it, and a law to another of another number.
    """
    first: dict[tuple[str, ...], AnyEntry] = {}
    for key, field, entry in _named(corpus):
        other = first.setdefault(key, entry)
        if other is not entry:
            yield Problem(
                entry.place(field),
                "name/twice",
                f"{other.path} 也叫“{key[-1]}”，别人分不清是哪一个",
                f"是同一件事，两个文件留一个，多出来的删掉；真是两件事，在 {field} 里写出不一样在哪里",
            )


def _named(corpus: PublicCorpus) -> Iterator[tuple[tuple[str, ...], str, AnyEntry]]:
    """By what each is told apart, its name last; the field that says it; its record."""
    for commitment in handled(corpus):
        division, _ = commitment.id.split("/", maxsplit=1)
        yield ("commitments", division, commitment.record.name), "name", commitment
    for errand in corpus.errands.values():
        yield ("errands", errand.record.name), "name", errand
    for law in corpus.laws.values():
        yield ("laws", law.record.versions[0].doc_no, law.record.title), "title", law
    for page in corpus.pages.values():
        yield ("pages", page.record.title), "title", page
