"""Codes of conduct: by somebody of ours, for the post that person has, in that person's own words (R35; 意见 三（三）).

Who has none is no mistake here: it is shown to everybody on the pages.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.near import near
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.staff import Staff
from mingbai.records.public.norms import Norms
from mingbai.records.public.person import Person
from mingbai.records.values import YEAR
from mingbai.rules.norms import PAIRS

LEAST = 3
"""So many commitments make a code (本局自定)."""
ALIKE = 0.8
"""From this share of common pairs of letters on, two commitments count as one copied from the other."""


def of_a_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A code lies in the folder of its year (本局自定)."""
    for id, entry in corpus.conduct.items():
        year, person = id.split("/")
        if not YEAR.fullmatch(year):
            yield Problem(
                entry.place(),
                "conduct/folder-not-a-year",
                f"文件夹“{year}”不是年份；行为规范按年份放",
                f"把文件挪到那一年的文件夹，如 conduct/2026/{person}.yaml",
            )


def of_somebody(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A code is that of somebody who works for the bureau (意见 三（三）: 每个机关工作人员)."""
    ids = _ids(corpus)
    for id, entry in corpus.conduct.items():
        person = id.split("/")[1]
        if person not in ids:
            close = near(person, ids)
            yield Problem(
                entry.place(),
                "conduct/of-nobody",
                f"没有 {person} 这个人：staff/ 和 people/ 里都没有这个编号",
                (f"写错的，把文件改名为 {close}.yaml；新来的，" if close else "")
                + f"先建好 content/intranet/staff/{person}.yaml",
            )


def _ids(corpus: IntranetCorpus) -> frozenset[str]:
    """The ids of everybody there is a file for, one that is broken included."""
    return corpus.ids(Staff) | corpus.public.ids(Person)


def commits_enough(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A code has at least three commitments (本局自定)."""
    for entry in corpus.conduct.values():
        count = len(entry.record.commitments)
        if count < LEAST:
            yield Problem(
                entry.place("commitments"),
                "conduct/too-few-commitments",
                f"本人承诺只有 {count} 条，至少要 {LEAST} 条",
                "照自己手上的事再写几条，一条一行，前面写减号和空格：- …",
            )


def norms_accepted(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A code accepts all six pairs, and names no norm there is not (意见 三（四）)."""
    pairs = [*PAIRS]
    norms = corpus.public.norms.get(Norms.kind)
    there = {*pairs, *(ban.id for ban in norms.record.bans)} if norms else set()
    for entry in corpus.conduct.values():
        accepted = entry.record.norms_accepted
        missing = [number for number in pairs if number not in accepted]
        if missing:
            bans = (number for number in dict.fromkeys(accepted) if number in there or not norms)
            whole = dict.fromkeys([*pairs, *bans])
            yield Problem(
                entry.place("norms_accepted"),
                "conduct/norms-missing",
                f"六倡导六不准都要遵守，这里少了 {'、'.join(missing)}",
                f"改为 norms_accepted: [{', '.join(whole)}]",
            )
        for index, number in enumerate(accepted):
            if norms and number not in there:
                yield Problem(
                    entry.place("norms_accepted", index),
                    "conduct/no-such-norm",
                    f"norms.yaml 里没有 {number}",
                    "核对编号；没有这一条，就删掉",
                )


def post_is_theirs(corpus: IntranetCorpus) -> Iterator[Problem]:
    """This year's code is for the post that the person has now (意见 三（三）: 根据自己的工作特点)."""
    for id, entry in corpus.conduct.items():
        year, person = id.split("/")
        member = corpus.members.get(person)
        if member and year == str(corpus.day.year) and entry.record.post != member.post:
            yield Problem(
                entry.place("post"),
                "conduct/post-differs",
                f"规范写的岗位是“{entry.record.post}”，{member.name}现在的岗位是“{member.post}”",
                f"换了岗位，照新岗位改规范，记一条 action: 修订；写错了，改为 post: {member.post}",
                Severity.WARNING,
            )


def own_words(corpus: IntranetCorpus) -> Iterator[Problem]:
    """No two commitments of a year say the same, or nearly: each has a work of its own (意见 三（三）).

    It is told of the code that was handed in later.
    """
    ids = _ids(corpus)
    years: dict[str, list[tuple[Entry[Conduct], int]]] = {}
    for entry in sorted(corpus.conduct.values(), key=_handed_in):
        year, person = entry.id.split("/")
        if person in ids:
            lines = years.setdefault(year, [])
            lines += [(entry, index) for index in range(len(entry.record.commitments))]
    for lines in years.values():
        texts = [entry.record.commitments[index] for entry, index in lines]
        for later, earlier in first_alike(texts):
            (entry, index), (other, at) = lines[later], lines[earlier]
            same = "一字不差" if texts[later] == texts[earlier] else "差不多"
            yield Problem(
                entry.place("commitments", index),
                "conduct/copied",
                f"这一条和{_whose(corpus, entry, other)}的第{at + 1}条{same}：“{texts[earlier]}”",
                "各人的活不一样，照自己手上的事改写",
                Severity.WARNING,
            )


def _handed_in(entry: Entry[Conduct]) -> tuple[date, str]:
    return entry.record.submitted_on or date.max, entry.id


def _whose(corpus: IntranetCorpus, entry: Entry[Conduct], other: Entry[Conduct]) -> str:
    if entry is other:
        return "自己"
    id = other.id.split("/")[1]
    member = corpus.members.get(id)
    return member.name if member else f" {id} "


def first_alike(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Every line that says nearly what one before it says, and the first such line.

    The measure is Dice's: twice the pairs of neighbouring letters both have, by those each has. Signs, spaces and
    figures do not count, so “3天” for “5天” is still a copy.

    >>> list(first_alike(["当天的件当天办完。", "来电话3声内接。", "当天的件，当天办完", "来电话5声内接。"]))
    [(2, 0), (3, 1)]
    """
    holding: dict[str, list[int]] = {}
    sizes: list[int] = []
    for index, line in enumerate(lines):
        pairs = _pairs(line)
        shared = Counter(chain.from_iterable(holding.get(pair, ()) for pair in pairs))
        alike = [other for other, both in shared.items() if 2 * both >= ALIKE * (len(pairs) + sizes[other])]
        if alike:
            yield index, min(alike)
        for pair in pairs:
            holding.setdefault(pair, []).append(index)
        sizes.append(len(pairs))


def _pairs(line: str) -> frozenset[str]:
    bare = "".join(letter for letter in line if letter.isalpha())
    return frozenset(bare[at : at + 2] for at in range(max(1, len(bare) - 1)))
