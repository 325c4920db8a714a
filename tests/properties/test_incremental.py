"""The incremental build equals a clean one, byte for byte, whatever happened in between."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import make, program
from mingbai.boundary import Audience
from mingbai.build.fingerprint import Fingerprint
from mingbai.build.site import Site, fingerprints
from tests.properties.edits import DAYS, EDITS, Edit, change_template
from tests.workshop import IN_MEMORY, Files, Workshop


def differing(expected: dict[Audience, Files], found: dict[str, Files]) -> list[str]:
    """The files that are not as they should be: missing, too many, or of other content."""
    return [
        f"{site}/{path}"
        for site, right in expected.items()
        for path in sorted(right.keys() | found[site].keys())
        if right.get(path) != found[site].get(path)
    ]


STEP = st.tuples(st.sampled_from(EDITS), st.integers(0, 9), st.sampled_from(DAYS), st.sampled_from(["1", "2"]))


@pytest.mark.parametrize("part", range(4))
@settings(max_examples=26)
@given(steps=st.lists(STEP, min_size=2, max_size=6))
def test_incremental_equals_clean(part: int, steps: list[tuple[Edit, int, date, str]]) -> None:
    """After any sequence of edits, days and program versions, both sites are what a clean build makes of the tree."""
    folder = Path(tempfile.mkdtemp(prefix=f"mingbai-{part}-", dir=IN_MEMORY))
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
                right_outcome = workshop.build(as_of=day, clean=True, out=fresh)
            released = {done.site for done in outcome.released}
            assert right_outcome.problems == outcome.problems
            assert {done.site for done in right_outcome.released} == released
            right = workshop.sites(fresh)
            shutil.rmtree(fresh, ignore_errors=True)
            expected = {site: right[site] if site in released else found[site] for site in Audience}

            assert not differing(expected, workshop.sites()), edit.__name__
    finally:
        shutil.rmtree(folder)


WRONG: dict[str, Callable[[Workshop], None]] = {
    "view": lambda workshop: workshop.edit("content/public/fees/catv.yaml", "低保户减半", "低保户免交"),
    "template": lambda workshop: change_template(workshop, 1),
    "site": lambda workshop: workshop.edit("content/public/bureau.yaml", "0000-0000001", "0000-0000009"),
}


@pytest.mark.parametrize("part", WRONG)
def test_a_fingerprint_without_a_part_is_caught(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A control: an incremental build that forgets one part of the fingerprint is not equal to a clean one."""
    workshop = Workshop(tmp_path)

    def forgetful(site: Site) -> dict[str, Fingerprint]:
        return {path: parts._replace(**{part: ""}) for path, parts in fingerprints(site).items()}

    monkeypatch.setattr(make, "fingerprints", forgetful)
    workshop.build()
    WRONG[part](workshop)
    workshop.build()
    workshop.build(clean=True, out=tmp_path / "fresh")

    assert differing({site: workshop.sites(tmp_path / "fresh")[site] for site in Audience}, workshop.sites())
