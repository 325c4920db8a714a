"""Which files have another name now: git says it, before a rename is committed and after, and is asked once."""

import subprocess
from pathlib import Path

import pytest

from mingbai.cache_file import opened
from mingbai.renamed import renamed
from mingbai.source.tree import scan
from tests.cli.shell import DONE, verb
from tests.repository import Repository
from tests.workshop import Workshop

FINE = "content/public/fines/unapproved.yaml"
LATER = "content/public/fines/without.yaml"
LAST = "content/public/fines/no-licence.yaml"


@pytest.fixture
def kept(workshop: Workshop) -> Repository:
    """The workshop's folder as a repository, committed once."""
    return Repository(workshop.root)


def before(workshop: Workshop, path: str, folder: Path | None = None) -> list[str]:
    """What a file was called before."""
    with opened(folder, "") as cache:
        found = renamed(workshop.root, scan(workshop.root, "content"), cache)
    return [step.old for step in found.get(path, ())]


def test_a_file_moved_by_hand_is_known_before_anybody_commits_it(kept: Repository, workshop: Workshop) -> None:
    workshop.move(FINE, LATER)
    workshop.write(LATER, workshop.read(LATER) + "# 改了名\n")

    assert before(workshop, LATER) == [FINE]


def test_after_two_renames_both_names_lead_to_the_file_there_is(kept: Repository, workshop: Workshop) -> None:
    workshop.move(FINE, LATER)
    kept.commit(day="2026-12-02")
    workshop.move(LATER, LAST)
    assert before(workshop, LAST) == [FINE, LATER], "one is committed, the other is not"

    kept.commit(day="2026-12-03")
    assert before(workshop, LAST) == [FINE, LATER]


def test_a_file_that_has_its_old_name_again_was_never_away(kept: Repository, workshop: Workshop) -> None:
    workshop.move(FINE, LATER)
    kept.commit()
    workshop.move(LATER, FINE)

    assert before(workshop, FINE) == [LATER]
    assert before(workshop, LATER) == []


def test_a_new_record_in_place_of_another_is_no_rename(kept: Repository, workshop: Workshop) -> None:
    text = workshop.read(FINE)
    workshop.path(FINE).unlink()
    half = text[: len(text) // 2]
    workshop.write(LATER, half)

    assert before(workshop, LATER) == []


def test_git_is_asked_again_only_when_names_or_commits_change(
    kept: Repository, workshop: Workshop, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    workshop.move(FINE, LATER)
    kept.commit(day="2026-12-02")
    assert before(workshop, LATER, folder) == [FINE]

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", None)
        workshop.write(LATER, workshop.read(LATER) + "# 改了字\n")
        assert before(workshop, LATER, folder) == [FINE]

    workshop.move(LATER, LAST)
    assert before(workshop, LAST, folder) == [FINE, LATER]


def test_what_git_could_not_say_is_asked_again(
    kept: Repository, workshop: Workshop, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once git is installed, or may read the repository, though no name and no commit is another one."""
    kept.commit()
    folder = tmp_path_factory.mktemp("cache")
    workshop.move(FINE, LATER)
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        assert before(workshop, LATER, folder) == []

    assert before(workshop, LATER, folder) == [FINE]


def test_check_reminds_and_the_line_it_asks_for_ends_it(kept: Repository, workshop: Workshop) -> None:
    workshop.move(FINE, LATER)
    annex = "content/intranet/annexes/fines/"
    workshop.move(f"{annex}unapproved.yaml", f"{annex}without.yaml")

    said = verb("check", workshop)
    assert said.code == DONE
    assert "warning alias/unsaid" in said.err

    line = said.err.partition("加上一行 ")[2].splitlines()[0]
    workshop.write(LATER, f"{workshop.read(LATER)}{line}\n")
    assert verb("check", workshop).err == ""


def test_who_names_a_renamed_record_is_told_its_new_name(kept: Repository, workshop: Workshop) -> None:
    """Though it is like no other name there is, and whether or not the renaming is committed."""
    workshop.move("content/public/divisions/market.yaml", "content/public/divisions/licences.yaml")
    assert "它改名了，这里改成 licences" in verb("check", workshop).err

    kept.commit(day="2026-12-02")
    assert "它改名了，这里改成 licences" in verb("check", workshop).err
