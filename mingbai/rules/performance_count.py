"""The sums of 办件统计: no case is lost between two quarters, none is counted twice, none is late in silence (R75)."""

from collections.abc import Iterator
from itertools import pairwise

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.public.performance import Cases, Quarter
from mingbai.records.values import Unit
from mingbai.rules.performance import cases, left_open, misnamed, name_of

A_FEW = 10
"""So many may come in the last days of a quarter and wait for an answer; the law leaves five working days."""


def cases_add_up(corpus: PublicCorpus) -> Iterator[Problem]:
    """On time and late make up what was finished, and no more is finished than was there (意见 二（四）)."""
    for (_, entry), index, each in cases(corpus):
        name = name_of(corpus, each.commitment)
        if each.accepted + each.rejected > each.received:
            yield Problem(
                entry.place("items", index, "received"),
                "performance/more-answered-than-received",
                f"“{name}”受理 {each.accepted} 件，不受理 {each.rejected} 件，加起来比收到的 {each.received} 件还多",
                f"改为 received: {each.accepted + each.rejected}；收到的没错的话，核对 accepted 和 rejected",
            )
        elif each.received - each.accepted - each.rejected > max(A_FEW, each.accepted + each.rejected):
            yield Problem(
                entry.place("items", index, "received"),
                "performance/many-unanswered",
                f"“{name}”收到 {each.received} 件，受理和不受理的加起来只有 {each.accepted + each.rejected} 件",
                "核对 received，是不是多写了一位；撤回的、等着补材料的真有这么多，就不用改",
                Severity.WARNING,
            )
        if each.on_time + each.late != each.completed:
            yield Problem(
                entry.place("items", index, "completed"),
                "performance/parts-differ",
                f"“{name}”按时 {each.on_time} 件，超期 {each.late} 件，加起来不是办结的 {each.completed} 件",
                f"改为 completed: {each.on_time + each.late}；办结的没错的话，核对 on_time 和 late",
            )
        elif each.completed > each.at_hand:
            yield Problem(
                entry.place("items", index, "completed"),
                "performance/more-done-than-there",
                f"“{name}”结转 {each.carried_in} 件，受理 {each.accepted} 件，却办结了 {each.completed} 件",
                f"办结的最多 {each.at_hand} 件，核对 carried_in、accepted 和 completed",
            )
        if each.early > each.on_time:
            yield Problem(
                entry.place("items", index, "early"),
                "performance/early-not-on-time",
                f"“{name}”提前 {each.early} 件，比按时的 {each.on_time} 件还多；提前的算在按时里面",
                f"改为 on_time: {each.early} 或更大的数；按时的没错的话，把 early 改小",
            )


def rated_by_those_who_came(corpus: PublicCorpus) -> Iterator[Problem]:
    """Far more is said of an item than there were cases of it only by a slip.

    A little more may be: a case is rated at each visit, and one that was finished last is rated in the next quarter.
    """
    for (_, entry), index, each in cases(corpus):
        whole, ratings = each.carried_in + each.received, each.satisfied.total if each.satisfied else 0
        if ratings - whole > max(A_FEW, whole):
            yield Problem(
                entry.place("items", index, "satisfied"),
                "performance/more-ratings-than-cases",
                f"“{name_of(corpus, each.commitment)}”结转和收到的一共 {whole} 件，好差评却有 {ratings} 个",
                "核对 satisfied 里的五个数，是不是多写了一位；一件评了几次的、上季度办完这季度才评的，就不用改",
                Severity.WARNING,
            )


def late_explained(corpus: PublicCorpus) -> Iterator[Problem]:
    """Where cases were late the public is told why (优化营商环境条例 第三十六条)."""
    for (_, entry), index, each in cases(corpus):
        name = name_of(corpus, each.commitment)
        if each.late and each.late_explanation is None:
            yield Problem(
                entry.place("items", index, "late"),
                "performance/late-unexplained",
                f"“{name}”超期 {each.late} 件，没有说为什么；超期的要公开说明原因（优化营商环境条例第三十六条）",
                "补上一行 late_explanation: 为什么晚了，怎么补救的",
            )
        elif each.late_explanation and not each.late:
            yield Problem(
                entry.place("items", index, "late_explanation"),
                "performance/nothing-late",
                f"“{name}”写了超期原因，超期却是 0 件",
                "补上 late: 几件；没有超期的，删掉 late_explanation 这一行",
            )


def time_said(corpus: PublicCorpus) -> Iterator[Problem]:
    """What was finished says how long it took on average, and that fits what was late (意见 二（三）)."""
    for (quarter, entry), index, each in cases(corpus):
        name = name_of(corpus, each.commitment)
        most = _most(corpus, each, quarter)
        if each.completed and each.mean_days is None:
            yield Problem(
                entry.place("items", index, "completed"),
                "performance/time-unsaid",
                f"“{name}”办结 {each.completed} 件，没有写平均用了几个工作日",
                "补上 mean_days: 平均几个工作日；当场办的写 mean_days: 0",
            )
        elif each.mean_days is not None and not each.completed:
            yield Problem(
                entry.place("items", index, "mean_days"),
                "performance/time-of-nothing",
                f"“{name}”一件也没有办结，谈不上平均用时",
                "删掉 mean_days 这一行；有办结的，改正 completed",
            )
        elif each.mean_days is not None and not each.late and most is not None and each.mean_days > most:
            yield Problem(
                entry.place("items", index, "mean_days"),
                "performance/time-contradicts",
                f"“{name}”承诺 {most} 个工作日，没有一件超期，平均却用了 {each.mean_days} 个工作日",
                "核对 mean_days；真用了这么久，就有超期的，写进 late，再写 late_explanation",
            )


def _most(corpus: PublicCorpus, each: Cases, quarter: Quarter) -> int | None:
    """The working days promised all through the quarter; `None` where that cannot be said."""
    item = corpus.commitments.get(each.commitment)
    if item is None or item.record.effective_from > quarter.first:
        return None
    promised = item.record.promised
    return promised.number if promised.unit is Unit.WORKDAY and not promised.instant else None


def carried_over(corpus: PublicCorpus) -> Iterator[Problem]:
    """What a quarter leaves open, the next one begins with."""
    for last, (quarter, entry) in pairwise(corpus.quarters):
        left = {} if misnamed(corpus, entry) else left_open(corpus, last, quarter)
        for index, each in enumerate(entry.record.items):
            expected = left.get(each.commitment, 0)
            if left and each.carried_in != expected and expected >= 0:
                name, before = name_of(corpus, each.commitment), last[0].id
                yield Problem(
                    entry.place("items", index, "carried_in"),
                    "performance/carried-in-differs",
                    f"“{name}”结转 {each.carried_in} 件，{before} 留下的是 {expected} 件",
                    f"改为 carried_in: {expected}；没错的话，核对 {before} 的 accepted 和 completed",
                )
