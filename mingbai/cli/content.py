"""The content as a verb reads it that neither checks nor publishes: the intranet's corpus, or a stop.

Law: nothing is told of content that could make it wrong. Any error on the intranet's side stops, since a plan that
cannot be read would count as not handed in; so does one in the public files below. Other public errors change nothing
of who owes what: how many there are is said, and no more. A log that was rewritten since it was committed is an error,
too; where nobody can say whether one was, that is said.
"""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.boundary import Audience
from mingbai.cli import options, say
from mingbai.problem import Problem
from mingbai.source.tree import Tree, scan

if TYPE_CHECKING:
    from mingbai.corpus.intranet import IntranetCorpus

BASES = tuple(f"content/public/{name}" for name in ("bureau.yaml", "calendar/", "divisions/", "people/"))
"""The public files that say who there is, which days are worked, and which day it is."""


def project(source: Path) -> Tree:
    """The files of a project that has an intranet; where there is none, a stop with exit code 2."""
    say.refuse_elsewhere(source)
    tree = scan(source, "content")
    if not any(path.startswith("content/intranet/") for path in tree.files):
        say.fault("这里没有 content/intranet/：该做的事和草稿都在那里。")
        sys.exit(options.USAGE)
    return tree


def read(source: Path, as_of: date | None) -> "IntranetCorpus":
    """The intranet's corpus of the day asked for; nothing is written, the cache neither."""
    from mingbai.make import Wish, check_only

    with say.world_faults():
        tree = project(source)
        wish = Wish(source, source / "site", as_of=as_of, history=True, jobs=options.cores())
        found = check_only(wish, tree, options.now())
    errors = [problem for problem in found.all_problems if problem.is_error]
    inside = {problem for problem in found.problems[Audience.INTRANET] if problem.is_error}
    if found.intranet is None or any(problem in inside or _is_base(problem) for problem in errors):
        say.problems(errors, source, "text")
        sys.exit(options.PROBLEMS)
    if errors:
        say.fault(f"公开内容里有 {len(errors)} 个错误，和这里要说的无关；build.py check 说是哪些。")
    unchecked = [problem for problem in found.all_problems if problem.code == "history/unchecked"]
    say.problems(unchecked, source, "text")
    return found.intranet


def _is_base(problem: Problem) -> bool:
    return problem.place.path.startswith(BASES)
