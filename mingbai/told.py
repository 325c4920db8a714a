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
from mingbai.corpus.past import NOTHING
from mingbai.flow import Checked, Told
from mingbai.process import meanwhile


@contextmanager
def ruled(found: Checked, cache: Cache) -> Iterator[Callable[[], Told]]:
    """What the rules say of all that was assembled, while this process goes on."""
    question = _question(found)
    if kept := cache.told(question):
        before = {Audience(side): problem.load(text) for side, text in kept.items()}
        yield lambda: before
        return
    with meanwhile(partial(flow.ruled, found)) as told:
        yield told
        cache.remember_told(question, {side: problem.dump(problems) for side, problems in told().items()})


def _question(found: Checked) -> str:
    """What the rules are asked about, but for the files: for whom, on which day, after which past.

    The past is the one that was read; in the cache another build may have put a newer one meanwhile.
    """
    corpora = ((Audience.PUBLIC, found.public), (Audience.INTRANET, found.intranet))
    sides = [side for side, corpus in corpora if corpus]
    past = found.intranet.past if found.intranet else NOTHING
    committed = (past.seal, sorted(past.renamed.items()))
    return repr((found.clock, sides, sorted(found.closed), committed))
