"""Prose becomes clean HTML a Chinese reader can read, with its links and headings known by line and column."""

import html as escapes
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.source.fitting import resolve
from mingbai.source.markdown import Heading, Link, digest, render
from mingbai.source.markdown_html import clean
from mingbai.source.text import spot_at


def html(text: str) -> str:
    """The HTML of a text without faults."""
    rendered = render(text)
    assert rendered.faults == ()
    return rendered.html


def faults(text: str) -> list[str]:
    """Line and code of each fault."""
    return [f"{fault.line} {fault.code}" for fault in render(text).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**真，**她", "<p><strong>真，</strong>她</p>"),
        ("他说**“好”**了", "<p>他说<strong>“好”</strong>了</p>"),
        ("第一行，\n第二行", "<p>第一行，第二行</p>"),
        ("**粗**\n*斜*体\n[链](x)\n字", '<p><strong>粗</strong><em>斜</em>体<a href="x">链</a>字</p>'),
        ("中 \n 文", "<p>中文</p>"),
        ("共\n5 项\nword\nword", "<p>共\n5 项\nword\nword</p>"),
        ("中文  \n换行", "<p>中文<br>\n换行</p>"),
        ("    a\n    中\n    文", "<pre><code>a\n中\n文\n</code></pre>"),
        (
            "3. 甲\n4. 乙\n\n丙\n\n5. 丁",
            '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>\n<p>丙</p>\n<ol start="5">\n<li>丁</li>\n</ol>',
        ),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("> 甲\n> 乙", "<blockquote>\n<p>甲乙</p>\n</blockquote>"),
        ("`[^1]` \\*", "<p><code>[^1]</code> *</p>"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_chinese_prose_reads_well(text: str, expected: str) -> None:
    """Bold beside Chinese marks is bold, and a line break between Chinese characters is no space."""
    assert html(text) == expected


def test_headings_have_chinese_ids_lines_and_words() -> None:
    """办事指南 is `#办事指南`, also the second time, whether written with # or underlined."""
    rendered = render("办事指南\n===\n\n## 收费 **标准** [^1]\n\n文\n\n## 办事指南 {#guide}\n## 办事指南\n\n[^1]: 注\n")

    assert rendered.headings == (
        Heading(1, "办事指南", "办事指南", 1, 1),
        Heading(2, "收费 标准", "收费-标准", 4, 4),
        Heading(2, "办事指南", "guide", 8, 4),
        Heading(2, "办事指南", "办事指南_1", 9, 4),
    )


def test_tables_keep_their_alignment_without_a_style() -> None:
    """The content security policy forbids inline styles."""
    rendered = html("|甲|乙|丙|\n|:-|-:|:-:|\n|1|2|3|\n")

    assert '<td align="left">1</td>\n<td align="right">2</td>\n<td align="center">3</td>' in rendered
    assert "style" not in rendered


def test_boxes_have_chinese_titles() -> None:
    """`!!! note` is titled 说明, and `!!! 注意` is a warning."""
    assert html("!!! note\n    文") == (
        '<div class="admonition note">\n<p class="admonition-title">说明</p>\n<p>文</p>\n</div>'
    )
    assert '<div class="admonition warning">\n<p class="admonition-title">注意</p>' in html("!!! 注意\n    文")
    assert '<p class="admonition-title">办理时间</p>' in html('!!! tip "办理时间"\n    文')


def test_notes_are_numbered_as_the_text_comes_to_them() -> None:
    """Whatever the order in which they are written down."""
    rendered = html("甲[^b]乙[^a]\n\n[^a]: 甲注\n[^b]: 乙注\n")

    assert rendered.index('href="#fn:b">1</a>') < rendered.index('href="#fn:a">2</a>')
    assert rendered.index("乙注") < rendered.index("甲注")
    assert 'title="回到正文第 1 个注"' in rendered


def test_contents_appear_where_they_are_asked_for() -> None:
    """`[TOC]` lists the headings."""
    assert '<a href="#甲">甲</a>' in html("[TOC]\n\n# 甲\n")


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVa\nScript:alert(1))",
    "<a href='data:text/html,x'>x</a>",
    "<svg onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<iframe src='https://example.org'></iframe>",
    "<form action='https://example.org'><input name=a></form>",
    "# x {onclick=alert(1) style=x}",
    "*x*{: onmouseover=alert(1) }",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<details ontoggle=alert(1) open>x</details>",
    "<base href='https://example.org'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "![x](x.png 'a\" onerror=\"alert(1)')",
    "<a href='vbscript:x' class='admonition'>x</a>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_or_styles_comes_through(attack: str) -> None:
    """No script, no handler, no style, no frame, no form, no other scheme."""
    rendered = render(f"前文 {attack}\n\n{attack}\n").html
    tags = re.sub(r'"[^"]*"', '""', " ".join(re.findall(r"<[^>]*>", rendered)))

    assert not re.search(r"[\s\"'](on\w+|style)=", tags)
    assert not re.search(r"<(script|style|iframe|form|input|svg|math|base|object|embed|link|meta)", rendered)
    assert not re.search(r"(href|src)=\"\s*(javascript|data|vbscript)", rendered, re.IGNORECASE)


@pytest.mark.parametrize(
    "address", ["http://e.cn/x.png", "//e.cn/x.png", "/\\e.cn/x.png", "\\\\e.cn\\x.png", "/\t/e.cn/x"]
)
def test_pictures_come_from_the_site_only(address: str) -> None:
    """A picture elsewhere would tell another host who reads the page: it is left out, and told."""
    rendered = render(f"文\n\n<img src='{address}' alt='x'>\n\n![好](files/a.png)\n")

    assert [fault.code for fault in rendered.faults] == ["markdown/remote-picture"]
    assert "e.cn" not in rendered.html
    assert rendered.links == (Link("files/a.png", 5, 6),)


@pytest.mark.parametrize("picture", ["![](a.png)", "![ … ](a.png)", "<img src='a.png'>", "<img src='a.png' alt=''>"])
def test_a_picture_says_in_words_what_is_on_it(picture: str) -> None:
    assert faults(f"![桌子](a.png)\n\n文{picture}\n") == ["3 markdown/mute-picture"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("![表格](../files/forms/a.pdf)", "写成 [表格](../files/forms/a.pdf)，前面不加感叹号"),
        ("![](../files/forms/a.PDF)", "写成 [a.PDF](../files/forms/a.PDF)，前面不加感叹号"),
        ("![收费](../fees/catv.yaml)", "写成 [收费](../fees/catv.yaml)，前面不加感叹号"),
        ("![材料](b.md#材料)", "写成 [材料](b.md#材料)，前面不加感叹号"),
        ("![下文](#下文)", "写成 [下文](#下文)，前面不加感叹号"),
        ('<img src="a.docx" alt="表格">', "写成 [表格](a.docx)，前面不加感叹号"),
    ],
)
def test_what_is_no_picture_is_not_shown_as_one(typed: str, hint: str) -> None:
    told = [(fault.line, fault.column, fault.code, fault.hint) for fault in render(f"见下面\n\n文{typed}\n").faults]

    assert told == [(3, 2, "markdown/not-a-picture", hint)]


