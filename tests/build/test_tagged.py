"""The look at a finished page's tags and marks: what it misses is told once."""

import pytest

from mingbai.build.tagged import Marks, Tagged

MARKS = Marks({"SiteName": "甲&乙局", "SiteIDCode": "1234567890"}, ("1234567890", "甲&乙局"))
SITE = '<meta name="SiteName" content="甲&amp;乙局"><meta name="SiteIDCode" content="1234567890">'
COLUMN = "".join(f'<meta name="Column{each}" content="费">' for each in ("Name", "Description", "Keywords", "Type"))
TEXT = (
    '<meta name="ArticleTitle" content="题"><meta name="PubDate" content="2026-01-30 09:00">'
    '<meta name="ContentSource" content="办公室">'
)
FOOT = "<footer>1234567890 主办：甲&amp;乙局</footer>"


def said(head: str, foot: str = FOOT) -> list[str]:
    """What is said of a page with that head and that foot."""
    page = f"<head>{head}</head><body><p>null</p>{foot}</body>"
    return [problem.message for problem in Tagged(MARKS).at("index.html", page.encode())]


@pytest.mark.parametrize("more", ["", COLUMN, TEXT])
def test_a_page_with_all_its_tags_and_marks_goes_out(more: str) -> None:
    assert said(SITE + more) == []


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (SITE.replace("乙", "丙"), "网页标签 SiteName 应当是“甲&乙局”，这一页上是“甲&丙局”"),
        (SITE.replace("SiteIDCode", "SiteCode"), "网页标签 SiteIDCode 应当是“1234567890”，这一页上是“”"),
        (SITE + COLUMN.replace('Type" content="费', 'Type" content="null'), "网页标签 ColumnType 是空的"),
        (SITE + COLUMN.replace("ColumnType", "X"), "网页标签有 ColumnName，没有 ColumnType"),
        (SITE + TEXT.replace("ContentSource", "X"), "网页标签有 ArticleTitle，没有 ContentSource"),
        (
            SITE + TEXT.replace("2026-01-30 09:00", "2026年1月30日"),
            "网页标签 PubDate 写的是“2026年1月30日”，应当像 2026-01-30 09:00",
        ),
        (SITE + '<meta name="Description" content=" ">', "网页标签 Description 是空的"),
    ],
)
def test_a_tag_that_is_wrong_is_named(head: str, message: str) -> None:
    assert said(head) == [message]


def test_a_mark_that_is_not_in_the_foot_is_named() -> None:
    assert said(SITE, "<p>1234567890</p><footer>甲&amp;乙局</footer>") == [
        "页脚里没有“1234567890”，检查网站的人每一页都要看到它"
    ]


def test_a_fault_of_the_template_is_told_of_once() -> None:
    look = Tagged(MARKS)
    page = f"<head>{SITE.replace('乙', '丙')}</head>{FOOT}".encode()

    assert [len([*look.at(path, page)]) for path in ("a.html", "b.html")] == [1, 0]
