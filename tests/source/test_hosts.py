"""A text is looked through for hosts in a time that grows with its length alone."""

import pytest

from mingbai.source.hosts import hosts


@pytest.mark.parametrize("run", ["a", "0", "-", "_", "ａ"])
@pytest.mark.parametrize("before", ["", "\\\\", "＼＼", "file://"])
def test_a_text_of_one_long_name_is_looked_through_at_once(before: str, run: str) -> None:
    assert [host for _, host in hosts(f"{before}{run * 100_000}，见 www.gov.cn")] == ["www.gov.cn"]


@pytest.mark.parametrize("run", ["a.", "1.", "\\\\", "\\\\a", "＼＼a", "file://a"])
def test_one_of_nothing_but_beginnings_too(run: str) -> None:
    assert [host for _, host in hosts(f"{run * 50_000}，见 www.gov.cn")][-1] == "www.gov.cn"