@pytest.mark.parametrize("target", ["a.png", "a.JPG", "a.b.jpeg", "a.gif", "a.svg", "photos.2026/a.png", "a"])
def test_what_may_be_a_picture_is_left_to_those_who_know_the_file(target: str) -> None:
    assert faults(f"![桌子]({target})") == []


def test_links_are_found_with_their_lines_and_columns() -> None:
    """However they are written: inline, by name, in angle brackets, as HTML, in a note, in a table."""
    text = (
        '见[甲](a.yaml)和\n[乙](<b c.yaml> "题")。\n\n[丙][c] <https://d.cn> <e@f.cn>\n\n'
        '<a href="g.yaml?x=1&amp;y=2">庚</a>\n\n|[h](h.yaml)|[甲](a.yaml)|\n|-|-|\n|`[x](no.yaml)`|![图](i.png)|\n\n'
        "    [x](no.yaml)\n\n文[^1]\n\n[c]: c.yaml\n[^1]: 见[注](j.yaml#k)\n"
    )

    assert render(text).links == (
        Link("a.yaml", 1, 6),
        Link("b c.yaml", 2, 6),
        Link("c.yaml", 16, 6),
        Link("https://d.cn", 4, 9),
        Link("mailto:e@f.cn", 4, 24),
        Link("g.yaml?x=1&y=2", 6, 10),
        Link("h.yaml", 8, 6),
        Link("a.yaml", 8, 18),
        Link("i.png", 10, 22),
        Link("j.yaml#k", 17, 12),
    )


