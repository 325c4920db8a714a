"""What the rules told, kept for the next build: most often nothing has changed since that a rule can see.

Law: a rule sees records, their places, which files there are, what was committed, the day, and of prose what `Body`
says; not the text, nor which bytes a file has. `load` says whether any of that is another than it was; so what is kept
is what the rules would tell now.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from mingbai import flow, problem
from mingbai.boundary import Audience
from mingbai.cache import Cache
from mingbai.corpus.past import Past
from mingbai.flow import Checked, Told
from mingbai.process import meanwhile


@contextmanager
def ruled(found: Checked, past: Past | None, cache: Cache) -> Iterator[Callable[[], Told]]:
    """What the rules say of all that was assembled, while this process goes on; `past` is `None` where nobody asked."""
    question = _question(found, past, cache)
    if kept := cache.told(question):
        before = {Audience(side): problem.load(text) for side, text in kept.items()}
        yield lambda: before
        return
    with meanwhile(partial(flow.ruled, found)) as told:
        yield told
        cache.remember_told(question, {side: problem.dump(problems) for side, problems in told().items()})


def _question(found: Checked, past: Past | None, cache: Cache) -> str:
    """What the rules are asked about, but for the files: for whom, on which day, after which past."""
    corpora = ((Audience.PUBLIC, found.public), (Audience.INTRANET, found.intranet))
    sides = [side for side, corpus in corpora if corpus]
    committed = (cache.committed(), sorted(past.renamed.items())) if past else None
    return repr((found.clock, sides, sorted(found.closed), committed))
