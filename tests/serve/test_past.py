"""The preview compares with what was committed, and sees when another commit is checked out."""

from datetime import date

from mingbai.publish.preview_look import look
from tests.repository import Repository
from tests.serve.studio import INTRANET, PUBLIC, Studio

DAY = date(2026, 12, 28)
FINDING = "content/intranet/findings/2026/002.yaml"
WORDS = "期限放宽"
KEPT = ("content/public/", "content/intranet/")


def test_a_rewritten_log_is_told_at_once_and_only_inside(studio: Studio) -> None:
    studio.next(history=True)

    studio.edit(FINDING, WORDS, "期限照旧")
    turn = studio.next(history=True)

    assert [problem.code for problem in turn.all_problems] == ["log/rewritten"]
    assert studio.shown(INTRANET).report.problems
    assert not studio.shown(PUBLIC).report.problems


def test_a_commit_is_seen_though_no_file_was_touched(studio: Studio) -> None:
    repository = Repository(studio.root)
    before = look(studio.root, None, DAY, KEPT)
    assert look(studio.root, None, DAY, KEPT) == before

    commit = repository.commit()
    after = look(studio.root, None, DAY, KEPT)

    assert after != before
    assert after.since(before) == f"git 到了 {commit[:10]}"


def test_what_nobody_compares_with_is_not_looked_at(studio: Studio) -> None:
    before = look(studio.root, None, DAY)
    Repository(studio.root).commit()

    assert look(studio.root, None, DAY) == before
