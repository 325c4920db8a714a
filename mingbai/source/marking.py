"""How a paper says at its head that it stays inside: 内部资料 注意保存. Words alone that an ordinary text has are none.

Law: only what is nothing else. 内部资料 is a sort of print that this bureau gives permits for, so the words count only
in 【】 or （） at the beginning of a line or at either end of a title, two of them set apart on a line, as a whole
paragraph, or behind 密级：.
Two that run together are a sentence, 内部资料不得外传; in brackets before 准印证 they say which print is meant.
"""

import re
from collections.abc import Iterator

_WORDS = ("内部", "外传", "外泄", "密级")
_PAPER = "内部(?:资料|文件|材料|刊物)"
_OURS = "(?:仅限|仅供)内部(?:使用|参考|传阅|掌握)?"
_USE = "内部(?:使用|参考|传阅|掌握)|(?:不得|严禁|请勿)(?:外传|外泄)"
_BOTH = rf"{_PAPER}[ \t　，,、；;：:·！!★☆—-]+(?:{_OURS}|{_USE}|注意保[存管]|妥善保管)"
_LABEL = r"""(?:(?:- )?(?!requirement:)[a-z_]+:[ \t]*)?["'“]?(?:\*\*|__|\*|_)?"""
"""What a form asks for may be short: requirement: （仅限内部使用）."""
_HEAD = rf"^[ \t>#]*(?:[-*+] )?{_LABEL}"
_AFTER = r"""[。！!]?(?:\*\*|__|\*|_)?["'”]?[ \t\r]*$"""
_PHRASE = f"{_BOTH}|{_PAPER}|{_OURS}|{_USE}"
_PERMIT = "准印|怎么|办理|印(?![发章])"
_MARKED = re.compile(
    rf"{_HEAD}[【〔（(][ \t]*(?P<within>{_PHRASE})[ \t]*[】〕）)](?!(?<=[料件物][】〕）)]).*(?:{_PERMIT}))"
    rf"|^title:(?!.*(?:{_PERMIT})).*[【〔（(][ \t]*(?P<title>{_PHRASE})[ \t]*[】〕）)]{_AFTER}"
    rf"|^[ \t>]*{_LABEL}(?P<line>{_BOTH}){_AFTER}"
    rf"|{_HEAD}密级[ \t]*[:：][ \t]*(?P<grade>内部|秘密|机密|绝密){_AFTER}",
    re.MULTILINE,
)
_BEFORE = r"\n(?:---)?[ \t\r]*\n[ \t]*"
_ALONE = re.compile(
    rf"{_BEFORE}(?P<alone>{_PAPER}|{_OURS}){_AFTER}(?=\n[ \t\r]*$|\n?\Z)"
    rf"|{_BEFORE}(?:\*\*|__)(?P<last>{_PAPER}|{_OURS}){_AFTER}(?=\s*\Z)",
    re.MULTILINE,
)
"""In bold with a paragraph below it is that one's heading."""


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
