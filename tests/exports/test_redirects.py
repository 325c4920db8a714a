"""The maps of old addresses, as web servers read them."""

import re

from mingbai.corpus.moved import Moved
from mingbai.exports.redirects import redirects

FOUND = (Moved("/fees/cable-tv/", "/fees/catv/"), Moved("/news/17.htm", "/bulletins/2026/01/#materials"))
NGINX = re.compile(r'"(/[^"$;\s]*)" "(/[^"$;\s]*)";')


def text(path: str, found: tuple[Moved, ...] = FOUND) -> list[str]:
    """The lines of a map without what stands above them."""
    first, *lines = next(export for export in redirects(found) if export.path == path).make().decode().splitlines()
    assert first.startswith("# ")
    return lines


def test_nginx_gets_two_quoted_words_a_line() -> None:
    assert [tuple(match.groups()) for line in text("redirects/nginx.map") if (match := NGINX.fullmatch(line))] == [
        *FOUND
    ]


def test_apache_gets_two_words_a_line() -> None:
    assert [tuple(line.split(" ")) for line in text("redirects/apache.txt")] == [*FOUND]


def test_a_map_is_there_when_nothing_has_moved() -> None:
    assert [text(export.path, ()) for export in redirects(())] == [[], []]
