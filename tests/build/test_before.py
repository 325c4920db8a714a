"""What is known of artifacts is the same as text, whichever of the texts it stands in."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mingbai.build.before import Before, Known, before, read, written
from mingbai.cache_file import opened

PART = st.sampled_from(["", "0f", "1e", "f0"])
KNOWN = st.builds(Known, st.tuples(PART, PART, PART, PART), PART, st.lists(st.sampled_from("甲乙丙")).map(tuple))


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), KNOWN))
def test_what_is_written_is_what_is_read(known: dict[str, Known]) -> None:
    text = written(known)

    assert read(text) == known
    prints = {path: each.parts for path, each in known.items()}
    assert before([text]) == Before(prints, {path: each.digest for path, each in known.items()})


def test_what_is_made_again_and_what_is_gone_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    old, new = (Known(("view", "template", "site", "program"), digest, (digest,)) for digest in ("old", "new"))
    paths = [f"{number}.html" for number in range(1000)]
    with opened(tmp_path, "") as cache:
        cache.remember_pages("public", dict.fromkeys(paths, old), [])
        cache.remember_pages("intranet", {"7.html": new}, [])

        cache.remember_pages("public", {"7.html": new, "more.html": new}, ["8.html"])

        expected = {path: "old" for path in paths if path != "8.html"} | {"7.html": "new", "more.html": "new"}
        assert cache.pages("public").digests == expected
        assert [known and known.why for known in (cache.made("public", f"{n}.html") for n in (7, 8, 9))] == [
            ("new",),
            None,
            ("old",),
        ]


def test_only_what_is_there_still_is_known() -> None:
    known = Before({"a": ("1", "", "", ""), "b": ("2", "", "", "")}, {"a": "0f", "b": "1e"})

    assert known.there({"a": "0f", "b": "1e"}) == known
    assert known.there({"a": "0f", "b": "f0", "c": ""}) == Before({"a": ("1", "", "", "")}, {"a": "0f"})
