"""What an editor types by habit comes out right, or is told where it stands and what to write instead."""

import pytest

from mingbai.source.markdown import render
from mingbai.source.markdown_habit import short


def told(text: str) -> list[str]:
    """Place and code of each fault."""
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in render(text).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先说\n\n```\n一\n\n二\n```", ["3:1 code-block"]),
        ("先说\n```yaml\nname: 甲\n```\n后", ["2:1 code-block"]),
        ("~~~\n一\n~~~\n\n文\n\n~~~\n二", ["1:1 code-block", "7:1 code-block"]),
        ("这是__重要__内容和__A4__纸", ["1:3 lost-emphasis", "1:12 lost-emphasis"]),
        ("这是___重要___内容_也是_吧", ["1:3 lost-emphasis", "1:13 lost-emphasis"]),
        ("这是** 重要 **内容", ["1:3 lost-emphasis"]),
        ("这是**重要 **内容", ["1:3 lost-emphasis"]),
        ("一** 二 **三，**四 **五", ["1:2 lost-emphasis", "1:15 lost-emphasis"]),
        ("**一\n二", ["1:1 lost-emphasis"]),
        ("这是**重要内容", ["1:3 lost-emphasis"]),
        ("**一\n\n二**", ["1:1 lost-emphasis", "3:2 lost-emphasis"]),
        ("**甲**和**乙", ["1:7 lost-emphasis"]),
        ("<div>\n\n**粗**\n\n</div>", ["3:1 lost-emphasis"]),
        ("来的有张**、李**，都办了", ["1:5 masked-name"]),
        ("这是＊＊重要＊＊内容", ["1:3 full-width-sign"]),
        ("这是~~旧~~、==新==、++增++", ["1:3 lost-emphasis", "1:9 lost-emphasis", "1:15 lost-emphasis"]),
        ("共$a_1 + b$元", ["1:2 formula"]),
        ("$$\na = b\n$$\n\n又$$c$$", ["1:1 formula", "5:2 formula"]),
        ("前<!-- 没完\n\n后", ["1:2 open-comment"]),
        ("见[收费]（a.yaml）和【收费】(a.yaml)", ["1:2 lost-link", "1:15 lost-link"]),
        ("见【收费】（../a.md#一）或［收费］（#一）", ["1:2 lost-link", "1:18 lost-link"]),
        ("见[收费] (a.yaml)、[收费](a.yaml）", ["1:2 lost-link", "1:16 lost-link"]),
        ("见[收费】(../../../files/forms/a.pdf)、[收费］(a.md)", ["1:2 lost-link", "1:35 lost-link"]),
        ("见[收费][甲]", ["1:2 lost-link"]),
        ("见[收费](../fees/a.yaml\n\n见[收费](a.md，再看", ["1:2 lost-link", "3:2 lost-link"]),
        ("见[收费]( ../fees/a.yaml\n\n见[收费](  a.md，再看", ["1:2 lost-link", "3:2 lost-link"]),
        ("见[收费(../fees/a.yaml)，见[收费(a.md", ["1:2 lost-link", "1:23 lost-link"]),
        (r"见[收费](..\..\fees\a.yaml)", ["1:7 lost-link"]),
        ("!!! 主意\n    文\n\n!!! 办理\n    文\n\n!!! 注意\n    文", ["1:5 lost-box", "4:5 lost-box"]),
        ("见[[收费]]和[[收费|怎么收]]", ["1:2 lost-link", "1:9 lost-link"]),
        ("H~2~O和x^2^", ["1:2 lost-emphasis", "1:8 lost-emphasis"]),
        ("![桌]（a.png）\n\n！【桌】（a.png）", ["1:1 lost-link", "3:1 lost-link"]),
        ("！[桌](a.png)\n\n! [桌](a.png)", ["1:1 lost-link", "3:1 lost-link"]),
        ("文 {.red}\n\n文{{< 图 >}}", ["1:3 lost-attributes", "3:2 lost-attributes"]),
        ("一行\\\n二行", ["1:3 lost-break"]),
        ("- [ ] 没做\n- [x] 做了", ["1:3 task-box", "2:3 task-box"]),
        ("名词\n: 解释", ["2:1 definition"]),
        ("一段话\n---\n又一段", ["2:1 underlined"]),
        ("## 题\n文\n---\n\n又\n\n---\n文\n--", ["3:1 underlined", "9:1 underlined"]),
        ("一\n二\n===", ["3:1 underlined"]),
        ("＃＃ 题\n\n　＃题\n\n＞ 引", ["1:1 full-width-sign", "3:2 full-width-sign", "5:1 full-width-sign"]),
        ("｜甲｜乙｜\n｜--｜--｜\n｜1｜2｜", ["1:1 full-width-sign"]),
        ("！！！ 注意\n    文", ["1:1 full-width-sign"]),
        ("文[^1]\n\n[^1]：注", ["3:1 full-width-sign"]),
        ("-　甲\n-　乙", ["1:1 full-width-sign"]),
        ("-甲\n-乙", ["1:1 lost-list"]),
        ("* 甲\n*乙\n*丙\n\n- 甲\n-乙", ["2:1 lost-list", "6:1 lost-list"]),
        ("【目录】\n\n[toc]\n\n## 题", ["1:1 lost-contents", "3:1 lost-contents"]),
        (" ## 题\n\n文", ["1:2 lost-heading"]),
        ("!!! 注意\n文\n\n!!! 注意\n  文", ["1:1 empty-box", "4:1 empty-box"]),
        ("::: tip\n文\n:::\n\n> [!NOTE]\n> 文", ["1:1 lost-box", "5:3 lost-box"]),
        ("要带：\n1、甲\n2、乙", ["2:1 run-together"]),
        ("１．甲\n２．乙\n\n（1）甲\n（2）乙", ["2:1 run-together", "5:1 run-together"]),
        ("①甲\n②乙\n\n· 甲\n· 乙", ["2:1 run-together", "5:1 run-together"]),
        ("1.甲\n2.乙\n\n1) 甲\n2) 乙", ["2:1 run-together", "5:1 run-together"]),
        ("— 甲\n— 乙\n\n一、甲\n二、乙", ["2:1 run-together", "5:1 run-together"]),
        ("　　一段。\n　　又一段。", ["2:1 run-together"]),
        ("|甲|乙|\n|-|-|\n|1|2|\n后面一句", ["4:1 run-together"]),
        ("|甲|乙|\n|-|-|\n|1|2|3|\n|1|\\||", ["3:5 lost-cell"]),
        ("|甲|乙|丙|\n|-|-|-|\n|1|2|3|\n|1|3|\n| | | |\n|1||3\n|1|2|", ["4:1 missing-cell", "7:1 missing-cell"]),
        ("|甲|乙|\n|1|2|\n\n|甲|乙|\n|—|—|", ["1:1 lost-table", "4:1 lost-table"]),
        ("电话：0000-000003，\n传真是 000-000000032。", ["1:4 number-length", "2:5 number-length"]),
        ("    段首空四格\n    又一行", ["1:5 indented"]),
        ("文\n\n[^1]: 注", ["3:1 unused-note"]),
        ("文[^1]\n\n[^1]: 甲\n\n[^1]: 乙", ["5:1 repeated-note"]),
        ("- 甲\n\n  - 乙\n  - 丙", ["3:3 flat-list"]),
        ("1. 甲\n   续\n   - 乙", ["3:4 flat-list"]),
        ("- 甲\n    - 乙\n      - 丙", ["3:7 flat-list"]),
        ("- 甲\n    - 乙\n  - 丙", ["3:3 flat-list"]),
        ("1. 甲\n\n   续一段\n\n2. 乙", ["3:4 flat-list"]),
        ("<font color=red>急</font>，<BIG>大</BIG>", ["1:1 lost-tag", "1:26 lost-tag"]),
        ("<center>\n中\n</center>\n\n甲<script>x()</script>", ["1:1 lost-tag", "5:2 lost-tag"]),
        ("第<year>年，<o:p></o:p>", ["1:2 lost-tag", "1:10 lost-tag"]),
        ('<p align=center>中</p>\n\n<b style="color:red">红</b>', ["1:4 lost-attributes", "3:4 lost-attributes"]),
        ('<p color=red\nclass=x style="a">中</p>', ["1:4 lost-attributes", "2:9 lost-attributes"]),
        ("好 :smile:，:thumbs_up:", ["1:3 emoji", "1:11 emoji"]),
        ("见https://www.gov.cn/a。或（http://a.gov.cn）", ["1:2 bare-address", "1:25 bare-address"]),
        ("> https://www.gov.cn/", ["1:3 bare-address"]),
        ("[x][gov]见 https://a.cn\n\n[gov]:  https://a.cn", ["1:11 bare-address"]),
        ('见"https://a.cn/b"和<https://a.cn/b>', ["1:3 bare-address"]),
    ],
)
def test_what_other_programs_take_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == [f"{where} markdown/{what}" for where, what in (each.split() for each in expected)]
    assert all(fault.hint for fault in render(text).faults)


