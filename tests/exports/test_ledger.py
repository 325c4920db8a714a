"""The ledger's workbook and its feed: complete, the same bytes each time, and nothing of them on the public site."""

import io
from datetime import date, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import openpyxl

from mingbai.clock import Clock
from mingbai.exports.atom_file import NAMESPACE
from mingbai.exports.intranet.ledger import CHANGES, WORKBOOK, ledger_exports
from mingbai.exports.public import public_exports
from mingbai.exports.public.data import data_exports
from mingbai.records.field import fields_of
from mingbai.records.intranet.finding import Finding
from tests.factories import changed, content, intranet_corpus, public_corpus

SECOND = "intranet/findings/2026/002.yaml"
ATOM = f"{{{NAMESPACE}}}"


def files_on(day: str = "2026-12-28", files: dict[str, str] | None = None) -> dict[str, bytes]:
    on = date.fromisoformat(day)
    return {each.path: each.make() for each in ledger_exports(intranet_corpus(files, Clock(on, on)))}


def feed(day: str = "2026-12-28", files: dict[str, str] | None = None) -> Element:
    return ElementTree.fromstring(files_on(day, files)[CHANGES])


def text(element: Element, name: str) -> str:
    """The text of an element of which there has to be exactly one."""
    (found,) = element.findall(f"{ATOM}{name}")
    return found.text or ""


def ids(root: Element) -> list[str]:
    return [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]


def test_the_feed_has_what_rfc_4287_asks_for() -> None:
    root = feed()
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed"
    assert text(root, "id").startswith("tag:")
    assert text(root, "title")
    (author,) = root.findall(f"{ATOM}author")
    assert text(author, "name")
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert len(entries) == 10
    assert len(set(ids(root))) == len(entries)
    for each in (root, *entries):
        assert datetime.fromisoformat(text(each, "updated")).utcoffset()
    for entry in entries:
        assert text(entry, "title")
        (link,) = entry.findall(f"{ATOM}link")
        assert (link.get("href") or "").startswith("https://nei.mingbai.example/ledger/2026/")


def test_an_entry_is_of_the_day_of_its_step_and_the_latest_stands_first() -> None:
    days = [text(entry, "updated")[:10] for entry in feed().findall(f"{ATOM}entry")]

    assert days[:3] == ["2026-11-24", "2026-11-20", "2026-04-24"]
    assert days == sorted(days, reverse=True)
    assert text(feed(), "updated")[:10] == days[0]


def test_names_of_entries_stay_when_a_step_is_added() -> None:
    more = changed(SECOND, "期限放宽}\n", "期限放宽}\n  - {on: 2026-12-01, action: 定措施, by: market}\n")

    assert ids(feed(files=more)) == ["tag:nei.mingbai.example,2026:ledger/2026/002/2", *ids(feed())]
    assert ids(feed())[-len(ids(feed("2026-04-10"))) :] == ids(feed("2026-04-10"))


def test_the_feed_keeps_its_name_when_an_older_finding_is_entered_later() -> None:
    older = content()[f"content/{SECOND}"].partition("log:")[0].replace("2026", "2025")

    with_it = feed(files={**content(), "content/intranet/findings/2025/001.yaml": older})
    assert text(with_it, "id") == text(feed(), "id")


def test_the_workbook_has_a_row_for_each_finding_and_every_field() -> None:
    book = openpyxl.load_workbook(io.BytesIO(files_on()[WORKBOOK]))
    data = book["数据"]
    head = [str(cell.value) for cell in data[1]]
    first = dict(zip(head, (cell.value for cell in data[2]), strict=True))

    assert data.max_row == 3
    elsewhere = {"责任追究", "旧地址"}  # in two columns of its own; of the page, not of what was found
    assert {field.title for field in fields_of(Finding).values()} - elsewhere <= set(head)
    assert (first["编号"], first["状态"], first["第几轮"], first["按时改好"]) == ("2026-001", "已销号", 2, "是")
    assert first["谁负责"] == "文化市场管理处处长"
    assert str(first["办理记录"]).splitlines()[-1].startswith("2026-04-24 验收通过")


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert files_on() == files_on()


def test_as_long_as_nothing_was_found_there_are_no_files() -> None:
    assert files_on("2026-03-12") == {}


def test_the_public_site_has_none_of_them() -> None:
    corpus = public_corpus()
    outside = {each.path for each in (*data_exports(corpus), *public_exports(corpus, []))}

    assert not outside & {WORKBOOK, CHANGES}
