"""What can be found on the intranet, beside everything that can be found on the public site."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.exports.public.search import NEWS, PAPERS, Sort, doc
from mingbai.exports.search import Doc

PLANS = Sort("方案", 6)
CONDUCT = Sort("规范", 7)
ACTIVITIES = Sort("活动", 8)
FINDINGS = Sort("台账", 9)


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
    for review in corpus.reviews.values():
        yield doc(review, NEWS, review.record.title, inner=True)
    for article in corpus.articles.values():
        yield doc(article, NEWS, article.record.title, inner=True)
