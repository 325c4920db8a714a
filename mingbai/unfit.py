"""What is wrong with a file whatever it says: its name, its place, a picture that is none."""

from collections.abc import Iterator, Mapping

from mingbai.build import picture
from mingbai.corpus.gather import File
from mingbai.problem import Place, Problem
from mingbai.source import naming

NOT_IN_ADDRESSES = '\\:*?"<>|#%'
"""What a file's name must not hold: it means something else in an address, or is refused by some systems."""


def attachment(path: str, raw: bytes) -> Iterator[Problem]:
    """What keeps an attachment from being published as it is."""
    signs = "".join(dict.fromkeys(sign for sign in path if sign in NOT_IN_ADDRESSES))
    if signs:
        message = f"附件的文件名里有 {signs}，做成网址会打不开"
        yield Problem(Place(path), "file/misplaced", message, "改个文件名，例如 申请表.docx，再改引用它的地方")
    if refused := naming.on_windows(path):
        yield refused
    if picture.is_picture(path) and not picture.opens(path, raw):
        message = "这张图片打不开：坏了，太大，或者不是图片"
        yield Problem(Place(path), "attachment/wrong-type", message, "用看图的程序打开，另存为 jpg 或 png，再放进来")


def alike(files: Mapping[str, File]) -> Iterator[Problem]:
    """Attachments whose names differ by case only would be one file on many servers."""
    seen: dict[str, str] = {}
    for id, file in files.items():
        other = seen.setdefault(id.casefold(), id)
        if other != id:
            message = f"和 {other} 只差大小写，放到有些服务器上会变成同一个文件"
            yield Problem(Place(file.path), "file/misplaced", message, "改个文件名，再改引用它的地方")


def nameless(path: str) -> Problem:
    """What is said of a name that nobody can read."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in path)
    message = "文件名里有看不见或读不出来的字，多半是压缩包在别的电脑上打的"
    return Problem(Place(shown), "file/encoding", message, "改个文件名，只用看得见的字")


def outside(path: str) -> Problem:
    """What is said of a file in neither folder."""
    return Problem(
        Place(path),
        "file/outside",
        "这个文件不在公众网的文件夹里，也不在内网的文件夹里",
        "公开的放进 content/public/，内部的放进 content/intranet/",
    )
