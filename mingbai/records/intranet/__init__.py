"""The kinds of record only the intranet sees."""

from mingbai.records.base import Record
from mingbai.records.intranet.activity import Activity
from mingbai.records.intranet.annex import (
    CommitmentAnnex,
    DivisionAnnex,
    FeeAnnex,
    FineAnnex,
    HonoursAnnex,
    PersonAnnex,
)
from mingbai.records.intranet.bulletin import InternalArticle, InternalBulletin, Submission
from mingbai.records.intranet.campaign import Campaign
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.intranet.plan import Plan
from mingbai.records.intranet.staff import Staff

KINDS: tuple[type[Record], ...] = (
    Campaign,
    Staff,
    Plan,
    Conduct,
    Activity,
    InternalBulletin,
    InternalArticle,
    Submission,
    CommitmentAnnex,
    FeeAnnex,
    FineAnnex,
    DivisionAnnex,
    PersonAnnex,
    HonoursAnnex,
    InternalDocument,
)
