"""网上监察: every promise that runs out or has run out, red first; how fast the units are, drawn and as rows.

What the latest quarter tells of the items, what the ledger has open today and what complaints wait for stand in the
same lists, so that nobody has to look twice. Of a 举报 there are number and clock alone.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.watch import Kept, Light, Pace, Running, Waiting, kept, paces, running, waiting
from mingbai.pages import draw
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.intranet.column import LEDGER, WATCH, front
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.finding_log import NEXT, spent
from mingbai.pages.intranet.year import in_full, short
from mingbai.pages.page import Page, View
from mingbai.pages.public.kept import plain, quarter_name, tenth, workdays
from mingbai.pages.public.part import Chip, Day, Link, Tally, in_order
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.finding import Finding
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.performance import share

SHAPES = {Light.RED: ("late", "late"), Light.AMBER: ("soon", ""), Light.GREEN: ("done", "")}
"""A light is a shape and a word before it is a colour: the shape, and the tone of its chip."""
TITLES = {Light.RED: "红：已经晚了", Light.AMBER: "黄：用掉八成以上", Light.GREEN: "绿：来得及"}
SPEED = (Series("平均用"), Series("承诺", Tone.HOLLOW))


class WatchRow(Struct, frozen=True):
    """One promise: what it is, whose, how much of it is used, of how much; `note` says until when."""

    link: Link
    what: str
    unit: Link
    chip: Chip
    used: str
    allowed: str
    note: str


class LightPart(Struct, frozen=True):
    """All promises under one light; `fold` is the line that opens them on a phone, empty where they stand open."""

    anchor: str
    title: str
    fold: str
    rows: tuple[WatchRow, ...]


class PaceRow(Struct, frozen=True):
    """How fast one unit was in the quarter, and how many were late."""

    unit: Link
    used: str
    promised: str
    late: Chip


class WatchView(View, frozen=True, kw_only=True):
    """All promises that are watched."""

    title: str
    day: Day
    quarter: str
    tallies: tuple[Tally, ...]
    parts: tuple[LightPart, ...]
    chart: Chart | None
    paces: tuple[PaceRow, ...]


def watch_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The page at /watch/."""
    items, cases, complaints = kept(corpus.public), running(corpus), waiting(corpus)
    rows = {light: tuple(_rows(corpus, light, items, cases, complaints)) for light in Light}
    quarters = corpus.public.quarters
    by_unit = {pace.unit: pace for pace in paces(items)}
    ordered = [by_unit[unit] for unit in in_order(corpus.public, by_unit)]
    view = WatchView(
        head=front(WATCH, WATCH.title, "哪个承诺、哪个期限快用完了，哪个已经晚了。", LEDGER),
        title=WATCH.title,
        day=in_full(corpus.day),
        quarter=quarter_name(quarters[-1][0]) if quarters else "",
        tallies=tuple(Tally(str(len(rows[light])), "件", TITLES[light]) for light in Light),
        parts=tuple(_part(light, rows[light]) for light in Light if rows[light]),
        chart=_chart(corpus, ordered),
        paces=tuple(_pace(corpus, pace) for pace in ordered),
    )
    yield Page(WATCH.href, "intranet/watch.html", view)


def _part(light: Light, rows: tuple[WatchRow, ...]) -> LightPart:
    title = TITLES[light]
    return LightPart(light.name.lower(), title, f"看这{len(rows)}件" if light is Light.GREEN else "", rows)


def _rows(
    corpus: IntranetCorpus,
    light: Light,
    items: Iterable[Kept],
    cases: Iterable[Running],
    complaints: Iterable[Waiting],
) -> Iterator[WatchRow]:
    """The findings and the complaints first: somebody can still act on them."""
    for each in cases:
        if each.clock.light is light:
            yield _case(corpus, each)
    for one in complaints:
        if one.light is light:
            yield _complaint(corpus, one)
    for item in sorted((item for item in items if item.light is light), key=lambda item: -item.share):
        yield _item(corpus, item)


