"""The golden bureau before judges nobody here wrote: every page of both sites, and no error, no warning.

`make judges` asks the same, and more, about the whole sample.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges.markup import html_validate, links, nu
from tests.judges.tools import WANTS_JUDGES
from tests.serving import serving
from tests.workshop import Workshop

pytestmark = [WANTS_JUDGES, pytest.mark.slow]
WRONG = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>错页</title><link rel="canonical" href="https://mingbai.example/">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><script>alert(1)</script></head>
<body><h1>错页</h1><p><h2 id="a">段落里不能有标题</h2><p id="a">同一个名字</p><img src="/nowhere.png">
<p><a href="/#nowhere">这里没有</a> <a href="https://mingbai.example/nowhere/">也没有</a></p></body></html>
"""


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, str]]:
    """Both sites of the golden bureau, and where they are served."""
    workshop = Workshop(tmp_path_factory.mktemp("golden"))
    workshop.publish()
    public, intranet = workshop.out / "public", workshop.out / "intranet"
    with serving(public) as outside, serving(intranet) as inside:
        yield {public.resolve(): outside, intranet.resolve(): inside}


def test_the_nu_html_checker_finds_nothing(golden: dict[Path, str]) -> None:
    assert nu(golden) == []


def test_html_validate_finds_nothing(golden: dict[Path, str]) -> None:
    assert html_validate(*golden) == []


def test_lychee_finds_each_link_and_the_place_it_leads_to(golden: dict[Path, str]) -> None:
    assert [dead for folder in golden for dead in links(folder)] == []


def test_they_would_find_something(tmp_path: Path) -> None:
    """The control: a page with mistakes of many kinds."""
    (tmp_path / "index.html").write_text(WRONG, encoding="utf-8")
    with serving(tmp_path) as address:
        by_nu = " ".join(nu({tmp_path: address}))
    by_html_validate = " ".join(html_validate(tmp_path))
    by_lychee = " ".join(links(tmp_path))

    assert "Duplicate ID" in by_nu and "alt" in by_nu and "Inline script" in by_nu
    assert "no-dup-id" in by_html_validate and "wcag/h37" in by_html_validate
    assert "#nowhere" in by_lychee and "/nowhere.png" in by_lychee and "/nowhere:" not in by_lychee
