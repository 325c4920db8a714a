"""The sample bureau in `content/`, as readers of the demonstration see it on its own day."""

from functools import cache

from mingbai.corpus.public import PublicCorpus
from tests import ROOT
from tests.factories import checked


@cache
def sample_corpus() -> PublicCorpus:
    """The public corpus of the sample bureau."""
    paths = sorted(path for path in (ROOT / "content").rglob("*") if path.is_file())
    found = checked({path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}).public
    assert found
    return found
