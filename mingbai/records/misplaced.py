"""A file that lies where no kind of record does, and where it was meant to lie.

Law: it would be lost without a word, so it is an error; the hint names one place, where that can be known.
"""

import re
from collections.abc import Collection, Iterator
from posixpath import splitext

from mingbai.near import near
from mingbai.problem import Place, Problem
from mingbai.records.base import Record
from mingbai.records.field import fields_of
from mingbai.records.named import FOLDERS, implied, named
from mingbai.records.values import ID

_UNTIDY = re.compile(r"[^a-z0-9]+")
_TWO_ENDINGS = re.compile(r"(.+?)(\.(?:yaml|yml|md))((?:\.(?:txt|yaml|yml|md|docx?|wps|rtf))+)")
_TEXTS = (".md", ".yaml", ".yml", ".txt", "")
_INTERNAL = "content/intranet/"
_COPY = re.compile(r"(.+?)(?: ?- ?(?:副本|Copy)| ?[(（]\d+[)）])+(\.(?:yaml|md))", re.IGNORECASE)
_BACKUP = re.compile(r"(.+?)(?:(?:[ ._-](?:bak|backup|orig|old|tmp)|[ ._-]?备份)\d*(?:\.(?:ya?ml|md))?|~)")
_STEP = re.compile(ID)
_WORD = (".doc", ".docx", ".wps", ".rtf")

Answer = tuple[str, str]
"""A message and its hint."""


def misplaced(path: str, keys: Collection[str] = ()) -> Problem:
    """What is said of a file that no kind of record and no attachment folder claims; `keys` are those it holds."""
    folder, name = path.rsplit("/", 1)
    known = (
        _copied(folder, name)
        or _left_behind(folder, name)
        or _two_endings(folder, name)
        or _untidy(folder, name)
        or _other_side(path)
        or _beside_records(folder, name)
        or _other_folder(path)
        or _by_keys(path, keys)
        or _no_folder(path)
    )
    if known:
        return Problem(Place(path), "file/misplaced", *known)
    hint = "文件名和文件夹只用小写字母、数字和减号；记录放在自己的文件夹里，附件放在 files/ 里"
    if _side(path) and splitext(name)[1].lower() not in _TEXTS:
        hint = f"附件放在 files/ 里：挪到 {_side(path)}files/{name}"
    return Problem(Place(path), "file/misplaced", f"{folder}/ 里不放这样的文件", hint)


def _copied(folder: str, name: str) -> Answer | None:
    """What Explorer and WPS call a copy: 甲 - 副本.yaml, 甲 - Copy (2).yaml, 甲(1).yaml.

    Another name is made up only from a word that is free: a year, and a division whose pledges these are, is not.
    """
    found = _COPY.fullmatch(name)
    if not found:
        return None
    stem, ending = found.groups()
    message, hint = f"{name} 像是复制出来的一份", "不要的就删掉"
    word = _tidy(stem.lower(), "") if stem.isascii() else ""
    old, new = f"{folder}/{word}{ending}", f"{folder}/{word}-2{ending}"
    if word[:1].isalpha() and named(old) and named(new) and implied(old) == implied(new):
        return message, f"{hint}；要照着 {stem}{ending} 另写一份，给它起个新名字，如 {word}-2{ending}"
    if named(f"{folder}/x{ending}"):
        return message, f"{hint}；要另写一份，给它起个自己的名字，只用小写字母、数字和减号"
    return message, hint


def _left_behind(folder: str, name: str) -> Answer | None:
    """What a program or a careful hand keeps of a file before it is changed: 甲.yaml.bak2, 甲.old.yaml, 甲.yaml~."""
    found = _BACKUP.fullmatch(name.lower())
    if not found:
        return None
    message, hint = f"{name} 像是备份下来的一份", "不要的就删掉"
    right = next((f"{found[1]}{end}" for end in ("", ".yaml", ".md") if named(f"{folder}/{found[1]}{end}")), "")
    return message, f"{hint}；要用的是它，先删掉 {right}（有的话），再把文件名改成 {right}" if right else hint


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
    stem, ending = splitext(name.lower())
    right = _tidy(stem, ending)
    if name.isascii() and named(f"{folder}/{right}"):
        hint = f"把文件名改成 {right}；已经有 {right} 的，看一看是不是同一份，是就删掉这一份"
        return f"{folder}/ 里不放这样的文件", hint
    if not name.isascii() and named(f"{folder}/x{_tidy('', ending)}"):
        return (
            f"“{name}”的文件名里有别的字",
            "文件名只用小写字母、数字和减号，如 open-day；改好了，别处提到它的也跟着改",
        )
    return None


def _tidy(stem: str, ending: str) -> str:
    return _UNTIDY.sub("-", stem).strip("-") + {".yml": ".yaml"}.get(ending, ending)


def _other_side(path: str) -> Answer | None:
    """Where it would be right, the first folder apart, among what the other audience may see."""
    side = _side(path)
    for there in FOLDERS if side else ():
        moved = f"{there}{path.removeprefix(side)}"
        found = named(moved)
        if found and there == _INTERNAL:
            return f"“{found.kind.label}”是内部的，不能放在 {side} 里", f"马上挪到 {moved}"
        if found:
            hint = f"审查过、可以公开了，就挪到 {moved}；还不到时候，先放进 {_INTERNAL}drafts/"
            return f"“{found.kind.label}”是公开的，不放在 {side} 里", hint
    return None


