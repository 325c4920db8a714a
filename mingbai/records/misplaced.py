"""A file that lies where no kind of record does, and where it was meant to lie."""

import re
from posixpath import splitext

from mingbai.problem import Place, Problem
from mingbai.records.named import named

_UNTIDY = re.compile(r"[^a-z0-9]+")


def misplaced(path: str) -> Problem:
    """A file that no kind of record and no attachment folder claims: it would be lost without a word."""
    folder, name = path.rsplit("/", 1)
    stem, ending = splitext(name.lower())
    tidy = _UNTIDY.sub("-", stem).strip("-") + {".yml": ".yaml"}.get(ending, ending)
    hint = "文件名和文件夹只用小写字母、数字和减号；记录放在自己的文件夹里，附件放在 files/ 里"
    if name.isascii() and named(f"{folder}/{tidy}"):
        hint = f"把文件名改成 {tidy}"
    return Problem(Place(path), "file/misplaced", f"{folder}/ 里不放这样的文件", hint)
