"""The house rules, kept by the machine."""

import ast
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "mingbai").rglob("*.py"))
PURE = ("records", "corpus", "rules", "draft", "pages", "exports", "build")


def names_called(tree: ast.AST) -> set[str]:
    """The plain and dotted names a module calls."""
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_only_the_command_line_prints(path: Path) -> None:
    called = names_called(ast.parse(path.read_text(encoding="utf-8")))

    if "cli" not in path.parts:
        assert not called & {"print", "click.echo", "sys.stdout.write", "sys.stderr.write"}


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_between_source_and_publish_nothing_reads_a_file_a_clock_or_chance(path: Path) -> None:
    room = path.relative_to(ROOT / "mingbai").parts[0]
    if room not in PURE:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (node.names if isinstance(node, ast.Import) else [ast.alias(node.module or "")])
        if alias.name != "urllib.parse"  # letters of addresses, no network
    }

    assert not imported & {"os", "pathlib", "random", "socket", "urllib", "requests", "time", "tempfile", "subprocess"}
    assert not names_called(tree) & {
        "open",
        "date.today",
        "datetime.now",
        "datetime.date.today",
        "datetime.datetime.now",
    }


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_a_file_is_one_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_a_module_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_no_folder_with_tests_is_passed_over(request: pytest.FixtureRequest) -> None:
    """Pytest's own list of folders to pass over has `build` in it, which here is a room with tests."""
    passed_over = request.config.getini("norecursedirs")
    folders = {path.parent for path in (*(ROOT / "tests").rglob("test_*.py"), *SOURCES)}
    steps = {step for folder in folders for step in folder.relative_to(ROOT).parts}

    assert [step for step in sorted(steps) if any(fnmatch(step, pattern) for pattern in passed_over)] == []


def test_every_problem_is_collected_and_never_raised() -> None:
    raised = [
        f"{path}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and node.exc and ast.unparse(node.exc).startswith("Problem(")
    ]

    assert not raised


def test_decisions_are_numbered_one_by_one_and_say_their_number() -> None:
    """Two people may land a decision on one day; the one who comes later takes the next number."""
    paths = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [path.name[:5] for path in paths] == [f"{number:04}-" for number in range(1, len(paths) + 1)]
    assert [path.read_text(encoding="utf-8")[:7] for path in paths] == [f"# {path.name[:4]} " for path in paths]
