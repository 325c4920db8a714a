"""How a year is appraised: weights that make a hundred, nothing the founding document names left out (R50).

The four indicators and the four sources are those of 意见 五（五）; how much each counts is the house's own.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from mingbai.corpus.campaign import spans
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Place, Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.appraisal import EvidenceSource
from mingbai.records.intranet.campaign import AppraisalScheme, Campaign, PhaseName

FOCUS = {
    "responsibility": "责任制落实情况",
    "plan-effect": "行动方案实施成效",
    "activity-result": "作风建设年活动成果",
    "complaint-rectify": "服务投诉、反馈问题的整改情况",
}
"""What the appraisal looks at above all (意见 五（五）), by the id that pages and figures know it by."""
WHOLE = Decimal(100)


def weights_make_hundred(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The weights of the indicators make 100, and so do those of the sources (本局自定)."""
    for entry, scheme in _schemes(corpus):
        for field, named, weights in (
            ("indicators", "考评指标", [each.weight for each in scheme.indicators]),
            ("evidence", "依据来源", [each.weight for each in scheme.evidence]),
        ):
            total = sum(weights, Decimal(0))
            if total != WHOLE:
                yield Problem(
                    entry.place("appraisal", field),
                    "campaign/weights-not-hundred",
                    f"{named}的权重加起来是 {total:f}，不是 100",
                    "改 weight，几项加起来正好 100",
                )


def focus_there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The four indicators that the founding document stresses are there, each once (意见 五（五）)."""
    for entry, scheme in _schemes(corpus):
        ids = [each.id for each in scheme.indicators]
        for id, title in FOCUS.items():
            if id not in ids:
                yield Problem(
                    entry.place("appraisal", "indicators"),
                    "campaign/focus-missing",
                    f"考评指标里没有“{title}”；意见 五（五）要着重考评它",
                    f"补上一行 - {{id: {id}, title: {title}, weight: 权重, source: 人工评分}}",
                )
        for index, id in enumerate(ids):
            if id in ids[:index]:
                yield _twice(entry.place("appraisal", "indicators", index, "id"), id)


def sources_once(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The four sources of evidence that the founding document names have a weight each (意见 五（五）)."""
    for entry, scheme in _schemes(corpus):
        sources = [each.source for each in scheme.evidence]
        for source in EvidenceSource:
            if source not in sources:
                yield Problem(
                    entry.place("appraisal", "evidence"),
                    "campaign/evidence-missing",
                    f"依据来源里没有“{source}”；意见 五（五）写了四个来源",
                    f"补上一行 - {{source: {source}, weight: 权重}}",
                )
        for index, source in enumerate(sources):
            if source in sources[:index]:
                yield _twice(entry.place("appraisal", "evidence", index, "source"), source)


def grades_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Grades are written the best first, and the last takes in 0 (本局自定)."""
    for entry, scheme in _schemes(corpus):
        for index, (better, grade) in enumerate(pairwise(scheme.grades), start=1):
            if grade.least >= better.least:
                yield Problem(
                    entry.place("appraisal", "grades", index, "least"),
                    "campaign/grades-out-of-order",
                    f"“{grade.name}”{grade.least:f}分起，写在“{better.name}”{better.least:f}分起的后面",
                    "等次从高到低写，最低分一个比一个小",
                )
        worst = scheme.grades[-1]
        if min(each.least for each in scheme.grades) > 0:
            yield Problem(
                entry.place("appraisal", "grades", len(scheme.grades) - 1, "least"),
                "campaign/grades-end-early",
                f"最低的等次“{worst.name}”从{worst.least:f}分起，再低的分数没有等次",
                "最后补一行 - {name: 不合格, least: 0}",
            )


def scored_in_last_phase(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The last day for scores lies in the last phase (意见 四（三）、五（五）)."""
    for entry, scheme in _schemes(corpus):
        named = [span for span in spans(entry) if span.phase is PhaseName.SUMMARISE]
        if scheme.score_by and len(named) == 1 and scheme.score_by not in named[0]:
            yield Problem(
                entry.place("appraisal", "score_by"),
                "campaign/score-by-outside-phase",
                f"{scheme.score_by} 前打完分，不在{PhaseName.SUMMARISE}阶段里（{named[0].first} 到 {named[0].last}）",
                "核对日期和阶段，改掉写错的一个",
            )


def _schemes(corpus: IntranetCorpus) -> Iterator[tuple[Entry[Campaign], AppraisalScheme]]:
    for entry in corpus.campaigns.values():
        if entry.record.appraisal:
            yield entry, entry.record.appraisal


def _twice(place: Place, what: str) -> Problem:
    return Problem(place, "campaign/appraised-twice", f"“{what}”写了两次", "留一个，权重合在一起")
