"""A document as a sheet: the parts of an official paper in the order of GB/T 9704-2012, and what became of it.

A paper has its red head only where it has a number; a seal is never drawn, and the printed sheet says so.
"""

from msgspec import Struct

from mingbai.corpus.papers import Validity
from mingbai.pages import phrase
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.public.document import DocumentKind, Paper

OURS = (DocumentKind.RULES, DocumentKind.INTERPRETATION, DocumentKind.CALL)
"""Kinds that are not official papers: no head, no number of their own."""
POSTED = (DocumentKind.PROCLAMATION, DocumentKind.PUBLIC_NOTICE)
"""Papers that are posted up, not sent: the number stands below the title."""
UNSIGNED = (DocumentKind.RULES, DocumentKind.INTERPRETATION)
PASSING = (
    DocumentKind.INTERPRETATION,
    DocumentKind.CALL,
    DocumentKind.LETTER,
    DocumentKind.CIRCULAR,
    DocumentKind.REPORT,
    DocumentKind.REQUEST,
    DocumentKind.MINUTES,
    DocumentKind.MEETING_MINUTES,
)
"""Kinds of which nobody asks whether they still hold."""
CHIPS = {
    Validity.IN_FORCE: Chip("done", Validity.IN_FORCE.value),
    Validity.NOT_YET: Chip("soon", Validity.NOT_YET.value),
    Validity.AMENDED: Chip("half", Validity.AMENDED.value),
    Validity.REPEALED: Chip("ended", Validity.REPEALED.value, "off"),
    Validity.LAPSED: Chip("ended", Validity.LAPSED.value, "off"),
}


class Imprint(Struct, frozen=True):
    """The last lines of a paper (版记): who gets a copy, who printed it and when."""

    cc: str
    issued_by: str
    issued: Day | None


class Sheet(Struct, frozen=True):
    """A paper, part by part, but for its text; what is empty is left out. `letter` has another head line (信函格式)."""

    head: str
    letter: bool
    number: str
    title: str
    addressees: str
    attachments: tuple[Link, ...]
    signature: tuple[str, ...]
    day: Day
    note: str
    imprint: Imprint | None


def sheet(paper: Paper, attachments: tuple[Link, ...], note: str = "") -> Sheet:
    """The paper, ready to print; `note` stands at its foot where it has none of its own."""
    official = paper.type not in OURS
    issuers = issuers_of(paper)
    letter = paper.type is DocumentKind.LETTER
    headed = official and paper.doc_no and paper.type not in POSTED
    foot = paper.note or (note if official else "")
    return Sheet(
        head=f"{' '.join(issuers)}{'' if letter else '文件'}" if headed else "",
        letter=letter,
        number=paper.doc_no or "",
        title=full_title(paper),
        addressees=f"{paper.addressees}：" if paper.addressees else "",
        attachments=attachments,
        signature=() if paper.type in UNSIGNED else issuers,
        day=day_of(paper),
        note=f"（{foot}）" if foot else "",
        imprint=_imprint(paper),
    )


def issuers_of(paper: Paper) -> tuple[str, ...]:
    """Everyone who issued it, the leading one first."""
    return (paper.issuer, *paper.joint_issuers)


def full_title(paper: Paper) -> str:
    """The title of an official paper begins with its issuers (条例 第九条)."""
    issued = paper.type not in OURS and paper.title.startswith("关于")
    return f"{phrase.listed(issuers_of(paper))}{paper.title}" if issued else paper.title


def day_of(paper: Paper) -> Day:
    """The day it was made on."""
    return Day(phrase.day(paper.formed_on), paper.formed_on.isoformat())


def chip_of(paper: Paper, validity: Validity) -> Chip | None:
    """Whether it holds; of an interpretation or a letter that is only said when it does not."""
    if paper.type in PASSING and validity in (Validity.IN_FORCE, Validity.NOT_YET):
        return None
    return CHIPS[validity]


def kind_and_number(paper: Paper) -> str:
    """What it is called by, in one line."""
    return phrase.clauses(paper.type.value, paper.doc_no)


def based_on(paper: Paper) -> str:
    """The documents of others that it follows."""
    return "；".join(phrase.document(cited) for cited in paper.based_on)


def _imprint(paper: Paper) -> Imprint | None:
    if not (paper.cc or paper.issued_by or paper.issued_on):
        return None
    issued = Day(f"{phrase.day(paper.issued_on)}印发", paper.issued_on.isoformat()) if paper.issued_on else None
    return Imprint(paper.cc or "", paper.issued_by or "", issued)
