"""The whole list of what inspectors ask, in their order, and how it came out."""

from collections import Counter
from collections.abc import Sequence

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.rules.indicator import Group, Indicator, Outcome
from mingbai.rules.indicator_publishing import publishing
from mingbai.rules.indicator_service import design, services, talking
from mingbai.rules.indicator_veto import vetoes


def inspected(corpus: PublicCorpus, whole: IntranetCorpus | None) -> tuple[Indicator, ...]:
    """Every indicator; those about what is only registered inside need the intranet."""
    found = (
        *vetoes(corpus, whole),
        *publishing(corpus),
        *services(corpus),
        *talking(corpus),
        *design(corpus),
    )
    return tuple(sorted(found, key=lambda each: list(Group).index(each.group)))


def verdict(found: Sequence[Indicator]) -> str:
    """How it came out, in one sentence."""
    counts = Counter(each.outcome for each in found)
    vetoed = [each.id for each in found if each.group is Group.VETO and each.outcome is Outcome.FAILED]
    soon = sum(each.soon for each in found)
    told = f"{len(found)}项：" + "，".join(f"{outcome}{counts[outcome]}项" for outcome in Outcome) + "。"
    coming = f"快要不通过的{soon}项。" if soon else ""
    if vetoed:
        return f"{told}{coming}单项否决有{'、'.join(vetoed)}，整个网站不合格。"
    asked = sum(each.group is Group.VETO and each.outcome is Outcome.UNKNOWN for each in found)
    return f"{told}{coming}查得了的，没有碰到单项否决" + (f"；还有{asked}项否决要人去查。" if asked else "。")
