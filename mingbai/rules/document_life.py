"""What documents say of each other: who explains whom, who ends whom (R64).

That document and interpretation name each other holds by construction: only the interpretation says it. What is left
to go wrong is who says it, of whom, and when.
"""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.papers import Papers
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.document import Document, DocumentKind


def interpretations_explain(corpus: PublicCorpus) -> Iterator[Problem]:
    """An interpretation names the documents it explains, and nothing else does (国办秘函〔2019〕19号)."""
    for entry in corpus.documents.values():
        document = entry.record
        interpretation = document.type is DocumentKind.INTERPRETATION
        if interpretation and not document.interprets:
            yield Problem(
                entry.place("type"),
                "document/interprets-nothing",
                f"“{document.title}”是解读，没有写解读哪份文件",
                "补上一行 interprets: [年份/文件名]，例如 interprets: [2026/service-pledges]",
            )
        elif document.interprets and not interpretation:
            yield Problem(
                entry.place("interprets"),
                "document/interprets-as-other",
                f"“{document.title}”的文种是{document.type}，却写了解读的文件；只有解读才写",
                "是解读，就改为 type: 解读；不是，就删掉 interprets",
            )
        elif interpretation:
            yield from _explained(corpus, entry)
        found = corpus.interpretations.get(entry.id)
        if found and document.unexplained:
            yield Problem(
                entry.place("unexplained"),
                "document/explained-after-all",
                f"写了为什么没有解读，可是有一篇解读它的：{found[0].id}",
                "删掉 unexplained 这一行",
            )


def _explained(corpus: PublicCorpus, entry: Entry[Document]) -> Iterator[Problem]:
    for index, id in enumerate(entry.record.interprets):
        explained = corpus.documents.get(id)
        if explained is None:
            continue
        if explained.record.type is DocumentKind.INTERPRETATION:
            yield Problem(
                entry.place("interprets", index),
                "document/interprets-interpretation",
                f"{id} 自己就是一份解读；要写的是它解读的那份文件",
                f"改为 {explained.record.interprets[0]}" if explained.record.interprets else "改成原来那份文件的编号",
            )
        elif entry.record.formed_on < explained.record.formed_on:
            yield Problem(
                entry.place("formed_on"),
                "document/interprets-too-early",
                f"解读 {entry.record.formed_on} 就写成了，可那份文件 {explained.record.formed_on} 才成文",
                "核对两个日期，改掉写错的一个",
            )


def ends_in_order(corpus: PublicCorpus) -> Iterator[Problem]:
    """A document ends or changes only older ones; an end from outside names its day and its cause."""
    yield from _ends(corpus.documents)


def internal_ends_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of internal papers."""
    yield from _ends(corpus.documents)


def _ends(papers: Papers) -> Iterator[Problem]:
    for entry in papers.values():
        paper = entry.record
        for field, verb, ids in (("repeals", "废止", paper.repeals), ("amends", "修改", paper.amends)):
            for index, id in enumerate(ids):
                earlier = papers.get(id)
                if earlier and (earlier is entry or earlier.record.formed_on > paper.formed_on):
                    yield Problem(
                        entry.place(field, index),
                        "document/ends-later-one",
                        f"{paper.formed_on} 的文件{verb}不了 {earlier.record.formed_on} 的 {id}",
                        "核对编号和两份文件的成文日期",
                    )
        if (paper.repealed_on is None) != (paper.repealed_by is None):
            yield Problem(
                entry.place("repealed_on" if paper.repealed_on else "repealed_by"),
                "document/end-incomplete",
                f"“{paper.title}”的废止日期和废止依据，只写了一样",
                "两样都写；被本局后来的文件废止的，两样都不写，在那份文件里写 repeals",
            )
