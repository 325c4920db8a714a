"""How a paper says that it stays inside: 内部资料 注意保存. Words alone that an ordinary text has are none.

Law: only what is nothing else. 内部资料 is a sort of print that this bureau gives permits for, so the words count only
in 【】 or （） at the beginning of a line or at either end of a title, two of them set apart on a line, as a whole
paragraph, behind 密级：, or where the name of a file says nothing else, or begins or ends with them, set apart.
Two that run together are a sentence, 内部资料不得外传; in brackets before 准印证 they say which print is meant.
"""

import re
from collections.abc import Iterator
from posixpath import splitext

_WORDS = ("内部", "外传", "外泄", "密级", "此件不")
_PAPER = "内部(?:资料|文件|材料|刊物)"
_WITHIN = "内部(?:使用|参考|传阅|掌握)"
_OURS = "(?:仅限|仅供)内部(?:使用|参考|传阅|掌握)?"
_USE = f"{_WITHIN}|(?:不得|严禁|请勿)(?:外传|外泄)|此件不予?公开"
_KEPT = f"(?:{_OURS}|{_USE}|请?(?:注意保[存管密]|妥善保[存管])|仅供参考|(?:不得|严禁|请勿)公开)"
_BOTH = rf"(?:{_PAPER}|{_WITHIN})(?:[ \t　]*[（(]{_KEPT}[）)]|(?:[ \t　，,、；;：:·！!★☆—-]+{_KEPT}){{1,3}})"
_LABEL = r"""(?:(?:- )?(?!requirement:)[a-z_]+:[ \t]*)?["'“]?(?:\*\*|__|\*|_)?"""
"""What a form asks for may be short: requirement: （仅限内部使用）."""
_HEAD = rf"^[ \t　>#]*(?:[-*+] |[0-9一二三四五六七八九十]{{1,3}}[.)．、] ?)?{_LABEL}"
_AFTER = r"""[。！!]?(?:\*\*|__|\*|_)?["'”]?[ \t\r]*$"""
_PHRASE = f"{_BOTH}|{_PAPER}|{_OURS}|{_USE}"
_PERMIT = "准印|一证|怎么|办理|办许可|申请表|样[本稿]|免费交流|不得标价|的[，,]|印(?![发章])"
"""What only stands in what is said of the print that is called so."""
_OPEN, _SHUT = r"[【〔（(][ \t]*", r"[ \t]*[】〕）)]"
_MARKED = re.compile(
    rf"{_HEAD}{_OPEN}(?P<within>{_PHRASE}){_SHUT}(?!的|性|印刷品|(?<=[料件物][】〕）)]).*(?:{_PERMIT}))"
    rf"|{_HEAD}[【〔](?P<inside>内部)[】〕](?!的|性|印刷品|.*准印)"
    rf"|^title:(?!.*(?:{_PERMIT})).*(?:{_OPEN}(?P<title>{_PHRASE}){_SHUT}|[【〔](?P<end>内部)[】〕]){_AFTER}"
    rf"|^[ \t　>]*{_LABEL}[★☆]?(?P<line>{_BOTH})[★☆]?{_AFTER}"
    rf"|{_HEAD}密级[ \t]*[:：][ \t]*(?P<grade>内部|(?:秘密|机密|绝密)级?){_AFTER}",
    re.MULTILINE,
)
_BEFORE = r"\n(?:---)?[ \t\r]*\n[ \t　]*"
_SINGLE = f"{_PAPER}|{_OURS}|{_USE}"
_ALONE = re.compile(
    rf"{_BEFORE}(?P<alone>{_SINGLE}){_AFTER}(?=\n[ \t\r]*$|\n?\Z)"
    rf"|{_BEFORE}(?:\*\*|__)(?P<last>{_SINGLE}){_AFTER}(?=\s*\Z)",
    re.MULTILINE,
)
"""In bold with a paragraph below it is that one's heading."""
_APART = "[ 　_.·—－＿（(【〔-]"
_NAMED = re.compile(
    rf"(?!.*(?:{_PERMIT}))"
    rf"(?:(?P<first>{_SINGLE})(?:{_APART}.*)?"
    rf"|.*{_OPEN}(?P<bracketed>{_SINGLE}|(?<=[【〔])内部(?=[】〕])){_SHUT}(?:(?:{_APART}|[0-9]).*)?"
    rf"|.*{_APART}(?P<rest>{_OURS}|{_USE}))"
)


def mark_of_name(path: str) -> str:
    """How the name of a file, or of a folder that it lies in, marks it as internal; empty if none does.

    >>> mark_of_name("files/简报（内部资料）.txt"), mark_of_name("files/内部资料准印证.txt")
    ('内部资料', '')
    """
    if any(word in path for word in _WORDS):
        for name in splitext(path)[0].split("/"):
            if named := _NAMED.fullmatch(name):
                return named[named.lastgroup or 0]
            if marked := next(markings(name, typed=False), None):
                return marked[1]
    return ""


def markings(text: str, *, typed: bool = True) -> Iterator[tuple[int, str]]:
    r"""Where a text is marked as internal, and how; a paragraph of one phrase is a marking in an article alone.

    Only in the text as `typed`, too: without its emphasis a paragraph in bold looks like any other.

    >>> list(markings("# 【内部资料】简报\n内部资料　注意保存\n不得泄露内部资料。"))
    [(3, '内部资料'), (11, '内部资料\u3000注意保存')]
    """
    if not any(word in text for word in _WORDS):
        return
    for found in _MARKED.finditer(text):
        sort = found.lastgroup or ""
        yield found.start(sort), found[sort]
    for found in _ALONE.finditer(text) if typed and text.startswith("---") else ():
        sort = "last" if found["last"] else "alone"
        yield found.start(sort), found[sort]
