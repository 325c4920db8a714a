"""The browser of the browser tests: where it is, how it is started, and the mark of tests that want one.

Debian calls it `chromium`; on other machines it is Chrome, or lies where Playwright or macOS puts it. A test that wants
one says `pytestmark = WANTS_CHROMIUM` and is skipped where there is none.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
CACHES = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
"""Where Playwright keeps the browsers it has fetched, below the home folder."""
FETCHED = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
GENEROUS = 180_000
"""Milliseconds; a machine that is busy with other tests may take long, and what never comes has failed all the same."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def candidates() -> Iterator[Path]:
    """Each place where a Chromium is, those on the path first, of Playwright's the newest first."""
    yield from (Path(place) for name in NAMES if (place := shutil.which(name)))
    yield from (Path("/Applications", name) for name in APPLICATIONS if Path("/Applications", name).exists())
    for cache in CACHES:
        yield from (place for each in FETCHED for place in sorted(Path.home().glob(f"{cache}/{each}"), reverse=True))


CHROMIUM = next((str(place) for place in candidates()), None)
WANTS_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=GENEROUS)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=GENEROUS)
        yield browser
        browser.close()
