"""Habits within a line: bold, links, pictures and formulas as other programs have them, or in full-width signs."""

import re

from mingbai.source.markdown_habit import ANYHOW, Habit
from mingbai.source.text import HAN

_EMPHASIS = "markdown/lost-emphasis"
_LINK = "markdown/lost-link"
_NOT_BOLD = "“{0}”没有变成粗体，会原样印出来"
_PLAINLY = "用平常的字写，例如 面积 = 长 × 宽，平方米写成 m²；复杂的做成图片"
_WORDS = r"([^\[\]［］【】\n]+)"
_OPEN, _CLOSE = r"[\[［【]", r"[\]］】]"
_ADDRESS = (
    r"((?:\.{0,2}/|https?:|#|www\.)[^()（）\s]*"
    r"|[^()（）\s]+\.(?:md|yaml|pdf|docx?|xlsx?|wps|ofd|odt|jpe?g|png|zip|txt)(?:#[^()（）\s]*)?)"
)


def _between(sign: str) -> str:
    """Words between two pairs of a sign."""
    it = re.escape(sign)
    return rf"(?<!{it}){it}{it}(?=[^\s{it}])([^{it}\n]*[^\s{it}]){it}{it}(?!{it})"


WORDS = (
    Habit(
        ("_",),
        r"(?<!_)(_{2,3})(?=[^\s_])([^_\n]*[^\s_])\1(?!_)",
        _EMPHASIS,
        _NOT_BOLD,
        "加粗写成 **{2}**；留给人填的空，写成全角的 ＿＿",
    ),
    Habit(
        ("_",),
        rf"(?<![0-9A-Za-z_])_(?=[^\s_])([^_\n{HAN}]*[{HAN}][^_\n]*)(?<!\s)_(?![0-9A-Za-z_])",
        _EMPHASIS,
        "“{0}”前后的 _ 会原样印出来",
        "加粗写成 **{1}**；不加粗，删掉前后的 _",
    ),
    Habit(
        ("*",),
        rf"\*\*(?<=[{HAN}]\*\*)([、，；。][^*\n]*[{HAN}])\*\*",
        "markdown/masked-name",
        "“{0}”里的星号会被当成加粗，印出来就没有了",
        r"名字里代替字的星号，每个前面加 \，例如 张\*\*、李\*\*",
        "<strong>{1}</strong>",
    ),
    Habit(
        ("＊",),
        "＊＊([^＊\n]+)＊＊",
        "markdown/full-width-sign",
        "“{0}”的星号打成了全角，会原样印出来",
        "改成半角：**{1}**",
    ),
    Habit(
        ("~",),
        _between("~"),
        _EMPHASIS,
        "“{0}”排不出删除线，会原样印出来",
        "不要的字直接删掉；要让人看出改了什么，写“原来是{1}”",
    ),
    Habit(("=",), _between("="), _EMPHASIS, "“{0}”排不出底色，会原样印出来", "要让人注意，写成 **{1}**"),
    Habit(
        ("~",),
        r"(?<=[A-Za-z])~[0-9]{1,2}~(?!~)",
        _EMPHASIS,
        "“{0}”不会变成下标，会原样印出来",
        "用小字打，例如 H₂O、CO₂",
    ),
    Habit(
        ("^",),
        rf"(?<=[0-9A-Za-z{HAN}])\^-?[0-9]{{1,2}}\^",
        _EMPHASIS,
        "“{0}”不会变成上标，会原样印出来",
        "用小字打，例如 m²、10³",
    ),
    Habit(("+",), _between("+"), _EMPHASIS, "“{0}”排不出下划线，会原样印出来", "要让人注意，写成 **{1}**"),
    Habit(("$",), r"(?P<at>\$\$)(?:[^$]*\$\$)?", "markdown/formula", "{at} 里的公式排不出来", _PLAINLY, ANYHOW),
    Habit(
        ("$",),
        rf"(?<![\\$0-9A-Za-z])\$(?=[^\s$])[^$\n{HAN}\\^_{{}}=+]*[\\^_{{}}=+][^$\n{HAN}]*(?<=\S)\$(?![$\d])",
        "markdown/formula",
        "公式“{0}”排不出来",
        _PLAINLY,
        ANYHOW,
    ),
    Habit(
        ("<",),
        "<!--",
        "markdown/open-comment",
        "这里的注释没有收尾，会原样印出来",
        "在注释后面写上 -->；不要的注释整个删掉",
    ),
    Habit(
        ("！", "!"),
        r"(?:！ ?|! )\[([^\]\n]+)\]\(([^()\s]+\.(?:png|jpe?g))\)",
        _LINK,
        "这里的图片会印成链接",
        "写成 ![{1}]({2})，感叹号用半角，后面不空格",
        ANYHOW,
    ),
    Habit(
        ("]", "］", "】"),
        rf"[!！] ?{_OPEN}{_WORDS}{_CLOSE} ?[(（]{_ADDRESS}[)）]",
        _LINK,
        "“{0}”不会变成图片，会原样印出来",
        "写成 ![{1}]({2})，括号和感叹号用半角，中间不空格",
    ),
    Habit(
        ("]", "］", "】"),
        rf"(?<![!！]){_OPEN}(?<![!！] [\[［【]){_WORDS}{_CLOSE} ?[(（]{_ADDRESS}[)）]",
        _LINK,
        "“{0}”不会变成链接，会原样印出来",
        "写成 [{1}]({2})，括号用半角，中间不空格",
    ),
    Habit(
        ("]",),
        rf"\[([^\[\]\n]+)\]\( *(?={_ADDRESS})([^()（）\s，。；、！？]++)(?![^\n\[]*[)）])",
        _LINK,
        "“{0}”不会变成链接，会原样印出来",
        "少了后一半括号，写成 [{1}]({3})",
    ),
    Habit(
        ("[",),
        rf"\[([^\[\]()（）\n]+)[(（](?={_ADDRESS})([^()（）\s，。；、！？]++)[)）]?",
        _LINK,
        "“{0}”不会变成链接，会原样印出来",
        "少了方括号的后一半，写成 [{1}]({3})",
    ),
    Habit(
        ("]",),
        r"\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]+)?\]\](?![(（])",
        _LINK,
        "“{0}”不会变成链接，会原样印出来",
        "写成 [{1}](文件的路径)，例如 [{1}](../../../fees/catv.yaml)",
    ),
    Habit(
        ("]",),
        r"\[([^\[\]^\n]+)\]\[[^\[\]^\n]*\]",
        _LINK,
        "“{0}”不会变成链接，会原样印出来",
        "写成 [{1}](文件的路径)，例如 [{1}](../../../fees/catv.yaml)",
    ),
    Habit(
        ("{", "｛"),
        r"[{｛][:：]? ?[.#][\w-][^{}｛｝\n]*[}｝]",
        "markdown/lost-attributes",
        "“{0}”没有起作用，会原样印出来",
        "删掉它；颜色、大小、位置由网站统一",
    ),
    Habit(
        ("{",),
        r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}",
        "markdown/lost-attributes",
        "“{0}”没有起作用，会原样印出来",
        "删掉它；图片写成 ![图上有什么](图片的路径)，框写成 !!! 注意",
    ),
    Habit(
        ("\\",),
        r"\[([^\[\]\n]+)\]\((?P<at>\\\\[^()\s]*\\([^()\s\\]+))\)",
        _LINK,
        "{at} 是局里电脑上的文件，网页打不开它",
        "把文件放进 files/ 文件夹，从本文所在的文件夹写起，例如 [{1}](../../../files/{3})",
        ANYHOW,
    ),
    Habit(
        ("\\",),
        r"\[([^\[\]\n]+)\]\((?P<at>(?!\\\\|[A-Za-z][A-Za-z0-9+.-]*:)[^()\s]*\\[^()\s]*)\)",
        _LINK,
        "网上的路径用 /，这里是 \\：{at}",
        "写成 [{1}]({slashed})",
        ANYHOW,
    ),
    Habit(
        ("\\",),
        r"(?<!\\)\\$",
        "markdown/lost-break",
        "行末的 \\ 会原样印出来",
        "要换行，删掉 \\，在行末打两个空格；要另起一段，空一行",
        ANYHOW,
    ),
)
"""What is looked for within lines."""
