"""`mingbai forbid`: put a string on the list of forbidden ones, which keeps its digest alone."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli import options, say

if TYPE_CHECKING:
    from mingbai.source.forbidden import Forbidden


@click.command(short_help="把一个字句列为禁用，名单里只存指纹")
@options.source
def forbid(source: Path) -> None:
    """把一个字句列为禁用：以后它出现在哪个文件里，网站就不更新。

    运行以后再输入，输入的字不显示，也不留在命令的历史里。
    名单 content/public/forbidden.yaml 里只存指纹，看不出原来的字。
    """
    say.refuse_elsewhere(source)
    import secrets  # every build would wait for it as well

    from mingbai.records.parse import forbidden_of
    from mingbai.records.public.forbidden import FORBIDDEN_FILE
    from mingbai.source.forbidden import SHORTEST, Forbidden, item

    path = source / FORBIDDEN_FILE
    with say.world_faults():
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        salt = forbidden_of(text.encode()).salt if text else secrets.token_hex(8)
        if not salt:
            say.fault(f"{FORBIDDEN_FILE} 写坏了，先改好：build.py check 会说哪里不对。")
            sys.exit(options.PROBLEMS)
        line = item(salt, _asked())
        if line is None:
            say.fault(f"太短：空格不算，至少 {SHORTEST} 个字。再短的，平常的话里也会碰上。")
            sys.exit(options.USAGE)
        one = Forbidden.of(salt, (line,))
        if line in text:
            say.result("名单里已经有它了。")
            say.result(_standing(source, one))
            return
        before = text.rstrip() or f"salt: {salt}\nstrings:"
        longer = f"{before}\n  - {line}\n"
        if not set(one.items) <= set(forbidden_of(longer.encode()).items):
            say.fault(f"加不进去：{FORBIDDEN_FILE} 最后一项要是 strings，一行一个。这一行请自己写进去：  - {line}")
            sys.exit(options.PROBLEMS)
        path.write_text(longer, encoding="utf-8")
    back = f"{FORBIDDEN_FILE} 的最后一行" if text else FORBIDDEN_FILE
    say.result(f"加好了。加错了，就删掉 {back}。")
    say.result(_standing(source, one))


def _standing(root: Path, one: "Forbidden") -> str:
    """In how many of the files that are checked it stands now; one that cannot be read is told of by `check`."""
    from mingbai.boundary import Audience, folder, is_attachment
    from mingbai.load import DRAFTS
    from mingbai.source.seen import FORBIDDEN
    from mingbai.source.sighting import in_attachment, in_record
    from mingbai.source.tree import read, scan

    found = []
    for path in scan(root, *(folder(each).rstrip("/") for each in Audience)).files:
        if path.startswith(DRAFTS):
            continue
        with suppress(OSError):
            seen = (in_attachment if is_attachment(path) else in_record)(path, read(root, path), one)
            found += [path] if any(each.sort == FORBIDDEN for each in seen) else []
    if not found:
        return "现在哪个文件里都没有它；以后哪个文件里有了，网站就不更新。"
    where = f"{len(found)} 个文件里有它，例如 {found[0]}" if len(found) > 1 else f"{found[0]} 里有它"
    return f"现在 {where}。不改好，网站就不更新；在哪一行，运行 build.py check 看。"


def _asked() -> str:
    """The string: asked for unseen on a terminal; from anywhere else, where nobody looks on, the line that comes."""
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    try:
        return str(click.prompt("字句", hide_input=True, prompt_suffix="："))
    except click.Abort:  # Ctrl-C or Ctrl-D
        say.fault("没有加。")
        sys.exit(options.WORLD)
