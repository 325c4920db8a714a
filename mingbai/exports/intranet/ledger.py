"""The ledger as a workbook, every finding of every year a row, and its changes as a feed.

Both are as old as the latest step in a log: a day on which nothing happened changes no byte, except what counts days.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.digest import of_bytes, of_value
from mingbai.exports.atom import Change, Feed, tag
from mingbai.exports.export import Export
from mingbai.exports.public.words import unit
from mingbai.exports.table import Holds, Source, Table, closed, data, derived, fields, filled
from mingbai.exports.xlsx import xlsx_bytes
from mingbai.records.intranet.finding import Finding, FindingEvent, FindingState

PAGE = "/ledger/"
"""Where the ledger stands on the intranet; the files lie below."""
WORKBOOK, CHANGES = "ledger/ledger.xlsx", "ledger/changes.xml"
SINCE = 2026
"""The year from which the feed has its name; it stays, or readers would take it for another feed."""
REGISTERED = "登记"
"""The step before the first in a log."""
TERMS = ("内部资料，不得外传。", "状态从办理记录里算出来，要改状态，在记录后面加一步。")


class Offer(Struct, frozen=True):
    """A file of the ledger that a page leads to."""

    text: str
    href: str
    is_feed: bool


def downloads(corpus: IntranetCorpus) -> tuple[Offer, ...]:
    """Both files; none where nothing was ever found."""
    if not corpus.ledger:
        return ()
    return (
        Offer("下载表格（XLSX）", f"/{WORKBOOK}", is_feed=False),
        Offer("订阅变动（Atom）", f"/{CHANGES}", is_feed=True),
    )


def _feed_file(feed: Feed) -> bytes:
    from mingbai.exports.atom_file import atom_bytes  # most builds write no feed

    return atom_bytes(feed)


def ledger_exports(corpus: IntranetCorpus) -> Iterator[Export]:
    """The workbook and the feed."""
    if corpus.ledger:
        table, feed, author = ledger_table(corpus), changes(corpus), corpus.public.bureau.record.name
        yield Export(WORKBOOK, of_value([table, author]), lambda: xlsx_bytes(table, author, TERMS))
        yield Export(CHANGES, of_bytes(repr(feed).encode()), lambda: _feed_file(feed))


def ledger_table(corpus: IntranetCorpus) -> Table:
    """Every finding as it stands on the day, by number."""
    cases = tuple(corpus.ledger.values())
    columns, rows = filled(_columns(corpus), cases)
    updated = max(case.stepped_on for case in cases).isoformat()
    return Table("ledger", "整改销号台账", "一个问题一行。", "", columns, rows, updated)


def changes(corpus: IntranetCorpus) -> Feed:
    """Every step of every finding, the latest first; of one day, by number and in the order of the log."""
    host = corpus.public.bureau.record.intranet_host
    found = [change for case in corpus.ledger.values() for change in _steps(corpus, case)]
    return Feed(
        id=tag(host, SINCE, "ledger"),
        name="整改销号台账的变动",
        about="登记、反馈、整改、验收，走一步多一条。",
        author=corpus.public.bureau.record.name,
        address=f"https://{host}/{CHANGES}",
        page=f"https://{host}{PAGE}",
        changes=tuple(sorted(found, key=lambda change: change.on, reverse=True)),
    )


def _columns(corpus: IntranetCorpus) -> Iterator[Source[Case]]:
    def finding(case: Case) -> Finding:
        return case.entry.record

    def unit_name(case: Case) -> str | None:
        return unit(corpus.public, case.entry.record.division)

    def head(case: Case) -> str | None:
        found = corpus.chain.head(case.entry.record.division)
        return found.post if found else None

    yield derived("number", "编号", Holds.TEXT, lambda case: case.number)
    yield from fields(Finding, finding, "text")
    yield derived("unit", "责任单位名称", Holds.TEXT, unit_name)
    yield from fields(Finding, finding, "division")
    yield derived("head", "谁负责", Holds.TEXT, head, "写到岗位为止")
    yield from fields(Finding, finding, "source", "type", "raised_by", "severity", "registered_on")
    yield closed("state", "状态", FindingState, lambda case: case.state.value)
    yield derived("since", "从哪天起", Holds.DAY, lambda case: data(case.since), "从这一天起是这个状态")
    yield from fields(Finding, finding, "due")
    yield derived("due_now", "现在的期限", Holds.DAY, lambda case: data(case.due), "延期、重新打开以后的也算")
    yield derived("until", "最晚哪天办", Holds.DAY, lambda case: data(case.until), "轮到谁就是谁的期限；办完了的不写")
    yield derived("overdue", "逾期", Holds.YES_NO, lambda case: case.is_overdue)
    yield derived("days_late", "逾期几天", Holds.WHOLE, lambda case: max(case.days_late, 0), "日历天数")
    yield derived("in_time", "按时改好", Holds.YES_NO, lambda case: case.in_time, "销号的才写")
    yield derived("reported_on", "最近一次报请验收", Holds.DAY, lambda case: data(case.reported_on))
    yield derived("round", "第几轮", Holds.WHOLE, lambda case: case.round)
    yield from fields(Finding, finding, "norms", "cause", "measures", "inspection", "review")
    yield from fields(Finding, finding, "external_ref", "received_on")
    yield from fields(Finding, finding, *(f"accountability.{name}" for name in ("on", "decision", "by")))
    yield derived("log", "办理记录", Holds.SEVERAL, lambda case: tuple(map(_line, case.entry.record.log)))


def _line(event: FindingEvent) -> str:
    parts = (event.on.isoformat(), event.action.value, event.by, f"改到{event.due}" if event.due else "", event.note)
    return " ".join(part for part in parts if part)


def _steps(corpus: IntranetCorpus, case: Case) -> Iterator[Change]:
    """What happened to one finding, the latest first; a log is only ever added to, so a place in it is a name."""
    finding = case.entry.record
    name = unit(corpus.public, finding.division)
    host = corpus.public.bureau.record.intranet_host
    page = f"https://{host}{routes.route(Finding.kind, case.id)}"
    told = [(finding.registered_on, REGISTERED, ""), *((e.on, e.action.value, e.note or "") for e in finding.log)]
    for place, (on, action, note) in reversed(list(enumerate(told))):
        yield Change(
            id=tag(host, _year(case.id), f"ledger/{case.id}/{place}"),
            on=on,
            title=f"{case.number} {action}：{name}",
            text="\n".join(part for part in (finding.text, note) if part),
            page=page,
            category=action,
        )


def _year(id: str) -> int:
    return int(id.split("/", maxsplit=1)[0])
