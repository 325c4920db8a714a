"""Circulars: a visit's findings in the very words they were registered in, none left out (R46; 意见 五（四）)."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.circular import Circular, CircularKind
from mingbai.records.public.division import DivisionKind
from mingbai.rules.document_number import NUMBER
from mingbai.rules.numbered import is_number

OWN: dict[CircularKind, tuple[str, ...]] = {
    CircularKind.VISIT: ("inspection", "findings"),
    CircularKind.COMMENDATION: ("honours",),
}
"""The fields that only one kind has."""
NEEDED: dict[CircularKind, str] = {CircularKind.VISIT: "inspection", CircularKind.COMMENDATION: "honours"}
"""What that kind is about."""
ISSUERS: dict[CircularKind, tuple[DivisionKind, ...]] = {
    CircularKind.VISIT: (DivisionKind.OFFICE,),
    CircularKind.COMMENDATION: (DivisionKind.OFFICE, DivisionKind.TEAM),
}
"""Who may issue it: any other unit is one that is visited itself."""
EXAMPLE = {"inspection": "2026/03 这样的察访编号", "honours": '[{year: "2026", no: 1}]'}


def of_its_kind(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A circular on a visit names the visit, a commendation the honours, and neither has what is the other's."""
    for entry in corpus.circulars.values():
        kind = entry.record.type
        needed = NEEDED[kind]
        if not getattr(entry.record, needed):
            yield Problem(
                entry.place("type"),
                "circular/about-nothing",
                f"{kind}没有写 {needed}",
                f"补上 {needed}: {EXAMPLE[needed]}",
            )
        for other, fields in OWN.items():
            for field in fields if other is not kind else ():
                if getattr(entry.record, field):
                    yield Problem(
                        entry.place(field),
                        "circular/field-of-another-kind",
                        f"{kind}不写 {field}",
                        f"删掉 {field}；它只写在{other}里，要另发一份",
                    )


