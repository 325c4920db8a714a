"""What the rules told is kept exactly as long as they would tell the same."""

import re
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.cache import Cache
from mingbai.clock import Clock
from mingbai.load import Side, load
from mingbai.make import Outcome
from mingbai.records.base import Entry
from mingbai.source.tree import read, scan
from tests import ROOT
from tests.properties.edits import ANNEX, ARTICLE, BUREAU, FEE, STAFF
from tests.workshop import GOLDEN, Workshop

DAY = date(2027, 1, 1)
"""A day on which the rules have something to say of the golden bureau."""
FINDING = "content/intranet/findings/2026/002.yaml"
FORM = "content/public/files/forms/application.txt"


@pytest.fixture
def settled(tmp_path: Path) -> Workshop:
    """A workshop that was built since its cache was made."""
    workshop = Workshop(tmp_path)
    workshop.publish()
    workshop.build(as_of=DAY, history=True)
    return workshop


class AskedAgainError(Exception):
    """The rules were asked."""


def built_without_rules(workshop: Workshop, day: date = DAY) -> Outcome:
    """A build in which whoever asks the rules fails."""

    def refuse(_found: object) -> None:
        raise AskedAgainError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "ruled", refuse)
        return workshop.build(as_of=day, history=True)


def append(workshop: Workshop, path: str, text: str) -> None:
    workshop.write(path, workshop.read(path) + text)


@pytest.mark.parametrize(
    "change",
    [
        lambda workshop: append(workshop, ARTICLE, "\n又减了一样材料。\n"),
        lambda workshop: workshop.edit(ARTICLE, "列成一张单子", "写成一张单子"),
        lambda workshop: workshop.path(FEE).touch(),
        lambda workshop: workshop.write(FEE, workshop.read(FEE)),
        lambda workshop: append(workshop, FEE, "# 一句话\n"),
    ],
    ids=["a sentence more", "another word", "touched", "saved again", "a remark"],
)
def test_what_no_rule_can_see_asks_none(settled: Workshop, change: Callable[[Workshop], object]) -> None:
    before = settled.build(as_of=DAY, history=True)
    change(settled)

    outcome = built_without_rules(settled)

    assert outcome.problems == before.problems
    assert "clearing/outdated" in {problem.code for problem in outcome.problems}
    assert outcome.problems == settled.build(as_of=DAY, history=True, clean=True, out=settled.root / "fresh").problems


