"""Where the bureau stands in the city's appraisal of a year, and what follows from it (意见 五（五）)."""

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.reward import BAND, band, claims
from mingbai.pages.intranet.standing import finding_link
from mingbai.pages.intranet.year import dated
from mingbai.pages.public.part import Day, Link, paper
from mingbai.records.intranet.reward import CityRanking, Reward, RewardBasis

FOLLOWS = {
    RewardBasis.TOP_THREE: f"进了前{BAND}名。意见 五（五）：在市里奖励的基础上重奖。",
    RewardBasis.BOTTOM_THREE: f"列在最后{BAND}位。意见 五（五）：在市里惩罚的基础上重罚，要写明原因。",
    None: f"不在前{BAND}名，也不在最后{BAND}位，按名次没有奖惩。",
}


class CauseRow(Struct, frozen=True):
    """What pulled the bureau down: a finding, why it weighed, and since when that is known."""

    day: Day
    finding: Link
    text: str


class City(Struct, frozen=True):
    """The ranking of one year; `owed` says that nothing was decided yet where something follows."""

    day: Day
    rank: str
    of: str
    score: str
    document: Link
    follows: str
    rewards: tuple[Link, ...]
    owed: str
    causes: tuple[CauseRow, ...]
    note: str


def city(corpus: IntranetCorpus, year: int) -> City | None:
    """The ranking of a year; `None` until it is made known."""
    entry = corpus.city_rankings.get(str(year))
    if entry is None:
        return None
    ranking = entry.record
    basis = band(ranking)
    rewards = [
        reward
        for claim in claims(corpus)
        if claim.honour is None and claim.year == entry.id
        for reward in claim.rewards
    ]
    return City(
        day=dated(ranking.on),
        rank=f"第{ranking.rank}名",
        of=f"{ranking.participants}个单位参加",
        score=ranking.score or "",
        document=paper(corpus.public, ranking.document),
        follows=FOLLOWS[basis],
        rewards=tuple(Link(each.record.measure, routes.route(Reward.kind, each.id)) for each in rewards),
        owed="" if rewards else owed(basis),
        causes=causes(ranking),
        note=ranking.note or "",
    )


def owed(basis: RewardBasis | None) -> str:
    """What has to be decided by a rule, in words."""
    if basis is None:
        return ""
    return "怎么罚，还没有定。" if basis is RewardBasis.BOTTOM_THREE else "怎么奖，还没有定。"


def causes(ranking: CityRanking) -> tuple[CauseRow, ...]:
    """What weighed, finding by finding."""
    return tuple(CauseRow(dated(each.on), finding_link(each.finding), each.text) for each in ranking.causes)