def _case(corpus: IntranetCorpus, each: Running) -> WatchRow:
    case, clock = each.case, each.clock
    unit = corpus.office if case.at_office else case.entry.record.division
    told = f"逾期{case.days_late}天" if case.is_overdue else _percent(Decimal(clock.used.days), clock.allowed.days)
    return WatchRow(
        link=Link(f"问题{case.number}", routes.route(Finding.kind, case.id)),
        what=NEXT[case.state],
        unit=unit_of(corpus.public, unit),
        chip=_chip(clock.light, told),
        used=spent(clock.used),
        allowed=f"期限{spent(clock.allowed)}",
        note=f"{short(clock.last)}到期",
    )


def _complaint(corpus: IntranetCorpus, each: Waiting) -> WatchRow:
    docket, told = each.docket, each.docket.entry.record
    unit = corpus.office if docket.is_report else told.division or corpus.office
    late = f"逾期{docket.days_late}天" if docket.is_overdue else _percent(Decimal(each.used), each.allowed)
    return WatchRow(
        link=Link(f"{told.type}{docket.number}", routes.route(Complaint.kind, docket.entry.id)),
        what=docket.next,
        unit=unit_of(corpus.public, unit),
        chip=_chip(each.light, late),
        used=f"{each.used}天",
        allowed=f"期限{each.allowed}天",
        note=f"{short(docket.until)}到期" if docket.until else "",
    )


def _item(corpus: IntranetCorpus, item: Kept) -> WatchRow:
    cases, promised = item.cases, item.promised
    known = promised is not None and cases.mean_days is not None
    return WatchRow(
        link=Link(
            corpus.public.commitments[cases.commitment].record.name, routes.route(Commitment.kind, cases.commitment)
        ),
        what=f"办结{cases.completed}件",
        unit=unit_of(corpus.public, item.unit),
        chip=_chip(item.light, _told(item)),
        used=f"平均{workdays(cases.mean_days)}" if known and cases.mean_days else "当场" if known else "",
        allowed=f"承诺{workdays(Decimal(promised))}" if promised else "",
        note="",
    )


def _told(item: Kept) -> str:
    if item.cases.late:
        return f"超期{item.cases.late}件"
    if item.promised is None or item.cases.mean_days is None:
        return "没有超期的"
    return _percent(item.cases.mean_days, item.promised) if item.promised else "当场办"


def _percent(used: Decimal, allowed: int) -> str:
    """How much is used, cut and never rounded up: what is amber must not read as what is red."""
    part = share(int(10 * used), 10 * allowed)
    return f"用了{plain(part)}%" if part is not None else "期限当天"


def _chip(light: Light, told: str) -> Chip:
    shape, tone = SHAPES[light]
    return Chip(shape, f"{light}，{told}", tone)


def _chart(corpus: IntranetCorpus, found: Iterable[Pace]) -> Chart | None:
    """What was promised beside what it took, unit by unit."""
    timed = [pace for pace in found if pace.promised]
    groups = [
        Group(
            unit_of(corpus.public, pace.unit).text,
            (_value(pace.used, Tone.LATE if pace.light is Light.RED else None), _value(pace.promised, None)),
        )
        for pace in timed
    ]
    within = sum(pace.used <= pace.promised for pace in timed)
    desc = f"{len(timed)}个单位有要等的件，{within}个平均用的工作日不超过承诺；有超期件的画成空心红框。"
    return draw.rows(About("pace", "平均用几个工作日，承诺几个", desc), SPEED, groups)


def _value(number: Decimal, tone: Tone | None) -> Value:
    return Value(tenth(number), plain(tenth(number)), tone)


def _pace(corpus: IntranetCorpus, pace: Pace) -> PaceRow:
    late = f"{pace.late}件" if pace.late else "没有"
    return PaceRow(
        unit=unit_of(corpus.public, pace.unit),
        used=workdays(tenth(pace.used)) if pace.promised else "没有可比的",
        promised=workdays(tenth(pace.promised)) if pace.promised else "",
        late=_chip(pace.light, late),
    )
