"""What an appraisal must say: of a unit that is appraised, by four sources, on every indicator (R51, R52, R56).

Who has not been appraised yet is no mistake here: it is shown to everybody on the pages.
"""

from collections import Counter
from collections.abc import Iterator

from mingbai.corpus.appraisal import SCORED
from mingbai.corpus.duty import OWING
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.appraisal import Appraisal, AppraisalState, EvidenceSource
from mingbai.records.intranet.campaign import AppraisalScheme
from mingbai.records.values import YEAR

USES = "[处室考核, 评优创先, 年度奖惩]"


def of_a_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """An appraisal lies in the folder of a year."""
    for id, entry in corpus.appraisals.items():
        year, unit = id.split("/")
        if not YEAR.fullmatch(year):
            yield Problem(
                entry.place(),
                "appraisal/folder-not-a-year",
                f"文件夹“{year}”不是年份；考评按年份放",
                f"把文件挪到那一年的文件夹，如 appraisals/2026/{unit}.yaml",
            )


def by_a_scheme(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A year that appraises says how; it is told once, however many are appraised (本局自定)."""
    years = Counter(id.split("/")[0] for id in corpus.appraisals)
    for year, number in years.items():
        campaign = corpus.campaigns.get(year)
        if campaign and campaign.record.appraisal is None:
            yield Problem(
                campaign.place("appraisal"),
                "appraisal/no-scheme",
                f"{year}年没有考评办法，appraisals/{year}/ 里 {number} 个单位的分数没法算",
                "在这里补上 appraisal，写法见编辑手册的“年度活动”",
            )


def of_a_unit(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Those are appraised that plans are due from; the leading group and its office appraise (意见 五（五）)."""
    for id, entry in corpus.appraisals.items():
        division = corpus.public.divisions.get(id.split("/")[1])
        if division and division.record.type not in OWING:
            yield Problem(
                entry.place(),
                "appraisal/not-appraised",
                f"{division.record.name}是{division.record.type}，是打分的，自己不参加考评",
                f"删掉这个文件；类别写错的，改 divisions/{division.id}.yaml 的 type",
            )


def sources_said(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Each source has scores, or says why it has none; once scored, all four are there (意见 五（五）)."""
    for entry in corpus.appraisals.values():
        seen: list[EvidenceSource] = []
        for index, judgement in enumerate(entry.record.evidence):
            source = judgement.source
            if source in seen:
                yield Problem(
                    entry.place("evidence", index, "source"),
                    "appraisal/source-twice",
                    f"“{source}”写了两次",
                    "合成一项，一个来源的分数写在一起",
                )
            seen.append(source)
            if judgement.scores and judgement.none_because:
                yield Problem(
                    entry.place("evidence", index, "none_because"),
                    "appraisal/source-contradicts",
                    f"“{source}”打了分，又写了没有的原因",
                    "留一样：有分数就删掉 none_because",
                )
            elif not judgement.scores and not judgement.none_because:
                yield Problem(
                    entry.place("evidence", index),
                    "appraisal/source-empty",
                    f"“{source}”没有分数，也没有写为什么没有",
                    "补上 scores；这个来源没有看过这个单位，补上 none_because: 原因",
                )
        for source in EvidenceSource:
            if source not in seen and entry.record.state(corpus.day) in SCORED:
                yield Problem(
                    entry.place("evidence"),
                    "appraisal/source-missing",
                    f"打了分，可是没有“{source}”；四个来源都要写",
                    f"补上一项 - {{source: {source}, none_because: 原因}}，看过的写 scores",
                )


def indicators_scored(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A source scores indicators of that year, each once; once scored, no indicator is left out (意见 五（五）)."""
    for entry, scheme in _schemes(corpus):
        titles = {each.id: each.title for each in scheme.indicators}
        scored = set()
        for index, judgement in enumerate(entry.record.evidence):
            seen: list[str] = []
            for place, score in enumerate(judgement.scores):
                spot = "evidence", index, "scores", place, "indicator"
                if score.indicator not in titles:
                    yield Problem(
                        entry.place(*spot),
                        "appraisal/no-such-indicator",
                        f"这一年的考评办法里没有指标 {score.indicator}",
                        "可以写的有：" + "、".join(titles),
                    )
                elif score.indicator in seen:
                    yield Problem(
                        entry.place(*spot),
                        "appraisal/indicator-twice",
                        f"“{judgement.source}”给“{titles[score.indicator]}”打了两次分",
                        "留一个；重新打过的，原来的写进 earlier: [{until: 重打的日期, score: 原来的分数}]",
                    )
                seen.append(score.indicator)
            scored.update(seen)
        for id, title in titles.items():
            if id not in scored and entry.record.state(corpus.day) in SCORED:
                yield Problem(
                    entry.place("evidence"),
                    "appraisal/indicator-unscored",
                    f"打了分，可是“{title}”四个来源都没有打",
                    f"至少在一个来源的 scores 里补上 - {{indicator: {id}, score: 分数}}",
                )


def uses_said(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A confirmed appraisal says what it is used for (意见 三（一）、五（五）)."""
    for entry in corpus.appraisals.values():
        if entry.record.state(corpus.day) is AppraisalState.CONFIRMED and not entry.record.uses:
            yield Problem(
                entry.place(),
                "appraisal/uses-missing",
                "考评已经确认，没有写结果用在哪里",
                f"补上一行 uses: {USES}，照实际用的写",
            )


def _schemes(corpus: IntranetCorpus) -> Iterator[tuple[Entry[Appraisal], AppraisalScheme]]:
    for id, entry in corpus.appraisals.items():
        campaign = corpus.campaigns.get(id.split("/")[0])
        if campaign and campaign.record.appraisal:
            yield entry, campaign.record.appraisal
