"""A server of files as strict as one may be, for whatever looks at the sites from outside."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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


@contextmanager
def serving(folder: Path, handler: type[Strict] = Strict) -> Iterator[str]:
    """The address of a folder as long as it is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
