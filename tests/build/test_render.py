"""Prose is fitted to its page: tags change, the words between them never."""

import pytest

from mingbai.build.render import fitted
from mingbai.pages.page import Prose
from mingbai.source.markdown import render


def shown(text: str, gone: str = "") -> str:
    """What a page shows of a text whose ids get the prefix `x-`, one level deeper, with a link that leads nowhere."""
    return fitted(Prose("…", ((gone, ""),) if gone else (), "x-", 1), render(text).html)


def test_ids_headings_and_links_to_them_are_fitted() -> None:
    assert shown("# 甲 {#a}\n\n[乙](#a)") == '<h2 id="x-a">甲</h2>\n<p><a href="#x-a">乙</a></p>'
    assert shown("###### 甲 {#a}") == '<h6 id="x-a">甲</h6>'


@pytest.mark.parametrize("words", ['<p id="a">', '<a href="#a">', '<h2 id="a">', 'x id="a" href="#a"'])
def test_code_is_shown_as_it_was_written(words: str) -> None:
    assert shown(f"`{words}`") == render(f"`{words}`").html
    assert shown(f"    {words}") == render(f"    {words}").html


@pytest.mark.parametrize("name", ["id", "href"])
def test_the_words_of_an_attribute_are_no_attribute(name: str) -> None:
    """Its value may end in what looks like the beginning of another one."""
    assert f'title="甲 {name}=" id="x-a"' in shown(f"<p title='甲 {name}=' id='a'>文</p>")


@pytest.mark.parametrize(
    "link",
    [
        "[甲](a.yaml)",
        '[甲](a.yaml "题")',
        "<a title='题' href='a.yaml'>甲</a>",
        "<a href='a.yaml' title='题' id='b'>甲</a>",
        "<a title='题 href=' href='a.yaml'>甲</a>",
    ],
)
def test_a_link_to_what_is_not_there_yet_is_only_its_words(link: str) -> None:
    assert shown(f"文 {link} [乙](b.yaml)", "a.yaml") == '<p>文 甲 <a href="b.yaml">乙</a></p>'


@pytest.mark.parametrize(
    ("picture", "left"),
    [
        ("![甲](a.png)", "甲"),
        ('![甲 <"b"> & 乙](a.png "题")', "甲 &lt;&quot;b&quot;&gt; &amp; 乙"),
        ("<img alt='甲 src=' src='a.png'>", "甲 src="),
        ("![](a.png)", ""),
        ("<img src='a.png'>", ""),
        ("[![甲](a.png)](b.yaml)", '<a href="b.yaml">甲</a>'),
    ],
)
def test_a_picture_that_is_not_there_yet_is_only_its_description(picture: str, left: str) -> None:
    assert shown(f"文 {picture} ![乙](b.png)", "a.png") == f'<p>文 {left} <img alt="乙" src="b.png"></p>'


def test_such_a_link_may_have_two_lines_and_tags_in_it() -> None:
    assert shown("[a *b*\nc](a.yaml)", "a.yaml") == "<p>a <em>b</em>\nc</p>"


def test_only_that_link_loses_its_tags() -> None:
    """A link in a table may stand inside another one."""
    nested = "<div><a href='a.yaml'><table><tr><td><a href='b.yaml'>乙</a></td></tr></table>甲</a></div>"

    assert '<td><a href="b.yaml">乙</a></td>' in shown(nested, "a.yaml")
    assert shown(nested, "a.yaml").endswith("</table>甲</div>")
    assert "<td>乙</td>" in shown(nested, "b.yaml")
    assert shown(nested, "b.yaml").endswith("</table>甲</a></div>")
