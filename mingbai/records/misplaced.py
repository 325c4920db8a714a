"""A file that lies where no kind of record does, and where it was meant to lie.

Law: it would be lost without a word, so it is an error; the hint names one place, where that can be known.
"""

import re
from posixpath import splitext

from mingbai.problem import Place, Problem
from mingbai.records.named import named

_UNTIDY = re.compile(r"[^a-z0-9]+")
_TWO_ENDINGS = re.compile(r"(.+?)(\.(?:yaml|yml|md))((?:\.(?:txt|yaml|yml|md|docx?|wps|rtf))+)")
_WORD = (".doc", ".docx", ".wps", ".rtf")

Answer = tuple[str, str]
"""A message and its hint."""


def misplaced(path: str) -> Problem:
    """What is said of a file that no kind of record and no attachment folder claims."""
    folder, name = path.rsplit("/", 1)
    known = _two_endings(folder, name) or _untidy(folder, name)
    hint = "文件名和文件夹只用小写字母、数字和减号；记录放在自己的文件夹里，附件放在 files/ 里"
    return Problem(Place(path), "file/misplaced", *(known or (f"{folder}/ 里不放这样的文件", hint)))


def _two_endings(folder: str, name: str) -> Answer | None:
    """Windows hides the last ending, which the program that saved the file has added."""
    found = _TWO_ENDINGS.fullmatch(name.lower())
    right = _tidy(found[1], found[2]) if found else ""
    if not found or not name.isascii() or not named(f"{folder}/{right}"):
        return None
    message = f"文件名末尾多了 {found[3]}，Windows 平时不显示它"
    if found[3].endswith(_WORD):
        return message, f"这是文字处理软件的文件，只改名不行：用记事本新建 {right}，把字粘进去，再删掉这个文件"
    return message, f"把文件名改成 {right}；看不到 {found[3]}，先在资源管理器的“查看”里勾上“文件扩展名”"


def _untidy(folder: str, name: str) -> Answer | None:
    right = _tidy(*splitext(name.lower()))
    if name.isascii() and named(f"{folder}/{right}"):
        return f"{folder}/ 里不放这样的文件", f"把文件名改成 {right}"
    return None


def _tidy(stem: str, ending: str) -> str:
    return _UNTIDY.sub("-", stem).strip("-") + {".yml": ".yaml"}.get(ending, ending)
