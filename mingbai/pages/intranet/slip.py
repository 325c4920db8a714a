"""反馈单: a finding as a letter to the head of the unit, in the layout of GB/T 9704, to be printed and handed over.

The words of the finding and the term stand there as they were when it was told, also when the term was extended since.
A seal is never drawn.
"""

from collections.abc import Iterator

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.pages import phrase
from mingbai.pages.intranet.column import LEDGER, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Crumb, Page, View
from mingbai.pages.public.paper import Imprint, Sheet
from mingbai.pages.public.part import Day, division
from mingbai.records.intranet.finding import Finding, FindingAction, FindingEvent

REPLY = (
    "收到以后先签字，把后面的回执退给我们。",
    "找出根源，定好整改措施，写清谁来改，告诉我们登到台账上。",
    "改好以后带上佐证报请验收，不带佐证不能销号。",
    "到期改不完的，在期限以前写明原因申请延期，要领导小组成员批准。",
    "觉得不是这么回事的，带上证据来说，领导小组批准了才算不成立。",
)
"""How a unit answers, step by step."""


class SlipView(View, frozen=True, kw_only=True):
    """The slip; `sheet` is its frame, the other fields are what stands between salutation and signature."""

    sheet: Sheet
    opening: str
    text: str
    norms: str
    term: str
    reply: tuple[str, ...]
    sent: str
    exempt: str


def slip_route(case: Case) -> str:
    """Where the slip of a finding is."""
    return f"{routes.route(Finding.kind, case.id)}slip/"


def slip_page(corpus: IntranetCorpus, case: Case) -> Page:
    """The slip, below the page of its finding."""
    finding, told = case.entry.record, _told(case)
    title = f"问题反馈单 {case.number}"
    step = Crumb(f"问题{case.number}", routes.route(Finding.kind, case.id))
    view = SlipView(
        head=inner(LEDGER, slip_route(case), title, f"把问题{case.number}照原话反馈给责任单位，印出来送。", step),
        sheet=_sheet(corpus, case, told),
        opening=f"{phrase.day(finding.registered_on)}登记了一个问题，来源是{finding.source}，说的是你们单位。原话是：",
        text=finding.text,
        norms=f"对应的规矩：{phrase.listed(finding.norms)}，全文在局办公网。" if finding.norms else "",
        term=f"请在{phrase.day(finding.due)}以前改好，这一天报请验收也算按时。",
        reply=REPLY,
        sent="" if told else "还没有反馈。印出来是今天的日期，送到以后在台账上记一步“反馈”。",
        exempt=exempt(finding),
    )
    return Page(slip_route(case), "intranet/slip.html", view)


def _told(case: Case) -> FindingEvent | None:
    """The step by which the unit was told."""
    return next((event for event in case.entry.record.log if event.action is FindingAction.NOTIFY), None)


def _sheet(corpus: IntranetCorpus, case: Case, told: FindingEvent | None) -> Sheet:
    office = division(corpus.public, corpus.office).text
    on = dated(told.on if told else case.day)
    return Sheet(
        head=f"{corpus.public.bureau.record.name} {office}",
        letter=True,
        number=f"问题编号 {case.number}",
        title="问题反馈单",
        addressees=f"{_addressee(corpus, case, told)}：",
        attachments=(),
        signature=(office,),
        day=on,
        note="",
        imprint=Imprint(phrase.listed(_copied(corpus, case, told)), office, Day(f"{on.text}印发", on.machine)),
    )


def _addressee(corpus: IntranetCorpus, case: Case, told: FindingEvent | None) -> str:
    """The head who was told, or who is to be told; the unit while nobody heads it."""
    division_id = case.entry.record.division
    head = corpus.members.get(told.to or "") if told else corpus.chain.head(division_id)
    return head.post if head else division(corpus.public, division_id).text


def _copied(corpus: IntranetCorpus, case: Case, told: FindingEvent | None) -> Iterator[str]:
    """The leading group: those who got a copy, or who are to get one."""
    if told:
        yield from (corpus.members[id].name for id in told.cc if id in corpus.members)
    else:
        yield from (member.name for member in corpus.group_on(case.day))
