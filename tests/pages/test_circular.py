"""Circulars: official documents that quote the register word for word, and say whether they still do."""

from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.circular import CircularView, circular_pages
from mingbai.pages.intranet.circular_list import CircularsView, circular_list_pages
from tests.factories import changed, content, intranet_corpus

PATH = "intranet/circulars/2026/01.yaml"
COMMENDS = """
type: 表彰通报
title: 关于先进岗位的通报
on: 2026-12-24
to: [market]
honours:
  - {year: "2026", no: 1}
issuer: office
"""


def view(
    route: str = "/circulars/2026/01/", day: str = "2026-12-28", files: dict[str, str] | None = None
) -> CircularView:
    on = date.fromisoformat(day)
    found = {page.route: page.view for page in circular_pages(intranet_corpus(files, Clock(on, on)))}[route]
    assert isinstance(found, CircularView)
    return found


def marks(files: dict[str, str]) -> list[tuple[str, str]]:
    (page,) = circular_list_pages(intranet_corpus(files))
    assert isinstance(page.view, CircularsView)
    return [(row.link.href, row.mark) for year in page.view.years for row in year.rows]


def with_correction() -> dict[str, str]:
    files = content()
    text = files[f"content/{PATH}"]
    files["content/intranet/circulars/2026/02.yaml"] = (
        text.replace("〔2026〕1号", "〔2026〕2号").replace("03-17", "03-20") + "corrects: 2026/01\n"
    )
    return files


def test_it_is_a_paper_of_the_office_with_number_addressees_signature_and_copies() -> None:
    sheet = view().sheet

    assert sheet.head.endswith("办公室文件") and not sheet.letter
    assert (sheet.number, sheet.addressees) == ("示例作风办〔2026〕1号", "文化市场管理处：")
    assert (sheet.signature, sheet.day.text) == (("办公室",), "2026年3月17日")
    assert sheet.imprint and sheet.imprint.cc == "领导小组成员"


def test_findings_are_quoted_in_the_words_of_the_register() -> None:
    (row,) = view().findings

    assert (row.link.text, row.text) == ("2026-001", "上午10点20分，窗口电话响了三次没有人接。")
    assert row.same.text == "和台账一字不差"
    assert view().proof == "引用的1个问题，原话和台账一字不差，用指纹对过。"


def test_a_register_that_says_something_else_since_is_told_at_once() -> None:
    reworded = changed("intranet/findings/2026/001.yaml", "响了三次没有人接", "响了两次没有人接")
    found = view(files=reworded)

    assert found.findings[0].same.text == "和台账不一样"
    assert found.proof == "引用的1个问题里，有1个和台账不一样。"


def test_each_finding_stands_as_on_the_day() -> None:
    assert [view(day=day).findings[0].chip.text for day in ("2026-03-17", "2026-03-18", "2026-04-24")] == [
        "已反馈",
        "整改中",
        "已销号",
    ]


def test_a_correction_and_what_it_corrects_lead_to_each_other() -> None:
    files = with_correction()
    old = {each.label: [link.href for link in each.links] for each in view(files=files).relations}
    new = {
        each.label: [link.href for link in each.links] for each in view("/circulars/2026/02/", files=files).relations
    }

    assert old["更正它的"] == ["/circulars/2026/02/"]
    assert new["它更正的"] == ["/circulars/2026/01/"]
    assert view(files=files).notice and not view(files=files, day="2026-03-19").notice
    assert marks(files) == [("/circulars/2026/02/", "更正"), ("/circulars/2026/01/", "更正过")]


def test_a_commendation_names_the_honour_its_holder_and_what_for() -> None:
    files = {**content(), "content/intranet/circulars/2026/02.yaml": COMMENDS}
    found = view("/circulars/2026/02/", files=files)

    assert [(row.link.text, row.link.href, row.holder) for row in found.honours] == [
        ("先进岗位", "/honours/2026/", "文化市场管理处现场检查岗")
    ]
    assert found.proof == ""
