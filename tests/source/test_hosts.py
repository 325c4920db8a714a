"""A text is looked through for hosts in a time that grows with its length alone."""

import pytest

from mingbai.source.hosts import hosts


@pytest.mark.parametrize("run", ["a", "0", "-", "_", "ａ"])
@pytest.mark.parametrize("before", ["", "\\\\", "＼＼", "file://", "http://"])
def test_a_text_of_one_long_name_is_looked_through_at_once(before: str, run: str) -> None:
    assert [host for _, host in hosts(f"{before}{run * 100_000}，见 www.gov.cn")] == ["www.gov.cn"]


@pytest.mark.parametrize(
    "run", ["a.", "1.", "\\\\", "\\\\a", "＼＼a", "file://a", "http://a", "http://a:", "localhost"]
)
def test_one_of_nothing_but_beginnings_too(run: str) -> None:
    assert [host for _, host in hosts(f"{run * 50_000}，见 www.gov.cn")][-1] == "www.gov.cn"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("http://oa/", "oa"),
        ("登录HTTPS://OA01:8080看", "oa01"),
        ("http：//oa/a", "oa"),
        ("http:／／oa?a", "oa"),
        ("localhost:8080", "localhost"),
        ("http://localhost/", "localhost"),
    ],
)
def test_a_computer_without_a_domain(text: str, host: str) -> None:
    assert [found for _, found in hosts(text)] == [host]


@pytest.mark.parametrize(
    "text",
    [
        "以 https:// 开头",
        "http://zw\nfw",
        "http://用户/",
        "localhost",
        "http//oa/",
        "a:b//c/",
        "[办公](http://oa/)",
        "<http://oa/>",
    ],
)
def test_what_names_no_computer(text: str) -> None:
    assert not [*hosts(text)]
