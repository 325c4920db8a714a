"""One browser for all, and both sites of the golden bureau behind a server that says what a strict one would."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import chromium
from tests.workshop import Workshop


class Strict(http.server.SimpleHTTPRequestHandler):
    """A plain server of files with a policy that forbids everything from elsewhere, and that does not talk."""

    def end_headers(self) -> None:
        """The strictest policy the sites promise to work under; what has a fingerprint is kept for a year."""
        self.send_header("Content-Security-Policy", "default-src 'self'; base-uri 'none'; object-src 'none'")
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of both sites of the golden bureau."""
    workshop = Workshop(tmp_path_factory.mktemp("golden"))
    workshop.build()
    out = workshop.root / "site"
    servers = {name: _serving(out / name) for name in ("public", "intranet")}
    yield {name: f"http://127.0.0.1:{server.server_address[1]}" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()
        server.server_close()


def _serving(folder: Path) -> http.server.ThreadingHTTPServer:
    handler = functools.partial(Strict, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


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
