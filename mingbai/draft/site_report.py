"""The yearly report on the site itself, drafted: what records tell is counted, the rest is asked where it belongs.

The headings are those of the form (国办函〔2018〕12号). A question stands in the text as 【填：…】, which the check of
texts refuses, so that none of them goes out unanswered.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.draft.draft import Draft
from mingbai.draft.figures import complaint_figures
from mingbai.draft.text import Left, Plain, document
from mingbai.records.base import Entry, Published
from mingbai.records.public.commitment import CommitmentStatus
from mingbai.records.public.commitment_parts import ChannelKind
from mingbai.records.public.document import Call, DocumentKind
from mingbai.records.public.fee import FeeStatus
from mingbai.records.public.page import Page

P = TypeVar("P", bound=Published)
QUARTERS = 4
NO_PAPERS = (DocumentKind.INTERPRETATION, DocumentKind.CALL)
"""Kinds that are told of under headings of their own."""


class Row(NamedTuple):
    """What was counted, and how much it is, or the question."""

    label: str
    said: str


def site_report_draft(corpus: IntranetCorpus, year: int) -> Draft:
    """The report on a year that has begun, counted as of the day that is shown."""
    public, day = corpus.public, corpus.day
    openness = public.bureau.record.openness
    unit = openness.division if openness else None
    name = f"{Page.kind}/site-report-{year}.md"
    home = f"content/public/{name}"
    title = f"{year}年政府网站工作年度报表"
    until = f"{day.year}年{day.month}月{day.day}日"
    facts: dict[str, Plain] = {
        "title": title,
        "summary": Left("一句话：发了多少、办了多少、哪里没做好"),
        **({"division": unit} if unit else {}),
        "formed_on": Left(f"{year + 1}-01-日"),
        "site_report_year": year,
        "review": Left("{by: 审查单位, on: 审查日期, result: 同意公开}"),
        "published": Left(f"{year + 1}-01-日 09:00"),
    }
    opening = (
        f"草稿：{title}，{until}数的。程序数的，请对着记录核一遍；投诉的数，看看能不能公开。",
        *(["这一年还没有过完，过完了删掉这份，再起草一遍。"] if day.year == year else []),
        "正文里写着“填”的，照实写上，括号一起换掉；没有就写没有。",
        f"填好上下几行，去掉行首的井号，挪到 {home}，{year + 1}年1月31日以前公布。",
    )
    sections = (
        ("网站", _site(public)),
        ("信息发布", _published(public, year)),
        ("专栏专题", _columns(public)),
        ("解读回应", _explained(public, year)),
        ("办事服务", _services(public, year)),
        ("互动交流", _talks(corpus, year)),
        ("安全防护", _safety()),
        ("移动新媒体", [Row("客户端、公众号", _ask("有没有，多少人看；没有就写没有"))]),
        ("创新发展", [Row("网站上新做的事", _ask("一句话，没有就写没有"))]),
    )
    body = "\n".join(_section(heading, rows) for heading, rows in sections)
    text = f"---\n{document(facts, opening)}---\n\n{body}"
    return Draft(name, home, title, text)


def _site(corpus: PublicCorpus) -> Iterator[Row]:
    bureau = corpus.bureau.record
    yield Row("主办单位", bureau.name)
    yield Row("网址", f"<https://{bureau.public_host}/>")
    yield Row("网站标识码", bureau.site_id_code)
    yield Row("一年里多少人看过", _ask("看服务器的访问记录"))
    yield Row("一年里看了多少次", _ask("看服务器的访问记录"))


def _published(corpus: PublicCorpus, year: int) -> Iterator[Row]:
    """Pieces by the year in which they came out."""
    papers = [entry for entry in _of(corpus.documents.values(), year) if entry.record.type not in NO_PAPERS]
    issues = list(_of(corpus.bulletins.values(), year))
    told: list[Entry[Published]] = [*corpus.exemplars.values(), *corpus.honours.values()]
    pieces = sum(len(entry.record.items) for entry in issues)
    yield Row("文件", f"{len(papers)}份")
    yield Row("简报", f"{len(issues)}期，{pieces}篇")
    yield Row("典型和表彰", _number(_of(told, year), "份"))
    yield Row("公开的数", _number(_of(corpus.figures.values(), year), "份"))
    yield Row("别的文章", _number(_of(corpus.pages.values(), year), "篇"))


def _columns(corpus: PublicCorpus) -> Iterator[Row]:
    yield Row("栏目", f"{len(corpus.bureau.record.columns)}个")
    yield Row("一年里新开的", _ask("几个，叫什么"))
    yield Row("一年里关掉的", _ask("几个，内容搬到了哪里"))


def _explained(corpus: PublicCorpus, year: int) -> Iterator[Row]:
    found = [e for e in _of(corpus.documents.values(), year) if e.record.type is DocumentKind.INTERPRETATION]
    yield Row("解读", f"{len(found)}篇")
    yield Row("解读到的文件", f"{len({id for entry in found for id in entry.record.interprets})}份")
    yield Row("回应大家关心的事", _ask("几次，什么事"))


def _services(corpus: PublicCorpus, year: int) -> Iterator[Row]:
    items = [e.record for e in corpus.commitments.values() if e.record.status(corpus.day) is CommitmentStatus.ACTIVE]
    online = sum(any(channel.kind is ChannelKind.ONLINE for channel in item.channels) for item in items)
    charged = sum(entry.record.status(corpus.day) is FeeStatus.CHARGING for entry in corpus.fees.values())
    yield Row("在办的事项", f"{len(items)}项")
    yield Row("网上能办的", f"{online}项")
    yield Row("在收的费", f"{charged}项")
    told = [(quarter, entry.record) for quarter, entry in corpus.quarters if quarter.year == year]
    cases = [case for _, record in told for case in record.items]
    yield Row("收到的申请", f"{sum(case.received for case in cases)}件")
    yield Row("受理", f"{sum(case.accepted for case in cases)}件")
    yield Row("办结", f"{sum(case.completed for case in cases)}件，按时的{sum(case.on_time for case in cases)}件")
    short = [str(quarter.number) for quarter, record in told if record.counted_to]
    there = {quarter.number for quarter, _ in told}
    missing = [str(number) for number in range(1, QUARTERS + 1) if number not in there]
    if short:
        yield Row("没有数完的", _ask(f"第{'、'.join(short)}季度没有数到头，补齐了改上面三个数，删掉这一行"))
    if missing:
        yield Row("没有算上的", _ask(f"第{'、'.join(missing)}季度还没有公布，公布了加到上面三个数里，删掉这一行"))


def _talks(corpus: IntranetCorpus, year: int) -> Iterator[Row]:
    calls = list(_calls(corpus.public))
    results = [call.result for call in calls if call.result and call.result.on.year == year]
    received, adopted = (sum(getattr(each, name) for each in results) for name in ("received", "adopted"))
    yield Row("征集意见", f"{sum(call.opens_on.year == year for call in calls)}次")
    yield Row("公布结果的征集", f"{len(results)}次，收到意见{received}条，采纳{adopted}条")
    registered = [Row(f"投诉、建议等：{label}", said) for label, said in complaint_figures(corpus, year)]
    yield from registered or [Row("投诉、建议等", _ask("收到几件、办完几件"))]
    yield Row("统一平台上的留言", _ask("收到几条、答复几条、平均几天；到平台上看"))
    yield Row("在线访谈", _ask("几次"))


def _calls(corpus: PublicCorpus) -> Iterator[Call]:
    for entry in corpus.documents.values():
        if entry.record.consultation:
            yield entry.record.consultation


def _safety() -> Iterator[Row]:
    yield Row("安全检查", _ask("几次，谁查的"))
    yield Row("查出来的问题", _ask("几个"))
    yield Row("改好的", _ask("几个，没改好的为什么"))
    yield Row("应急演练", _ask("几次"))
    yield Row("谁负责", _ask("写岗位，不写名字"))


def _of(entries: Iterable[Entry[P]], year: int) -> list[Entry[P]]:
    return [entry for entry in entries if entry.record.published.year == year]


def _number(entries: Iterable[object], unit: str) -> str:
    return f"{sum(1 for _ in entries)}{unit}"


def _ask(question: str) -> str:
    return f"【填：{question}】"


def _section(heading: str, rows: Iterable[Row]) -> str:
    lines = [f"## {heading}", "", "| 项目 | 数 |", "| --- | --- |", *(f"| {row.label} | {row.said} |" for row in rows)]
    return "\n".join(lines) + "\n"
