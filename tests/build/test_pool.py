"""Many pages are made by processes: the same pages, and nothing goes wrong silently."""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from mingbai.build.pool import AHEAD, working
from tests.cli.shell import DONE, PROBLEMS, WORLD, Said, build, probe, untouched, verb
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"
POOLED = """
import multiprocessing, os, sys
from mingbai import cli, load
from mingbai.build import pool, render

pool.WORTH_A_POOL = load.WORTH_A_POOL = 1
pool.CHUNK = load.CHUNK = 4
right = render.Renderer.render

def told(self, page):
    if multiprocessing.parent_process():
        os.write(2, page.path.encode() + b" ")
        if sys.argv[1] == "dies" and page.path.startswith("fees/"):
            os._exit(9)
        if sys.argv[1] == "raises" and page.path.startswith("fees/"):
            raise RuntimeError(f"gone wrong at {page.path}")
    return right(self, page)

render.Renderer.render = told
cli.main(["build", "--clean", "-j", "2", *sys.argv[2:]])
"""
"""A build whose pages are all made by worker processes, which tell of each page, and may die at one."""


def pooled(workshop: Workshop, way: str) -> Said:
    return probe(POOLED, way, "-s", workshop.root)


def test_the_workers_make_every_page(workshop: Workshop) -> None:
    """The control: what follows is really about worker processes."""
    said = pooled(workshop, "works")

    assert said.code == DONE
    assert said.err.split().count("fees/catv/index.html") == 2


def test_a_worker_that_dies_is_not_silent_and_nothing_is_published(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")

    with untouched(built):
        said = pooled(built, "dies")

    assert (said.code, said.out) == (WORLD, "")
    assert "BrokenProcessPool" in said.err
    assert said.err.endswith("mingbai: 程序自己出了错，不是内容写错；请把上面这些发给管程序的人。\n")


def test_what_a_worker_stumbles_over_is_shown_as_it_happened_there(built: Workshop) -> None:
    with untouched(built):
        said = pooled(built, "raises")

    assert said.code == WORLD
    assert "RuntimeError: gone wrong at fees/" in said.err
    assert "in told" in said.err


@pytest.mark.parametrize(("broken", "code"), [("{{ page.nothing }}", "unprintable"), ("{% if %}", "syntax")])
def test_a_template_that_a_worker_cannot_print_is_named_with_its_line(built: Workshop, broken: str, code: str) -> None:
    built.write("templates/public/laws.html", f"\n{broken}")

    with untouched(built):
        said = pooled(built, "works")

    assert said.code == PROBLEMS
    assert f"templates/public/laws.html:2:1: error template/{code}: " in said.err


def test_after_a_worker_died_the_next_build_needs_no_help(built: Workshop) -> None:
    """No lock is held, and nothing half-made is taken for whole."""
    built.edit(FEE, "payer: 安装", "payer: 装")
    pooled(built, "dies")

    said = build(built)

    assert said.code == DONE
    assert "装有线电视的居民用户" in built.sites()["public"]["fees/catv/index.html"].decode()


def test_a_problem_found_by_a_worker_is_told_like_any_other(workshop: Workshop) -> None:
    """Files are read by processes too."""
    workshop.edit(FEE, "charged: 14.00", "charged: 十四")
    workshop.edit("content/public/people/jia.yaml", "2023-03-20", "2023-02-30")

    assert pooled(workshop, "works").err == verb("check", workshop).err


def test_what_workers_stop_is_told_once_as_if_one_had_looked_at_all(workshop: Workshop) -> None:
    """A template leads every page to where nothing is; each worker sees that on some of them."""
    workshop.write("templates/shared/foot.html", '{# view: none #}\n<footer><a href="/nowhere/">去</a></footer>\n')

    said = pooled(workshop, "works")

    assert said.code != DONE
    assert said.err.count("/nowhere/") == 1
    assert not (workshop.root / "site" / "public").exists()


def test_workers_are_given_what_they_share_once_and_also_where_no_file_can_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with working(2) as workers:
        in_a_file = workers.share(("甲", 1))
        assert (in_a_file.data, in_a_file.value) == (b"", ("甲", 1))
        monkeypatch.setattr(os, "memfd_create", refused)
        in_hand = workers.share(("乙", 2))
        assert (in_hand.path, in_hand.value) == ("", ("乙", 2))

    assert not Path(in_a_file.path).exists()


def test_results_come_in_the_order_of_tasks_whichever_round_is_asked_for_first() -> None:
    """A round that nobody asks for does not keep another one waiting."""
    with working(2) as workers:
        nobodys = workers.spread(str, iter(range(1000)))
        asked = workers.spread(str, iter(range(1000, 1200)))

        assert list(asked) == list(map(str, range(1000, 1200)))
        assert next(nobodys) == "0"


def test_work_is_begun_before_it_is_asked_for_and_not_all_at_once() -> None:
    taken: list[int] = []

    with working(2) as workers:
        done = workers.spread(str, noted(taken, 1000))
        begun = len(taken)
        first = next(done)

    assert (begun, first, len(taken)) == (AHEAD, "0", AHEAD + 1)


def test_a_second_round_is_begun_when_the_first_has_nothing_left_to_hand_out() -> None:
    taken: list[int] = []

    with working(2) as workers:
        first = workers.spread(str, iter(range(AHEAD + 1)))
        second = workers.spread(str, noted(taken, 10))
        before = len(taken)
        for _ in range(2):
            next(first)
        after = len(taken)

        assert (before, after) == (0, 1)
        assert len(list(second)) == 10


def test_what_goes_wrong_among_the_tasks_of_a_round_is_told_to_who_asks_for_it_and_nothing_is_missing_in_silence() -> (
    None
):
    def tasks() -> Iterator[int]:
        yield from range(5)
        raise ValueError("no more")

    with working(2) as workers:
        other = workers.spread(str, iter(range(AHEAD)))
        broken = workers.spread(str, tasks())

        assert list(other) == list(map(str, range(AHEAD)))
        assert [next(broken) for _ in range(5)] == list("01234")
        with pytest.raises(ValueError, match="no more"):
            next(broken)


def test_what_workers_are_to_learn_each_does_in_its_turn_and_nobody_is_born_for_it(tmp_path: Path) -> None:
    with working(2) as workers:
        workers.learn(partial(signed, tmp_path))
        list(workers.spread(str, iter(range(10))))
        nobody = list(tmp_path.iterdir())
        workers.learn(partial(signed, tmp_path))
        list(workers.spread(str, iter(range(10))))

    assert (nobody, len(list(tmp_path.iterdir()))) == ([], 2)


def signed(folder: Path) -> None:
    """A sign that somebody was here."""
    tempfile.mkstemp(dir=folder)


def test_what_is_forgotten_takes_no_room() -> None:
    taken: list[int] = []

    with working(2) as workers:
        workers.spread(str, iter(range(1000)))
        workers.forget()
        done = workers.spread(str, noted(taken, 1000))

        assert (len(taken), next(done)) == (AHEAD, "0")


def noted(taken: list[int], count: int) -> Iterator[int]:
    """Tasks, and which of them were taken."""
    for number in range(count):
        taken.append(number)
        yield number


def refused(*_: object) -> None:
    raise OSError("no room")
