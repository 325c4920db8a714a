"""What can be found on the intranet, beside everything that can be found on the public site."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.exports.findable import Doc
from mingbai.exports.public.search import NEWS, PAPERS, Sort, doc

PLANS = Sort("方案", 6)
CONDUCT = Sort("规范", 7)
ACTIVITIES = Sort("活动", 8)
FINDINGS = Sort("台账", 9)
VISITS = Sort("察访", 10)
COMPLAINTS = Sort("投诉", 11)
APPRAISALS = Sort("考评", 12)


def intranet_docs(corpus: IntranetCorpus) -> Iterator[Doc]:
    """What is the intranet's own; it is numbered apart, so that the rest is numbered and indexed once for both."""
    for plan in corpus.plans.values():
        yield doc(plan, PLANS, plan.record.title, inner=True)
    for conduct in corpus.conduct.values():
        member = corpus.members.get(conduct.id.split("/")[1])
        name = f"{member.name}，{conduct.record.post}" if member else conduct.record.post
        yield doc(conduct, CONDUCT, f"行为规范：{name}", inner=True)
    for activity in corpus.activities.values():
        yield doc(activity, ACTIVITIES, activity.record.title, inner=True)
    for case in corpus.ledger.values():
        yield doc(case.entry, FINDINGS, f"问题{case.number}：{case.entry.record.text}", inner=True)
    for paper in corpus.documents.values():
        yield doc(paper, PAPERS, paper.record.title, inner=True)
    for circular in corpus.circulars.values():
        yield doc(circular, PAPERS, circular.record.title, inner=True)
    yield from _seen_and_heard(corpus)
    yield from _appraised(corpus)
    for article in corpus.articles.values():
        yield doc(article, NEWS, article.record.title, inner=True)


def _seen_and_heard(corpus: IntranetCorpus) -> Iterator[Doc]:
    """Visits, and complaints; of a report nothing is found, for not even its channel is told."""
    for visit in corpus.inspections.values():
        yield doc(visit, VISITS, f"{visit.record.on}{visit.record.method}", inner=True)
    for docket in corpus.dockets.values():
        if not docket.is_report:
            told = docket.entry.record
            title = f"{told.type}{docket.number}" + (f"：{told.subject}" if told.subject else "")
            yield doc(docket.entry, COMPLAINTS, title, inner=True)


def _appraised(corpus: IntranetCorpus) -> Iterator[Doc]:
    """What the year is judged by: reviews from outside, the sheet of each unit, the city's ranking, what follows."""
    for review in corpus.reviews.values():
        yield doc(review, APPRAISALS, review.record.title, inner=True)
    for appraisal in corpus.appraisals.values():
        year, unit = appraisal.id.split("/")
        yield doc(appraisal, APPRAISALS, f"{corpus.unit_name(unit)}{year}年考评", inner=True)
    for ranking in corpus.city_rankings.values():
        title = f"{ranking.id}年市级名次：第{ranking.record.rank}名"
        yield doc(ranking, APPRAISALS, title, inner=True)
    for reward in corpus.rewards.values():
        yield doc(reward, APPRAISALS, f"{reward.record.type}：{reward.record.measure}", inner=True)
