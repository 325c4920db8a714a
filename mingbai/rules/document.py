"""Documents: index numbers that name one paper each, kinds that there were on their day, release in time."""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.papers import Papers
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.public.document import Document, DocumentKind, Paper

WITHIN = 20
"""So many working days after it was made a document is public (政府信息公开条例 第二十六条)."""
SINCE_2012 = date(2012, 7, 1)
"""From then on there are fifteen kinds for Party and administration alike (中办发〔2012〕14号)."""
NEW_IN_2012 = (DocumentKind.RESOLUTION, DocumentKind.COMMUNIQUE, DocumentKind.MINUTES)
"""Kinds the administration did not have before (国发〔2000〕23号)."""
PARTY = "中共"


def published_in_time(corpus: PublicCorpus) -> Iterator[Problem]:
    """A document is public within 20 working days of being made (政府信息公开条例 第二十六条)."""
    told: set[int] = set()
    for entry in corpus.documents.values():
        made, published = entry.record.formed_on, entry.record.published.date()
        count = corpus.workdays.between(made, published)
        if corpus.broken_calendar(count.missing):
            continue
        provisional = f"（{PROVISIONAL}）" if count.missing else ""
        if count.days > WITHIN:
            yield Problem(
                entry.place("published"),
                "document/published-late",
                f"{made} 成文，{published} 才公开，过了 {count.days} 个工作日{provisional}；应在 {WITHIN} 个工作日内",
                "日期写错了就改；没写错，以后成文就公开",
                Severity.WARNING,
            )
            continue  # Late by whichever calendar: a slip in the year would miss one for each year since.
        for year in sorted({*count.missing} - told):
            told.add(year)
            yield Problem(
                entry.place("published"),
                "calendar/year-missing",
                f"没有{year}年的工作日历，公开的期限{PROVISIONAL}",
                f"国务院办公厅公布放假安排以后，建好 content/public/calendar/{year}.yaml",
                Severity.WARNING,
            )


def index_numbers_unique(corpus: PublicCorpus) -> Iterator[Problem]:
    """An index number is one document's, and says the year it was made in (政府信息公开条例 第十二条)."""
    first: dict[str, Entry[Document]] = {}
    for entry in sorted(corpus.documents.values(), key=made):
        index = entry.record.index_no
        other = first.setdefault(index, entry)
        if other is not entry:
            yield Problem(
                entry.place("index_no"),
                "document/index-twice",
                f"索引号 {index} 已经给了“{other.record.title}”",
                "换一个没用过的流水号",
            )
        if int(index[10:14]) != entry.record.formed_on.year:
            yield Problem(
                entry.place("index_no"),
                "document/index-year",
                f"索引号 {index} 的年份和成文日期 {entry.record.formed_on} 不一样",
                f"改为 index_no: {index[:10]}{entry.record.formed_on.year}{index[14:]}；成文日期错了就改日期",
            )


def kinds_of_their_time(corpus: PublicCorpus) -> Iterator[Problem]:
    """A paper's kind is one that there was on its day (中办发〔2012〕14号)."""
    yield from _kinds(corpus.documents)


def internal_kinds_of_their_time(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of internal papers."""
    yield from _kinds(corpus.documents)


def filed_by_year(corpus: PublicCorpus) -> Iterator[Problem]:
    """A paper lies in the folder of the year it was made in, so that its address says it."""
    yield from _years(corpus.documents)


def internal_filed_by_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of internal papers."""
    yield from _years(corpus.documents)


def party_papers_decided(corpus: PublicCorpus) -> Iterator[Problem]:
    """A paper of the Party committee is public only by an explicit decision (政府信息公开条例 第二条; 本局自定)."""
    for entry in corpus.documents.values():
        review = entry.record.review
        if entry.record.issuer.startswith(PARTY) and review and not review.result:
            yield Problem(
                entry.place("review"),
                "document/party-undecided",
                f"“{entry.record.title}”是党委的文件，不当然是政府信息，要有明确的决定才能公开",
                "在 review 里补上 result: 谁、哪次会议决定公开",
            )


def made(entry: Entry[Paper]) -> tuple[date, str]:
    """In the order they were made, so that the later of two is told."""
    return entry.record.formed_on, entry.id


def _kinds(papers: Papers) -> Iterator[Problem]:
    for entry in papers.values():
        paper = entry.record
        early = paper.formed_on < SINCE_2012
        party = paper.issuer.startswith(PARTY)
        if (early and paper.type in NEW_IN_2012 and not party) or (
            not early and paper.type is DocumentKind.MEETING_MINUTES
        ):
            yield Problem(
                entry.place("type"),
                "document/kind-of-another-time",
                f"{paper.formed_on} 还没有“{paper.type}”这个文种"
                if early
                else f"2012年7月以后没有“{paper.type}”这个文种",
                "那时候的纪要写 type: 会议纪要；决议、公报查一查原件" if early else "改为 type: 纪要",
            )


def _years(papers: Papers) -> Iterator[Problem]:
    for id, entry in papers.items():
        folder, name = id.split("/")
        year = entry.record.formed_on.year
        if folder != str(year):
            yield Problem(
                entry.place("formed_on"),
                "document/other-year",
                f"放在文件夹 {folder} 里，成文日期却是 {entry.record.formed_on}",
                f"挪到 documents/{year}/{name}.md；成文日期错了就改日期",
            )