@pytest.mark.parametrize("target", ["../../intranet/a.yaml", "#fn", "#fees", "a.md#fn:1", "https://a.cn/#fn:1"])
@pytest.mark.parametrize("name", ["footnote-ref", "footnote-backref"])
def test_a_link_that_looks_like_a_note_is_a_link(target: str, name: str) -> None:
    """An author can write the class of a note's mark himself; that hides nothing."""
    by_hand = f'<a title="题" class="{name}" href="{target}">乙</a>'

    assert [link.target for link in render(f"[甲]({target}){{.{name}}} {by_hand}").links] == [target, target]


def test_the_ways_between_notes_and_marks_are_no_links() -> None:
    """Nor is the way back from a note that no mark leads to, or that two do."""
    assert render("甲[^1]乙[^1]丙[^注 二]\n\n[^1]: 注\n[^注 二]: 注\n[^3]: 注\n").links == ()


def test_the_words_of_an_attribute_hide_no_other() -> None:
    """A title may end in what looks like the beginning of an address or an id."""
    rendered = render(
        "<a title='甲 href=' href='a.yaml'>甲</a> <img alt='src=' title='乙 src=' src='https://e.cn/a.png'>\n\n"
        "<h2 title='丙 id=' id='c'>丙</h2>\n"
    )

    assert [link.target for link in rendered.links] == ["a.yaml"]
    assert [heading.id for heading in rendered.headings] == ["c"]
    assert [fault.code for fault in rendered.faults] == ["markdown/remote-picture"]
    assert 'title="甲 href=" href="/a/"' in resolve(rendered.html, {"a.yaml": "/a/", " href=": "/no"})


ADDRESSES = st.text("abc/.-_()#?=&;~%中文", min_size=1, max_size=12)
BALANCED = ADDRESSES.filter(lambda address: "()" not in address and address.count("(") == address.count(")") == 0)


@given(st.lists(st.tuples(BALANCED, st.integers(1, 3)), min_size=1, max_size=8))
def test_each_link_stands_at_its_place(links: list[tuple[str, int]]) -> None:
    """For ordinary paragraphs, also when an address is linked to again and again, on one line or on several."""
    text = ""
    expected = []
    for address, gap in links:
        text += "见[这里](<"
        expected.append((escapes.unescape(address), *spot_at(text, len(text))))
        text += f"{address}>)。" + "\n" * gap

    assert [(link.target, link.line, link.column) for link in render(text).links] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见[甲](C:\\a)和[甲](C:\\a)", [(1, 6), (1, 16)]),
        ("申请表：[申请表](C:\\a)", [(1, 11)]),
        ("图![](a.png)和![](a.png)", [(1, 2), (1, 13)]),
        ("图<img alt='' src=a.png>", [(1, 2)]),
        ("![好](https://e.cn/a.png)和\n ![好](https://e.cn/a.png)", [(1, 6), (2, 7)]),
        ("见[](a.yaml)和[](a.yaml)", [(1, 5), (1, 16)]),
        ("【填：几点】到【填：几点】", [(1, 1), (1, 8)]),
        ("文\n- 甲\n\n文\n - 甲", [(2, 1), (5, 2)]),
        ("- 甲\n  - 乙\n   - 丙", [(2, 3)]),
        ("文[^a]和[^a]，`[^a]`，[^b]", [(1, 2), (1, 7), (1, 19)]),
        ("`[^a]` [^a]", [(1, 8)]),
        ("    [^a]\n\n[^a]", [(3, 1)]),
        ("- 甲\n\n    - 见[^a]", [(3, 8)]),
        ("<!-- [^a]\n -->\n\n见[^a]", [(4, 2)]),
        ("[TOC]\n\n文\n\n [TOC]", [(5, 2)]),
        ("文 {" + " " * 100, [(1, 4)]),
    ],
)
def test_each_fault_stands_at_its_place(text: str, expected: list[tuple[int, int]]) -> None:
    """Counted in characters; twice on a line it has two places, and code or a comment is no place of one."""
    assert [(fault.line, fault.column) for fault in render(text).faults] == expected


