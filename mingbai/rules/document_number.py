"""Numbers of documents: their form, one paper each, and no gap in a year (R63; GB/T 9704-2012).

The series runs through both folders, so whether a number is left out can only be seen from the intranet; whether it
was given before, only from what was committed.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.papers import Papers
from mingbai.corpus.public import STAND_IN, PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.public.document import Document, Paper
from mingbai.rules.document import made

NUMBER = re.compile(r"(?P<code>[\u4e00-\u9fff]+)〔(?P<year>[0-9]{4})〕(?P<no>[1-9][0-9]*)号")
"""机关代字, the year in six-cornered brackets, a number without 第 and without zeros before it (GB/T 9704-2012)."""


class Number(NamedTuple):
    """A document number, taken apart."""

    code: str
    year: int
    no: int


class Gone(NamedTuple):
    """A paper that was committed and deleted, and the command that puts it back."""

    paper: Paper
    way_back: str


def numbers_well_formed(corpus: PublicCorpus) -> Iterator[Problem]:
    """A document number has its form, the year of its paper, and is given once (GB/T 9704-2012)."""
    yield from _numbers(corpus.documents)


def internal_numbers_well_formed(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of internal papers; a number that a public paper has is not given again."""
    taken = {number: entry for entry in corpus.public.documents.values() if (number := entry.record.doc_no)}
    yield from _numbers(corpus.documents, taken)


def numbers_without_gaps(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Numbers run through a year without a gap, those of public and internal papers together (GB/T 9704-2012)."""
    if corpus.public.bureau is STAND_IN:
        return  # Which papers were deleted is not known then, and the way back would not be told.
    filed = len(corpus.public.ids(Document)) + len(corpus.ids(InternalDocument))
    if filed > len(corpus.public.documents) + len(corpus.documents):
        return  # A paper that is broken, or not there yet, may have the number that seems to be left out.
    every = (*corpus.public.documents.values(), *corpus.documents.values())
    if any(entry.record.doc_no and not _sound(entry.record) for entry in every):
        return  # So may one whose number is written wrongly.
    numbered = sorted((number, entry.path, entry) for entry in every if (number := _number(entry.record)))
    gone = {_number(each.paper): each for each in _gone(corpus)}
    start = [(Number(code, year, 0), "", None) for code, year in {(n.code, n.year) for n, _, _ in numbered}]
    for (before, _, _), (number, _, entry) in pairwise(sorted([*start, *numbered], key=lambda each: each[:2])):
        if entry and number[:2] == before[:2] and number.no > before.no + 1:
            left_out = f"{before.no + 1}号" if number.no == before.no + 2 else f"{before.no + 1}号到{number.no - 1}号"
            missing = [Number(*number[:2], no) for no in range(before.no + 1, number.no)]
            deleted = {each: gone[each] for each in missing if each in gone}
            were = "".join(f"；{each.no}号是《{old.paper.title}》，提交过，后来删了" for each, old in deleted.items())
            back = "；".join(old.way_back for old in deleted.values())
            hints = [f"放回来：{back}"] if back else []
            if len(deleted) < len(missing):
                hints.append("补上那几份；不公开的放进 content/intranet/documents/；号写错了就改号")
            yield Problem(
                entry.place("doc_no"),
                "document/number-gap",
                f"{number.code}〔{number.year}〕{left_out}不在文件库里，发文字号断了{were}",
                "；".join(hints),
                Severity.WARNING,
            )


def numbers_given_once(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A number that a paper was given stays its own, though the paper is gone (GB/T 9704-2012).

    A paper that moved from one folder to the other is the same paper: its title says so.
    """
    every = (*corpus.public.documents.values(), *corpus.documents.values())
    given = {entry.record.doc_no: entry for entry in every if entry.record.doc_no}
    for old, way_back in _gone(corpus):
        entry = given.get(old.doc_no or "")
        if entry and entry.record.title != old.title:
            yield Problem(
                entry.place("doc_no"),
                "document/number-reused",
                f"{old.doc_no} 给过《{old.title}》，那一份提交过，后来删了；号给过一次就不再给别的文件",
                f"换一个没用过的号；那一份删错了的，放回来：{way_back}",
                Severity.WARNING,
            )


def _number(paper: Paper) -> Number | None:
    match = NUMBER.fullmatch(paper.doc_no or "")
    return Number(match["code"], int(match["year"]), int(match["no"])) if match else None


def _sound(paper: Paper) -> bool:
    """Whether a paper's number has its form, and the year of the paper."""
    number = _number(paper)
    return number is not None and number.year == paper.formed_on.year


def _numbers(papers: Papers, taken: Mapping[str, Entry[Paper]] | None = None) -> Iterator[Problem]:
    first = dict(taken or {})
    for entry in sorted(papers.values(), key=made):
        written, number = entry.record.doc_no, _number(entry.record)
        if written is None:
            continue
        if number is None:
            yield Problem(
                entry.place("doc_no"),
                "document/number-form",
                f"发文字号“{written}”写法不对",
                "写机关代字、六角括号里四位年份、序号和“号”，不写“第”，不补零，例如 示例文广新〔2026〕1号",
            )
        elif number.year != entry.record.formed_on.year:
            yield Problem(
                entry.place("doc_no"),
                "document/number-year",
                f"发文字号是{number.year}年的，成文日期却是 {entry.record.formed_on}",
                "核对两处的年份，改掉写错的一个",
            )
        other = first.setdefault(written, entry)
        if other is not entry:
            yield Problem(
                entry.place("doc_no"),
                "document/number-twice",
                f"{written} 已经给了“{other.record.title}”",
                "一份文件一个号，核对以后改掉写错的一个",
            )


def _gone(corpus: IntranetCorpus) -> Iterator[Gone]:
    """The papers that were committed and have no file any more."""
    filed = {**corpus.filed, **corpus.public.filed}
    for formers in corpus.committed.versions.values():
        last = formers[-1]
        record = last.entry.record
        if isinstance(record, Document | InternalDocument) and last.entry.id not in filed.get(record.kind, ()):
            yield Gone(record, last.way_back)
