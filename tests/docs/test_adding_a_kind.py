"""The how-to in CONTRIBUTING.md, done step by step on a copy of the project."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.papers import Copy, Fence, fences, read, section

STEPS = section(read("CONTRIBUTING.md"), "## Adding a kind of record")
RECORD = "content/public/closures/reading-room.yaml"
PAGE = "site/public/closures/index.html"
NEW = ("mingbai/records/public/closure.py", "mingbai/rules/closure.py", "mingbai/pages/public/closure.py")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """The project after all steps."""
    copy = Copy(tmp_path_factory.mktemp("adding") / "project")
    for fence in fences(STEPS):
        if fence.path:
            copy.follow(fence)
        elif fence.language == "sh":
            done = copy.shell(fence.text)
            assert done.returncode == 0, done.stdout + done.stderr
    yield copy


def told() -> Fence:
    """What the how-to says that the program says."""
    return next(fence for fence in fences(STEPS) if fence.language == "text")


def test_every_step_names_its_file() -> None:
    paths = [fence.path for fence in fences(STEPS) if fence.language in ("python", "jinja", "yaml", "diff")]

    assert paths and all(paths)
    assert set(NEW) < set(paths)


def test_the_new_kind_has_its_page_on_both_sites(copy: Copy) -> None:
    done = copy.build("build")

    assert done.returncode == 0, done.stderr
    page = copy.read(PAGE)
    assert "图书馆三楼阅览室" in page and "从2026年12月21日到2026年12月31日" in page
    assert '<a href="/closures/"' in copy.read("site/public/index.html")
    assert "图书馆三楼阅览室" in copy.read(PAGE.replace("public", "intranet"))


def test_a_mistake_in_it_is_told_as_the_how_to_says(copy: Copy) -> None:
    right = copy.read(RECORD)
    try:
        copy.write(RECORD, re.sub("^instead.*\n", "", right, flags=re.M))
        unsaid = copy.build("check")
        copy.write(RECORD, right.replace("2026-12-31", "2026-12-32").replace("reason", "reasn"))
        broken = copy.build("check")
    finally:
        copy.write(RECORD, right)

    assert unsaid.returncode == 1 and told().text in unsaid.stderr
    assert broken.returncode == 1
    assert "“到哪天”没有这一天：2026-12-32" in broken.stderr
    assert "是不是 reason（原因）？" in broken.stderr
    assert "缺少" not in broken.stderr


def test_the_snippets_are_formatted_as_the_house_does(copy: Copy) -> None:
    for fence in fences(STEPS):
        if fence.path in NEW:
            assert copy.read(fence.path) == fence.text


@pytest.mark.slow
def test_the_projects_own_checks_find_nothing_left_to_do(copy: Copy) -> None:
    """Only what concerns the new kind: others may be at work in the rest."""
    tests = ("tests/test_broken.py", "tests/meta", "tests/rules/test_table.py", "tests/pages/test_every_field.py")
    lint = copy.run("ruff", "check", *NEW)
    types = copy.run("mypy", "--no-incremental", "mingbai")
    imports = copy.run("lint-imports")
    ours = copy.run("python", "-m", "pytest", "-p", "no:cacheprovider", "-k", "closure or table or code", *tests)

    assert lint.returncode == 0, lint.stdout
    assert not [line for line in types.stdout.splitlines() if "closure" in line]
    assert "0 broken" in imports.stdout, imports.stdout
    assert ours.returncode == 0, ours.stdout


def test_the_wording_of_the_mistake_was_accepted(copy: Copy) -> None:
    expected = copy.read("tests/broken/closure-instead-unsaid/expected.txt")

    assert "error closure/instead-unsaid: “一楼大厅”关 11 天，没有说这几天去哪里\n" in expected


def test_a_project_without_the_kind_refuses_its_folder(tmp_path: Path) -> None:
    """A control: it is the steps that make the program know the kind."""
    copy = Copy(tmp_path / "project")
    copy.write(RECORD, "place: 图书馆三楼阅览室\n")

    assert "file/misplaced" in copy.build("check").stderr
