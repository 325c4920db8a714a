"""Rewards and penalties, rule by rule: what the founding document says, what was decided, what is still owed."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.reward import BAND, Claim, claims
from mingbai.pages import phrase
from mingbai.pages.intranet.city import owed
from mingbai.pages.intranet.column import APPRAISALS, REWARDS, front
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.standing import finding_link
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Link, paper
from mingbai.records.base import Entry
from mingbai.records.intranet.reward import CityRanking, Reward, RewardBasis, RewardKind
from mingbai.records.public.honours import Honours

RULES = {
    RewardBasis.TEN_BEST: (
        "ten-best",
        "得了“优质服务十佳处室、优质服务十佳个人”称号的处室和个人，在市里奖励的基础上重奖。",
    ),
    RewardBasis.TOP_THREE: ("top-three", f"使全局在市级机关考评里进了前{BAND}名的，重奖。"),
    RewardBasis.BOTTOM_THREE: ("bottom-three", f"因作风问题使全局列在最后{BAND}位的，在市里惩罚的基础上重罚。"),
}
"""The three rules of 意见 五（五）, each with the id of its part of the page."""


class RewardRow(Struct, frozen=True):
    """One decision: when, for whom, what, by which honour, ranking or finding, by which document."""

    anchor: str
    day: Day
    chip: Chip
    who: Link
    post: str
    measure: str
    why: tuple[Link, ...]
    document: Link
    paper: Link | None


class OwedRow(Struct, frozen=True):
    """Something that a reward or a penalty follows from, and nothing was decided yet."""

    day: Day
    why: Link
    text: str


class RulePart(Struct, frozen=True):
    """One rule with what was decided by it."""

    anchor: str
    title: str
    rule: str
    owed: tuple[OwedRow, ...]
    rows: tuple[RewardRow, ...]


class RewardsView(View, frozen=True, kw_only=True):
    """All rewards and penalties."""

    parts: tuple[RulePart, ...]


def reward_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """All of them at /rewards/."""
    found = tuple(claims(corpus))
    view = RewardsView(
        head=front(REWARDS, REWARDS.title, "谁得了奖，谁受了罚，凭哪一条，凭哪个文件。", APPRAISALS),
        parts=tuple(_part(corpus, basis, found) for basis in RewardBasis),
    )
    yield Page(REWARDS.href, "intranet/rewards.html", view)


def _part(corpus: IntranetCorpus, basis: RewardBasis, found: tuple[Claim, ...]) -> RulePart:
    anchor, rule = RULES[basis]
    decided = [entry for entry in corpus.rewards.values() if entry.record.basis is basis]
    decided.sort(key=lambda entry: (entry.record.on, entry.id), reverse=True)
    return RulePart(
        anchor=anchor,
        title=basis.value,
        rule=rule,
        owed=tuple(_owed(corpus, claim) for claim in found if claim.basis is basis and not claim.rewards),
        rows=tuple(_row(corpus, entry) for entry in decided),
    )


def _owed(corpus: IntranetCorpus, claim: Claim) -> OwedRow:
    if claim.honour:
        why = honour_link(corpus, claim.year, claim.honour.no)
        who = unit_of(corpus.public, claim.honour.division).text
        return OwedRow(dated(claim.on), why, f"{who}，{owed(claim.basis)}")
    return OwedRow(dated(claim.on), ranking_link(corpus, claim.year), owed(claim.basis))


def _row(corpus: IntranetCorpus, entry: Entry[Reward]) -> RewardRow:
    record = entry.record
    why = [honour_link(corpus, record.honour.year, record.honour.no)] if record.honour else []
    why += [ranking_link(corpus, record.ranking)] if record.ranking else []
    why += [finding_link(record.finding)] if record.finding else []
    document = corpus.documents.get(record.paper or "")
    who = unit_of(corpus.public, record.division) if record.division else Link("全局", "")
    return RewardRow(
        anchor=entry.id.replace("/", "-"),
        day=dated(record.on),
        chip=Chip("ended" if record.type is RewardKind.PENALTY else "done", record.type.value),
        who=who,
        post=record.post or "",
        measure=record.measure,
        why=tuple(why),
        document=paper(corpus.public, record.document),
        paper=Link(phrase.law(document.record.title), routes.route("internal-documents", document.id))
        if document
        else None,
    )


def honour_link(corpus: IntranetCorpus, year: str, no: int) -> Link:
    """An honour by its title, leading to its line."""
    entry = corpus.public.honours.get(year)
    titles = [honour.title for honour in entry.record.honours if honour.no == no] if entry else []
    text = f"{year}年“{titles[0]}”" if titles else f"{year}年表彰第{no}项"
    return Link(text, f"{routes.route(Honours.kind, year)}#no-{no}")


def ranking_link(corpus: IntranetCorpus, year: str) -> Link:
    """The city's ranking of a year."""
    entry = corpus.city_rankings.get(year)
    rank = f"第{entry.record.rank}名" if entry else ""
    return Link(f"{year}年市级考评{rank}", routes.route(CityRanking.kind, year))
