"""What the intranet adds to a unit's page: its plan, codes, findings and appraisal of the year, and its staff."""

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import CONDUCT, PLANS
from mingbai.pages.intranet.duty import chip, counted, href
from mingbai.pages.intranet.ledger import current, summary, unit_route
from mingbai.pages.intranet.member import is_leader
from mingbai.pages.intranet.standing import rank, sheet, standing
from mingbai.pages.public.part import Fact
from mingbai.records.intranet.campaign import HandIn


def unit_facts(corpus: IntranetCorpus, unit: str) -> tuple[Fact, ...]:
    """How the plan, the codes, the findings and the appraisal of the year stand; the labels lead to them."""
    year = corpus.day.year
    plans = [duty for duty in corpus.duties(year, HandIn.PLAN) if duty.unit == unit]
    codes = [
        duty
        for duty in corpus.duties(year, HandIn.CONDUCT)
        if duty.unit == unit and duty.member and not is_leader(duty.member)
    ]
    cases = tuple(case for case in current(corpus) if case.entry.record.division == unit)
    return (
        *(Fact("行动方案", f"{year}年的，{chip(duty).text}", href(duty) or PLANS.href) for duty in plans),
        *((Fact("行为规范", counted(codes), f"{CONDUCT.href}#y-{year}-{unit}"),) if codes else ()),
        *((Fact("台账问题", summary(cases), unit_route(unit)),) if cases else ()),
        *_appraisal(corpus, unit),
    )


def _appraisal(corpus: IntranetCorpus, unit: str) -> tuple[Fact, ...]:
    """How the unit stands in the year's appraisal, once it is scored."""
    found = standing(corpus, corpus.day.year)
    result = next((each for each in found if each.unit == unit), None)
    if result is None:
        return ()
    told = phrase.clauses(
        f"{corpus.day.year}年的", rank(result, found), result.grade.name if result.grade else None, result.state
    )
    return (Fact("考评", told, sheet(corpus.day.year, unit)),)


def staff_lines(corpus: IntranetCorpus, unit: str) -> tuple[str, ...]:
    """Everyone of the staff who is at work in the unit, with the post."""
    here = [member for member in corpus.chain.here if member.division == unit and member.role is None]
    return tuple(f"{member.name}，{member.post}" for member in here)
