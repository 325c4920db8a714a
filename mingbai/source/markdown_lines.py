"""Habits of whole lines: lists, headings, boxes, tables and paragraphs that come out as one, or as typed.

A line break between two Chinese lines is none for the reader (`markdown_html.clean`); who numbers his lines by hand, or
indents them as on paper, meant one.
"""

from mingbai.source.markdown_dialect import TITLES
from mingbai.source.markdown_habit import ANYHOW, Habit
from mingbai.source.text import HAN

_FULL_WIDTH = "markdown/full-width-sign"
_TOGETHER = "markdown/run-together"
_UNDERLINED = "markdown/underlined"
_BOX = "markdown/lost-box"
_WRITE_BOX = "单写一行 !!! 注意，下面的话每行前面空四格"
_BOXES = "可以写的有：" + "、".join(TITLES.values())
_NO_BOX = "没有“{at}”这种框"
_KNOWN = "|".join([*TITLES, *TITLES.values()])
_NUMBER = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_COUNTED = (
    rf"(?:[0-9０-９]{{1,2}}(?:、|[.．](?![0-9０-９ ])|[)）])|[（(]{_NUMBER}[)）](?![项款条类目])"
    "|[一二三四五六七八九十]{1,3}、|[①-⑳·•●○■□◆▪]|[－—–](?![－—–]))"
)
_ITEM = r"(?:[-*+]|[0-9]{1,2}\.) "

