"""What is charged, by which law, and whether it still may be.

Law: a range is charged at its lower end, what may be dropped is dropped, and all of it is shown with its basis
(意见 二（五）). A fee that has ended stays on show with the document that ended it.
"""

from collections.abc import Iterator
from decimal import Decimal

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.fee import Decision, Fee, FeeAction, FeeStatus, Standard
from mingbai.rules.phrase import money, title

ENDED = (FeeStatus.CANCELLED, FeeStatus.EXPIRED)


def _charging(corpus: PublicCorpus) -> Iterator[Entry[Fee]]:
    """The fees people pay on the day shown; what was once charged is history.

    One that its clearing cancelled only has to end (R28): what it lacks to be charged is not asked for.
    """
    for entry in corpus.fees.values():
        cancelled = entry.record.clearing.decision is Decision.CANCEL
        if entry.record.status(corpus.day) is FeeStatus.CHARGING and not cancelled:
            yield entry


def _priced(corpus: PublicCorpus) -> Iterator[tuple[Entry[Fee], Decimal, Decimal]]:
    """Fees with one clear standard that is not in tiers, with the lower limit and what is charged."""
    for entry in _charging(corpus):
        standard, charged = entry.record.standard, entry.record.charged
        if _reversed(standard):
            continue
        if len(standard.given) == 1 and standard.minimum is not None and charged is not None:
            yield entry, standard.minimum, charged


def _reversed(standard: Standard) -> bool:
    """Whether nobody knows which limit is the lower one, of which a rule of their own tells."""
    limits = standard.range or standard.rate
    return bool(limits and limits.min is not None and limits.max is not None and limits.min > limits.max)


def _fixed(fee: Fee) -> bool:
    rate = fee.standard.rate
    return fee.standard.fixed is not None or (rate is not None and rate.percent is not None)


def charged_at_lower_limit(corpus: PublicCorpus) -> Iterator[Problem]:
    """A fee with a range, in yuan or per cent, is charged at its lower limit (意见 二（五）: 一律按下限收取)."""
    for entry, lowest, charged in _priced(corpus):
        if _fixed(entry.record) or charged == lowest:
            continue
        name, unit = entry.record.name, entry.record.unit
        hint = f"改为 charged: {lowest:f}"
        if charged > lowest:
            message = f"“{name}”实收 {money(charged, unit)}，高于法定下限 {money(lowest, unit)}"
            yield Problem(entry.place("charged"), "fee/above-lower-limit", message, hint)
        else:
            message = f"“{name}”实收 {money(charged, unit)}，低于法定下限 {money(lowest, unit)}"
            yield Problem(entry.place("charged"), "fee/below-lower-limit", message, f"{hint}；减免的写进 remission")


def charged_as_fixed(corpus: PublicCorpus) -> Iterator[Problem]:
    """A fee with a fixed standard is charged exactly that (行政许可法 第五十九条)."""
    for entry, amount, charged in _priced(corpus):
        if _fixed(entry.record) and charged != amount:
            unit = entry.record.unit
            yield Problem(
                entry.place("charged"),
                "fee/not-as-fixed",
                f"“{entry.record.name}”实收 {money(charged, unit)}，法定标准是 {money(amount, unit)}",
                f"改为 charged: {amount:f}",
            )


def charge_said(corpus: PublicCorpus) -> Iterator[Problem]:
    """What is charged stands beside the standard; a tiered one says it tier by tier, and nowhere else."""
    for entry in _charging(corpus):
        fee = entry.record
        if len(fee.standard.given) != 1 or _reversed(fee.standard):
            continue
        if fee.standard.tiers and fee.charged is not None:
            yield Problem(
                entry.place("charged"),
                "fee/charged-beside-tiers",
                f"“{fee.name}”按档收费，不能再写一个实收 {money(fee.charged, fee.unit)}",
                "删掉 charged 这一行",
            )
        elif not fee.standard.tiers and fee.charged is None:
            yield Problem(
                entry.place("charged"),
                "fee/charge-unsaid",
                f"“{fee.name}”没有写实收多少",
                f"补上一行 charged: {fee.standard.minimum:f}",
            )


def discretionary_cancelled(corpus: PublicCorpus) -> Iterator[Problem]:
    """What may be charged or not is cancelled for good (意见 二（五）: 可收可不收的坚决取消)."""
    for entry in corpus.fees.values():
        status = entry.record.status(corpus.day)
        if entry.record.clearing.discretionary and status not in ENDED:
            yield Problem(
                entry.place("clearing", "discretionary"),
                "fee/discretionary-not-cancelled",
                f"“{entry.record.name}”可收可不收，现在还是“{status}”；可收可不收的要坚决取消",
                "在 events 里补一条 - {on: 日期, action: 取消, document: {number: 文号}}；"
                "依法必须收的，改为 discretionary: false",
            )


