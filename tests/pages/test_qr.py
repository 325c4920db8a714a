"""QR codes lead where the letters beside them lead, and are drawn only where a page has one."""

import re
import subprocess
import sys

import pytest
import segno

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chrome import public_chrome
from mingbai.pages.public import public_pages
from mingbai.pages.qr import MASK, QUIET, Qr, qr
from tests.factories import ASSETS, changed, public_corpus
from tests.pages.full import rendered
from tests.sample import sample_corpus


def squares(code: Qr) -> list[list[bool]]:
    """The dark squares inside the white border, read back from the path."""
    inner = range(code.side - 2 * QUIET)
    dark = {
        (int(x) + step, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path)
        for step in range(int(width))
    }
    assert all(QUIET <= place < code.side - QUIET for square in dark for place in square)
    return [[(x + QUIET, y + QUIET) in dark for x in inner] for y in inner]


def shown(corpus: PublicCorpus, route: str) -> str:
    page = next(page for page in public_pages(corpus) if page.route == route)
    return rendered(page, public_chrome(corpus, ASSETS)).split("<main", 1)[1].split("</main>")[0]


@pytest.mark.parametrize("address", ["hui.example/fees/", "hui.example/commitments/market/perf-domestic/"])
def test_the_squares_are_those_of_the_whole_address(address: str) -> None:
    code = qr(address)
    wanted = segno.make(f"https://{address}", error="m", micro=False, mask=MASK)

    assert squares(code) == [[bool(square) for square in row] for row in wanted.matrix]
    assert code == qr(address)


@pytest.mark.parametrize(
    ("route", "target"),
    [
        ("/fees/poster/", "mingbai.example/fees/"),
        ("/commitments/market/perf-domestic/notice/", "mingbai.example/commitments/market/perf-domestic/"),
    ],
)
def test_a_code_says_in_words_where_it_leads_and_the_address_stands_beside_it(route: str, target: str) -> None:
    corpus = public_corpus()
    host = corpus.bureau.record.public_host
    html = shown(corpus, route)
    wanted = target.replace("mingbai.example", host)

    assert f'role="img" aria-label="二维码，扫了打开 {wanted}"' in html
    assert qr(wanted).path in html
    assert f">{wanted}</" in html


def test_the_poster_says_what_is_charged_by_which_law_and_since_when_it_holds() -> None:
    text = re.sub(r"<[^>]*>|\s+", "", shown(public_corpus(), "/fees/poster/"))

    assert "有线电视基本收视维护费安装有线电视的居民用户14.00元/户·月14.00–16.00元/户·月，按下限收立项：" in text
    assert "收费最近一次变动：2026年1月26日" in text
    assert "文化经营许可证工本费" not in text


def test_the_poster_shows_what_the_note_of_a_tier_adds_to_its_amount() -> None:
    corpus = sample_corpus()
    seen = re.sub(r'<span class="sr">.*?</span>', "", shown(corpus, "/fees/poster/"))
    notes = [tier.note for entry in corpus.fees.values() for tier in entry.record.standard.tiers if tier.note]

    assert "第41件到第50件；第51件起每10件再加100元" in notes
    assert [note for note in notes if note not in seen] == []


def test_where_nothing_is_charged_there_is_no_poster() -> None:
    corpus = public_corpus(
        changed("public/fees/catv.yaml", "valid_from: 2005-03-01", "valid_from: 2005-03-01\nvalid_until: 2026-06-30")
    )

    assert "/fees/poster/" not in {page.route for page in public_pages(corpus)}


def test_the_library_is_not_loaded_before_a_code_is_drawn() -> None:
    script = "import sys, mingbai.pages.public, mingbai.pages.qr; sys.exit('segno' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
