"""What git kept: every version of what is asked for, in two processes, and plainly why where there is none."""

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mingbai.source import history as asked
from mingbai.source.checkout import heads, homes
from mingbai.source.history import Gap, Rename, history, renames, standing, texts
from tests.repository import Repository

FINDINGS = "content/intranet/findings/"
PAPERS = "content/public/documents/"
ONE = f"{FINDINGS}2026/001.yaml"
TWO = f"{FINDINGS}2026/002.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def said(root: Path, path: str, home: str = "") -> list[str]:
    """What the versions of a file said, the oldest first."""
    versions = history(root, home, [FINDINGS, PAPERS]).versions[path]
    found = texts(root, home, [version.blob for version in versions])
    return [found[version.blob].decode() for version in versions]


def test_every_version_is_told_the_oldest_first_with_its_commit_and_day(repository: Repository) -> None:
    first = repository.commit({ONE: "一"}, day="2026-11-30")
    second = repository.commit({ONE: "一二"}, day="2026-12-02")

    versions = history(repository.root, "", [FINDINGS]).versions[ONE]

    assert said(repository.root, ONE) == ["一", "一二"]
    assert [(each.commit, each.day) for each in versions] == [
        (first, date(2026, 11, 30)),
        (second, date(2026, 12, 2)),
    ]


def test_a_file_that_was_taken_away_keeps_its_versions(repository: Repository) -> None:
    repository.commit({ONE: "一", TWO: "二"})
    repository.commit({ONE: None})

    assert said(repository.root, ONE) == ["一"]


def test_a_file_that_was_moved_has_versions_at_both_places(repository: Repository) -> None:
    repository.commit({ONE: "一\n" * 9})
    repository.commit({ONE: None, TWO: "一\n" * 9})

    assert said(repository.root, ONE) == said(repository.root, TWO) == ["一\n" * 9]


def test_renames_are_told_in_their_order_with_the_day(repository: Repository) -> None:
    text = "一\n" * 20
    three = f"{FINDINGS}2026/第 三.yaml"
    repository.commit({ONE: text})
    repository.commit({ONE: None, TWO: text + "二\n"}, day="2026-12-02")
    repository.commit({TWO: None, three: text + "二\n"}, day="2026-12-03")

    assert renames(repository.root, "", [FINDINGS]) == (
        Rename(ONE, TWO, date(2026, 12, 2)),
        Rename(TWO, three, date(2026, 12, 3)),
    )


def test_a_file_of_which_a_fifth_is_new_is_another_one(repository: Repository) -> None:
    lines = [f"第 {number} 行\n" for number in range(20)]
    repository.commit({ONE: "".join(lines)})
    repository.commit({ONE: None, TWO: "".join(lines[:16]) + "别的\n" * 4})

    assert renames(repository.root, "", [FINDINGS]) == ()


