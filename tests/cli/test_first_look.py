"""Nothing changed: noticed before any library is loaded, and never wrongly."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mingbai.boundary import Audience
from mingbai.digest import of_bytes
from mingbai.look import Look
from mingbai.source.tree import scan
from tests import ROOT
from tests.cli.shell import DONE, PROBLEMS, Said, build, probe
from tests.cli.test_format import ENDING, LAW
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"
LATER = """
import sys
from datetime import timedelta
from mingbai.cli import main, options

now = options.now
options.now = lambda: now() + timedelta(seconds=5)
try:
    main(sys.argv[1:])
finally:
    heavy = {"pydantic", "pydantic_core", "jinja2", "markdown", "nh3", "PIL", "yaml", "rich", "sqlite3", "watchdog"}
    print("loaded:", *sorted(heavy & sys.modules.keys()))
"""
"""Builds five seconds from now, when the files are old enough to be trusted, and says which libraries that took."""
MORNING = datetime(2099, 1, 1, tzinfo=UTC)
"""A day when every file is old."""
LINES = (ROOT / "tests/golden" / FEE).read_text(encoding="utf-8").splitlines()
NOTHING = "没有变化。公众网、局办公网都是最新的。\nloaded:\n"


def later(workshop: Workshop, *words: object) -> Said:
    """Build a little later."""
    return probe(LATER, "build", "-s", workshop.root, *words)


def look(workshop: Workshop, moment: datetime) -> Look:
    """A first look at a project as it lies there now."""
    tree = scan(workshop.root, "content", "templates")
    return Look(workshop.root, workshop.out, tuple(Audience), None, None, moment, tree)


@pytest.fixture
def settled(built: Workshop) -> Workshop:
    """A project that was built, and has not been touched since."""
    assert later(built).code == DONE
    return built


def test_a_build_with_nothing_to_do_loads_no_library(settled: Workshop) -> None:
    said = later(settled)

    assert (said.code, said.out, said.err) == (DONE, NOTHING, "")


def test_a_build_with_something_to_do_does_load_them(settled: Workshop) -> None:
    """The control for the test above."""
    said = later(settled, "--clean")

    assert "loaded: jinja2 markdown nh3 pydantic pydantic_core sqlite3 yaml" in said.out


@pytest.mark.skipif(sys.platform != "linux", reason="where nothing forks one process does it all")
def test_who_builds_an_edit_need_not_know_how_a_text_is_parsed_and_printed(settled: Workshop) -> None:
    """A child that had nothing else to do meanwhile has learnt it; nor need they know how a record is judged."""
    settled.edit(FEE, "payer: 安装", "payer: 装")

    said = later(settled)

    assert said.out.endswith("loaded: sqlite3\n")
    assert "装有线电视的居民用户" in settled.sites()["public"]["fees/catv/index.html"].decode()


def test_what_writes_feeds_and_workbooks_is_loaded_where_one_is_written() -> None:
    said = probe(
        "import sys, mingbai.exports.intranet.ledger; print('xml' in sys.modules, 'xlsxwriter' in sys.modules)"
    )

    assert (said.out, said.err) == ("False False\n", "")


def test_it_shows_earlier_warnings_again(workshop: Workshop) -> None:
    workshop.write(LAW, ENDING.read_text(encoding="utf-8"))
    first = later(workshop)

    again = later(workshop)

    assert first.err.count("warning basis/ends-soon") == 2
    assert (again.code, again.out, again.err) == (DONE, NOTHING, first.err)


def test_after_errors_it_looks_again(settled: Workshop) -> None:
    """A failed build is never taken for one that has nothing to do."""
    settled.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = [later(settled) for _ in range(2)]

    assert [each.code for each in said] == [PROBLEMS, PROBLEMS]
    assert said[0].err == said[1].err


def add(workshop: Workshop) -> None:
    workshop.write("content/public/files/new.txt", "新\n")


def remove(workshop: Workshop) -> None:
    workshop.path("content/intranet/annexes/people/jia.yaml").unlink()


def rename(workshop: Workshop) -> None:
    workshop.move("content/public/fees/culture-card.yaml", "content/public/fees/card.yaml")


def override(workshop: Workshop) -> None:
    workshop.write("templates/shared/foot.html", "<footer>另一个页脚</footer>\n</body>\n</html>\n")


def tamper(workshop: Workshop) -> None:
    (workshop.out / "public/index.html").write_text("挂马")


def lose(workshop: Workshop) -> None:
    (workshop.out / "intranet/index.html").unlink()


def stray(workshop: Workshop) -> None:
    (workshop.out / "public/alien.html").write_text("不是我们的")


def same_size_and_time(workshop: Workshop) -> None:
    path = workshop.path(FEE)
    before = path.stat()
    workshop.edit(FEE, "charged: 14.00", "charged: 15.00")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


@pytest.mark.parametrize(
    "change",
    [add, remove, rename, override, tamper, lose, stray, same_size_and_time],
    ids=lambda change: change.__name__,
)
def test_any_change_of_content_templates_or_output_is_noticed(
    built: Workshop, change: Callable[[Workshop], None]
) -> None:
    look(built, MORNING).remember((), "", {}, {})
    assert look(built, MORNING).unchanged() is not None

    change(built)

    assert look(built, MORNING).unchanged() is None


@pytest.mark.parametrize(
    "asked",
    [{"as_of": date(2026, 6, 30)}, {"strict": "warnings"}, {"sites": (Audience.PUBLIC,)}, {"out": Path("elsewhere")}],
    ids=str,
)
def test_what_is_asked_for_is_part_of_it(built: Workshop, asked: dict[str, Any]) -> None:
    first = look(built, MORNING)
    first.remember((), "", {}, {})

    assert first.unchanged() is not None
    assert replace(first, **asked).unchanged() is None


def test_a_change_of_the_programs_own_templates_is_noticed(workshop: Workshop, tmp_path: Path) -> None:
    """They lie outside the project; a new release of them is a change all the same."""
    for folder in ("mingbai", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / "program" / folder, ignore=shutil.ignore_patterns("*.pyc.*"))
    env = {"PYTHONPATH": str(tmp_path / "program")}
    foot = tmp_path / "program/templates/shared/foot.html"

    for expected in (False, True, False):
        said = probe(LATER, "build", "-s", workshop.root, env=env)
        assert ("没有变化" in said.out) is expected
        if expected:
            foot.write_text(foot.read_text() + "<!-- 新的 -->")

    assert "<!-- 新的 -->" in workshop.sites()["public"]["index.html"].decode()


def test_an_edit_within_the_same_two_seconds_is_noticed(workshop: Workshop) -> None:
    """Built, edited and built again at once."""
    for payer in ("第一类用户", "第二类用户", "第三类用户"):
        workshop.write(FEE, "\n".join(f"payer: {payer}" if ln.startswith("payer:") else ln for ln in LINES) + "\n")
        assert build(workshop).code == DONE
        assert payer in workshop.sites()["public"]["fees/catv/index.html"].decode()


def test_a_file_as_young_as_the_last_build_is_read(built: Workshop) -> None:
    """An edit in the same tick of the disk's clock leaves no trace in a stat; until a file is old, its bytes count."""
    files = scan(built.root, "content", "templates").files
    newest = datetime.fromtimestamp(max(stat.ctime for stat in files.values()) / 1e9, UTC)
    digests = {path: hashlib.sha256(built.path(path).read_bytes()).hexdigest() for path in files}
    begun = {"young": newest + timedelta(seconds=1.9), "old": newest + timedelta(seconds=2.1)}

    def answers(moment: datetime, known: dict[str, str]) -> bool:
        question = look(built, moment)
        question.remember((), "", known, {})
        return question.unchanged() is not None

    assert answers(begun["young"], digests)
    assert not answers(begun["young"], {**digests, FEE: "of other bytes"})
    assert not answers(begun["young"], {})
    assert answers(begun["old"], {})


