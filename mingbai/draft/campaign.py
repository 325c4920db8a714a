"""A new year's campaign, drafted from the latest one: the same frame on the new year's days.

What only the new year can say is left open: when it is announced, and by which document. No deadline is moved because
it falls on a day off; it is said.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from mingbai.corpus.campaign import year_of
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.draft.carried import carried
from mingbai.draft.day import Shift
from mingbai.draft.draft import Draft, Drafts
from mingbai.draft.text import Left, Noted, Plain, document
from mingbai.records.base import Entry
from mingbai.records.field import said
from mingbai.records.intranet.campaign import Campaign, Deadline, Milestone

ANNOUNCED = "部署的那一天，定了再填，去掉井号；不到那一天，网站上没有这一年的活动。"
FOUNDED = "依据文件，写它在 documents/ 里的路径；没有就不写。"


def latest(corpus: IntranetCorpus, year: int) -> Entry[Campaign] | None:
    """The campaign to copy: the latest one before a year."""
    before = [entry for entry in corpus.campaigns.values() if 0 < year_of(entry) < year]
    return max(before, key=year_of, default=None)


def campaign_drafts(corpus: IntranetCorpus, model: Entry[Campaign], year: int) -> Drafts:
    """The frame of the new year, and a plan for each unit that has measures left."""
    shift = Shift(corpus.public.workdays, year_of(model), year)
    plans = carried(corpus, shift)
    remarks = (*_days_off(model.record, shift), *plans.remarks)
    return Drafts((_frame(model, shift), *plans.files), remarks)


def _frame(model: Entry[Campaign], shift: Shift) -> Draft:
    old, year = shift.old, shift.year
    home = f"content/intranet/campaigns/{year}.yaml"
    facts: dict[str, Plain] = {}
    for key, value in said(model.record).items():
        if key == "title":
            facts[key] = shift.words(model.record.title)
        elif key == "issued_on":
            facts[key] = Noted(Left(f"{year}-月-日"), (ANNOUNCED,))
            facts["founding_document"] = Noted(Left(f"{year}/文件名"), (FOUNDED,))
        elif key == "deadlines":
            facts[key] = Noted([_deadline(each, shift) for each in model.record.deadlines], ("日子照推，逐个定。",))
        elif key == "milestones":
            facts[key] = Noted([_milestone(each, shift) for each in model.record.milestones], ("日子照推，逐个定。",))
        elif key == "appraisal" and model.record.appraisal and model.record.appraisal.score_by:
            facts[key] = {**said(model.record.appraisal), "score_by": shift.day(model.record.appraisal.score_by)}
        elif key != "founding_document":
            facts[key] = value
    opening = (
        f"草稿：{year}年的年度活动，照{old}年的抄来，日子推到{year}年。",
        f"填好、核对完，挪到 {home}。",
    )
    return Draft(f"campaigns/{year}.yaml", home, f"{year}年的框架，照{old}年的抄来", document(facts, opening))


def _deadline(given: Deadline, shift: Shift) -> Noted:
    return _on_new_day({**said(given), "due": shift.day(given.due)}, "due", shift)


def _milestone(given: Milestone, shift: Shift) -> Noted:
    """A fixed day without the record of the old year's."""
    facts = said(replace(given, activity=None, minutes=None))
    return _on_new_day({**facts, "title": shift.words(given.title), "on": shift.day(given.on)}, "on", shift)


def _on_new_day(facts: dict[str, Plain], key: str, shift: Shift) -> Noted:
    """The facts, and beside them that their day is not worked."""
    day = facts[key]
    assert isinstance(day, date)
    closed = shift.closed(day)
    return Noted(facts, beside=f"{day} {closed}" if closed else "")


def _days_off(campaign: Campaign, shift: Shift) -> Iterator[str]:
    """What has to be said of the new days."""
    named = [(each.due, f"{each.what}截止") for each in campaign.deadlines]
    named += [(each.on, shift.words(each.title)) for each in campaign.milestones]
    for old, what in named:
        day = shift.day(old)
        if closed := shift.closed(day):
            yield f"{day} {closed}：{what}。"
    if not shift.is_known:
        yield f"{shift.year}年的工作日历还没有，休息日只看了星期六和星期日；放假安排出来以后再核对一遍。"
