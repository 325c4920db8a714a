"""What the rules told, kept for the next build: most often nothing has changed since that a rule can see.

Law: a rule sees records, their places, which files there are, what was committed, the day, and of prose what `Body`
says; not the text, nor which bytes a file has. `load` has what is kept forgotten as soon as a file came, went, or says
anything else of that (`records/stored.alike`). So what is kept is what the rules would tell now.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from msgspec.json import decode, encode

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
    if before := _kept(question, cache):
        yield lambda: before
        return
    with meanwhile(partial(flow.ruled, found)) as told:
        yield told
        kept = {side: problem.dump(problems) for side, problems in told().items()}
    cache.set_fact("told", encode((question, kept)).decode())


def _question(found: Checked, past: Past | None, cache: Cache) -> str:
    """What the rules are asked about, but for the files: for whom, on which day, after which past."""
    corpora = ((Audience.PUBLIC, found.public), (Audience.INTRANET, found.intranet))
    sides = [side for side, corpus in corpora if corpus]
    committed = (cache.committed(), sorted(past.renamed.items())) if past else None
    return repr((found.clock, sides, sorted(found.closed), committed))


def _kept(question: str, cache: Cache) -> Told:
    """What was told when the same was asked, if nothing has changed since that matters."""
    before, told = decode(cache.fact("told") or '["", {}]', type=tuple[str, dict[Audience, str]])
    return {side: problem.load(text) for side, text in told.items()} if before == question else {}
