"""Every mistake an editor can make, and exactly what is said about it.

A case is a folder in `tests/broken/`: the files in which it differs from the golden bureau, and `expected.txt`.
`X.deleted` takes the file X away; `X.size` is a file X of so many bytes. `before/` in a case holds the same of what was
committed the day before, where something is a mistake because of what stood there.
`python -m tests.test_broken` accepts the wordings as they are now; read them aloud before committing them.
"""

import ast
import re
from pathlib import Path

import pytest

from mingbai.corpus.past import NOTHING, Past
from tests import factories

HERE = Path(__file__).parent
BROKEN = HERE / "broken"
CASES = sorted(path.parent for path in BROKEN.glob("*/expected.txt"))
SOURCES = sorted((HERE.parent / "mingbai").rglob("*.py"))
CODE = re.compile(r"[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*")
SAYERS = {"Problem", "Said", "Saying", "Fault", "Habit"}
WITHOUT_A_CASE = {
    "field/invalid": "a net for kinds of mistakes that pydantic may add; no field can make one today",
    "file/not-a-file": "a device or a pipe, which a case cannot hold",
    "file/symlink": "a link, which a case cannot hold; tests/source tries it",
    "file/unreadable": "a file that goes while the others are read; tests/build/test_shifting.py tries it",
    "markdown/unreadable": "a net for texts that the parser cannot take; none is known",
    "file/outside": "told while the folders are read, before what the cases run through",
    "folder/unreadable": "needs a folder that nobody may read; tests/cli/test_exit.py tries it",
    "history/unchecked": "told where git is asked; tests/test_past.py tries it",
    "yaml/too-many-values": "needs 20,001 values in one file",
    "template/endless": "told of templates, not of content; tests/build/test_misprint.py says the words of these",
    "template/empty": "the same",
    "template/gone": "the same",
    "template/inside-included": "the same; tests/build/test_inward.py says its words",
    "template/inside-named": "the same; tests/build/test_inward.py says its words",
    "template/missing": "the same",
    "template/no-such-macro": "the same; tests/build/test_macros.py says its words",
    "template/syntax": "the same",
    "template/unnamed": "the same",
    "template/unprintable": "the same",
    "page/dead-link": "told of the finished pages, not of content",
    "page/loads-from-outside": "the same; tests/build/test_outgoing.py tries these five",
    "page/outside-host": "the same",
    "page/inside-named": "the same",
    "page/personal-data": "the same",
    "page/unseen-link": "the same",
    "page/tag-wrong": "the same; tests/build/test_tagged.py tries it",
    "page/mark-missing": "the same",
    "production/still-a-sample": "told only of `--strict production`; tests/cli/test_options.py tries it",
    "publication/exempt-basis-missing": "a developer's omission; tests/rules/test_publication.py tries it",
}
"""Codes that no case can show, and why."""


def files_of(case: Path) -> dict[str, bytes]:
    """The golden bureau with the mistake in it."""
    return _laid_over(factories.raw(factories.content()), case)


def _laid_over(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    for path in sorted(path for path in (folder / "content").rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".deleted":
            del files[name.removesuffix(".deleted")]
        elif path.suffix == ".size":
            files[name.removesuffix(".size")] = bytes(int(path.read_text()))
        else:
            files[name] = path.read_bytes()
    return files


def past_of(case: Path) -> Past:
    """What was committed before: nothing in most cases, else the golden bureau with what `before/` changes in it."""
    before = case / "before"
    if not before.is_dir():
        return NOTHING
    return factories.renamed(_laid_over(factories.raw(factories.content()), before), files_of(case))


def printed(case: Path) -> str:
    """All problems of a case, as they are printed."""
    found = factories.problems_of(files_of(case), past=past_of(case))
    return "".join(f"{problem}\n" for problem in found)


def test_the_golden_bureau_has_no_mistake() -> None:
    problems = factories.problems_of(factories.raw(factories.content()))

    assert problems == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_in_these_words(case: Path) -> None:
    assert printed(case) == expected(case)


def test_every_code_has_a_case() -> None:
    said = {code for path in SOURCES for code in codes_in(path)}
    shown = set(re.findall(r" (?:error|warning) ([a-z0-9/-]+): ", "".join(map(expected, CASES))))

    assert said - shown == WITHOUT_A_CASE.keys()


def codes_in(path: Path) -> set[str]:
    """The codes that a module gives to a problem, directly or by way of a helper of its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        argument.value
        for call in calls
        if ast.unparse(call.func) in SAYERS or ast.unparse(call.func).startswith("_")
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and CODE.fullmatch(argument.value)
    }


def expected(case: Path) -> str:
    """What a case must print."""
    return (case / "expected.txt").read_text(encoding="utf-8")


def accept() -> None:
    """Write down what every case prints now."""
    for folder in sorted(path for path in BROKEN.iterdir() if path.is_dir()):
        (folder / "expected.txt").write_text(printed(folder), encoding="utf-8")


if __name__ == "__main__":
    accept()