def test_a_young_file_is_looked_into(built: Workshop) -> None:
    """What was saved just before a build needs no second build to be believed, and no edit of it goes unseen."""
    path = "content/public/fees/catv.yaml"
    files = scan(built.root, "content", "templates").files
    newest = datetime.fromtimestamp(max(stat.ctime for stat in files.values()) / 1e9, UTC)
    digests = {name: hashlib.sha256(built.path(name).read_bytes()).hexdigest() for name in files}

    look(built, newest).remember((), "", digests, {})
    assert look(built, newest).unchanged() is not None
    look(built, newest).remember((), "", {**digests, path: "of what it said before"}, {})
    assert look(built, newest).unchanged() is None


def test_a_new_day_is_a_change_where_no_day_was_asked_for(built: Workshop) -> None:
    """Rules and states may depend on it; the day turns at midnight in Shanghai."""
    look(built, MORNING).remember((), "", {}, {})

    assert look(built, MORNING.replace(hour=15, minute=59)).unchanged() is not None
    assert look(built, MORNING.replace(hour=16)).unchanged() is None


def test_a_stamp_that_is_not_what_was_written_counts_for_nothing(settled: Workshop) -> None:
    """Neither where a letter of it is another one, nor where it ends early, nor where it is something else."""
    stamp, moment = settled.path(".mingbai/stamp.json"), MORNING
    look(settled, moment).remember((), "都是最新的。", {}, {})
    whole = stamp.read_bytes()
    assert look(settled, moment).unchanged()

    spots = range(0, len(whole), len(whole) // 100)
    others = [whole[:spot] + bytes([whole[spot] ^ 1]) + whole[spot + 1 :] for spot in spots]
    cut = [whole[:spot] for spot in spots]
    deep = b"[" * 100_000
    crafted = of_bytes(deep).encode() + b"\n" + deep
    for damaged in (*others, *cut, b"", b"[]", deep, crafted, b"null\n{}", b"\xff\n"):
        stamp.write_bytes(damaged)
        assert look(settled, moment).unchanged() is None, damaged[:80]