def test_what_stands_in_the_commit_is_told_by_the_projects_own_paths(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit(
        {f"site/{ONE}": "一", f"site/{FINDINGS}2026/第 一.yaml": "一", ONE: "别人的", "site/README": "读"}
    )
    (tmp_path / "site" / ONE).unlink()

    found = standing(tmp_path / "site", "", [FINDINGS])

    assert found.keys() == {ONE, f"{FINDINGS}2026/第 一.yaml"}
    assert texts(tmp_path / "site", "", found.values()) == {found[ONE]: "一".encode()}


def test_what_was_not_asked_for_is_not_told(repository: Repository) -> None:
    repository.commit({ONE: "一", "content/intranet/secret.yaml": "密", "README": "读"})

    assert history(repository.root, "", [FINDINGS]).versions.keys() == {ONE}


def test_of_a_merged_branch_only_what_came_of_it_counts(repository: Repository) -> None:
    repository.commit({ONE: "一"})
    repository.git("switch", "-q", "-c", "side")
    repository.commit({ONE: "一二"}, day="2026-12-03")
    repository.commit({ONE: "一二三"}, day="2026-12-05")
    repository.git("switch", "-q", "main")
    repository.commit({TWO: "别的"}, day="2026-12-04")
    repository.git("merge", "-q", "--no-ff", "-m", "合并", "side", day="2026-12-06")

    assert said(repository.root, ONE) == ["一", "一二三"]


def test_names_in_chinese_and_with_spaces_come_out_as_they_are(repository: Repository) -> None:
    odd = f"{FINDINGS}2026/第 一.yaml"
    repository.commit({odd: "一"})

    assert said(repository.root, odd) == ["一"]


def test_a_project_below_its_repository_is_told_of_by_its_own_paths(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit({f"site/{ONE}": "一", ONE: "别人的"})

    assert said(tmp_path / "site", ONE) == ["一"]


def test_each_folder_may_be_a_repository_of_its_own(tmp_path: Path) -> None:
    inner = Repository(tmp_path / "content/intranet")
    inner.commit({"findings/2026/001.yaml": "一"})
    outer = Repository(tmp_path / "content/public")
    outer.commit({"documents/2026/a.md": "文"})

    found = homes(tmp_path, [FINDINGS, PAPERS])

    assert found == {"content/intranet/": (FINDINGS,), "content/public/": (PAPERS,)}
    versions = history(tmp_path, "content/intranet/", [FINDINGS]).versions
    assert {path: [each.path for each in found] for path, found in versions.items()} == {ONE: [ONE]}
    assert history(tmp_path, "content/public/", [PAPERS]).versions.keys() == {f"{PAPERS}2026/a.md"}


def test_the_editors_own_settings_change_nothing(repository: Repository) -> None:
    repository.commit({ONE: "一\n" * 9})
    repository.commit({ONE: None, TWO: "一\n" * 9})
    for setting in ("diff.renames=copies", "log.diffMerges=off", "log.showSignature=true", "color.ui=always"):
        repository.git("config", *setting.split("="))

    assert history(repository.root, "", [FINDINGS]).versions.keys() == {ONE, TWO}


def test_the_environment_leads_git_nowhere_else(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({ONE: "一"})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))

    assert said(repository.root, ONE) == ["一"]


def test_no_program_that_a_repository_names_is_run(repository: Repository) -> None:
    trap = repository.root / "trap"
    trap.write_text("#!/bin/sh\ntouch sprung\n")
    trap.chmod(0o755)
    repository.commit({ONE: "一", ".gitattributes": "*.yaml diff=trap filter=trap\n"})
    repository.commit({ONE: "一二"})
    names = ("core.fsmonitor", "core.pager", "diff.external", "diff.trap.command", "diff.trap.textconv")
    for name in (*names, "filter.trap.smudge"):
        repository.git("config", name, str(trap))

    assert said(repository.root, ONE) == ["一", "一二"]
    assert not (repository.root / "sprung").exists()


def test_however_many_files_there_are_two_processes_tell_all(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({f"{FINDINGS}2026/{number:03}.yaml": f"{number}" for number in range(300)})
    calls: list[str] = []
    run: Callable[..., object] = subprocess.run

    def counted(command: list[str], **how: object) -> object:
        calls.append(" ".join(command))
        return run(command, **how)

    monkeypatch.setattr(subprocess, "run", counted)
    versions = history(repository.root, "", [FINDINGS]).versions
    found = texts(repository.root, "", [each.blob for file in versions.values() for each in file])

    assert len(found) == 300
    assert len(calls) == 2


def test_without_a_repository_that_is_said(tmp_path: Path) -> None:
    assert history(tmp_path, "", [FINDINGS]).gap is Gap.NO_REPOSITORY


def test_without_git_that_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({ONE: "一"})
    monkeypatch.setenv("PATH", "/nowhere")

    assert history(repository.root, "", [FINDINGS]).gap is Gap.NO_GIT


def test_a_shallow_clone_is_no_history(repository: Repository, tmp_path: Path) -> None:
    repository.commit({ONE: "一"})
    repository.commit({ONE: "一二"})
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(tmp_path / "clone"))

    assert history(tmp_path / "clone", "", [FINDINGS]).gap is Gap.SHALLOW


@pytest.mark.parametrize("committed", [False, True])
def test_content_that_nobody_committed_is_no_history(repository: Repository, *, committed: bool) -> None:
    if committed:
        repository.commit({"README": "读"})
    repository.write({ONE: "一"})

    assert history(repository.root, "", [FINDINGS]).gap is Gap.NOT_COMMITTED


def test_a_repository_of_somebody_else_is_not_read(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({ONE: "一"})
    monkeypatch.setitem(asked.ENVIRONMENT, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("HOME", str(repository.root))

    assert history(repository.root, "", [FINDINGS]).gap is Gap.NOT_OURS


def test_a_damaged_repository_is_said_to_be_unreadable(repository: Repository) -> None:
    commit = repository.commit({ONE: "一"})
    (repository.root / ".git/objects" / commit[:2] / commit[2:]).unlink()

    assert history(repository.root, "", [FINDINGS]).gap is Gap.UNREADABLE


def test_what_is_checked_out_is_told_without_a_process(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = repository.commit({ONE: "一"})
    repository.git("worktree", "add", "-q", str(tmp_path / "second"))
    second = repository.commit({ONE: "一二"})
    monkeypatch.setattr(subprocess, "run", None)

    assert heads(repository.root, [FINDINGS]) == {"": second}
    assert heads(tmp_path / "second", [FINDINGS]) == {"": first}


def test_packed_refs_and_a_commit_without_a_branch_are_told_as_well(repository: Repository) -> None:
    commit = repository.commit({ONE: "一"})
    repository.git("pack-refs", "--all")

    assert not (repository.root / ".git/refs/heads/main").exists()
    assert heads(repository.root, [FINDINGS]) == {"": commit}
    repository.git("switch", "-q", "--detach")
    assert heads(repository.root, [FINDINGS]) == {"": commit}


def test_where_there_is_nothing_to_tell_nothing_is_told(tmp_path: Path) -> None:
    assert heads(tmp_path, [FINDINGS]) == {"": ""}
    os.symlink(tmp_path / "nowhere", tmp_path / ".git")
    assert heads(tmp_path, [FINDINGS]) == {"": ""}
