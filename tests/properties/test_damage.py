"""Whatever happens to what the program remembers, the next build ends as a clean one does."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from mingbai import cache
from mingbai.problem import Problem
from tests.cli.shell import DONE, build
from tests.properties.test_incremental import Digests, differing, digests
from tests.workshop import IN_MEMORY, Workshop

Damage = Callable[[random.Random, bytes], bytes]
FEE = "content/public/fees/catv.yaml"


def single_bytes(chance: random.Random, data: bytes) -> bytes:
    """Here and there a byte is another one, as on a disk that grows old."""
    ruined = bytearray(data)
    for _ in range(chance.randint(1, 200)):
        ruined[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(ruined)


def letters(chance: random.Random, data: bytes) -> bytes:
    """Letters and digits are others: nothing else about the file looks wrong."""
    ruined = bytearray(data)
    for _ in range(chance.randint(50, 2000)):
        spot = chance.randrange(len(data))
        if chr(ruined[spot]).isalnum() and ruined[spot] < 128:
            ruined[spot] = ord(chance.choice("0123456789abcdef"))
    return bytes(ruined)


def stretch(chance: random.Random, data: bytes) -> bytes:
    """A stretch was overwritten."""
    start, length = chance.randrange(len(data)), chance.choice([8, 100, 512, 5000])
    return data[:start] + chance.randbytes(len(data[start : start + length])) + data[start + length :]


def lost_block(chance: random.Random, data: bytes) -> bytes:
    """A block never reached the disk."""
    start = chance.randrange(len(data) // 4096) * 4096
    return data[:start] + bytes(4096) + data[start + 4096 :]


def swapped_blocks(chance: random.Random, data: bytes) -> bytes:
    """Two blocks lie in each other's place."""
    blocks = [data[start : start + 4096] for start in range(0, len(data), 4096)]
    one, other = chance.randrange(1, len(blocks)), chance.randrange(1, len(blocks))
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


def truncated(chance: random.Random, data: bytes) -> bytes:
    """The end is not there."""
    length = chance.randrange(len(data))
    return data[: length // 4096 * 4096 if chance.random() < 0.5 else length]


DAMAGES: tuple[Damage, ...] = (single_bytes, letters, letters, stretch, lost_block, swapped_blocks, truncated)
EDITS = (("payer: 安装", "payer: 装"), ("name: 有线", "name: 无线"), ("payer: ", "payer: "))
"""What an editor changes in the next moment; the last is nothing."""
TURNS = 9


@contextmanager
def bureau() -> Iterator[Workshop]:
    """The golden bureau, published, in which one file was just edited."""
    folder = Path(tempfile.mkdtemp(prefix="mingbai-damage-", dir=IN_MEMORY))
    try:
        workshop = Workshop(folder)
        workshop.publish()
        workshop.build(history=True)
        yield workshop
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("edit", EDITS, ids=["text", "name", "nothing"])
@pytest.mark.parametrize("seed", range(4))
def test_over_a_damaged_cache_a_build_ends_as_a_clean_one(seed: int, edit: tuple[str, str]) -> None:
    chance = random.Random(f"{seed} {edit}")
    with bureau() as workshop:
        text = workshop.read(FEE)
        workshop.edit(FEE, *edit)
        problems, right = clean(workshop)
        for _ in range(TURNS):
            workshop.write(FEE, text)
            workshop.build(history=True)
            workshop.edit(FEE, *edit)
            file, damage = workshop.path(".mingbai/cache.sqlite"), chance.choice(DAMAGES)
            file.write_bytes(damage(chance, file.read_bytes()))

            outcome = workshop.build(history=True)

            assert differing(right, digests(workshop.sites())) == [], damage
            assert outcome.problems == problems, damage


@pytest.mark.parametrize("seed", range(3))
def test_so_it_does_over_whatever_else_is_remembered_or_published(seed: int) -> None:
    """The stamp of the last build, the trees' records and manifests, what is published itself."""
    chance = random.Random(seed)
    with bureau() as workshop:
        _, right = clean(workshop)
        for _ in range(12):
            stamp, trees = workshop.path(".mingbai/stamp.json"), workshop.out / ".trees"
            records, manifests = sorted(trees.glob("*.state")), sorted(trees.glob("*/manifest.json"))
            pages = sorted(trees.glob("*/fees/*.html"))
            file = chance.choice([stamp, chance.choice(records), chance.choice(manifests), chance.choice(pages)])
            if file.exists():
                file.write_bytes(chance.choice((single_bytes, truncated))(chance, file.read_bytes()))

            said = build(workshop)

            assert (said.code, said.err) == (DONE, ""), file
            assert differing(right, digests(workshop.sites())) == [], file


def clean(workshop: Workshop) -> tuple[tuple[Problem, ...], Mapping[str, Digests]]:
    """The problems that a clean build tells, and the sites that it makes."""
    fresh = workshop.root / "fresh"
    outcome = workshop.build(clean=True, history=True, out=fresh)
    return outcome.problems, digests(workshop.sites(fresh))


def test_there_is_damage_that_sqlite_does_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: where nobody looks at sums, some of the above goes wrong."""
    monkeypatch.setattr(cache, "sound", lambda rows: [tuple(row[:-1]) for row in rows])
    with bureau() as workshop:
        workshop.edit(FEE, *EDITS[1])
        _, right = clean(workshop)
        with closing(sqlite3.connect(workshop.path(".mingbai/cache.sqlite"))) as db, db:
            db.execute("update slot set pairs = cast(replace(pairs, '1', '2') as blob)")
        workshop.build(history=True)

        assert differing(right, digests(workshop.sites()))
