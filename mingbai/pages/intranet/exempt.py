"""Why a record stays on the intranet, in words: the article of 政府信息公开条例 that allows it."""

from mingbai.records.intranet.base import Kept

REASONS = {
    14: "第十四条，属于国家秘密等不公开的信息",
    15: "第十五条，涉及商业秘密、个人隐私",
    16: "第十六条，属于内部事务信息",
}


def exempt(record: Kept) -> str:
    """The sentence that stands at the end of everything internal.

    >>> from mingbai.records.intranet.annex import FeeAnnex
    >>> exempt(FeeAnnex())
    '内部资料，不得外传。依据《政府信息公开条例》第十六条，属于内部事务信息。'
    """
    return f"内部资料，不得外传。依据《政府信息公开条例》{REASONS[record.exempt_basis]}。"
