"""Prose is fitted to its page: tags change, the words between them never.

What is alike around many pages is printed once for all of them.
"""

import pytest
from jinja2 import UndefinedError
from msgspec import Struct

from mingbai.build.render import Renderer, fitted
from mingbai.pages.chrome import Chrome, NavItem
from mingbai.pages.page import Head, Page, Prose, View
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


class Frame(Struct, frozen=True):
    """As much of a site's frame as a renderer asks for."""

    name: str
    addresses: frozenset[str] = frozenset({"/fees/"})


def printed(template: str, *pages: Head) -> list[str]:
    """What a template makes of pages, one after the other."""
    renderer = Renderer({"a.html": template}, Frame("局"), str)  # type: ignore[arg-type]
    return [renderer.render(Page("/a/", "a.html", View(head=head))).decode() for head in pages]


def head(title: str, section: str, route: str = "/a/") -> Head:
    return Head(title, "", section=section, route=route)


def test_what_is_placed_tells_places_apart_and_nothing_else() -> None:
    template = "{{ page.head.title }}{% placed %} {{ site.name }}{{ place.section }}{{ place.route }} {% endplaced %}"

    assert printed(template, head("甲", "/x/"), head("乙", "/y/"), head("丙", "/x/"), head("丁", "/x/", "/fees/")) == [
        "甲 局/x/ ",
        "乙 局/y/ ",
        "丙 局/x/ ",
        "丁 局/x//fees/ ",
    ]


def test_what_is_placed_may_not_ask_for_the_page() -> None:
    """Else a page would show what another one says."""
    with pytest.raises(UndefinedError, match="'page' is undefined"):
        printed("{% placed %}{{ page.head.title }}{% endplaced %}", head("甲", "/x/"))


def test_two_spots_of_a_template_are_kept_apart() -> None:
    assert printed("{% placed %}一{% endplaced %} {% placed %}二{% endplaced %}", head("甲", "/x/")) == ["一 二"]


def test_the_navigation_of_a_site_is_all_it_leads_to() -> None:
    names = dict.fromkeys(Chrome.__struct_fields__, "")
    nav = (NavItem("甲", "/a/", (NavItem("乙", "/a/b/"),)),)

    assert Chrome(**{**names, "nav": nav, "shared_nav": (NavItem("丙", "/c/"),)}).addresses == {  # type: ignore[arg-type]
        "/a/",
        "/a/b/",
        "/c/",
    }
