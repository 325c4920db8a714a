"""A broken file still says which records it names, and no more than a sound one would."""

import pytest

from mingbai.corpus.references import references
from mingbai.records.named import named
from mingbai.records.parse import parse
from mingbai.records.torn import Naming
from tests.factories import content

GOLDEN = content()
RECORDS = [path for path in GOLDEN if named(path)]


@pytest.mark.parametrize("path", RECORDS)
def test_with_a_key_that_is_none_a_file_names_what_it_named(path: str) -> None:
    lines = GOLDEN[path].split("\n")
    after = 1 if path.endswith(".md") else 0
    wrong = "\n".join([*lines[:after], "nothing_such: 1", *lines[after:]])
    sound, broken = parse(path, GOLDEN[path].encode()), parse(path, wrong.encode())
    assert sound.entry and broken.torn

    found = ((sound.entry.place(*steps), refers.kind, id) for steps, refers, id in references(sound.entry.record))
    assert broken.torn.named == tuple(Naming(kind, id, at.line + 1, at.column) for at, kind, id in found)
    assert (broken.torn.body is None) == (sound.entry.body is None)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("public/bulletins/2026/02/phone.md", "---\ntitle: 电话\n正文从这里开始\n\n---\n\n[见](none.md)\n"),
        ("public/bulletins/2026/02/phone.md", "---\ntitle: 电话\n\n[见](none.md)\n"),
        ("public/fees/catv.yaml", "---\nname: 费\n---\n[见](none.md)\n"),
    ],
)
def test_where_it_cannot_be_told_what_the_body_is_nothing_is_said_of_one(path: str, text: str) -> None:
    parsed = parse(f"content/{path}", text.encode())

    assert parsed.problems and parsed.torn and parsed.torn.body is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("division: market", "division: 市场科"),
        ("division: market", "division: [market, offic]"),
        ("division: market", "division: {id: offic}"),
        ("division: market", "divisoin: offic"),
    ],
)
def test_what_is_told_of_itself_names_nothing_that_could_be_missing(old: str, new: str) -> None:
    path = "content/public/bulletins/2026/02/phone.md"
    torn = parse(path, GOLDEN[path].replace(old, new).encode()).torn

    assert torn and not [each for each in torn.named if each.is_id]