def test_resolve_leads_links_and_pictures_and_nothing_else() -> None:
    """Addresses are compared as they mean, not as they are escaped; text that looks like a tag stays text."""
    rendered = html(
        '[甲](a.yaml?x=1&y=2) ![图](i.png) [乙](b.yaml) `<a href="i.png">` href="i.png"\n\n'
        "<p title='<a href=\"i.png\">'>x</p>"
    )
    targets = {"a.yaml?x=1&y=2": '/甲/?a=1&b="2"', "i.png": "/i-1.png", "x": "/y"}
    led = resolve(rendered, targets)

    assert '<a href="/甲/?a=1&amp;b=&quot;2&quot;">甲</a>' in led
    assert 'src="/i-1.png"' in led
    assert '<a href="b.yaml">乙</a>' in led
    assert '<code>&lt;a href="i.png"&gt;</code> href="i.png"' in led
    assert led.count("/i-1.png") == 1
    assert resolve(rendered, {}) == rendered


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3), st.lists(st.text(max_size=8), max_size=4))
def test_resolve_changes_addresses_one_for_one(targets: dict[str, str], addresses: list[str]) -> None:
    """Whatever the addresses hold."""
    page = "".join(f'<a href="{escapes.escape(address)}" title="a&gt;b">x</a>' for address in addresses)
    expected = [targets.get(address, address) for address in addresses]

    assert [escapes.unescape(found) for found in re.findall(r'href="([^"]*)"', resolve(page, targets))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文\n\n[本地](C:\\文件\\a.doc)", ["3 markdown/bad-address"]),
        ("[x](javascript:alert(1))", ["1 markdown/bad-address"]),
        ("![图](file:///D:/a.png)", ["1 markdown/bad-address"]),
        ("![图](D:\\a.png)", ["1 markdown/bad-address"]),
        ("![图](data:image/png;base64,AAAA)", ["1 markdown/bad-address"]),
        ("材料：\n- 甲\n- 乙\n\n又：\n1. 丙", ["2 markdown/lost-list", "6 markdown/lost-list"]),
        ("- 甲\n  - 乙\n  - 丙", ["2 markdown/flat-list"]),
        ("表：\n|甲|乙|\n|-|-|\n|1|2|", ["2 markdown/lost-table"]),
        ("|甲|乙|\n|-|\n|1|2|", ["1 markdown/lost-table"]),
        ("文\n\n见[^注]", ["3 markdown/missing-note"]),
        ("[TOC]\n\n文\n\n[TOC]\n", ["5 markdown/repeated-contents"]),
        ("- 甲\n- 乙\n\n    - 丙\n\n1. 丁\n\n`- x`\n\n    a\n    - b\n\n[^1]\n\n[^1]: x", []),
        ("气温 -5\n- 10 度之间", ["2 markdown/lost-list"]),
        ("甲 | 乙\n---\n丙", ["2 markdown/underlined"]),
    ],
)
def test_what_would_come_out_wrong_is_told(text: str, expected: list[str]) -> None:
    """At its line, with something to write instead."""
    assert faults(text) == expected
    assert all(fault.hint for fault in render(text).faults)


A = "# 甲\n\n见[^1][图][x]\n\n[^1]: 注\n[x]: a.yaml\n\n!!! note\n    文\n"
B = "# 甲\n\n[图][x] [^1]\n\n    - 文\n\n*[未完\n"


@pytest.mark.parametrize("other", [B, A, "", "[" * 300, "<div>", "```", "**未完", "|a|b|\n|-|-|\n", "1. - > x"])
def test_documents_do_not_influence_each_other(other: str) -> None:
    """A, B, A: the second A is the first."""
    first = render(A)
    render(other)

    assert render(A) == first


def test_the_digest_changes_with_the_text_only() -> None:
    """It is a key for a cache."""
    assert digest(A) == digest(A)
    assert digest(A) != digest(B)
    assert re.fullmatch("[0-9a-f]{64}", digest(""))


SIGNS = [
    "# ",
    "- ",
    "> ",
    "1. ",
    "    ",
    "\n",
    "\n\n",
    "  \n",
    "\t",
    "|",
    "**",
    "*",
    "_",
    "`",
    "\\",
    "=",
    "---\n",
    "{#a}",
]
LINKS = ["[", "](", ")", "![", "]", "[^1]", "[^1]: ", "[a]: ", "http://a", "a@b", "<", ">", "{: .b }", "!!! note\n"]
TAGS = ["<b>", "</b>", "<!--", "-->", "<a href=x>", "<img src=y>", "&amp;", "中文", "，", "word", " "]
MARKDOWN = st.lists(
    st.sampled_from(SIGNS + LINKS + TAGS) | st.text(st.characters(exclude_categories=["C"]), max_size=3), max_size=40
).map("".join)


