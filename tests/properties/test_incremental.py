"""The incremental build equals a clean one, byte for byte, whatever happened in between."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import make, program
from mingbai.build.fingerprint import Fingerprint, Parts
from mingbai.build.site import Site, fingerprints
from mingbai.digest import of_bytes
from mingbai.problem import Problem
from tests.properties.edits import DAYS, EDITS, Edit, change_template
from tests.workshop import IN_MEMORY, Files, Workshop, files

Digests = Mapping[str, str]


def digests(sites: Mapping[str, Files]) -> dict[str, Digests]:
    """What each site consists of, by the digest of each file."""
    return {site: {path: of_bytes(data) for path, data in found.items()} for site, found in sites.items()}


def differing(expected: Mapping[str, Digests], found: Mapping[str, Digests]) -> list[str]:
    """The files that are not as they should be: missing, too many, or of other content."""
    return [
        f"{site}/{path}"
        for site, right in expected.items()
        for path in sorted(right.keys() | found[site].keys())
        if right.get(path) != found[site].get(path)
    ]


VERSIONS = ("1", "1", "1", "2")
"""Mostly the same: after another version all is made anew, and there is nothing incremental to go wrong."""
STEP = st.tuples(st.sampled_from(EDITS), st.integers(0, 9), st.sampled_from(DAYS), st.sampled_from(VERSIONS))


Right = tuple[tuple[Problem, ...], Mapping[str, Digests]]
KNOWN: dict[tuple[str, date], Right] = {}
"""What a clean build makes of a tree on a day, in whatever program: it was asked before when nothing has changed."""


def right(workshop: Workshop, day: date) -> Right:
    """The problems a clean build finds, and each site that it releases."""
    sources = {name: files(workshop.path(name)) for name in ("content", "templates")}
    key = (of_bytes(repr(sources).encode()), day)
    if key not in KNOWN:
        fresh = workshop.root / "fresh"
        outcome = workshop.build(as_of=day, clean=True, out=fresh)
        sites = digests(workshop.sites(fresh))
        KNOWN[key] = outcome.problems, {done.site: sites[done.site] for done in outcome.released}
        shutil.rmtree(fresh, ignore_errors=True)
    return KNOWN[key]


def started(folder: Path) -> Workshop:
    """A workshop whose sites are published, and whose cache has seen each of its files."""
    workshop = Workshop(folder)
    workshop.publish()
    workshop.build()
    return workshop


@pytest.mark.parametrize("part", range(4))
@settings(max_examples=26)
@given(steps=st.lists(STEP, min_size=2, max_size=6))
def test_incremental_equals_clean(part: int, steps: list[tuple[Edit, int, date, str]]) -> None:
    """After any sequence of edits, days and program versions, both sites are what a clean build makes of the tree."""
    folder = Path(tempfile.mkdtemp(prefix=f"mingbai-{part}-", dir=IN_MEMORY))
    try:
        workshop = started(folder)
        digest = program.digest()
        for edit, n, day, version in steps:
            edit(workshop, n)
            before = digests(workshop.sites())
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(program, "digest", lambda version=version: digest + version)
                outcome = workshop.build(as_of=day)
            problems, released = right(workshop, day)
            assert outcome.problems == problems
            assert {done.site for done in outcome.released} == released.keys()

            assert not differing({**before, **released}, digests(workshop.sites())), edit.__name__
    finally:
        shutil.rmtree(folder)


def test_another_version_of_the_program_that_makes_the_same_says_nothing_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a clean build is right for each of them."""
    workshop = Workshop(tmp_path)
    workshop.build(clean=True)
    digest = program.digest()
    monkeypatch.setattr(program, "digest", lambda: digest + "2")
    workshop.build(clean=True, out=tmp_path / "other")

    assert workshop.sites(tmp_path / "other") == workshop.sites()


WRONG: dict[str, Callable[[Workshop], None]] = {
    "view": lambda workshop: workshop.edit("content/public/fees/catv.yaml", "低保户减半", "低保户免交"),
    "template": lambda workshop: change_template(workshop, 1),
    "site": lambda workshop: workshop.edit("content/public/bureau.yaml", "0000-0000001", "0000-0000009"),
}


@pytest.mark.parametrize("part", WRONG)
def test_a_fingerprint_without_a_part_is_caught(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A control: an incremental build that forgets one part of the fingerprint is not equal to a clean one."""
    workshop = Workshop(tmp_path)

    def forgetful(site: Site) -> dict[str, Parts]:
        return {path: Fingerprint(*parts)._replace(**{part: ""}) for path, parts in fingerprints(site).items()}

    monkeypatch.setattr(make, "fingerprints", forgetful)
    workshop.build()
    WRONG[part](workshop)
    workshop.build()
    workshop.build(clean=True, out=tmp_path / "fresh")

    assert differing(digests(workshop.sites(tmp_path / "fresh")), digests(workshop.sites()))
