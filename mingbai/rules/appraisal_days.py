"""When units are scored: while the year's last phase runs; a score given anew says so (R52, R53).

That steps come in order and none ahead is told with those of all logs (`step.py`).
"""

from collections.abc import Iterator

from mingbai.corpus.appraisal import window
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.intranet.appraisal import AppraisalAction


def scored_in_time(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A year is scored in its last phase, by the day that is set (意见 五（五）)."""
    for id, entry in corpus.appraisals.items():
        campaign = corpus.campaigns.get(id.split("/")[0])
        span = window(campaign) if campaign else None
        for index, event in enumerate(entry.record.log):
            if span and event.action is AppraisalAction.SCORE and event.on not in span:
                yield Problem(
                    entry.place("log", index, "on"),
                    "appraisal/scored-outside",
                    f"{event.on} 打分，不在打分的日子里（{span.first} 到 {span.last}）",
                    "日期写错了就改；推迟打分的，改这一年年度活动 appraisal 里的 score_by",
                )


def rescored_when_said(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A score that was given anew was so on a day on which the unit was scored again (意见 五（五）)."""
    for entry in corpus.appraisals.values():
        anew = [event.on for event in entry.record.log if event.action is AppraisalAction.SCORE][1:]
        for place, judgement in enumerate(entry.record.evidence):
            for number, score in enumerate(judgement.scores):
                for index, earlier in enumerate(score.earlier):
                    past = score.earlier[index - 1].until if index else None
                    if earlier.until not in anew or (past and earlier.until <= past):
                        yield Problem(
                            entry.place("evidence", place, "scores", number, "earlier", index, "until"),
                            "appraisal/not-scored-anew",
                            f"{earlier.until} 没有重新打分，或者前后次序不对",
                            "until 写重新打分的那一天；log 里要有那一天的 action: 打分，前面还打过一次",
                        )
