"""Telephone numbers in a text: a phone dials them, and nothing else becomes a link."""

import pytest

from mingbai.source.markdown import render
from mingbai.source.markdown_tel import callable_numbers


@pytest.mark.parametrize("number", ["0000-0000021", "010-00000000", "400-000-0000"])
def test_an_office_number_in_a_sentence_can_be_dialled(number: str) -> None:
    assert render(f"不对就打{number}，有人接。").html == f'<p>不对就打<a href="tel:{number}">{number}</a>，有人接。</p>'


def test_an_extension_is_dialled_after_the_number() -> None:
    link = '<a href="tel:0000-0000021;ext=3">0000-0000021转3</a>'
    assert render("打0000-0000021转3，有人接。").html == f"<p>打{link}，有人接。</p>"


def test_a_hotline_can_be_dialled_where_the_words_say_that_it_is_one() -> None:
    assert '<a href="tel:12345">12345</a>' in render("也可以打12345。").html
    assert "<a" not in render("到今年有12345人来过。").html


@pytest.mark.parametrize("text", ["编号0000-000002111", "A0000-0000021", "0000-0000021-3", "2026-0000", "第0000-000号"])
def test_what_only_looks_like_a_number_stays_text(text: str) -> None:
    assert "<a" not in render(text).html


@pytest.mark.parametrize("text", ["市里拨12000元。", "打12500份，一份不剩。", "拨12000万元", "打 12000 张"])
def test_what_is_counted_after_the_same_words_is_no_hotline(text: str) -> None:
    assert "<a" not in render(text).html


@pytest.mark.parametrize("html", ["<code>0000-0000021</code>", '<a href="/x/">打<b>0000-0000021</b></a>'])
def test_inside_code_and_links_nothing_is_touched(html: str) -> None:
    assert callable_numbers(html) == html


def test_no_link_of_ours_counts_as_one_the_editor_wrote() -> None:
    assert render("打0000-0000021").links == ()
