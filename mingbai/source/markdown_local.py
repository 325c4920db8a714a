"""Links and pictures whose address was refused: a path on the writer's own computer, a script, a scheme mistyped.

Law: the words come out as if nothing were wrong, and lead nowhere; so each is told with what to write.
"""

import re
from urllib.parse import unquote

from mingbai.source import web
from mingbai.source.located import Spot
from mingbai.source.markdown_limits import Fault

_WRITTEN = re.compile(r"<?([^()<>\n\"]*)")
_LOCAL = re.compile(r"(?:file:|[A-Za-z]:(?=[\\/])).*[\\/]([^\\/]+)", re.IGNORECASE)
_FROM_HERE = "网址以 https:// 开头；本站的文件从本文所在的文件夹写起，例如 ../../../fees/catv.yaml"


def refused(words: str, text: str, index: int, spot: Spot, *, picture: bool = False) -> Fault:
    """What is said of a link or a picture whose address stands at an index of the text."""
    what, sign = ("图片", "!") if picture else ("链接", "")
    written = _WRITTEN.match(text, index)
    address = written[1].strip() if written else ""
    if local := _LOCAL.fullmatch(address):
        name = re.sub(r"\s+", "-", unquote(local[1]))
        message = f"{what}“{words}”指的是自己电脑里的文件，别人打不开"
        hint = f"把文件放进 files/ 文件夹，从本文所在的文件夹写起，例如 {sign}[{words}](../../../files/{name})"
        return Fault(*spot, "markdown/bad-address", message, hint)
    meant = "" if picture else web.meant(address)
    return Fault(
        *spot, "markdown/bad-address", f"{what}“{words}”的地址不能用", f"写成 {meant}" if meant else _FROM_HERE
    )
