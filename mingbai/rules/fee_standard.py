"""The legal standard of a fee says one thing: one form, limits the right way round, tiers without gaps."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.fee import Fee, Standard, Tier
from mingbai.rules.phrase import title


def one_form(corpus: PublicCorpus) -> Iterator[Problem]:
    """A standard has exactly one form: fixed, range, rate or tiers; a rate is one figure or two limits."""
    for entry in corpus.fees.values():
        given = entry.record.standard.given
        if len(given) != 1:
            found = "和".join(f"“{title(Standard, form)}”" for form in given)
            yield Problem(
                entry.place("standard"),
                "fee/standard-unclear",
                f"“{entry.record.name}”的法定标准" + (f"写了{found}，只能有一种" if given else "是空的"),
                "按文件留下一种：fixed（固定）、range（幅度）、rate（按比例）或者 tiers（分档）",
            )
        rate = entry.record.standard.rate
        if rate and (rate.percent is None) == (rate.max is None):
            said = "没有写是多少" if rate.max is None else "既写了一个数，又写了上下限"
            yield Problem(
                entry.place("standard", "rate"),
                "fee/rate-unclear",
                f"“{entry.record.name}”的费率{said}",
                "只有一个费率的，写 percent: 3；有幅度的，写 min: 3 和 max: 5",
            )


def limits_in_order(corpus: PublicCorpus) -> Iterator[Problem]:
    """The lower limit of a range is not above its upper limit."""
    for entry in corpus.fees.values():
        standard = entry.record.standard
        for form, limits in (("range", standard.range), ("rate", standard.rate)):
            if limits and limits.min is not None and limits.max is not None and limits.min > limits.max:
                yield Problem(
                    entry.place("standard", form, "min"),
                    "fee/limits-reversed",
                    f"“{entry.record.name}”的下限 {limits.min:f} 比上限 {limits.max:f} 还高",
                    f"是不是写反了？改为 min: {limits.max:f} 和 max: {limits.min:f}",
                )


def tiers_without_gaps(corpus: PublicCorpus) -> Iterator[Problem]:
    """Tiers counted in the same thing ascend: each begins where the one before ended, only the last is open."""
    for entry in corpus.fees.values():
        before: dict[str, tuple[int, Tier]] = {}
        for index, tier in enumerate(entry.record.standard.tiers):
            if tier.last is not None and tier.last < tier.first:
                yield _broken(entry, index, f"从 {tier.first} 到 {tier.last}，止比起小", "把 first 和 last 对调")
            elif tier.counted in before:
                number, previous = before[tier.counted]
                yield from _joined(entry, number, previous, index, tier)
            elif tier.first > 1:
                yield _broken(
                    entry, index, f"从 {tier.first} 起，{tier.first} 以前的没有说", "最低一档从 1 起：first: 1"
                )
            before[tier.counted] = index, tier


def _joined(entry: Entry[Fee], number: int, previous: Tier, index: int, tier: Tier) -> Iterator[Problem]:
    if previous.last is None:
        message, hint = "没有写“止”，可它不是最高一档", f"补上 last: {tier.first - 1}"
        yield _broken(entry, number, message, hint)
    elif tier.first != previous.last + 1:
        message = f"从 {tier.first} 起，接不上前一档的 {previous.last}"
        yield _broken(entry, index, message, f"改为 first: {previous.last + 1}")


def _broken(entry: Entry[Fee], index: int, message: str, hint: str) -> Problem:
    place = entry.place("standard", "tiers", index)
    return Problem(place, "fee/tiers-broken", f"“{entry.record.name}”第{index + 1}档{message}", hint)
