"""What is fined, by which article, and from how much to how much (R27).

Law: the founding document demands the lower limit of fees alone (意见 二（五） speaks of 收费), so no rule here asks
what is charged. What is owed to people is the basis, the range, and which case is which.
"""

from collections.abc import Iterator
from decimal import Decimal

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.public.fine import Branch, Fine
from mingbai.rules.phrase import title


def bases_said(corpus: PublicCorpus) -> Iterator[Problem]:
    """A fine shows the article it rests on and the one that sets its range (政府信息公开条例 第二十条第六项)."""
    for entry in corpus.fines.values():
        for field in ("basis_item", "basis_standard"):
            if not getattr(entry.record, field):
                yield Problem(
                    entry.place(field),
                    "fine/basis-missing",
                    f"“{entry.record.name}”缺少“{title(Fine, field)}”；没有依据不能罚",
                    f"补上 {field}，下面一条一行，例如 - {{law: performances, articles: [第四十四条第一款]}}",
                )


def one_form(corpus: PublicCorpus) -> Iterator[Problem]:
    """Each case has exactly one form: fixed, range or times."""
    for entry in corpus.fines.values():
        for index, branch in enumerate(entry.record.standard):
            if len(branch.given) != 1:
                found = "和".join(f"“{title(Branch, form)}”" for form in branch.given)
                yield Problem(
                    entry.place("standard", index),
                    "fine/standard-unclear",
                    f"“{entry.record.name}”第{index + 1}种情形"
                    + (f"写了{found}，只能有一种" if branch.given else "没有写罚多少"),
                    "按条文留下一种：fixed（固定数额）、range（幅度）或者 times（倍数）",
                )


def cases_told_apart(corpus: PublicCorpus) -> Iterator[Problem]:
    """Where there are several cases, each says when it applies."""
    for entry in corpus.fines.values():
        branches = entry.record.standard
        for index, branch in enumerate(branches):
            if len(branches) > 1 and not branch.when:
                yield Problem(
                    entry.place("standard", index),
                    "fine/case-unsaid",
                    f"“{entry.record.name}”有 {len(branches)} 种情形，第{index + 1}种没有写是什么情形",
                    "在这一种里补上 when，例如 when: 没有违法所得，或者违法所得不足1万元",
                )


def limits_in_order(corpus: PublicCorpus) -> Iterator[Problem]:
    """The lower limit is not above the upper one."""
    for entry in corpus.fines.values():
        for index, branch in enumerate(entry.record.standard):
            for form, limits in (("range", branch.range), ("times", branch.times)):
                if limits and limits.min is not None and limits.min > limits.max:
                    low, high = _as_typed(limits.min), _as_typed(limits.max)
                    yield Problem(
                        entry.place("standard", index, form, "min"),
                        "fine/limits-reversed",
                        f"“{entry.record.name}”的下限 {low} 比上限 {high} 还高",
                        f"是不是写反了？改为 min: {high} 和 max: {low}",
                    )


def cancelled_by_document(corpus: PublicCorpus) -> Iterator[Problem]:
    """A cancellation names its day and its document, title or number."""
    for entry in corpus.fines.values():
        fine = entry.record
        document = fine.cancelled_by
        if fine.cancelled_on and not (document and (document.title or document.number)):
            yield Problem(
                entry.place("cancelled_on"),
                "fine/cancelled-without-document",
                f"“{fine.name}”{fine.cancelled_on} 取消，没有写凭哪个文件",
                "补上一行 cancelled_by: {number: 文号}，没有文号的写 {title: 文件名称}",
            )
        elif document and not fine.cancelled_on:
            yield Problem(
                entry.place("cancelled_by"),
                "fine/cancelled-without-day",
                f"“{fine.name}”写了取消文件，没有写从哪天起取消",
                "补上一行 cancelled_on: 日期，例如 cancelled_on: 2026-02-01；没有取消的，删掉 cancelled_by",
            )


def _as_typed(amount: Decimal) -> str:
    return f"{amount:f}"
