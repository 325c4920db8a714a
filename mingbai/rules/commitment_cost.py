"""What an item costs, as the item tells it: free or by which fees, and only fees that may be charged."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment, CommitmentKind
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.records.public.law import LawLevel
from mingbai.rules.commitment import handled

BY_LAW = (LawLevel.STATUTE, LawLevel.REGULATION)


def free_or_fees(corpus: PublicCorpus) -> Iterator[Problem]:
    """An item is free, and says so, or lists its fees (优化营商环境条例 第二十五条)."""
    for entry in handled(corpus):
        name, free, fees = entry.record.name, entry.record.free, entry.record.fees
        if free and fees:
            yield Problem(
                entry.place("free"),
                "commitment/cost-contradicts",
                f"“{name}”写了不收费，下面又列了 {len(fees)} 个收费项目",
                "真不收费的，删掉 fees；要收费的，删掉 free 这一行",
            )
        elif not free and not fees:
            yield Problem(
                entry.place("fees"),
                "commitment/cost-unsaid",
                f"“{name}”没有写收不收费",
                "不收费，补上一行 free: true；收费，在 fees 里列出收费项目的编号",
            )


def _listed(corpus: PublicCorpus) -> Iterator[tuple[Entry[Commitment], int, Fee]]:
    """Every fee an item lists; one that is broken or not there is told elsewhere."""
    for entry in handled(corpus):
        for index, id in enumerate(entry.record.fees):
            if fee := corpus.fees.get(id):
                yield entry, index, fee.record


def listed_fees_charging(corpus: PublicCorpus) -> Iterator[Problem]:
    """A listed fee is being charged on the day shown, not waived or suspended (财综〔2004〕21号)."""
    for entry, index, fee in _listed(corpus):
        status = fee.status(corpus.day)
        if status in (FeeStatus.WAIVED, FeeStatus.SUSPENDED):
            yield Problem(
                entry.place("fees", index),
                "commitment/fee-not-charging",
                f"“{entry.record.name}”列了“{fee.name}”，但这项收费现在是“{status}”",
                _take_out(entry),
            )


def no_ended_fees(corpus: PublicCorpus) -> Iterator[Problem]:
    """A cancelled or expired fee is listed by no item (收支两条线行政处分暂行规定 第七条: 已取消的继续收，要处分)."""
    for entry, index, fee in _listed(corpus):
        status = fee.status(corpus.day)
        if status in (FeeStatus.CANCELLED, FeeStatus.EXPIRED):
            ended = "已经取消" if status is FeeStatus.CANCELLED else f"有效期到 {fee.valid_until} 为止，已经期满"
            yield Problem(
                entry.place("fees", index),
                "commitment/fee-ended",
                f"“{entry.record.name}”还列着“{fee.name}”，这项收费{ended}；继续收要受处分",
                _take_out(entry),
            )


def _take_out(entry: Entry[Commitment]) -> str:
    if len(entry.record.fees) == 1:
        return "删掉 fees，写 free: true"
    return "从 fees 里删掉这一项"


def licence_fees_by_law(corpus: PublicCorpus) -> Iterator[Problem]:
    """A licence costs nothing unless a law or an administrative regulation says so (行政许可法 第五十八条)."""
    for entry, index, fee in _listed(corpus):
        laws = [corpus.laws.get(basis.law) for basis in fee.basis_item]
        if entry.record.type is not CommitmentKind.LICENCE or not laws or None in laws:
            continue
        if not any(law.record.level in BY_LAW for law in laws if law):
            found = "、".join(f"《{law.record.title}》（{law.record.level}）" for law in laws if law)
            yield Problem(
                entry.place("fees", index),
                "commitment/licence-fee-without-law",
                f"“{entry.record.name}”是行政许可，“{fee.name}”的立项依据只有{found}；"
                "没有法律、行政法规规定，行政许可不得收费（行政许可法第五十八条）",
                f"{_take_out(entry)}；确有法律或行政法规规定的，在收费项目的 basis_item 里写上",
            )
