"""What the preview answers: addresses, types, refusals, the tag it adds."""

import re

import pytest

from mingbai.publish.preview import Request, Shown, answer, names, refusal
from mingbai.publish.preview_report import Report

PAGE = "<!doctype html><html><head><title>收费</title></head><body>收费</body></html>"
TEXTS = {
    "index.html": PAGE,
    "404.html": PAGE.replace("收费", "没有这一页"),
    "fees/index.html": PAGE,
    "fees/一.html": PAGE,
    "assets/site.0a.css": "body{}",
    "assets/look.0a.js": "1",
    "sitemap.xml": "<urlset/>",
    "robots.txt": "User-agent: *",
    "data/fees.json": "{}",
    "data/fees.csv": "费",
    "icon.svg": "<svg/>",
    "files/form.docx": "PK",
    "files/photo.JPG": "JPEG",
    "files/readme": "?",
    "bare.html": "无头",
}
SHOWN = Shown.of({path: text.encode() for path, text in TEXTS.items()}, "v1", Report())
EMPTY = Shown.of({}, "none", Report(fault="坏了"))
OURS = names(["127.0.0.1"], 8000)


def asks(method: str = "GET", host: str = "localhost:8000", origin: str | None = None) -> Request:
    return Request(method, "/", (host,), origin)


@pytest.mark.parametrize("target", ["/", "/index.html", "/?x=1", "/fees/", "/fees/?q=%2F", "/fees/%E4%B8%80.html"])
def test_a_page_is_found_at_its_address(target: str) -> None:
    assert answer(SHOWN, target).status == 200


@pytest.mark.parametrize(
    ("target", "location"), [("/fees", "/fees/"), ("/fees?q=1", "/fees/?q=1"), ("/%66ees", "/fees/")]
)
def test_a_folder_without_its_slash_leads_to_the_folder(target: str, location: str) -> None:
    found = answer(SHOWN, target)

    assert (found.status, found.location) == (301, location)


@pytest.mark.parametrize(
    "target",
    [
        "/nothing/", "/assets", "/fees/x", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
        "//fees/", "//evil.example", "/fees//", "/%00", "/%ff", "\\fees", "http://localhost:8000/fees/", "/Fees/", "*",
    ],
)  # fmt: skip
def test_anything_else_is_the_sites_own_missing_page(target: str) -> None:
    found = answer(SHOWN, target)

    assert found.status == 404 and not found.location
    assert "没有这一页" in found.body.decode()


def test_a_site_without_a_missing_page_says_so_in_a_line() -> None:
    found = answer(Shown.of({"index.html": b""}, "v", Report()), "/nothing")

    assert (found.status, found.type) == (404, "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("target", "type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.0a.css", "text/css; charset=utf-8"),
        ("/assets/look.0a.js", "text/javascript; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/data/fees.json", "application/json; charset=utf-8"),
        ("/data/fees.csv", "text/csv; charset=utf-8"),
        ("/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/files/form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("/files/photo.JPG", "image/jpeg"),
        ("/files/readme", "application/octet-stream"),
        ("/nothing/", "text/html; charset=utf-8"),
        ("/__mingbai__/live.js", "text/javascript; charset=utf-8"),
        ("/__mingbai__/live.css", "text/css; charset=utf-8"),
    ],
)
def test_every_file_goes_out_as_what_it_is(target: str, type: str) -> None:
    assert answer(SHOWN, target).type == type


def test_a_page_gets_one_tag_at_the_end_of_its_head() -> None:
    tag = '<script src="/__mingbai__/live.js" data-version="v1" defer></script>\n'

    assert answer(SHOWN, "/").body.decode() == PAGE.replace("</head>", f"{tag}</head>")
    assert answer(SHOWN, "/bare.html").body.decode() == f"无头{tag}"


def test_only_pages_get_it() -> None:
    for path, text in TEXTS.items():
        if not path.endswith(".html"):
            assert answer(SHOWN, f"/{path}").body.decode() == text


def test_without_a_good_build_every_address_says_what_is_wrong() -> None:
    for target in ("/", "/fees/", "/robots.txt"):
        found = answer(EMPTY, target)

        assert (found.status, found.type) == (503, "text/html; charset=utf-8")
        assert "坏了" in found.body.decode() and "data-report" in found.body.decode()
    assert answer(EMPTY, "/__mingbai__/live.css").status == 200


def test_the_page_before_the_first_good_build_keeps_the_policy_of_pages() -> None:
    body = answer(EMPTY, "/").body.decode()

    assert "default-src 'self'" in body
    assert not re.search(r"<script(?! src)|<style|\sstyle=|\son\w+=", body)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_this_machine_may_ask(host: str, method: str) -> None:
    assert refusal(asks(method, host), OURS) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",
        "localhost",
        "localhost:8001",
        "127.0.0.1",
        "127.0.0.1.evil.example:8000",
        "10.0.0.1:8000",
        "",
    ],
)
def test_another_host_is_refused(host: str) -> None:
    found = refusal(asks(host=host), OURS)

    assert found and found.status == 403


@pytest.mark.parametrize("hosts", [(), ("localhost:8000", "evil.example:8000")])
def test_no_host_or_two_are_refused(hosts: tuple[str, ...]) -> None:
    found = refusal(Request("GET", "/", hosts), OURS)

    assert found and found.status == 403


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "https://localhost:8000", "http://localhost:8001", "http://127.0.0.1:8000"],
)
def test_a_foreign_origin_is_refused(origin: str) -> None:
    found = refusal(asks(origin=origin), OURS)

    assert found and found.status == 403


def test_the_own_origin_is_not() -> None:
    assert refusal(asks(origin="http://localhost:8000"), OURS) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_what_is_no_question_is_refused(method: str) -> None:
    found = refusal(asks(method), OURS)

    assert found and found.status == 405


def test_at_the_usual_port_a_host_needs_no_number() -> None:
    assert "localhost" in names([], 80) and "localhost:80" in names([], 80)
