"""One site of the preview on one port: a small HTTP server that answers from what is shown now.

Law: a handler reads the board and never writes to it. The board is the only thing threads share; it holds one frozen
value, and one condition guards it.
"""

import errno
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import Any, Self

from mingbai.publish.disk import WorldFault
from mingbai.publish.preview import EVENTS, Answer, Request, Shown, answer, names, refusal
from mingbai.publish.preview_report import Report

BEAT = 15.0
"""Seconds between signs of life to a waiting browser; a browser that has gone is noticed by then."""
PATIENCE = 60.0
"""Seconds that a silent connection is kept, and that a browser may take to receive something."""
REASONS = {
    errno.EADDRINUSE: "这个端口正被别的程序占用。关掉它，或者用 -p 换一个",
    errno.EADDRNOTAVAIL: "本机没有这个地址",
    errno.EACCES: "没有权限用这个端口。用 -p 换一个 1024 以上的",
}
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}


class Board:
    """What is shown now, and a way to wait for the next."""

    def __init__(self) -> None:
        self._shown = Shown.of({}, "", Report())
        self._turn = 0
        self._open = True
        self._changed = threading.Condition()

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, shown: Shown) -> None:
        """Show something else, and wake all who wait."""
        with self._changed:
            self._shown, self._turn = shown, self._turn + 1
            self._changed.notify_all()

    def close(self) -> None:
        """Nothing more will come."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def follow(self, beat: float = BEAT) -> Iterator[Shown | None]:
        """What is shown now, then each newer state (the latest, if several came at once); `None` on every beat."""
        turn = -1
        while True:
            with self._changed:
                came = self._changed.wait_for(lambda: self._turn != turn or not self._open, beat)  # noqa: B023
                if not self._open:
                    return
                shown, turn = self._shown, self._turn
            yield shown if came else None


class Host:
    """One site at one address. The port is taken at once; answering starts with `start`, in threads of its own."""

    def __init__(self, bind: str, port: int) -> None:
        self.board = Board()
        self._server = _listening(bind, port, self.board)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    @property
    def port(self) -> int:
        """The port that was taken; the system picks one where 0 was asked for."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Where to look at the site."""
        bind = "127.0.0.1" if self._server.bind in ("", "0.0.0.0", "::") else self._server.bind  # noqa: S104
        return f"http://[{bind}]:{self.port}/" if ":" in bind else f"http://{bind}:{self.port}/"

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop answering and give the port back."""
        self.board.close()
        if self._thread.is_alive():
            self._server.shutdown()
        self._server.server_close()


def _listening(bind: str, port: int, board: Board) -> "_Server":
    try:
        family, _, _, _, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM)[0]
        return _Server(family, (str(address[0]), port), bind, board)
    except socket.gaierror as error:
        raise WorldFault(f"不认识 --bind 的地址 {bind}。") from error
    except OSError as error:
        why = REASONS.get(error.errno or 0, error.strerror)
        raise WorldFault(f"不能在 {bind} 的端口 {port} 上预览：{why}。") from error


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 64

    def __init__(self, family: int, address: tuple[str, int], bind: str, board: Board) -> None:
        self.address_family = socket.AddressFamily(family)
        self.bind = bind
        self.board = board
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Take the port. The usual server then asks for its own name, which may wait for a name server."""
        TCPServer.server_bind(self)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A browser that went away is nothing; anything else is our mistake, told as a thread tells one."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE
    disable_nagle_algorithm = True

    def _reply(self) -> None:
        self.close_connection |= self.command not in ("GET", "HEAD") or "Content-Length" in self.headers
        local, port = self.connection.getsockname()[:2]
        ours = names((self.server.bind, local.removeprefix("::ffff:")), port)
        request = Request(self.command, self.path, tuple(self.headers.get_all("Host", ())), self.headers.get("Origin"))
        refused = refusal(request, ours)
        if refused:
            self._send(refused)
        elif self.path.partition("?")[0] == EVENTS:
            self._stream()
        else:
            self._send(answer(self.server.board.shown, self.path))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _reply  # noqa: N815

    def _send(self, given: Answer) -> None:
        self._head(given.status, given.type, {"Content-Length": str(len(given.body))})
        if given.location:
            self.send_header("Location", given.location)
        if given.status == 405:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(given.body)

    def _stream(self) -> None:
        """Tell the browser the state now and each time it changes, as long as it listens."""
        self.close_connection = True
        self._head(200, "text/event-stream; charset=utf-8", {"X-Accel-Buffering": "no"})
        self.end_headers()
        if self.command == "HEAD":
            return
        for shown in self.server.board.follow():
            self.wfile.write(f"retry: 500\ndata: {shown.event}\n\n".encode() if shown else b":\n\n")

    def _head(self, status: int, type: str, more: dict[str, str]) -> None:
        self.send_response(status)
        closing = {"Connection": "close"} if self.close_connection else {}
        for name, value in ({"Content-Type": type} | more | HEADERS | closing).items():
            self.send_header(name, value)

    def version_string(self) -> str:
        """What we call ourselves."""
        return "mingbai"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for rebuilds."""
