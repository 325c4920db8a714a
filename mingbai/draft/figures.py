"""Numbers about the ledger and the complaints, counted once for people to look at, sign and release (domain 4.1).

The public site never counts what is internal: a number that changes with it would tell of it. So the count is a draft
of a public record; whoever reviews it moves it over, and from then on it stays as it was counted.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from mingbai.corpus.complaints import Docket
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import SETTLED, Case
from mingbai.draft.draft import Draft
from mingbai.draft.text import Left, Plain, document
from mingbai.records.intranet.complaint import ComplaintKind, ComplaintState, Satisfaction, Stance
from mingbai.records.intranet.finding import FindingSource, FindingState
from mingbai.records.public.figures import Figures

PLEASED = (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.FAIRLY_SATISFIED)
"""The grades that count as satisfied, as 好差评 counts them."""


def ledger_draft(corpus: IntranetCorpus) -> Draft | None:
    """What came of the findings of the year up to the day that is shown; `None` while there are none."""
    cases = [case for id, case in corpus.ledger.items() if id.startswith(f"{corpus.day.year}/")]
    title = f"{corpus.day.year}年查出来的问题，改了多少"
    return _draft(corpus, "ledger", title, "登记的全部问题", [*_of_ledger(cases)]) if cases else None


def complaints_draft(corpus: IntranetCorpus) -> Draft | None:
    """What came of the complaints of the year up to the day that is shown; `None` while there are none."""
    dockets = _dockets(corpus, corpus.day.year)
    title = f"{corpus.day.year}年的{'、'.join(ComplaintKind)}，办了多少"
    covers = f"登记的全部{'、'.join(ComplaintKind)}"
    return _draft(corpus, "complaints", title, covers, [*_of_complaints(dockets)]) if dockets else None


def complaint_figures(corpus: IntranetCorpus, year: int) -> Iterator[tuple[str, str]]:
    """What came of the complaints of a year, each number by its label; nothing while there are none."""
    if dockets := _dockets(corpus, year):
        for each in _of_complaints(dockets):
            note = f"，{each['note']}" if "note" in each else ""
            yield str(each["label"]), f"{each['number']}{each['unit']}{note}"


def _dockets(corpus: IntranetCorpus, year: int) -> list[Docket]:
    return [docket for id, docket in corpus.dockets.items() if id.startswith(f"{year}/")]


def _draft(corpus: IntranetCorpus, what: str, title: str, covers: str, data: Sequence[dict[str, Plain]]) -> Draft:
    day = corpus.day
    office = corpus.public.divisions.get(corpus.office)
    name = f"{what}-{day.isoformat()}.yaml"
    home = f"content/public/{Figures.kind}/{name}"
    facts: dict[str, Plain] = {
        "title": title,
        "on": day,
        "covers": f"{day.year}年1月1日到{_short(day)}，{covers}",
        "reviewed_by": office.record.name if office else Left("核定单位"),
        "data": [*data],
        "review": Left("{by: 审查单位, on: 审查日期, result: 同意公开}"),
        "published": Left("发布日期 09:00"),
    }
    opening = (
        f"草稿：{title}，数到{_short(day)}。程序数的，请对着记录核一遍，再看能不能公开：",
        "数小得能猜出是哪一家、哪个人的，不写；要说明的，在那一项后面加 note。",
        f"核定了，填好 review、published 两行，去掉行首的井号，挪到 {home}。",
        "公众网只显示挪过去的这份，记录以后怎么变，它都不变。",
    )
    return Draft(f"{Figures.kind}/{name}", home, f"{title}，数到{_short(day)}", document(facts, opening))


def _of_ledger(cases: Sequence[Case]) -> Iterator[dict[str, Plain]]:
    closed = [case for case in cases if case.state is FindingState.CLOSED]
    working = [case for case in cases if case.is_open]
    in_time = sum(bool(case.in_time) for case in closed)
    late = sum(case.is_overdue for case in working)
    yield _figure("登记的问题", len(cases), _sources(cases))
    yield _figure("改好、销了号", len(closed), f"按期限改完的{in_time}个" if closed else "")
    yield _figure("还在改", len(working), f"过了期限的{late}个" if late else "都没有过期限" if working else "")
    dismissed = [case for case in cases if case.state in SETTLED and case not in closed]
    if dismissed:
        yield _figure("查下来不成立", len(dismissed), "")


def _of_complaints(dockets: Sequence[Docket]) -> Iterator[dict[str, Plain]]:
    refused = sum(docket.state is ComplaintState.REFUSED for docket in dockets)
    waiting = sum(docket.state is ComplaintState.RECEIVED for docket in dockets)
    closed = [docket for docket in dockets if docket.closed_on]
    events = [event for docket in closed for event in docket.entry.record.log]
    true = sum(event.stance in (Stance.TRUE, Stance.PARTLY) for event in events)
    rated = [event.satisfaction for event in events if event.satisfaction]
    pleased = sum(each in PLEASED for each in rated)
    yield _figure("收到", len(dockets), f"还没答复受理不受理的{waiting}件" if waiting else "", "件")
    yield _figure("受理", len(dockets) - refused - waiting, f"没有受理的{refused}件" if refused else "", "件")
    yield _figure("办完", len(closed), f"查实的{true}件", "件")
    if rated:
        yield _figure("办完问下来满意", pleased, f"评价了的{len(rated)}件", "件")


def _sources(cases: Sequence[Case]) -> str:
    counts = {source: sum(case.entry.record.source is source for case in cases) for source in FindingSource}
    return "，".join(f"{source}{number}个" for source, number in counts.items() if number)


def _figure(label: str, number: int, note: str, unit: str = "个") -> dict[str, Plain]:
    return {"label": label, "number": number, "unit": unit, **({"note": note} if note else {})}


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
