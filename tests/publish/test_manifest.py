"""A manifest says what a tree holds; a record is believed only when it is whole and old enough."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.publish import manifest
from mingbai.publish.disk import REAL
from mingbai.publish.manifest import Record, Sum

PATHS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=9).filter(manifest.is_proper)
SUMS = st.builds(Sum, st.integers(0, 2**40), st.just("0f" * 32))


@given(st.dictionaries(PATHS, SUMS))
def test_what_is_written_is_what_is_read(files: dict[str, Sum]) -> None:
    assert manifest.decode(manifest.encode(files)) == files


@given(st.dictionaries(PATHS, SUMS))
def test_each_file_has_a_line_as_json_writes_it(files: dict[str, Sum]) -> None:
    head, *lines, end, rest = manifest.encode(files).decode().split("\n")

    told = [{"path": path, "size": size, "sha256": sha} for path, (size, sha) in sorted(files.items())]
    plain = ",\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in told)
    assert (head, "\n".join(lines), end, rest) == ('{"files":[', plain, "]}", "")


GOOD = manifest.encode({"a": Sum(1, "0f" * 32)})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"files":[1]}',
        b'{"files":[{}]}',
        GOOD[:-1],
        GOOD + b" ",
        GOOD.replace(b'"a"', b'"../a"'),
        GOOD.replace(b'"a"', b'"manifest.json"'),
        GOOD.replace(b"0f", b"0F"),
        GOOD.replace(b":1,", b":1.0,"),
        b"[" * 100_000,
        b'{"files":[],"more":%s}' % (b"[" * 100_000),
    ],
)
def test_a_manifest_that_is_not_ours_counts_as_none(data: bytes) -> None:
    assert manifest.decode(data) is None


def test_a_stat_that_a_later_change_could_repeat_is_not_recorded(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    marker.touch()
    later = os.stat(marker).st_ctime_ns + 10**12
    old = Record({"a": (1, 2, 3, 4, "f"), "b": (1, 2, later, 4, "f")}, {"": (1, 2, 3), "x": (1, later, 3)})

    manifest.remember(str(tmp_path / "state"), old, str(marker), REAL)

    assert manifest.recall(str(tmp_path / "state")) == Record(
        {"a": (1, 2, 3, 4, "f"), "b": (1, 0, 0, 0, "f")}, {"": (1, 2, 3), "x": (0, 0, 0)}
    )