LINES = (
    *(
        Habit(
            (fence[0],),
            rf"\n {{0,3}}(?P<at>{fence})[^\n`]*(?:\n(?! {{0,3}}{fence})[^\n]*)*(?:\n {{0,3}}{fence}[ \t]*$)?",
            "markdown/code-block",
            "网页上没有代码块，这里的 {at} 会原样印出来，或者把几行连成一行",
            "删掉上下两行 {at}；要和别的文字分开，每一行前面写 >，空行也写",
            ANYHOW,
        )
        for fence in ("```", "~~~")
    ),
    Habit(
        ("[",),
        rf"\n[ \t>]*{_ITEM}(?P<at>\[[ xX]\]) ",
        "markdown/task-box",
        "“{at}”不会变成方框，会原样印出来",
        "没做的写成 - □，做了的写成 - ☑",
        "{at}",
    ),
    Habit(
        (":",),
        r"\n(?<=\S\n)(?P<at>:[ \t]+)",
        "markdown/definition",
        "冒号开头的这一行会和上一行连成一段",
        "写成列表，上面空一行，例如 - **名词**：解释",
        "{at}",
    ),
    Habit(
        ("\n--",),
        r"(?:\A|\n[ \t]*|\n#[^\n]*|\n-+)\n(?![ \t]*\|)([^\n]*\S)[ \t]*\n(?P<at>-+) *$",
        _UNDERLINED,
        "{at} 紧跟在一行字下面，会把“{1}”变成标题",
        "要横线，在 {at} 前面空一行；要标题，删掉 {at}，写成 ## {1}",
        ANYHOW,
    ),
    Habit(
        ("=",),
        r"\n(?P<at>==+) *$",
        _UNDERLINED,
        "这里的 {at} 会原样印出来",
        "要横线，写成 ---，前后各空一行；要标题，删掉它，在那一行字前面写 ## ",
        "{at}",
    ),
    Habit(
        ("＃",),
        r"\n[ \t　]*(?P<at>＃+)[ \t　]*([^\n＃]+)",
        _FULL_WIDTH,
        "{at} 打成了全角，这一行不会成为标题",
        "改成半角的 #，后面空一格，例如 ## {2}",
        "{at}",
    ),
    Habit(
        ("＞",),
        "\n[ \t　]*(?P<at>＞)",
        _FULL_WIDTH,
        "{at} 打成了全角，这一行不会成为引文",
        "改成半角的 >，后面空一格",
        "{at}",
    ),
    Habit(
        ("｜",),
        r"\n[ \t　]*(?P<at>｜[^\n]*｜)(?:[ \t]*\n[ \t　]*｜[^\n]*)*",
        _FULL_WIDTH,
        "竖线打成了全角，这里的表格排不成表格",
        "每一条 ｜ 都改成半角的 |，表头下面要有一行 |---|---|，列数和表头一样",
        ANYHOW,
    ),
    Habit(("！",), "\n(?P<at>！！！)", _FULL_WIDTH, "{at} 打成了全角，这里的框排不成框", _WRITE_BOX, "{at}"),
    Habit(
        ("^",),
        r"\n(?P<at>\[\^([^\]\n]+)\]：)",
        _FULL_WIDTH,
        "“{at}”的冒号打成了全角，这里不会成为脚注",
        "改成半角的冒号，后面空一格：[^{2}]: ",
        "{at}",
    ),
    Habit(
        ("　",),
        "\n[ \t]*(?P<at>[-*+]　)(?:[^\n]*\n[ \t]*[-*+]　)*",
        _FULL_WIDTH,
        "“{at}”后面的空格是全角的，这里的列表排不成列表",
        "改成半角的空格，例如 - 先看材料",
        "{at}",
    ),
    Habit(
        ("]", "］", "】"),
        r"\n(?P<at>[\[［【](?:[Tt][Oo][Cc]|目录)[\]］】])[ \t]*$",
        "markdown/lost-contents",
        "“{at}”不会变成目录，会原样印出来",
        "单写一行 [TOC]，方括号用半角，字母大写",
        "{at}",
    ),
    Habit(
        ("\n-",),
        rf"\n(?P<at>-[{HAN}])[^\n]*(?:\n-[{HAN}][^\n]*)*",
        "markdown/lost-list",
        "减号后面没有空格，这里的列表排不成列表",
        "减号后面空一格，例如 - 先看材料",
        "{at}",
    ),
    Habit(
        ("*",),
        rf"\n\* [^\n]*\n(?P<at>\*[{HAN}])[^*\n]*$",
        "markdown/lost-list",
        "星号后面没有空格，这一行会和上一项连成一段",
        "星号后面空一格，例如 * 先看材料",
        "{at}",
    ),
    Habit(
        ("\n",),
        (
            r"\n(?:(?:(?:#|!!!|---)[^\n]*\n)+"
            rf"|(?<=[^\s|]\n)[ \t　]*(?P<at>{_COUNTED}[^\n]*)(?:\n[ \t　]*{_COUNTED}[^\n]*)*)"
        ),
        _TOGETHER,
        "这里另起的行会和上一行连成一段",
        "写成列表：上面空一行，每行写成 1. 先看材料 或者 - 先看材料，符号半角，后面空一格；不要列表，每条之间空一行",
        ANYHOW,
    ),
    Habit(
        ("　",),
        r"\n(?<=\S\n)(?P<at>　　)(?:[^\n]+\n　　)*",
        _TOGETHER,
        "这一段会和上一段连在一起",
        "两段之间空一行；段首不用空格，网页会排",
        ANYHOW,
    ),
    Habit(
        ("|",),
        r"\n[ ]{0,3}\|[^\n]*\n(?P<at>[^|\s][^|\n]*)$",
        _TOGETHER,
        "这一行会排进上面的表格",
        "在表格后面空一行",
        ANYHOW,
    ),
    Habit(
        ("#",),
        r"\n {1,3}(?P<at>#{1,6}[ \t]*[^\s#][^\n<>&*_`\[\\]*)",
        "markdown/lost-heading",
        "# 前面有空格，这一行不会成为标题",
        "删掉 # 前面的空格：{at}",
        "{at}",
    ),
    Habit(
        ("!",),
        r"\n(?P<at>!!!)[^\n]*\n(?!\n? {4}|\n?\t)",
        "markdown/empty-box",
        "这个框里没有话",
        "框里的话紧接着写在 {at} 的下一行，每行前面空四格",
        "</p>\n</div>",
    ),
    Habit(("!",), r"\n *!!! ?(?P<at>[^注\s]意)(?![\w-])", _BOX, _NO_BOX, f"是不是 注意？{_BOXES}", ANYHOW),
    Habit(
        ("!",),
        rf"\n *!!! ?(?P<at>(?!(?:{_KNOWN}|[^注\s]意)(?![\w-]))[\w-]+)",
        _BOX,
        _NO_BOX,
        f'{_BOXES}；别的题目写在引号里，例如 !!! 提示 "{{at}}"',
        ANYHOW,
    ),
    Habit((":",), r"\n(?P<at>:::+ ?\w+)", _BOX, "“{at}”排不成框，会原样印出来", _WRITE_BOX, "{at}"),
    Habit(("!",), r"\n> ?(?P<at>\[!\w+\])", _BOX, "“{at}”排不成框，会原样印出来", _WRITE_BOX, "{at}"),
)
"""What is looked for in whole lines."""