def _beside_records(folder: str, name: str) -> Answer | None:
    """An attachment in a folder of records: what is internal has to go at once, and Word may have saved a record."""
    stem, ending = splitext(name)
    side = _side(f"{folder}/")
    if not side or ending.lower() in _TEXTS:
        return None
    for record in (".yaml", ".md"):
        inside = named(f"{_INTERNAL}{folder.removeprefix(side.rstrip('/')).lstrip('/')}/x{record}")
        if inside and side != _INTERNAL and not named(f"{folder}/x{record}"):
            return f"“{inside.kind.label}”是内部的，不能放在 {side} 里", f"马上挪到 {_INTERNAL}files/{name}"
        right = _tidy(stem.lower(), record)
        if ending.lower() in _WORD and name.isascii() and named(f"{folder}/{right}"):
            hint = f"记录只改名不行：用记事本新建 {right}，把字粘进去，再删掉这个文件"
            return f"{name} 是文字处理软件的文件", f"{hint}；是附件，就挪到 {side}files/{name}"
    return None


def _other_folder(path: str) -> Answer | None:
    """Where a kind belongs in whose folder it is, but not as deep as it should be, or nearly: `fee/` for `fees/`."""
    here, ending = _side(path), splitext(path)[1]
    below = path.removeprefix(here)
    steps = splitext(below)[0].split("/")
    if not here or len(steps) < 2 or ending not in _TEXTS or not all(map(_STEP.fullmatch, steps)):
        return None
    kinds = [(side, kind) for side in sorted(FOLDERS, key=lambda side: side != here) for kind in FOLDERS[side]]
    kinds.sort(key=lambda each: _ends(each[1]) != ending)
    homes = {name: each for each in reversed(kinds) for name in _homes(each[1])}
    message = f"{path.rsplit('/', 1)[0]}/ 里不放这样的文件"
    for name, (side, kind) in homes.items():
        if below.startswith(f"{name}/"):
            return message, f"“{kind.label}”放在 {side}{_shape(kind)}"
    if meant := near(steps[0], homes):
        side, kind = homes[meant]
        moved = f"{side}{meant}/{below.partition('/')[2]}"
        return message, f"是不是 {moved}？" if named(moved) else f"“{kind.label}”放在 {side}{_shape(kind)}"
    return None


def _by_keys(path: str, keys: Collection[str]) -> Answer | None:
    """Where a record belongs whose keys are those of one kind alone, as far as its path can be known."""
    folder, name = path.rsplit("/", 1)
    stem, ending = splitext(name)
    kinds = [(there, kind) for there in FOLDERS for kind in FOLDERS[there] if _ends(kind) == ending]
    found = [each for each in kinds if _has(each[1], keys)]
    found = [each for each in found if each[0] == _side(path)] or found
    if len(found) != 1:
        return None
    there, kind = found[0]
    moved = f"{there}{kind.pattern.replace('*', stem)}"
    right = moved if kind.pattern.count("*") == 1 and named(moved) else f"{there}{_shape(kind)}"
    hint = f"看里面写的，这是“{kind.label}”：挪到 {right}"
    if there != _side(path) and there != _INTERNAL:
        hint = f"看里面写的，这是“{kind.label}”，是公开的：审查过、可以公开了，就挪到 {right}"
    return f"{folder}/ 里不放这样的文件", hint


def _has(kind: type[Record], keys: Collection[str]) -> bool:
    fields = fields_of(kind)
    return bool(keys) and {name for name, field in fields.items() if field.required} <= {*keys} <= fields.keys()


def _no_folder(path: str) -> Answer | None:
    """Which folders there are, where nothing is wrong with the name."""
    folder, name = path.rsplit("/", 1)
    stem, ending = splitext(name)
    kinds = [kind for kind in FOLDERS.get(_side(path), ()) if _ends(kind) == ending and "*" in kind.pattern]
    if not kinds or not _STEP.fullmatch(stem):
        return None
    names = "、".join(sorted({f"{kind.pattern.partition('/')[0]}/" for kind in kinds}))
    return (
        f"{folder}/ 里不放这样的文件",
        f"文件夹不对。{_side(path)} 里放 {ending} 文件的有：{names}",
    )


def _ends(kind: type[Record]) -> str:
    return splitext(kind.pattern)[1]


def _homes(kind: type[Record]) -> Iterator[str]:
    """The folder of a kind, and the one it would have by its name."""
    if "*" in kind.pattern:
        yield kind.pattern.partition("/*")[0]
        yield kind.kind


def _shape(kind: type[Record]) -> str:
    """How the path of a record of that kind looks, in words."""
    steps = iter(("处室",) if "commitments" in kind.pattern else ("年份", "期号"))
    return "/".join(next(steps) if part == "*" else part.replace("*", "文件名") for part in kind.pattern.split("/"))


def _side(path: str) -> str:
    return next((folder for folder in FOLDERS if path.startswith(folder)), "")
