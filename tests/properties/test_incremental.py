"""The incremental build equals a clean one, byte for byte, whatever happened in between."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import program
from mingbai.boundary import Audience
from tests.properties.edits import DAYS, EDITS, Edit
from tests.workshop import Workshop

STEP = st.tuples(st.sampled_from(EDITS), st.integers(0, 9), st.sampled_from(DAYS), st.sampled_from(["1", "2"]))


@pytest.mark.parametrize("part", range(4))
@settings(max_examples=30)
@given(steps=st.lists(STEP, min_size=2, max_size=6))
def test_incremental_equals_clean(part: int, steps: list[tuple[Edit, int, date, str]]) -> None:
    """After any sequence of edits, days and program versions, both sites are what a clean build makes of the tree."""
    folder = Path(tempfile.mkdtemp(prefix=f"mingbai-{part}-"))
    try:
        workshop = Workshop(folder)
        workshop.build()
        digest = program.digest()
        for edit, n, day, version in steps:
            edit(workshop, n)
            found = workshop.sites()
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(program, "digest", lambda version=version: digest + version)
                outcome = workshop.build(as_of=day)
                fresh = folder / "fresh"
                workshop.build(as_of=day, clean=True, out=fresh)
            released = {done.site for done in outcome.released}
            right = workshop.sites(fresh)
            shutil.rmtree(fresh, ignore_errors=True)
            expected = {site: right[site] if site in released else found[site] for site in Audience}

            assert expected == workshop.sites(), edit.__name__
    finally:
        shutil.rmtree(folder)
