"""A finding, drafted for one unit under the next free number: whose it is, until when, and who has to be told.

The words are not drafted: they are what was said on the spot, and whoever was there writes them.
"""

from collections.abc import Iterable

from mingbai.corpus.chain import Chain
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import house_rules
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.draft.draft import Draft
from mingbai.draft.number import next_number
from mingbai.draft.text import Left, Noted, Plain, document
from mingbai.records.intranet.finding import Finding, FindingAction, FindingSource

REGISTERED = "登到台账上的那一天，不早于上一个号的。"
VERBATIM = "照当场说的写，登记以后一个字也不改。"
TOLD = "反馈了再填，去掉井号：给主要负责人，通报领导小组全体成员；人换了的照那一天的改。"


def finding_draft(corpus: IntranetCorpus, unit: str, visit: str | None, files: Iterable[str]) -> Draft:
    """The draft, of the year that is shown; `visit` is the inspection on which it was found, if it was on one."""
    year = corpus.day.year
    name = f"{Finding.kind}/{year}/{next_number(corpus, Finding.kind, year, files):03}.yaml"
    home = f"content/intranet/{name}"
    day = Left(f"{year}-月-日")
    facts: dict[str, Plain] = {
        "registered_on": Noted(day, (REGISTERED,)),
        "source": FindingSource.VISIT if visit else Left(f"{'、'.join(FindingSource)}里的一个"),
        **({"inspection": visit} if visit else {}),
        "division": unit,
        "text": Noted(Left("时间、地点、看到什么"), (VERBATIM,)),
        "norms": Left("[N1]，违反六倡导六不准和廉洁禁令的哪一条；没有就删掉"),
        "severity": Left("突出；一般的不写"),
        "due": Noted(day, tuple(filter(None, [_term(corpus)]))),
        "log": Noted(Left(f"[{_told(corpus, unit)}]"), (TOLD,)),
    }
    about = f"{corpus.unit_name(unit)}的问题" + (f"，察访 {visit} 看到的" if visit else "")
    opening = (f"草稿：{about}。", f"空着的几行填好，去掉行首的井号，核对完，挪到 {home}。")
    return Draft(name, home, about, document(facts, opening))


def _term(corpus: IntranetCorpus) -> str:
    """How long the house gives, and until when that is where the unit is told today."""
    rules = house_rules(corpus.campaigns, str(corpus.day.year))
    if rules is None:
        return ""
    ordinary, severe = (
        corpus.public.workdays.due(corpus.day, n) for n in (rules.rectify_days, rules.severe_rectify_days)
    )
    counted = f"（{PROVISIONAL}）" if ordinary.missing or severe.missing else ""
    return (
        f"从反馈起，一般的 {rules.rectify_days} 个工作日，突出的 {rules.severe_rectify_days} 个；"
        f"{corpus.day} 反馈的，最晚 {ordinary.day}、{severe.day}{counted}。"
    )


def _told(corpus: IntranetCorpus, unit: str) -> str:
    """The first step as it would be today."""
    head = Chain(corpus.public.divisions, corpus.members, corpus.day).head(unit)
    group = ", ".join(member.id for member in corpus.group_on(corpus.day))
    by, to = corpus.office or "办公室的编号", head.id if head else "主要负责人的编号"
    return f"{{on: {corpus.day.year}-月-日, action: {FindingAction.NOTIFY}, by: {by}, to: {to}, cc: [{group}]}}"
