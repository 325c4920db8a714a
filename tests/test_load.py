"""What a build gives to the child that waits while it reads its sources."""

from collections.abc import Callable
from typing import Any

import pytest

from mingbai import load as loading
from mingbai.boundary import Audience
from mingbai.build.pool import working
from mingbai.cache_file import opened
from mingbai.load import load
from mingbai.source.tree import scan
from tests.factories import GOLDEN


def test_a_first_build_leaves_the_child_that_waits_to_the_one_piece_of_work_that_is_its(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It goes after that, so the forbidden list is none of its business."""

    def nobody(work: Callable[[], Any]) -> Callable[[], Any]:
        raise AssertionError(f"nothing was to be handed over, but {work}")

    monkeypatch.setattr(loading, "WORTH_A_POOL", 1)
    with opened(None, "") as cache, working(2, nobody) as workers:
        sides = load(GOLDEN, scan(GOLDEN, "content"), tuple(Audience), cache, workers)

    assert "forbidden" in {kind for kind, _ in sides[Audience.PUBLIC].known}
