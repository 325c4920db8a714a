"""Two clean builds give the same bytes, whatever the machine is like that day."""

import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.cli.shell import DONE, probe
from tests.workshop import Files, Workshop, site

BUILD = """
import os, sys
from mingbai import cli, load
from mingbai.build import pool

umask, least = int(sys.argv.pop(1), 8), int(sys.argv.pop(1))
os.umask(umask)
pool.WORTH_A_POOL = load.WORTH_A_POOL = least
pool.CHUNK = load.CHUNK = 4
cli.main(["build", "--clean", *sys.argv[1:]])
"""
"""A clean build under another umask, by processes from so many pages on."""
NEVER = 10**6


@pytest.fixture(scope="module")
def right(first: Path) -> dict[str, Files]:
    """Both sites as they should be."""
    return {name: site(first / "site", name) for name in ("public", "intranet")}


def built(
    root: Path, *words: object, umask: str = "022", least: int = NEVER, env: Mapping[str, str] | None = None
) -> dict[str, Files]:
    """Both sites, built in a process of their own."""
    said = probe(BUILD, umask, least, "-s", root, *words, env=env)
    assert (said.code, said.err) == (DONE, "")
    return {name: site(root / "site", name) for name in ("public", "intranet")}


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "zh_CN.GB18030", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "", "PYTHONHASHSEED": "4294967295"},
    ],
    ids=["no locale, the east", "Chinese, the west", "Turkish, no zone"],
)
def test_locale_time_zone_and_hash_seed_change_nothing(
    workshop: Workshop, right: dict[str, Files], env: dict[str, str]
) -> None:
    assert built(workshop.root, env=env) == right


@pytest.mark.parametrize("name", ["另一个 文件夹", "a&b'c"])
def test_the_folder_changes_nothing(tmp_path: Path, right: dict[str, Files], name: str) -> None:
    root = tmp_path / name
    root.mkdir()

    workshop = Workshop(root)
    workshop.build(clean=True)

    assert workshop.sites() == right


def test_the_order_in_which_files_were_made_changes_nothing(workshop: Workshop, right: dict[str, Files]) -> None:
    """Written anew from the last to the first, so that the folders list them in another order."""
    content = workshop.path("content")
    kept = {path.relative_to(content): path.read_bytes() for path in content.rglob("*") if path.is_file()}
    shutil.rmtree(content)
    for path, data in sorted(kept.items(), reverse=True):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(data)
    workshop.build(clean=True)

    assert workshop.sites() == right


@pytest.mark.parametrize("jobs", [2, 5])
def test_the_number_of_jobs_changes_nothing(workshop: Workshop, right: dict[str, Files], jobs: int) -> None:
    """Read, rendered and handed back by processes."""
    assert built(workshop.root, "-j", jobs, least=1) == right


@pytest.mark.parametrize("umask", ["000", "077"])
def test_the_umask_changes_nothing(workshop: Workshop, right: dict[str, Files], umask: str) -> None:
    """Not even the rights: a web server can read what is published, and only its owner can write it."""
    assert built(workshop.root, umask=umask) == right
    for path in workshop.out.rglob("*"):
        if not path.is_symlink() and path.name != ".lock":
            assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


def test_line_ends_and_byte_order_marks_of_other_systems_change_nothing(
    workshop: Workshop, right: dict[str, Files]
) -> None:
    for path in workshop.path("content").rglob("*"):
        if path.suffix in (".yaml", ".md"):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    workshop.build(clean=True)

    assert workshop.sites() == right


def comment(text: str) -> str:
    return f"# 一句说明\n{text}"


def blank_lines(text: str) -> str:
    return text.replace("\n", "\n\n")


@pytest.mark.parametrize("rewrite", [comment, blank_lines], ids=lambda rewrite: rewrite.__name__)
def test_how_facts_are_laid_out_in_their_files_changes_nothing(
    workshop: Workshop, right: dict[str, Files], rewrite: Callable[[str], str]
) -> None:
    for path in workshop.path("content").rglob("*.yaml"):
        path.write_text(rewrite(path.read_text(encoding="utf-8")), encoding="utf-8")
    workshop.build(clean=True)

    assert workshop.sites() == right
