"""`mingbai forbid`: put a string on the list of forbidden ones, which keeps its digest alone."""

import sys
from pathlib import Path

import click

from mingbai.cli import options, say


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
        if line in text:
            say.result("名单里已经有它了。")
            return
        before = text.rstrip() or f"salt: {salt}\nstrings:"
        longer = f"{before}\n  - {line}\n"
        if not set(Forbidden.of(salt, (line,)).items) <= set(forbidden_of(longer.encode()).items):
            say.fault(f"加不进去：{FORBIDDEN_FILE} 最后一项要是 strings，一行一个。这一行请自己写进去：  - {line}")
            sys.exit(options.PROBLEMS)
        path.write_text(longer, encoding="utf-8")
    say.result("加好了。下一次生成会在所有文件里找它。")


def _asked() -> str:
    """The string: asked for unseen on a terminal; from anywhere else, where nobody looks on, the line that comes."""
    if sys.stdin.isatty():
        return str(click.prompt("字句", hide_input=True, prompt_suffix="："))
    return sys.stdin.readline()
