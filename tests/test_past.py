"""Git is asked what was committed before: once for each commit; where it cannot be, check and build say so."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mingbai.boundary import Audience
from mingbai.cache_file import opened
from mingbai.look import Look
from mingbai.past import recalled
from mingbai.source.tree import scan
from tests.cli.shell import DONE, PROBLEMS, verb
from tests.repository import Repository
from tests.workshop import Workshop

FINDING = "content/intranet/findings/2026/002.yaml"
WORDS = "期限放宽"
UNCHECKED = "warning history/unchecked: 未检查："


@pytest.fixture
def kept(workshop: Workshop) -> Repository:
    """The workshop's folder as a repository, committed once."""
    return Repository(workshop.root)


@pytest.fixture
def loose(workshop: Workshop) -> Workshop:
    """A workshop that git knows nothing of."""
    shutil.rmtree(workshop.path(".git"))
    return workshop


def test_a_log_rewritten_in_the_working_tree_is_told_with_what_stood_there(
    kept: Repository, workshop: Workshop
) -> None:
    assert verb("check", workshop).err == ""

    workshop.edit(FINDING, WORDS, "期限照旧")
    said = verb("check", workshop)

    assert said.code == PROBLEMS
    assert f"{FINDING}:11:5: error log/rewritten: 办理记录第1条改过了" in said.err
    assert WORDS in said.err


def test_a_build_of_a_commit_that_rewrote_a_log_leaves_the_intranet_as_it_was(
    kept: Repository, workshop: Workshop
) -> None:
    assert verb("build", workshop).code == DONE
    workshop.edit(FINDING, WORDS, "期限照旧")
    kept.commit(day="2026-12-02")

    assert "error log/rewritten" in verb("build", workshop).err

    workshop.edit(FINDING, "期限照旧", WORDS)
    kept.commit(day="2026-12-03")
    assert verb("build", workshop).code == DONE


@pytest.mark.parametrize(
    ("path", "why"), [("", "内容不在 git 库里"), (".git", "内容一次也没有提交过"), ("shallow", "只领了最近几次提交")]
)
def test_where_nothing_can_be_compared_that_is_said_once(loose: Workshop, path: str, why: str) -> None:
    if path:
        repository = Repository(loose.root)
    if path == "shallow":
        repository.commit()
        (loose.root / ".git/shallow").write_text(repository.commit() + "\n")

    said = verb("check", loose)

    assert said.code == DONE
    assert said.err.count(UNCHECKED) == 1
    assert said.err.startswith("content:1:1: ")
    assert why in said.err


def test_the_public_site_alone_asks_nobody(loose: Workshop) -> None:
    assert UNCHECKED not in verb("check", loose, "--only", "public").all


def test_of_two_repositories_the_one_that_tells_nothing_is_named(loose: Workshop) -> None:
    Repository(loose.root / "content/public").commit()

    said = verb("check", loose)

    assert said.err.startswith(f"content:1:1: {UNCHECKED}内容不在 git 库里")


def test_two_repositories_are_compared_each_with_itself(loose: Workshop) -> None:
    Repository(loose.root / "content/public").commit()
    Repository(loose.root / "content/intranet").commit()
    (loose.root / FINDING).unlink()

    said = verb("check", loose)

    assert UNCHECKED not in said.err
    assert "= 提示: 放回来：git -C content/intranet checkout " in said.err
    assert said.err.count(" -- findings/2026/002.yaml\n") == 1


def test_git_is_asked_once_for_each_commit(
    kept: Repository, workshop: Workshop, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(folder: Path) -> object:
        with opened(folder, "") as cache:
            return recalled(workshop.root, scan(workshop.root, "content"), cache)

    folder = tmp_path_factory.mktemp("cache")
    workshop.edit(FINDING, WORDS, "期限照旧")
    kept.commit(day="2026-12-02")
    fresh = asked(folder)

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", None)
        assert asked(folder) == fresh

    workshop.edit(FINDING, "期限照旧", WORDS)
    kept.commit(day="2026-12-03")
    later = asked(folder)
    assert later != fresh
    assert later == asked(tmp_path_factory.mktemp("another"))


def test_a_version_that_cannot_be_read_any_more_is_passed_over(kept: Repository, workshop: Workshop) -> None:
    text = workshop.read(FINDING)
    kept.commit({FINDING: "kaputt"}, day="2026-12-02")
    kept.commit({FINDING: text}, day="2026-12-03")

    assert verb("check", workshop).code == DONE


def test_what_nobody_committed_yet_is_compared_with_nothing(kept: Repository, workshop: Workshop) -> None:
    shutil.copy(workshop.path(FINDING), workshop.path(FINDING.replace("002", "003")))

    assert "log/" not in verb("check", workshop).err


def test_a_commit_is_a_change_though_no_file_was_touched(kept: Repository, workshop: Workshop) -> None:
    def unchanged() -> bool:
        tree = scan(workshop.root, "content", "templates")
        moment = datetime(2099, 1, 1, tzinfo=UTC)
        return Look(workshop.root, workshop.out, tuple(Audience), None, None, moment, tree).unchanged() is not None

    verb("build", workshop)
    tree = scan(workshop.root, "content", "templates")
    look = Look(workshop.root, workshop.out, tuple(Audience), None, None, datetime(2099, 1, 1, tzinfo=UTC), tree)
    look.remember((), "", {}, {})
    assert unchanged()

    kept.commit(day="2026-12-02")
    assert not unchanged()


@pytest.mark.parametrize(
    "words", [("list", "open"), ("list", "next"), ("explain", "/fees/catv/"), ("figures", "ledger")]
)
def test_no_verb_tells_anything_of_a_log_that_was_rewritten(workshop: Workshop, words: tuple[str, str]) -> None:
    workshop.edit(FINDING, WORDS, "期限照旧")

    said = verb(words[0], workshop, *(["--only", "intranet"] if words[0] == "explain" else []), words[1])

    assert said.code == PROBLEMS
    assert "error log/rewritten" in said.err


def test_what_a_list_could_not_compare_is_said_beside_it(loose: Workshop) -> None:
    said = verb("list", loose, "--format", "json", "open")

    assert said.code == DONE
    assert said.err.count(UNCHECKED) == 1
    assert said.out.startswith("[")
