"""Names of files that some machines cannot hold, though the one at hand does.

Names become addresses and folders, and are copied to machines with Windows: there a file must not be called as devices
were in 1981, whatever its ending and its case, nor end in a full stop or a space.
"""

import re

from mingbai.problem import Place, Problem

_DEVICE = re.compile(r"(?:^|/)((?:aux|con|nul|prn|(?:com|lpt)[0-9¹²³])(?= *(?:[./]|$))[^/]*)", re.IGNORECASE)
_END = re.compile(r"([^/]*[. ])(?:/|$)")


def device(path: str) -> str:
    """The first step of a path that is called as a device; nothing where none is.

    >>> device("/a/con/"), device("/aux.html"), device("/console/")
    ('con', 'aux.html', '')
    """
    found = _DEVICE.search(path)
    return found[1] if found else ""


def on_windows(path: str) -> Problem | None:
    """What keeps a file from lying on a machine with Windows, if anything does.

    >>> on_windows("content/public/fees/con.yaml").message
    'Windows 里不能有叫 con.yaml 的文件或文件夹'
    >>> on_windows("content/public/fees/console.yaml")
    """
    if named := device(path):
        message = f"Windows 里不能有叫 {named} 的文件或文件夹"
        hint = "con、prn、aux、nul、com1、lpt1 这些名字 Windows 自己占着：换个名字，例如 a-con.yaml，再改引用它的地方"
        return Problem(Place(path), "file/misplaced", message, hint)
    if found := _END.search(path):
        message = f"文件名或文件夹名“{found[1]}”用点或空格结尾，Windows 里会丢掉"
        return Problem(Place(path), "file/misplaced", message, "去掉结尾的点或空格，再改引用它的地方")
    return None