@pytest.mark.parametrize(
    "text",
    [
        "*注：以上不含节假日\n\n*甲*和*乙*\n\n约10~20人，^_^，见[[1]](a.yaml)，[注](略",
        "**重要：**内容，**“重要”**内容，**（重要）**内容",
        "这是 __重要__ 内容，snake_case_name 和 a_b",
        "姓名：______ 电话：____",
        r"张\*\*、李\*\*，号码 138****0000",
        "`__x__字`、`~~x~~`、`$a_1$`、`[a]（b.md）`、`{.red}`",
        "原价$5，合$35；2 == 2，1++，10~~20",
        "标题见【2026】（第5号），【说明】（见下文），[注]（略）",
        "快来看！[演出](a.yaml)",
        "前<!-- ~~备注~~ -->后\n\n<!-- 一段\n\n1、甲\n2、乙 -->\n\n尾",
        "文\n\n---\n\n文\n\n* * *\n\n文",
        "一行  \n1、二行  \n2、三行",
        "## 题\n1、甲\n\n### 又一题\n（一）乙",
        "按第九条第\n（一）项办，气温\n2.5度",
        "1、甲\n\n2、乙\n\n　　一段。\n\n　　又一段。",
        "他说——\n——就是这样",
        "- 甲\n    - 乙\n\n    续\n\n- 丙",
        "|甲|乙|\n|-|-|\n|1||\n|`a\\|b`|2|\n\n后",
        "!!! 注意\n    文\n\n!!! 提示\n\n    文",
        "文[^1]\n\n[^1]: 注\n\n    续一段",
        "## 题 {#a}\n\n文[甲](a.md){.b}",
        "    a = 1\n    b = 2",
        "9:30:00到10:00:00，比分2:1:0，9:30开门",
        "见<https://www.gov.cn>、<mailto:a@b.cn>、<a@b.cn>，<姓名>，a < b > c",
        "<u>字</u><br/>字<BR>字<small>小</small>，`<font>`、`https://www.gov.cn`",
        "<table>\n<tr><td align=center colspan=2>1</td></tr>\n</table>",
        "见[https://www.gov.cn](https://www.gov.cn)，[在 https://www.gov.cn 上](https://www.gov.cn)",
        '见<a href="https://www.gov.cn">https://www.gov.cn</a>',
        "前<!-- <font> https://www.gov.cn -->后",
        "[官网 https://a.cn][gov]\n\n[gov]: https://a.cn",
        "[x]( https://a.cn )",
        "[x][gov]\n\n[gov]:  https://a.cn",
        '[a](https://a.cn "见 https://a.cn")',
        '<a href="https://a.cn">见 <b>https://a.cn</b></a>',
        "写成 ``<font>`` 或 ``<year>``，``a`<b1>`b``",
        "协议:tcp:是，见:http:，:tcp:八",
        "电话0000-0000003、0000-12345、12345、000-00000031转3，内线6021，传真同号；电话办件0月000-000003号，`电话0000-000003`",
    ],
)
def test_what_comes_out_right_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("见【收费】（../fees/catv.yaml）", "[收费](../fees/catv.yaml)"),
        ("！【桌】（a.png）", "![桌](a.png)"),
        ("这是__重要__内容", "**重要**"),
        ("这是** 重要 **内容", "**重要**"),
        ("＃＃　题", "## 题"),
        (" ### 题", "### 题"),
        ("见https://www.gov.cn/a?b=1", "<https://www.gov.cn/a?b=1>"),
        ("见https://www.gov.cn/a?b=1", "[名称](https://www.gov.cn/a?b=1)"),
    ],
)
def test_the_way_out_works_as_it_stands(typed: str, hint: str) -> None:
    [fault] = render(typed).faults

    assert hint in fault.hint
    assert told(hint) == []


