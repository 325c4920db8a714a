"""No number of a person stands where anybody may read it (R70).

Law: a citizen number and a bank card stand nowhere, the intranet included. A mobile number is somebody's own unless the
bureau lists it as an office line; on the intranet that is only a warning. What was seen is never printed whole.
"""

import re
from collections.abc import Iterable, Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Place, Problem, Severity
from mingbai.rules.attachment import TYPES, suffix
from mingbai.source.seen import UNREAD, Sighting, Sort, masked
from mingbai.source.telephone import apart

_DIGIT = re.compile("[^0-9]")


def nothing_personal(corpus: PublicCorpus) -> Iterator[Problem]:
    """No citizen number, bank card or private mobile number stands in public (个人信息保护法 第二十五条)."""
    yield from _numbers(corpus.sightings, office_lines(corpus), Severity.ERROR)


def nothing_personal_inside(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of the intranet, where a mobile number is only a warning (个人信息保护法 第三十四条)."""
    yield from _numbers(corpus.sightings, office_lines(corpus.public), Severity.WARNING)


def attachments_read(corpus: PublicCorpus) -> Iterator[Problem]:
    """An attachment whose text nobody could look through is told of (本局自定)."""
    yield from _unread(corpus.sightings)


def internal_attachments_read(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of the intranet's attachments (本局自定)."""
    yield from _unread(corpus.sightings)


def office_lines(corpus: PublicCorpus) -> frozenset[str]:
    """The digits of every telephone that the bureau, a unit or a head lists as an office line."""
    bureau = corpus.bureau.record
    units = [entry.record for entry in corpus.divisions.values()]
    listed = [bureau.phone, bureau.complaint_phone]
    listed += [line for unit in units for line in (unit.phone, unit.complaint_phone)]
    listed += [entry.record.office_phone for entry in corpus.people.values()]
    return frozenset(_DIGIT.sub("", apart(line)[0]) for line in listed)


def _numbers(sightings: Iterable[Sighting], office: frozenset[str], mobile: Severity) -> Iterator[Problem]:
    for seen in sightings:
        where = seen.where or "这里"
        if seen.sort == Sort.CITIZEN:
            hint = "删掉它；要说是谁，写姓，例如 张某"
            yield Problem(seen.place, "personal/citizen-number", f"{where}有身份证号码 {seen.what}", hint)
        elif seen.sort == Sort.CARD:
            hint = "删掉它；收款账户不写进网站，请人当面或者打电话来问"
            yield Problem(seen.place, "personal/bank-card", f"{where}有银行卡号 {seen.what}", hint)
        elif seen.sort == Sort.MOBILE and seen.what not in office:
            message = f"{where}有手机号码 {masked(seen.what)}"
            hint = "换成办公电话；它就是办公电话，先写进 bureau.yaml、处室或者负责人的电话一项"
            yield Problem(seen.place, "personal/mobile-number", message, hint, mobile)


def _unread(sightings: Iterable[Sighting]) -> Iterator[Problem]:
    """What nobody could look through; a type that may not be published at all is told of as that."""
    for seen in sightings:
        if seen.sort == UNREAD and suffix(seen.place.path) in TYPES:
            which = f"附件里的{seen.part}" if seen.part else "附件"
            message = f"未检查：{which}读不出文字（{seen.what}），不知道里面有没有个人信息"
            hint = "自己打开看一遍；能换就换成 docx、xlsx 或者带文字的 pdf"
            yield Problem(Place(seen.place.path), "attachment/unread", message, hint, Severity.WARNING)
