"""The city's ranking: a place among those who took part, and what follows from it (R54; 意见 五（五）)."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.reward import BAND, FEWEST, band, claims
from mingbai.problem import Problem, Severity
from mingbai.records.intranet.reward import CityRanking, RewardBasis
from mingbai.records.values import YEAR

DECIDE_WITHIN = 20
"""So many working days after the announcement it is decided what follows; only then is it missed (本局自定)."""


def of_a_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A ranking is called by its year (本局自定)."""
    for id, entry in corpus.city_rankings.items():
        if not YEAR.fullmatch(id):
            yield Problem(
                entry.place(),
                "ranking/file-not-a-year",
                f"文件名“{id}”不是年份；一年的名次一个文件",
                "把文件改名为考评的那一年，如 city-rankings/2026.yaml",
            )


def place_among_all(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A rank is one among those that took part, and those are at least six (意见 五（五）)."""
    for entry in corpus.city_rankings.values():
        ranking = entry.record
        if ranking.participants < FEWEST:
            yield Problem(
                entry.place("participants"),
                "ranking/too-few",
                f"只有 {ranking.participants} 个单位参加，前{BAND}名和最后{BAND}位会重在一起",
                f"核对参加考评的单位数；不到 {FEWEST} 个的，不按名次奖惩，删掉这个文件",
            )
        elif ranking.rank > ranking.participants:
            yield Problem(
                entry.place("rank"),
                "ranking/outside",
                f"{ranking.participants} 个单位参加，排不到第 {ranking.rank} 名",
                "核对名次和单位数，改掉写错的一个",
            )


def causes_of_a_low_place(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Causes are written of a place among the last three, and of no other (意见 五（五）)."""
    for entry in corpus.city_rankings.values():
        low = band(entry.record) is RewardBasis.BOTTOM_THREE
        if entry.record.causes and not low:
            yield Problem(
                entry.place("causes"),
                "ranking/cause-not-needed",
                f"第 {entry.record.rank} 名不在最后{BAND}位，不写原因",
                "删掉 causes；名次写错的改 rank",
            )
        elif low and not entry.record.causes and _is_late(corpus, entry.record):
            yield Problem(
                entry.place(),
                "ranking/cause-missing",
                f"列在最后{BAND}位，公布{DECIDE_WITHIN}个工作日了，还没有写原因",
                "补上 causes: [{on: 查明那天, finding: 问题编号, text: 怎么影响名次}]，编号如 2026/007",
                Severity.WARNING,
            )


def causes_after_the_ranking(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What pulled the bureau down is known when the place is, not before (本局自定)."""
    for entry in corpus.written:
        ranking = entry.record
        if not isinstance(ranking, CityRanking):
            continue
        for index, cause in enumerate(ranking.causes):
            if cause.on < ranking.on:
                yield Problem(
                    entry.place("causes", index, "on"),
                    "ranking/cause-before",
                    f"{cause.on} 就查明了原因，可是名次 {ranking.on} 才公布",
                    f"核对这两个日期；原因的 on 写 {ranking.on} 或者以后的一天",
                )


def consequences_decided(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Twenty working days after it was made known, it is decided what follows from a place at either end (本局自定)."""
    for claim in claims(corpus):
        entry = corpus.city_rankings.get(claim.year)
        if claim.honour or claim.rewards or not entry or not _is_late(corpus, entry.record):
            continue
        kind = "惩罚" if claim.basis is RewardBasis.BOTTOM_THREE else "奖励"
        yield Problem(
            entry.place("rank"),
            "ranking/undecided",
            f"按“{claim.basis}”该有{kind}，公布{DECIDE_WITHIN}个工作日了，还没有定",
            f'定了以后写 rewards/{corpus.day.year}/文件名.yaml，basis: {claim.basis}，ranking: "{claim.year}"',
            Severity.WARNING,
        )


def _is_late(corpus: IntranetCorpus, ranking: CityRanking) -> bool:
    due = corpus.public.workdays.due(ranking.on, DECIDE_WITHIN)
    return due.day < corpus.day and not corpus.public.broken_calendar(due.missing)
