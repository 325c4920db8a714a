"""Rewards and penalties: each by one of the three rules, citing what it follows from (R55; 意见 五（五）)."""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.reward import announced, band, claims
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.reward import Reward, RewardBasis, RewardKind
from mingbai.rules.city_ranking import DECIDE_WITHIN

CITES = {
    RewardBasis.TEN_BEST: ("honour",),
    RewardBasis.TOP_THREE: ("ranking",),
    RewardBasis.BOTTOM_THREE: ("ranking", "finding"),
}
"""What a reward or a penalty by each rule has to name, and nothing else."""
EXAMPLES = {
    "honour": 'honour: {year: "2026", no: 1}',
    "ranking": 'ranking: "2026"',
    "finding": "finding: 2026/007",
}


def filed_by_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A reward lies in the folder of the year in which it was decided (本局自定)."""
    for id, entry in corpus.rewards.items():
        folder, name = id.split("/")
        year = entry.record.on.year
        if folder != str(year):
            yield Problem(
                entry.place("on"),
                "reward/other-year",
                f"放在文件夹 {folder} 里，决定日期却是 {entry.record.on}",
                f"挪到 rewards/{year}/{name}.yaml；日期写错了就改日期",
            )


def kind_fits(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The first three and the ten best are rewarded, the last three punished (意见 五（五）)."""
    for entry in corpus.rewards.values():
        wanted = RewardKind.PENALTY if entry.record.basis is RewardBasis.BOTTOM_THREE else RewardKind.REWARD
        if entry.record.type is not wanted:
            yield Problem(
                entry.place("type"),
                "reward/kind-differs",
                f"“{entry.record.basis}”是{wanted}，这里写成“{entry.record.type}”",
                f"改为 type: {wanted}；依据写错的改 basis",
            )


def cites_its_rule(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A reward names what it follows from by its rule, and nothing else (意见 五（五）)."""
    for entry in corpus.rewards.values():
        basis = entry.record.basis
        for field, example in EXAMPLES.items():
            given, wanted = getattr(entry.record, field) is not None, field in CITES[basis]
            if wanted and not given:
                yield Problem(
                    entry.place("basis"),
                    "reward/basis-uncited",
                    f"依据写“{basis}”，没有写凭的是哪一个",
                    f"补上一行 {example}，换成实际的",
                )
            elif given and not wanted:
                yield Problem(
                    entry.place(field),
                    "reward/cites-beside",
                    f"依据写“{basis}”，用不着 {field}",
                    f"删掉 {field}；依据写错的改 basis",
                )


def cited_bears_it(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What a reward cites is what its rule speaks of, and was known on that day (意见 五（五）)."""
    for entry in corpus.rewards.values():
        record = entry.record
        if record.basis is RewardBasis.TEN_BEST and record.honour:
            yield from _by_honour(corpus, entry)
        ranking = corpus.city_rankings.get(record.ranking or "")
        if ranking and record.basis is not RewardBasis.TEN_BEST:
            if band(ranking.record) is not record.basis:
                yield Problem(
                    entry.place("ranking"),
                    "reward/basis-differs",
                    f"{ranking.id}年的名次是第 {ranking.record.rank} 名，不是“{record.basis}”",
                    "核对 basis 和 ranking，改掉写错的一个",
                )
            else:
                yield from _not_before(entry, ranking.record.on)


def _by_honour(corpus: IntranetCorpus, entry: Entry[Reward]) -> Iterator[Problem]:
    cited = entry.record.honour
    assert cited
    year = corpus.public.honours.get(cited.year)
    if not year:
        return
    honour = next((each for each in year.record.honours if each.no == cited.no), None)
    numbers = "、".join(str(each.no) for each in year.record.honours if each.is_ten_best)
    if honour is None or not honour.is_ten_best:
        told = f"“{honour.title}”，级别是{honour.level}" if honour else "没有这一项"
        yield Problem(
            entry.place("honour", "no"),
            "reward/no-such-honour",
            f"{year.id}年表彰的序号 {cited.no} {told}，不是市级十佳",
            f"可以写的有：{numbers}" if numbers else "那一年没有市级十佳，核对 year",
        )
        return
    if entry.record.division and entry.record.division != honour.division:
        yield Problem(
            entry.place("division"),
            "reward/other-holder",
            "奖励的单位不是得称号的单位",
            f"改为 division: {honour.division}",
        )
    yield from _not_before(entry, announced(year, honour))


def _not_before(entry: Entry[Reward], known: date) -> Iterator[Problem]:
    if entry.record.on < known:
        yield Problem(
            entry.place("on"),
            "reward/too-early",
            f"{known} 才公布，{entry.record.on} 就定了奖惩",
            "核对两个日期，改掉写错的一个",
        )


def honours_rewarded(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Twenty working days after the city's title was given, its reward is decided (本局自定)."""
    for claim in claims(corpus):
        entry = corpus.public.honours.get(claim.year)
        due = corpus.public.workdays.due(claim.on, DECIDE_WITHIN)
        late = due.day < corpus.day and not corpus.public.broken_calendar(due.missing)
        if claim.honour and entry and late and not claim.rewards:
            yield Problem(
                entry.place("honours", entry.record.honours.index(claim.honour)),
                "reward/honour-unrewarded",
                f"“{claim.honour.title}”公布{DECIDE_WITHIN}个工作日了，还没有定怎么奖",
                f"定了以后写 rewards/{corpus.day.year}/文件名.yaml，"
                f'basis: {claim.basis}，honour: {{year: "{claim.year}", no: {claim.honour.no}}}',
                Severity.WARNING,
            )
