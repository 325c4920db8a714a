"""A circular on a visit, drafted for one unit: all that was found there, in the order of the ledger, with digests.

The words stay in the ledger; beside each digest they stand in a comment, for whoever reads the draft.
"""

from collections.abc import Iterable

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.draft.draft import Draft
from mingbai.draft.number import next_number
from mingbai.draft.text import Left, Noted, Plain, document
from mingbai.records.base import Entry
from mingbai.records.intranet.circular import Circular, CircularKind
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection

ISSUED = "成文日期，定了再填，去掉井号；这一天以前登记的，这一次的问题一个也不能少。"
VERBATIM = "每一条照登记的原话；指纹是程序算的，不要改。"


def circular_draft(corpus: IntranetCorpus, visit: Entry[Inspection], unit: str, files: Iterable[str]) -> Draft:
    """The draft; its number is the next free one of the year that is shown."""
    year = corpus.day.year
    name = f"{Circular.kind}/{year}/{next_number(corpus, Circular.kind, year, files):02}.yaml"
    home = f"content/intranet/{name}"
    found = [entry for entry in corpus.findings.values() if _is_of(entry.record, visit.id, unit)]
    when = f"{visit.record.on.month}月{visit.record.on.day}日"
    facts: dict[str, Plain] = {
        "type": CircularKind.VISIT,
        "doc_no": Left(_doc_no(corpus)),
        "title": f"关于{when}察访情况的通报",
        "on": Noted(Left(f"{year}-月-日"), (ISSUED,)),
        "to": [unit],
        "inspection": visit.id,
        "opening": [f"{when}{visit.record.method}了{corpus.unit_name(unit)}，看到的照原话写在下面。"],
    }
    if found:
        quoted: list[Plain] = [
            Noted({"finding": entry.id, "sha256": entry.record.sha256}, (f"{number(entry.id)}：{entry.record.text}",))
            for entry in found
        ]
        facts["findings"] = Noted(quoted, (VERBATIM,))
    facts |= {"closing": Left("[哪天以前改完，改完怎么报]"), "issuer": corpus.office}
    about = f"察访 {visit.id} 给{corpus.unit_name(unit)}的通报，{len(found)} 个问题"
    opening = (
        f"草稿：{about}。",
        f"填好成文日期和要求，核对完，挪到 {home}。",
    )
    return Draft(name, home, about, document(facts, opening))


def sent(corpus: IntranetCorpus, visit: str, unit: str) -> tuple[str, ...]:
    """The circulars there are already on the visit to the unit."""
    return tuple(
        entry.id for entry in corpus.circulars.values() if entry.record.inspection == visit and unit in entry.record.to
    )


def _is_of(finding: Finding, visit: str, unit: str) -> bool:
    return finding.inspection == visit and finding.division == unit


def _doc_no(corpus: IntranetCorpus) -> str:
    used = [entry.record.doc_no for _, entry in sorted(corpus.circulars.items()) if entry.record.doc_no]
    return f"发文字号，上一份是 {used[-1]}" if used else "发文字号"