@given(MARKDOWN)
def test_any_text_renders_or_has_a_fault(text: str) -> None:
    """No text an editor can type raises, and lines lie inside the text."""
    rendered = render(text)
    lines = text.split("\n")
    spots = [
        *((link.line, link.column) for link in rendered.links),
        *((heading.line, heading.column) for heading in rendered.headings),
        *((fault.line, fault.column) for fault in rendered.faults),
    ]

    assert all(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in spots)
    assert "\x02" not in rendered.html
    assert not [fault for fault in rendered.faults if fault.code == "markdown/unreadable"]


@given(MARKDOWN)
def test_every_address_in_the_html_is_a_known_link(text: str) -> None:
    """What a reader can follow, the checker has seen, but for the ways between notes and their marks."""
    rendered = render(text)
    notes = re.compile(r' class="footnote-(?:ref" href="#fn:|backref" href="#fnref)')
    tags = [tag for tag in re.findall(r"<(?:a|img)[^>]*>", rendered.html) if not notes.search(tag)]
    addresses = [found for tag in tags for found in re.findall(r'(?:href|src)="([^"]*)"', tag)]

    assert [link.target for link in rendered.links] == [escapes.unescape(address) for address in addresses]


def test_a_heading_keeps_the_ids_it_had() -> None:
    """So that links from elsewhere still find it; its words and its own id are as if there were none."""
    rendered = render('## 先看**材料** {oldids="带什么, #要带的"}\n\n见[上](#带什么)。\n')

    assert rendered.headings == (Heading(2, "先看材料", "先看材料", 1, 4),)
    assert rendered.anchors == ("带什么", "要带的")
    assert '<h2 id="先看材料"><span id="带什么"></span><span id="要带的"></span>先看<strong>' in rendered.html
    assert not rendered.faults


@pytest.mark.parametrize("written", ["“旧标题”", "‘旧标题’", '"#旧标题"', '"%E6%97%A7%E6%A0%87%E9%A2%98"'])
def test_an_old_id_may_stand_in_chinese_quotes_or_as_the_browser_shows_it(written: str) -> None:
    assert render(f"## 新标题 {{oldids={written}}}\n").anchors == ("旧标题",)


@pytest.mark.parametrize(
    "text", ['## 新标题{oldids="旧标题"}', '## 新标题 ｛oldids="旧标题"｝', '- 一项 {oldids="旧标题"}']
)
def test_old_ids_that_would_be_printed_are_told(text: str) -> None:
    faults = render(f"先说一句。\n\n{text}\n").faults

    assert [(fault.code, fault.line) for fault in faults] == [("markdown/lost-oldids", 3)]


def test_old_ids_shown_as_code_are_meant_to_be_read() -> None:
    assert not render('写成 `## 新标题{oldids="旧标题"}` 就行。\n').faults


def test_an_old_id_takes_no_heading_its_own_and_is_told() -> None:
    rendered = render('## 甲 {oldids="乙"}\n\n## 乙\n')

    assert [heading.id for heading in rendered.headings] == ["甲", "乙"]
    assert [(fault.code, fault.line) for fault in rendered.faults] == [("markdown/same-id", 3)]


def test_an_id_that_an_author_gave_anything_is_an_anchor_and_a_note_is_none() -> None:
    assert render('文<a id="b"></a>[^1]\n\n[^1]: 注\n').anchors == ("b",)


SIGNS = ["甲", " ", '"', "<", ">", "&", "&gt;", "\xa0", "\n", "<b>", "</p>"]
ANYTHING = st.text() | st.lists(st.sampled_from(SIGNS)).map("".join)
PLAIN = ["<p>{}</p>", "<p>{}<strong>{}</strong>{}</p>", '<h2 id="{}">{}</h2>', "<ul>\n<li>{}</li>\n</ul>", "\n"]


@given(st.lists(st.tuples(st.sampled_from(PLAIN), ANYTHING, ANYTHING, ANYTHING)))
def test_what_the_cleaner_is_not_asked_for_is_what_it_would_answer(blocks: list[tuple[str, str, str, str]]) -> None:
    """Whatever stands between the plainest of tags."""
    written = "".join(block.format(*words) for block, *words in blocks)
    asked = "<b></b>"
    assert clean(asked + written) == asked + clean(written)
