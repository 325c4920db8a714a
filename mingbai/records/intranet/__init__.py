"""The kinds of record only the intranet sees."""

from mingbai.records.base import Record
from mingbai.records.intranet.annex import (
    CommitmentAnnex,
    DivisionAnnex,
    FeeAnnex,
    FineAnnex,
    HonoursAnnex,
    PersonAnnex,
)
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.intranet.plan import Plan

KINDS: tuple[type[Record], ...] = (
    Plan,
    CommitmentAnnex,
    FeeAnnex,
    FineAnnex,
    DivisionAnnex,
    PersonAnnex,
    HonoursAnnex,
    InternalDocument,
)
