"""One site on one port: what goes over the wire, and what open browsers are told."""

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from mingbai.publish.disk import WorldFault
from mingbai.publish.preview import Shown
from mingbai.publish.preview_host import Board, Host
from mingbai.publish.preview_report import Report
from tests.serve.studio import GENEROUS, ask, listening, until

PAGE = b"<head></head>\xe6\x94\xb6\xe8\xb4\xb9"


def shown(version: str, fault: str = "") -> Shown:
    return Shown.of({"index.html": PAGE, "fees/index.html": PAGE, "404.html": PAGE}, version, Report(fault=fault))


@pytest.fixture
def host() -> Iterator[Host]:
    with Host("127.0.0.1", 0) as made:
        made.board.show(shown("v1"))
        made.start()
        yield made


def test_a_page_arrives_whole_and_is_never_kept(host: Host) -> None:
    got = ask(host.port, "/")

    assert got.status == 200 and "收费" in got.text
    assert got.headers["Content-Type"] == "text/html; charset=utf-8"
    assert got.headers["Cache-Control"] == "no-store"
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert int(got.headers["Content-Length"]) == len(got.body)


def test_redirect_missing_page_and_head(host: Host) -> None:
    led, missing, head = ask(host.port, "/fees"), ask(host.port, "/nothing"), ask(host.port, "/", "HEAD")

    assert (led.status, led.headers["Location"]) == (301, "/fees/")
    assert (missing.status, missing.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert (head.status, head.body) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(ask(host.port, "/").body)


def test_only_this_machine_is_answered(host: Host) -> None:
    assert ask(host.port, "/", Host="evil.example").status == 403
    assert ask(host.port, "/", Host=f"localhost:{host.port}").status == 200
    assert ask(host.port, "/__mingbai__/events", Host=f"evil.example:{host.port}").status == 403
    assert ask(host.port, "/", Origin="http://evil.example").status == 403
    assert ask(host.port, "/__mingbai__/events", Origin="http://evil.example").status == 403


def test_nothing_can_be_sent(host: Host) -> None:
    got = ask(host.port, "/", "POST", Content_Length="0")

    assert (got.status, got.headers["Allow"], got.headers["Connection"]) == (405, "GET, HEAD", "close")
    assert ask(host.port, "/", "PUT").status == 405


def test_one_connection_serves_many_pages(host: Host) -> None:
    with socket.create_connection(("127.0.0.1", host.port), GENEROUS) as connection:
        line = f"GET / HTTP/1.1\r\nHost: localhost:{host.port}\r\n\r\n".encode()
        reader = connection.makefile("rb")
        for _ in range(3):
            connection.sendall(line)
            assert b" 200 " in reader.readline()
            headers = http.client.parse_headers(reader)
            assert b"live.js" in reader.read(int(headers["Content-Length"]))


def test_a_browser_is_told_the_state_at_once_and_every_change(host: Host) -> None:
    with listening(host.port) as states:
        first = next(states)
        host.board.show(shown("v1", "坏了"))
        second = next(states)
        host.board.show(shown("v2"))
        third = next(states)

    assert [state["version"] for state in (first, second, third)] == ["v1", "v1", "v2"]
    assert [state["stops"] for state in (first, second, third)] == [False, True, False]


def test_a_browser_that_comes_late_is_told_the_problems_there_are(host: Host) -> None:
    host.board.show(shown("v1", "坏了"))
    with listening(host.port) as states:
        assert "坏了" in str(next(states)["list"])


def test_browsers_that_wait_hold_up_nobody(host: Host) -> None:
    waiting = [listening(host.port) for _ in range(12)]
    streams = [each.__enter__() for each in waiting]
    for stream in streams:
        next(stream)

    assert ask(host.port, "/").status == 200
    host.board.show(shown("v2"))
    assert {next(stream)["version"] for stream in streams} == {"v2"}
    for each in waiting:
        each.__exit__(None, None, None)


def test_threads_of_browsers_that_went_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mingbai.publish.preview_host.Board.follow.__defaults__", (0.05,))
    with Host("127.0.0.1", 0) as host:
        host.start()
        before = threading.active_count()
        for _ in range(5):
            with listening(host.port) as states:
                next(states)
        until(lambda: threading.active_count() <= before, "the threads end")


def test_a_board_beats_and_gives_the_latest_only() -> None:
    board = Board()
    followed = board.follow(beat=0.01)
    first = next(followed)
    beat = next(followed)
    for version in ("v1", "v2", "v3"):
        board.show(shown(version))
    latest = next(followed)
    board.close()

    assert first and first.version == "" and beat is None
    assert latest and latest.version == "v3"
    assert list(followed) == []


def test_a_port_that_is_taken_is_a_fault_of_the_world() -> None:
    with Host("127.0.0.1", 0) as first, pytest.raises(WorldFault, match=f"端口 {first.port} .*正被别的程序占用"):
        Host("127.0.0.1", first.port)


def test_an_address_nobody_knows_is_a_fault_of_the_world() -> None:
    with pytest.raises(WorldFault, match="不认识"):
        Host("no-such-host.invalid", 0)


def test_after_the_end_the_port_is_free_again() -> None:
    with Host("127.0.0.1", 0) as first:
        first.start()
        with listening(first.port) as states:
            next(states)
            port = first.port
    with Host("127.0.0.1", port) as second:
        assert second.port == port
