"""What is said of a release that took most of a site away: nobody may have meant that.

It is no problem of the content, and a day of the past may well be wanted: it is said, and stops nothing.
"""

import shlex
from datetime import date
from pathlib import Path

from mingbai.cli import say
from mingbai.publish.writer import Released

MANY = 50
"""Files; where fewer go, whoever took them away knows."""


def loss(done: Released, as_of: date | None, way_back: str) -> str | None:
    """What to say where more than half of a site's files went at once, and many; `way_back` puts them back."""
    if done.problems or done.removed < MANY or 2 * done.removed <= done.before:
        return None
    why = f"这次做的是 {as_of} 那一天的样子" if as_of else "内容里的文件可能挪走了，或者删掉了"
    gone = f"{say.NAMES[done.site]}原来有 {done.before} 个文件，{done.removed} 个没有了：{why}。"
    return f"{gone}不想这样，就先退回原来的样子：{way_back}；改好再做一次。"


def way_back(site: str, source: Path, output: Path | None) -> str:
    """The command that shows a site as it was before this build.

    >>> way_back("public", Path(), None), way_back("public", Path("a b"), Path("out"))
    ('build.py rollback public', "build.py rollback -s 'a b' -o out public")
    """
    where = [*(["-s", str(source)] if source != Path() else []), *(["-o", str(output)] if output else [])]
    return shlex.join(["build.py", "rollback", *where, site])
