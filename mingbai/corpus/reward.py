"""What follows from a title of the city's ten best, and from the city's ranking: a reward or a penalty (意见 五（五）).

Law: the first three are rewarded, the last three punished; where there are fewer than six, the two would overlap, and
a rule refuses the ranking. What has been decided is a record; what is still owed is derived.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.base import Entry
from mingbai.records.intranet.reward import CityRanking, Reward, RewardBasis
from mingbai.records.public.honours import Honour, Honours

BAND = 3
"""So many places at either end have consequences."""
FEWEST = 2 * BAND
"""With fewer taking part, a place would lie at both ends."""


class Claim(Struct, frozen=True):
    """Something that a reward or a penalty follows from: by which rule, since when, of which year.

    `honour` is there where a title gave it. `rewards` are those that were decided for it.
    """

    basis: RewardBasis
    year: str
    on: date
    honour: Honour | None
    rewards: tuple[Entry[Reward], ...]


def band(ranking: CityRanking) -> RewardBasis | None:
    """What follows from a rank; `None` in the middle.

    >>> band(CityRanking(on=date(2026, 12, 24), participants=46, rank=43)), band(
    ...     CityRanking(on=date(2026, 12, 24), participants=46, rank=44)
    ... )
    (None, <RewardBasis.BOTTOM_THREE: '市级考评最后3位'>)
    """
    if ranking.rank <= BAND:
        return RewardBasis.TOP_THREE
    return RewardBasis.BOTTOM_THREE if ranking.rank > ranking.participants - BAND else None


def announced(entry: Entry[Honours], honour: Honour) -> date:
    """When an honour was given: the day of its document, else the day it was published."""
    given = honour.document.on if honour.document else None
    return given or entry.record.published.date()


def claims(corpus: IntranetCorpus) -> Iterator[Claim]:
    """Everything a reward or a penalty follows from, honours before rankings, the latest year first."""
    for entry in sorted(corpus.public.honours.values(), key=lambda entry: entry.id, reverse=True):
        for honour in entry.record.honours:
            if honour.is_ten_best:
                found = tuple(
                    reward
                    for reward in corpus.rewards.values()
                    if reward.record.honour
                    and (reward.record.honour.year, reward.record.honour.no) == (entry.id, honour.no)
                )
                yield Claim(RewardBasis.TEN_BEST, entry.id, announced(entry, honour), honour, found)
    for ranking in sorted(corpus.city_rankings.values(), key=lambda entry: entry.id, reverse=True):
        basis = band(ranking.record)
        if basis:
            found = tuple(
                reward
                for reward in corpus.rewards.values()
                if reward.record.ranking == ranking.id and reward.record.basis is basis
            )
            yield Claim(basis, ranking.id, ranking.record.on, None, found)
