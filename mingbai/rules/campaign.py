"""The frame of a year: a campaign for each year, of three phases without a gap (R30).

A 旬 has no year of its own, so a phase cannot lie outside the campaign's.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from mingbai.corpus.campaign import spans
from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, PhaseName
from mingbai.records.values import YEAR
from mingbai.records.xun import xun_of

ONE_DAY = timedelta(1)
ORDER = tuple(PhaseName)


def of_a_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The file of a campaign is called by its year (意见 四: 全年)."""
    for id, entry in corpus.campaigns.items():
        if not YEAR.fullmatch(id):
            yield Problem(
                entry.place(),
                "campaign/file-not-a-year",
                f"文件名“{id}”不是年份；一年的活动一个文件",
                "把文件改名为那一年，如 campaigns/2026.yaml",
            )


def there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A year with plans, codes or appraisals has a campaign; one mistake a year, not one a file (意见 四)."""
    first: dict[str, AnyEntry] = {}
    for id, entry in (*corpus.plans.items(), *corpus.conduct.items(), *corpus.appraisals.items()):
        first.setdefault(id.split("/")[0], entry)
    for year, one in first.items():
        if YEAR.fullmatch(year) and (Campaign.kind, year) not in corpus.known:
            yield Problem(
                one.place(),
                "campaign/missing",
                f"{year}年有方案、规范或考评，却没有{year}年的年度活动，不知道哪天该交",
                f"先建好 content/intranet/campaigns/{year}.yaml，写法见编辑手册；年份写错的，把文件挪到对的文件夹",
            )


def next_one_there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """When a year is over, the next has a campaign: without one nothing is due and nobody is asked (意见 四)."""
    year = corpus.day.year
    last = corpus.campaigns.get(str(year - 1))
    if last and (Campaign.kind, str(year)) not in corpus.known:
        yield Problem(
            last.place(),
            "campaign/next-missing",
            f"{year - 1}年的活动过完了，{year}年的还没有；没有它，网站不知道今年该交什么",
            f"用 build.py new campaign {year} 起草，定好每一个日子，再挪到 content/intranet/campaigns/{year}.yaml",
            Severity.WARNING,
        )


def three_phases(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A year has its three phases, each once and in order, without a gap and without overlap (意见 四)."""
    for entry in corpus.campaigns.values():
        found = tuple(phase.phase for phase in entry.record.phases)
        if found != ORDER:
            yield Problem(
                entry.place("phases"),
                "campaign/phases-not-three",
                f"一年分三个阶段，依次是{'、'.join(ORDER)}，这里写的是 {'、'.join(found)}",
                f"按 {'、'.join(ORDER)} 排好，不多也不少",
            )
        else:
            yield from _reversed(entry)
            yield from _apart(entry)


def _reversed(entry: Entry[Campaign]) -> Iterator[Problem]:
    for index, (span, phase) in enumerate(zip(spans(entry), entry.record.phases, strict=False)):
        if span.last < span.first:
            yield Problem(
                entry.place("phases", index, "ends"),
                "campaign/phase-reversed",
                f"{span.phase}阶段{phase.ends}就结束，{phase.begins}才开始",
                "核对从哪一旬到哪一旬，改掉写错的一个",
            )


def _apart(entry: Entry[Campaign]) -> Iterator[Problem]:
    for index, (before, after) in enumerate(pairwise(spans(entry)), start=1):
        wanted = before.last + ONE_DAY
        if before.last < before.first or after.last < after.first:
            continue
        if after.first > wanted:
            yield Problem(
                entry.place("phases", index, "begins"),
                "campaign/phase-gap",
                f"{before.phase}阶段 {before.last} 结束，{after.phase}阶段 {after.first} 才开始，中间空着",
                f"改为 begins: {xun_of(wanted)}；写错的是{before.phase}阶段，就改它的 ends",
            )
        elif after.first < wanted:
            follows = f"改为 begins: {xun_of(wanted)}；" if wanted.year == before.last.year else ""
            yield Problem(
                entry.place("phases", index, "begins"),
                "campaign/phase-overlap",
                f"{before.phase}阶段 {before.last} 才结束，{after.phase}阶段 {after.first} 就开始了，重在一起",
                f"{follows}写错的是{before.phase}阶段，就改它的 ends",
            )