def test_a_sentence_says_again_only_the_beginning_of_what_was_typed() -> None:
    [fault] = render(f"这是__{'很长' * 40}__内容").faults

    assert len(fault.message) < 60
    assert "很长" * 40 in fault.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (r"见[收费](..\..\fees\a.yaml)", "写成 [收费](../../fees/a.yaml)"),
        ("见[收费]( ../fees/a.yaml", "少了后一半括号，写成 [收费](../fees/a.yaml)"),
        ("见[收费(../fees/a.yaml)", "少了方括号的后一半，写成 [收费](../fees/a.yaml)"),
    ],
)
def test_a_link_that_is_none_is_given_back_as_it_has_to_be_written(text: str, hint: str) -> None:
    assert [fault.hint for fault in render(text).faults] == [hint]


@pytest.mark.parametrize("address", ["http://oa/", "http://oa", "https://a@oa:8080/b.c?d.e", "http://oa?a.b"])
def test_what_only_the_inside_opens_is_to_be_deleted_and_not_to_be_linked(address: str) -> None:
    (fault,) = render(f"登录{address} 看。").faults

    assert (fault.message, fault.hint) == (
        f"“{short(address)}”只有单位里面的人打得开：oa 不是域名",
        "删掉它；域名写漏了的，补全",
    )