def word_for_word(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A finding is quoted as it was registered, byte for byte; a correction is a new circular (意见 五（四）)."""
    for entry in corpus.circulars.values():
        for index, quoted in enumerate(entry.record.findings):
            finding = corpus.findings.get(quoted.finding)
            of_it = finding and finding.record.inspection == entry.record.inspection
            if finding and of_it and finding.record.sha256 != quoted.sha256:
                yield Problem(
                    entry.place("findings", index, "sha256"),
                    "circular/text-changed",
                    f"{number(quoted.finding)} 的原文和通报里的指纹对不上：发出以后，登记的字改过",
                    f"把 findings/{quoted.finding}.yaml 的 text 改回登记时的原话；话要更正，另发一份通报，"
                    f"写 corrects: {entry.id}；还没发出、指纹抄错的，改为 sha256: {finding.record.sha256}",
                )


def findings_of_the_visit(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What a circular quotes was found on its visit, at a unit it goes to, registered by then, once (R46)."""
    for entry in corpus.circulars.values():
        circular = entry.record
        quoted = [each.finding for each in circular.findings]
        for index, id in enumerate(quoted):
            finding = corpus.findings.get(id)
            place = entry.place("findings", index, "finding")
            if id in quoted[:index]:
                yield Problem(place, "circular/finding-twice", f"{number(id)} 写了两次", "删掉多写的一项")
            elif finding and circular.inspection and finding.record.inspection != circular.inspection:
                yield Problem(
                    place,
                    "circular/finding-of-another-visit",
                    f"{number(id)} 不是察访 {circular.inspection} 看到的",
                    "删掉这一项；真是那次看到的，改那个问题的 inspection",
                )
            elif finding and finding.record.registered_on > circular.on:
                yield Problem(
                    place,
                    "circular/finding-later",
                    f"{number(id)} 是 {finding.record.registered_on} 登记的，成文日期却是 {circular.on}",
                    "核对这两个日期，改掉写错的一个；真是后来登记的，删掉这一项，另发一份通报",
                )
            elif finding and finding.record.division not in circular.to:
                unit = finding.record.division
                yield Problem(
                    place,
                    "circular/finding-of-another-unit",
                    f"{number(id)} 是{corpus.unit_name(unit)}的问题，主送单位里没有它",
                    f"to 里补上 {unit}；不发给它的，删掉这一项",
                )


def none_left_out(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Every finding of the visit at a unit that is addressed, registered by that day, is in the circular (R46).

    One whose file has no number yet cannot be quoted: it is asked for once it has.
    """
    for entry in corpus.circulars.values():
        circular = entry.record
        quoted = {each.finding for each in circular.findings}
        if circular.type is not CircularKind.VISIT or circular.inspection is None:
            continue
        for id, finding in corpus.findings.items():
            found = finding.record
            of_it = found.inspection == circular.inspection and found.division in circular.to
            if of_it and found.registered_on <= circular.on and id not in quoted and is_number(found.kind, id):
                yield Problem(
                    entry.place("findings"),
                    "circular/finding-left-out",
                    f"漏了 {number(id)}：也是这一次在{corpus.unit_name(found.division)}看到的",
                    f"补上一项 - {{finding: {id}, sha256: {found.sha256}}}",
                )


def after_the_visit(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A circular comes after its visit and goes to units that were visited."""
    for entry in corpus.circulars.values():
        circular = entry.record
        visit = corpus.inspections.get(circular.inspection or "")
        if visit is None:
            continue
        last = visit.record.until or visit.record.on
        if circular.on < last:
            yield Problem(
                entry.place("on"),
                "circular/before-visit",
                f"成文日期是 {circular.on}，可察访 {visit.id} 到 {last} 才看完",
                "核对这两个日期，改掉写错的一个",
            )
        for index, unit in enumerate(circular.to):
            if unit not in visit.record.divisions and unit in corpus.public.divisions:
                yield Problem(
                    entry.place("to", index),
                    "circular/unit-not-visited",
                    f"察访 {visit.id} 没有看{corpus.unit_name(unit)}",
                    f"从 to 里去掉 {unit}；只让它知道一声的，写在 cc 里",
                )


def issued_by_the_group(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Visits are told of by the leading group's office; what is commended, by the group itself too (意见 五（四）)."""
    for entry in corpus.circulars.values():
        circular = entry.record
        unit = corpus.public.divisions.get(circular.issuer)
        allowed = ISSUERS[circular.type]
        if corpus.office and unit and unit.record.type not in allowed:
            yield Problem(
                entry.place("issuer"),
                "circular/issued-by-another",
                f"{circular.type}由{'或者'.join(allowed)}发，{unit.record.name}是{unit.record.type}",
                f"改为 issuer: {corpus.office}",
            )


def papers_numbered(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A circular's number as a paper has its form and the year of the paper, and is given once (GB/T 9704-2012)."""
    given: dict[str, Entry[Circular]] = {}
    for _, entry in sorted(corpus.circulars.items()):
        written, year = entry.record.doc_no, entry.record.on.year
        if written is None:
            continue
        number = NUMBER.fullmatch(written)
        if number is None:
            yield Problem(
                entry.place("doc_no"),
                "circular/number-form",
                f"发文字号“{written}”写法不对",
                f"写机关代字、六角括号里四位年份、序号和“号”，不写“第”，不补零，例如 示例作风办〔{year}〕1号",
            )
        elif int(number["year"]) != year:
            yield Problem(
                entry.place("doc_no"),
                "circular/number-year",
                f"发文字号是{number['year']}年的，成文日期却是 {entry.record.on}",
                "核对两处的年份，改掉写错的一个",
            )
        other = given.setdefault(written, entry)
        if other is not entry:
            yield Problem(
                entry.place("doc_no"),
                "circular/number-twice",
                f"{written} 已经给了 {other.id} 那一份",
                "一份文件一个号，核对以后改掉写错的一个",
            )


def honours_there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A commendation makes known honours that were given (意见 五（四）)."""
    for entry in corpus.circulars.values():
        for index, commended in enumerate(entry.record.honours):
            year = corpus.public.honours.get(commended.year)
            numbers = [honour.no for honour in year.record.honours] if year else []
            if year and commended.no not in numbers:
                yield Problem(
                    entry.place("honours", index, "no"),
                    "circular/no-such-honour",
                    f"{commended.year}年的表彰里没有序号 {commended.no}",
                    f"可以写的有：{'、'.join(map(str, numbers))}",
                )


def corrects_an_older_one(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A correction cites a circular that was there before, of the same kind and the same visit."""
    for entry in corpus.circulars.values():
        old = corpus.circulars.get(entry.record.corrects or "")
        if old is None:
            continue
        why = _odd(entry, old)
        if why:
            yield Problem(
                entry.place("corrects"),
                "circular/corrects-another",
                f"要更正的 {old.id} {why}",
                "改成写错的那一份的编号；不是更正，删掉 corrects",
            )


def _odd(entry: Entry[Circular], old: Entry[Circular]) -> str:
    """Why one circular cannot correct the other; empty if it can."""
    if old.id >= entry.id:
        return "不在这一份前面"
    if old.record.type is not entry.record.type:
        return f"是{old.record.type}，这一份是{entry.record.type}"
    return "说的是另一次察访" if old.record.inspection != entry.record.inspection else ""