def cancelled_by_document(corpus: PublicCorpus) -> Iterator[Problem]:
    """A cancellation names its document: title or number (意见 二（五）)."""
    for entry in corpus.fees.values():
        for index, event in enumerate(entry.record.events):
            document = event.document
            if event.action is FeeAction.CANCEL and not (document and (document.title or document.number)):
                yield Problem(
                    entry.place("events", index, "document"),
                    "fee/cancelled-without-document",
                    f"“{entry.record.name}”{event.on} 取消，没有写凭哪个文件",
                    "在这一条里补上 document: {number: 文号}，没有文号的写 {title: 文件名称}",
                )


def cancelled_for_good(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nothing happens to a fee after it was cancelled; what is charged anew is a new fee."""
    for entry in corpus.fees.values():
        days = [event.on for event in entry.record.events if event.action is FeeAction.CANCEL]
        for index, event in enumerate(entry.record.events):
            if days and event.on >= min(days) and event.action is not FeeAction.CANCEL:
                yield Problem(
                    entry.place("events", index),
                    "fee/changed-after-cancellation",
                    f"“{entry.record.name}”{min(days)} 已经取消，不能在 {event.on} 又“{event.action}”",
                    "删掉这一条；依法重新设立的收费，另建一个收费项目",
                )


def lowered_by_how_much(corpus: PublicCorpus) -> Iterator[Problem]:
    """A lowering says from how much to how much, and less is less; nothing else says so (意见 二（五）: 清理、压减)."""
    for entry in corpus.fees.values():
        for index, event in enumerate(entry.record.events):
            name, before, after = entry.record.name, event.before, event.after
            place = entry.place("events", index)
            if event.action is not FeeAction.LOWER:
                if before is not None or after is not None:
                    message = f"“{name}”{event.on} {event.action}，不用写原来收多少、降到多少"
                    yield Problem(
                        place, "fee/lowering-beside", message, "删掉 before 和 after；收得少了的，action 写 降低"
                    )
            elif before is None or after is None or after >= before:
                message = f"“{name}”{event.on} 降低，没有写清从多少降到多少"
                yield Problem(
                    place, "fee/lowering-unsaid", message, "补上 before: 原来收的数 和 after: 降到的数，后一个要小"
                )


def charged_as_lowered(corpus: PublicCorpus) -> Iterator[Problem]:
    """What is charged is what the latest lowering left (意见 二（五）)."""
    for entry, amount, charged in _priced(corpus):
        events, unit = entry.record.events, entry.record.unit
        lowered = [index for index, event in enumerate(events) if event.action is FeeAction.LOWER]
        latest = max(lowered, key=lambda index: events[index].on, default=None)
        after = None if latest is None else events[latest].after
        if latest is None or after is None or charged == after or charged != amount:
            continue  # one that is not charged as the standard says is told of that
        name, on = entry.record.name, events[latest].on
        yield Problem(
            entry.place("events", latest, "after"),
            "fee/not-as-lowered",
            f"“{name}”{on} 降到 {money(after, unit)}，照标准实收的却是 {money(charged, unit)}",
            f"这一条写错了，改为 after: {charged:f}；没写错，后来又变过，在 events 里补上那一条",
        )


def both_bases(corpus: PublicCorpus) -> Iterator[Problem]:
    """A fee shows the basis of the charge and of its amount (意见 二（五）; 政府信息公开条例 第二十条第八项)."""
    for entry in corpus.fees.values():
        for field in ("basis_item", "basis_standard"):
            if not getattr(entry.record, field):
                yield Problem(
                    entry.place(field),
                    "fee/basis-missing",
                    f"“{entry.record.name}”缺少“{title(Fee, field)}”；收费必须公示依据和标准",
                    f"补上 {field}，下面一条一行，例如 - {{law: price-2005-catv, articles: [第一条]}}",
                )


def in_catalogue(corpus: PublicCorpus) -> Iterator[Problem]:
    """A fee that is charged stands in the published catalogue (优化营商环境条例 第二十五条)."""
    for entry in _charging(corpus):
        if entry.record.catalogue_no is None:
            yield Problem(
                entry.place("catalogue_no"),
                "fee/outside-catalogue",
                f"“{entry.record.name}”在收，却没有目录清单编号；清单以外的不得收费（优化营商环境条例第二十五条）",
                "补上一行 catalogue_no: 收费目录清单里的编号；清单里没有的，停止收取",
            )


def told_once(corpus: PublicCorpus) -> Iterator[Problem]:
    """No fee is shown twice under two ids; one that has ended may come again.

    Several standards may have one name and one number in the catalogue: who pays, for what or by which unit differs.
    """
    first: dict[tuple[str | None, ...], Entry[Fee]] = {}
    for entry in corpus.fees.values():
        fee, name, number = entry.record, entry.record.name, entry.record.catalogue_no
        if number is None or fee.status(corpus.day) in ENDED:
            continue
        other = first.setdefault((name, number, fee.division, fee.payer, fee.scope, fee.unit), entry)
        if other is not entry:
            yield Problem(
                entry.place("name"),
                "fee/twice",
                f"“{name}”（{number}）在 {other.path} 里已经有了，名称、编号、交费人和范围都一样，一项收费会公示成两项",
                "两个文件留一个，多出来的删掉；真是另一项标准，在 payer 或 scope 里写明是谁、在哪里交",
            )
