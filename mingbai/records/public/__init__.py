"""The kinds of record the public sees, in the order of the glossary; the intranet shows all of these too."""

from mingbai.records.base import Record
from mingbai.records.public.bulletin import Article, Bulletin
from mingbai.records.public.bureau import Bureau
from mingbai.records.public.calendar import Calendar
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.division import Division
from mingbai.records.public.document import Document
from mingbai.records.public.errand import Errand
from mingbai.records.public.exemplar import Exemplar
from mingbai.records.public.fee import Fee
from mingbai.records.public.figures import Figures
from mingbai.records.public.fine import Fine
from mingbai.records.public.forbidden import ForbiddenStrings
from mingbai.records.public.honours import Honours
from mingbai.records.public.law import Law
from mingbai.records.public.norms import Norms
from mingbai.records.public.page import Page
from mingbai.records.public.performance import Performance
from mingbai.records.public.person import Person
from mingbai.records.public.pledges import Pledges

KINDS: tuple[type[Record], ...] = (
    Bureau,
    Person,
    Division,
    Law,
    Commitment,
    Errand,
    Fee,
    Fine,
    Bulletin,
    Article,
    Pledges,
    Calendar,
    ForbiddenStrings,
    Performance,
    Document,
    Norms,
    Honours,
    Exemplar,
    Figures,
    Page,
)
