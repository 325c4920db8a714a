"""What is read from the cache is what was written, or everything is done again without it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mingbai.cache import Cache, Kept
from mingbai.cache_file import consulted, opened
from mingbai.damage import Damaged, mended, sound, with_sum
from tests.cli.shell import DONE, WORLD, build, verb
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"
TEXT = ("甲", 7, None, "乙")
OTHERS = (
    ("甲", 7, None, "丙"),
    ("甲", 8, None, "乙"),
    ("甲", 7, "", "乙"),
    ("甲", 7, b"", "乙"),
    ("甲".encode(), 7, None, "乙"),
)


@pytest.mark.parametrize("found", OTHERS)
def test_a_row_in_which_anything_is_another_is_damaged(found: tuple[object, ...]) -> None:
    *_, kept = with_sum(TEXT)

    assert list(sound([(*TEXT, kept)])) == [TEXT]
    with pytest.raises(Damaged):
        list(sound([(*found, kept)]))


@pytest.mark.parametrize(
    "damage",
    [
        "update fact set value = replace(value, '1', '2') where name = 'public pages'",
        "update prose set html = replace(html, '。', '，')",
        "update prose set html = cast(html as text)",
        "delete from prose",
        "update slot set pairs = cast(replace(pairs, '1', '2') as blob)",
        "update slot set pairs = cast(pairs as text)",
        "delete from slot where number % 2",
        "update slots set sums = replace(sums, 'a', 'b')",
        "update version set day = '2020-01-01'",
        "delete from version",
        "update source set known = replace(known, '有线', '无线')",
        "update source set known = replace(known, ',0]', ',1]')",
        "update source set latest = 0",
        "delete from source",
        "alter table prose rename to verse",
        "drop table slot",
        "update page set known = replace(known, 'a', 'b')",
        "delete from page where bucket % 2",
    ],
)
def test_what_sqlite_takes_for_sound_is_found_and_done_again(built: Workshop, damage: str) -> None:
    """None of this makes a file that SQLite could not read; an editor's change makes the build ask for it."""
    built.build(history=True)
    _spoil(built, damage)
    built.edit(FEE, "payer: 安装", "payer: 装")

    outcome = built.build(history=True)

    fresh = built.root / "fresh"
    assert outcome.problems == built.build(history=True, clean=True, out=fresh).problems
    assert built.sites() == built.sites(fresh)


def test_nothing_remembered_is_no_damage(tmp_path: Path) -> None:
    with opened(tmp_path, "") as cache:
        assert ([*cache.sources()], cache.versions(), cache.fact("heads")) == ([], [], None)


def test_versions_come_in_their_order(tmp_path: Path) -> None:
    kept = [Kept(path, number, "b", "c", "2026-01-05", "", "") for path in "ab" for number in range(12)]
    with opened(tmp_path, "") as cache:
        cache.remember_versions(reversed(kept))

        assert cache.versions() == kept


@pytest.mark.parametrize("code", ["SQLITE_FULL", "SQLITE_BUSY", "SQLITE_IOERR"])
def test_what_the_world_refuses_is_no_damage(code: str) -> None:
    """A full disk would be as full for a new cache, and another build's is not to be thrown away."""
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorcode = getattr(sqlite3, code)

    def refused() -> None:
        raise error

    with pytest.raises(sqlite3.OperationalError, match="refused"):
        mended(refused, lambda: pytest.fail("forgotten"), refused)


def test_explain_does_without_a_damaged_cache(built: Workshop) -> None:
    built.build(history=True)
    _spoil(built, "update fact set value = '{' where name = 'names'")

    assert verb("explain", built, "/fees/catv/").code == DONE


def test_who_only_asks_has_what_is_remembered_and_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, "") as cache:
        cache.set_fact("heads", "1")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def asked(cache: Cache) -> str | None:
        cache.set_fact("names", "2")
        return cache.fact("heads")

    assert consulted(tmp_path, "", asked) == "1"
    assert consulted(tmp_path, "another program", asked) is None
    assert consulted(tmp_path / "nowhere", "", asked) is None
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.mark.parametrize("words", [("check",), ("list", "next", "--days", "1")])
def test_neither_does_it_where_the_cache_is_damaged(built: Workshop, words: tuple[str, ...]) -> None:
    """It is not for who only asks to throw it away; what is said is what is said without it."""
    built.build(history=True)
    _spoil(built, "update fact set value = '{'")
    before = built.path(".mingbai/cache.sqlite").read_bytes()
    said = verb(words[0], built, *words[1:])

    assert before == built.path(".mingbai/cache.sqlite").read_bytes()
    shutil.rmtree(built.path(".mingbai"))
    assert (said.code, said) == (DONE, verb(words[0], built, *words[1:]))
    assert not built.path(".mingbai").exists()


def test_a_folder_in_place_of_the_cache_is_one_line(workshop: Workshop) -> None:
    workshop.path(".mingbai/cache.sqlite").mkdir(parents=True)

    said = build(workshop)

    assert (said.code, said.out, said.err.count("\n")) == (WORLD, "", 1)
    assert said.err.endswith(".mingbai/cache.sqlite：那里是文件夹\n")


def test_a_cache_of_another_make_is_thrown_away(built: Workshop) -> None:
    """As an older program wrote it, with other columns."""
    built.path(".mingbai/cache.sqlite").unlink()
    with closing(sqlite3.connect(built.path(".mingbai/cache.sqlite"))) as db, db:
        db.execute("create table fact (name text primary key, value text not null)")
        db.execute("insert into fact values ('program', 'older')")
    built.edit(FEE, "payer: 安装", "payer: 装")

    assert build(built).code == DONE


def test_so_is_one_whose_own_words_are_damaged(built: Workshop) -> None:
    """What SQLite says of it is no text either."""
    cache = built.path(".mingbai/cache.sqlite")
    cache.write_bytes(cache.read_bytes().replace(b"CREATE TABLE slot ", b"CREATE \xcd\xcdBLE slot "))
    built.edit(FEE, "payer: 安装", "payer: 装")

    assert build(built).code == DONE


def _spoil(workshop: Workshop, statement: str) -> None:
    with closing(sqlite3.connect(workshop.path(".mingbai/cache.sqlite"))) as db, db:
        assert db.execute(statement).rowcount
