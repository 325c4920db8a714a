"""A mistyped web address is known as one, and no name of a file is."""

import pytest

from mingbai.source.web import meant


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("http//www.gov.cn", "http://www.gov.cn"),
        ("http:/www.gov.cn/a", "http://www.gov.cn/a"),
        ("https:www.gov.cn", "https://www.gov.cn"),
        (r"http:\\www.gov.cn", "http://www.gov.cn"),
        ("https；//www.gov.cn", "https://www.gov.cn"),
        ("https：／／www。gov。cn", "https://www.gov.cn"),
        ("https:// www.gov.cn", "https://www.gov.cn"),
        ("htps://www.gov.cn", "https://www.gov.cn"),
        ("ttps://www.gov.cn", "https://www.gov.cn"),
        ("www.gov.cn/zhengce/?a=1", "https://www.gov.cn/zhengce/?a=1"),
        ("zwfw.mingbai.example/query", "https://zwfw.mingbai.example/query"),
    ],
)
def test_what_was_meant_as_a_web_address_is_told_with_its_right_beginning(written: str, right: str) -> None:
    assert meant(written) == right


@pytest.mark.parametrize(
    "written",
    [
        "https://www.gov.cn/",
        "HTTP://WWW.GOV.CN",
        "mailto:wgx@mingbai.example",
        "ftp://www.gov.cn",
        "../../../fees/catv.yaml",
        "http/notice.md",
        "https.notice.md",
        "www-notice.md",
        "../www.gov.cn.md",
        "phone.md#http",
        "tel:0000-0000001",
        "",
    ],
)
def test_a_right_address_or_a_file_is_none(written: str) -> None:
    assert meant(written) == ""
