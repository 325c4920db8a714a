"""Items from A to Z: sorted by how they are read, polyphones as their phrase has them."""

import subprocess
import sys

import pytest

from mingbai.pages.page import Head
from mingbai.pages.public.letters import LettersFacts, letters, letters_pages
from mingbai.pages.public.part import Link
from tests import ROOT
from tests.factories import public_corpus


def sorted_out(*names: str) -> dict[str, list[str]]:
    facts = LettersFacts(Head("按拼音找", ""), tuple(Link(name, f"/{name}/") for name in names))
    return {letter.name: [link.text for link in letter.links] for letter in letters(facts).letters}


@pytest.mark.parametrize(
    ("name", "letter"),
    [("重新开业", "C"), ("乐团排练", "Y"), ("音乐会", "Y"), ("长城修缮", "C"), ("KTV开业", "K"), ("单位印资料", "D")],
)
def test_a_polyphone_stands_under_the_letter_its_phrase_has(name: str, letter: str) -> None:
    assert sorted_out(name) == {letter: [name]}


def test_letters_and_what_stands_under_them_are_in_order() -> None:
    assert sorted_out("修文物", "4号窗口", "开网吧", "办演出", "开书店") == {
        "B": ["办演出"],
        "K": ["开书店", "开网吧"],
        "X": ["修文物"],
        "其他": ["4号窗口"],
    }


def test_every_item_and_errand_is_there() -> None:
    (page,) = letters_pages(public_corpus())

    shown = {letter.name: [link.text for link in letter.links] for letter in page.view.letters}  # type: ignore[attr-defined]

    assert shown == {"B": ["办演出"], "J": ["举办内地营业性演出审批"], "Y": ["有线电视开户"]}


def test_nothing_is_read_aloud_before_the_page_is_drawn() -> None:
    script = (
        "import sys\n"
        "from mingbai.pages.public.letters import letters_pages\n"
        "from tests.factories import public_corpus\n"
        "(page,) = letters_pages(public_corpus()); page.digest; assert 'pypinyin' not in sys.modules\n"
        "page.view; assert 'pypinyin' in sys.modules"
    )

    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
