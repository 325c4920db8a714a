"""One browser for all, and both sites of the golden bureau behind a server that says what a strict one would."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import chromium
from tests.serving import serving
from tests.workshop import Workshop


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of both sites of the golden bureau."""
    workshop = Workshop(tmp_path_factory.mktemp("golden"))
    workshop.publish()
    out = workshop.root / "site"
    with serving(out / "public") as public, serving(out / "intranet") as intranet:
        yield {"public": public, "intranet": intranet}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone whose console must stay free of complaints."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert complaints == []
