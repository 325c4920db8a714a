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
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.bulletin import InternalArticle, InternalBulletin, Submission
from mingbai.records.intranet.campaign import Campaign
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.intranet.plan import Plan
from mingbai.records.intranet.review import ExternalReview
from mingbai.records.intranet.reward import CityRanking, Reward
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
    Inspection,
    Finding,
    Circular,
    Complaint,
    ExternalReview,
    Appraisal,
    CityRanking,
    Reward,
    CommitmentAnnex,
    FeeAnnex,
    FineAnnex,
    DivisionAnnex,
    PersonAnnex,
    HonoursAnnex,
    InternalDocument,
)
