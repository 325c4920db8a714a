"""The intranet's pages that no issue of a newsletter can change, each from a quiet corpus; also those with an annex."""

from collections.abc import Callable, Iterable, Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.activity import activity_pages
from mingbai.pages.intranet.annex import annexed_pages
from mingbai.pages.intranet.appraisal import appraisal_pages
from mingbai.pages.intranet.appraisal_list import appraisal_list_pages
from mingbai.pages.intranet.campaign import campaign_pages
from mingbai.pages.intranet.circular import circular_pages
from mingbai.pages.intranet.circular_list import circular_list_pages
from mingbai.pages.intranet.complaint import complaint_pages
from mingbai.pages.intranet.complaint_list import complaint_list_pages
from mingbai.pages.intranet.conduct import conduct_pages
from mingbai.pages.intranet.conduct_list import conduct_list_pages
from mingbai.pages.intranet.deadline_list import deadline_list_pages
from mingbai.pages.intranet.document import document_pages
from mingbai.pages.intranet.document_list import document_list_pages
from mingbai.pages.intranet.finding import finding_pages
from mingbai.pages.intranet.home import home_pages
from mingbai.pages.intranet.inspection import inspection_pages
from mingbai.pages.intranet.inspection_list import inspection_list_pages
from mingbai.pages.intranet.ledger import ledger_pages
from mingbai.pages.intranet.matrix import matrix_pages
from mingbai.pages.intranet.measure_list import measure_list_pages
from mingbai.pages.intranet.plan import plan_pages
from mingbai.pages.intranet.plan_list import plan_list_pages
from mingbai.pages.intranet.responsibility import responsibility_pages
from mingbai.pages.intranet.review import review_pages
from mingbai.pages.intranet.reward import reward_pages
from mingbai.pages.intranet.submission import submission_pages
from mingbai.pages.intranet.watch import watch_pages
from mingbai.pages.page import Page

QUIET: tuple[Callable[[IntranetCorpus], Iterator[Page]], ...] = (
    home_pages,
    deadline_list_pages,
    campaign_pages,
    plan_list_pages,
    plan_pages,
    matrix_pages,
    conduct_list_pages,
    conduct_pages,
    responsibility_pages,
    measure_list_pages,
    ledger_pages,
    finding_pages,
    inspection_list_pages,
    inspection_pages,
    circular_list_pages,
    circular_pages,
    complaint_list_pages,
    complaint_pages,
    review_pages,
    watch_pages,
    activity_pages,
    submission_pages,
    appraisal_list_pages,
    appraisal_pages,
    reward_pages,
    document_list_pages,
    document_pages,
)


def quiet_pages(corpus: IntranetCorpus, public: Iterable[Page]) -> Iterator[Page]:
    """All these pages, from a quiet corpus, and those of the public ones given that have an annex."""
    own = tuple(page for pages in QUIET for page in pages(corpus))
    taken = {page.route for page in own}
    yield from own
    yield from annexed_pages(corpus, (page for page in public if page.route not in taken))