def commit_all(workshop: Workshop) -> None:
    command = ["git", "-C", str(workshop.root), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run([*command, "commit", "-q", "-a", "-m", "one more"], check=True)


def commit(workshop: Workshop) -> None:
    """Commit another text of a document; the build before has seen it already."""
    append(workshop, "content/public/documents/2026/service-pledges.md", "\n又一句。\n")
    workshop.build(as_of=DAY, history=True)
    built_without_rules(workshop)
    commit_all(workshop)


@pytest.mark.parametrize(
    "change",
    [
        lambda workshop: append(workshop, ARTICLE, "\n#### 没有上一级\n\n话。\n"),
        lambda workshop: append(workshop, ARTICLE, "\n[收费](../../../fees/catv.yaml)\n"),
        lambda workshop: workshop.edit(ARTICLE, "\n窗口", "\n\n窗口"),
        lambda workshop: workshop.edit(ARTICLE, "title: 缺什么", "title: 少什么"),
        lambda workshop: workshop.edit(BUREAU, "phone: ", "phone:  "),
        lambda workshop: workshop.write(FORM, "第二版\n"),
        lambda workshop: workshop.write("content/public/files/forms/more.txt", "又一张\n"),
        lambda workshop: workshop.path(ANNEX).unlink(),
        lambda workshop: workshop.edit(FEE, "charged: 14.00", "charged: 14.0"),
        lambda workshop: workshop.path(FEE).rename(workshop.path(f"{FEE}.txt")),
        commit,
    ],
    ids=[
        "a heading",
        "a link",
        "an empty line above a link",
        "a title",
        "a space before a value",
        "another attachment",
        "one more attachment",
        "a file went",
        "an amount with fewer figures",
        "a file has another name",
        "a commit",
    ],
)
def test_what_a_rule_could_see_asks_them_again(settled: Workshop, change: Callable[[Workshop], object]) -> None:
    change(settled)

    with pytest.raises(AskedAgainError):
        built_without_rules(settled)


def test_another_day_asks_them_again(settled: Workshop) -> None:
    with pytest.raises(AskedAgainError):
        built_without_rules(settled, date(2026, 12, 28))


def test_a_file_that_went_while_it_was_read_is_missed_by_the_next_build_too(settled: Workshop) -> None:
    """It is listed, so the rules count on it; and nothing is remembered of it, so nobody sees it go."""
    path = settled.path(STAFF)

    def read_too_late(root: Path, name: str) -> bytes:
        if root / name == path:
            path.unlink(missing_ok=True)
        return read(root, name)

    path.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mingbai.load.read", read_too_late)
        settled.build(as_of=DAY, history=True)

    problems = settled.build(as_of=DAY, history=True).problems

    assert "conduct/of-nobody" in {problem.code for problem in problems}
    assert problems == settled.build(as_of=DAY, history=True, clean=True, out=settled.root / "fresh").problems


def test_a_build_that_another_one_overtook_does_not_have_its_older_rules_believed(settled: Workshop) -> None:
    """Two outputs of one project: the second build sees an edit that the first did not, and is through before it."""
    elsewhere = partial(settled.build, as_of=DAY, history=True, out=settled.root / "elsewhere")
    meanwhile: list[Callable[[], object]] = [settled.path(STAFF).unlink, elsewhere]

    def overtaken(sides: Mapping[Audience, Side], clock: Clock) -> flow.Checked:
        while meanwhile:
            meanwhile.pop(0)()
        return assembled(sides, clock)

    assembled = flow.assembled
    append(settled, FEE, "note: 一句话\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "assembled", overtaken)
        settled.build(as_of=DAY, history=True)

    problems = settled.build(as_of=DAY, history=True).problems

    assert "conduct/of-nobody" in {problem.code for problem in problems}


class HaltedError(Exception):
    """A build was interrupted."""


def test_a_build_answers_of_the_commits_that_it_has_seen(settled: Workshop) -> None:
    """Another build learns of a new commit while it goes on, and is interrupted before the rules tell of that."""
    text = settled.read(FINDING)

    def overtaken(sides: Mapping[Audience, Side], clock: Clock) -> flow.Checked:
        if begun:
            raise HaltedError
        begun.append("first")
        append(settled, FINDING, "  - {on: 2026-12-01, action: 定措施, by: market}\n")
        commit_all(settled)
        settled.write(FINDING, text)
        with pytest.raises(HaltedError):
            settled.build(as_of=DAY, history=True, out=settled.root / "elsewhere")
        return assembled(sides, clock)

    begun: list[str] = []
    assembled = flow.assembled
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "assembled", overtaken)
        settled.build(as_of=DAY, history=True)

    problems = settled.build(as_of=DAY, history=True).problems

    assert "log/rewritten" in {problem.code for problem in problems}
    assert problems == settled.build(as_of=DAY, history=True, clean=True, out=settled.root / "fresh").problems


def test_no_rule_asks_for_a_digest() -> None:
    rules = sorted((ROOT / "mingbai" / "rules").glob("*.py"))
    asked = [path.name for path in rules if re.search(r"\.(digest|seal)\b", path.read_text(encoding="utf-8"))]

    assert rules
    assert asked == []


def blinded(side: Side) -> Side:
    """The same without what says which bytes a file has, and which text."""
    entries = [
        Entry(entry.id, entry.record, entry.places, "", entry.body and replace(entry.body, digest=""))
        for entry in side.entries
    ]
    files = {id: replace(file, digest="") for id, file in side.files.items()}
    return replace(side, entries=tuple(entries), files=files)


@pytest.mark.parametrize("root", [GOLDEN.parent, ROOT], ids=["golden", "sample"])
def test_a_rule_sees_neither_the_bytes_of_a_file_nor_its_text(root: Path) -> None:
    clock = Clock(DAY, DAY)
    with closing(sqlite3.connect(":memory:")) as db:
        sides = load(root, scan(root, "content"), tuple(Audience), Cache(db, ""))
    blind = {audience: blinded(side) for audience, side in sides.items()}
    told = flow.ruled(flow.assembled(sides, clock))

    assert any(told.values())
    assert flow.ruled(flow.assembled(blind, clock)) == told
