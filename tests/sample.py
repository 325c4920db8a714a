"""The sample bureau in `content/`, as readers of the demonstration see it on its own day."""

from datetime import date
from functools import cache

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.build.site import Site
from mingbai.clock import Clock
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.materials import materials
from mingbai.source.tree import scan
from tests import ROOT
from tests.factories import CLOCK, checked


@cache
def _on(clock: Clock) -> flow.Checked:
    return checked({path: (ROOT / path).read_bytes() for path in scan(ROOT, "content").files}, clock)


def sample_corpus() -> PublicCorpus:
    """The public corpus of the sample bureau."""
    found = _on(CLOCK).public
    assert found
    return found


def sample_sites() -> dict[Audience, Site]:
    """Both sites of the sample bureau as they would be, without search index and prose."""
    return flow.sites(
        _on(CLOCK), tuple(Audience), materials(ROOT), ROOT, flow.Memory(lambda _: {}, lambda _: lambda _: ())
    )


def sample_intranet(day: str = CLOCK.as_of.isoformat()) -> IntranetCorpus:
    """What the sample bureau's intranet knows on a day."""
    found = _on(Clock(CLOCK.today, date.fromisoformat(day))).intranet
    assert found
    return found
