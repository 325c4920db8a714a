"""What the documents say is so: files, links, pictures, verbs, wordings, and the steps a reader is told to take."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mingbai.cli import main
from tests import ROOT
from tests.docs.papers import PAPERS, Copy, Fence, blanked, fences, read, section

READMES = ("README.md", "README.zh-CN.md")
WALKS = {
    "README.md": "## A first bulletin in five minutes",
    "README.zh-CN.md": "## 五分钟写一期简报",
}
PROOFS = {
    "README.md": "## Three promises, and the command that shows each",
    "README.zh-CN.md": "## 三条保证，自己验",
}
LARGEST = 150_000
"""Bytes a picture may weigh."""
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
CALL = re.compile(r"build\.py((?: +[^\s`#&|]+)*)")
MADE = ("site", ".mingbai", "content")
"""Folders that a run makes, or an editor."""
WORDS = re.compile(r"`([A-Za-z_][\w.]*(?:/[\w.*<>-]*)*)(?:\(\w*\))?`")
VERBS = main.commands


def options_of(command: click.Command) -> set[str]:
    """What may be written after a verb."""
    written = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return written | {"-h", "--help"}


def links() -> Iterator[tuple[Path, str]]:
    """Every link and picture of every document, but those in a fenced block, which show what an editor writes."""
    for paper in PAPERS:
        for match in LINK.finditer(blanked(paper.read_text("utf-8"))):
            yield paper, match[1] or match[2]


def anchors(paper: Path) -> set[str]:
    """The anchors of a document's headings, as hosts of code make them."""
    titles = re.findall(r"^#+ (.+)$", blanked(paper.read_text("utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def leads_somewhere(paper: Path, target: str) -> bool:
    """Whether a relative link leads to a file that is there and, if it names one, to a heading in it."""
    path, _, anchor = target.partition("#")
    file = paper.parent / path if path else paper
    return file.exists() and (not anchor or anchor in anchors(file))


def test_every_relative_link_and_picture_is_there() -> None:
    relative = [(paper, target) for paper, target in links() if not re.match(r"[a-z]+:", target)]

    assert relative
    assert not [f"{paper.name}: {target}" for paper, target in relative if not leads_somewhere(paper, target)]


def test_every_picture_is_shown_and_small() -> None:
    pictures = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").glob("*.png")}
    shown = {Path(target).name for _, target in links() if target.endswith(".png")}

    assert set(pictures) == shown
    assert max(pictures.values()) <= LARGEST


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_call_is_a_verb_with_its_options(paper: Path) -> None:
    wrong = []
    for call in CALL.findall(paper.read_text(encoding="utf-8")):
        verb, *rest = call.split() or ["build"]
        if verb in ("VERB", "命令"):
            continue
        options = [word for word in rest if word.startswith("-")]
        if verb not in VERBS or not set(options) <= options_of(VERBS[verb]):
            wrong.append(call)

    assert not wrong


@pytest.mark.parametrize("name", READMES)
def test_every_verb_is_documented_with_options_it_has(name: str) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", read(name), re.M))

    assert rows.keys() == VERBS.keys()
    for verb, row in rows.items():
        assert set(re.findall(r"--[a-z-]+", row)) <= options_of(VERBS[verb])


def test_every_target_of_make_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.M))
    calls = [re.findall(r"(?:`|^ *)make ([a-z]+)", paper.read_text("utf-8"), re.M) for paper in PAPERS]

    assert {target for called in calls for target in called} <= targets


def steps(name: str) -> list[Fence]:
    """The blocks of the first bulletin."""
    return fences(section(read(name), WALKS[name]))


def proofs(name: str) -> list[str]:
    """The commands under the promises."""
    return [fence.text for fence in fences(section(read(name), PROOFS[name]))]


def test_both_readmes_tell_the_same_steps_and_proofs() -> None:
    one, other = READMES

    assert steps(one) == steps(other)
    assert [proof.replace("the same", "一样") for proof in proofs(one)] == proofs(other)


def test_the_first_bulletin_goes_as_told(tmp_path: Path) -> None:
    """The two files as they stand there, the mistakes word for word, then the two corrections, then the page."""
    project = Copy(tmp_path / "project")
    issue, article, told = steps(READMES[0])
    project.follow(issue)
    project.follow(article)
    refused = project.build("check")
    project.write(article.path, article.text.replace("libary", "library").replace("readng", "reading"))
    done = project.build("build", "--only", "public")

    assert (refused.returncode, refused.stderr) == (1, told.text)
    assert done.returncode == 0, done.stderr
    page = project.read("site/public/bulletins/2026/09/index.html")
    assert "一楼大厅多了40个座位" in page and 'href="/commitments/library/reading/"' in page


@pytest.mark.slow
def test_the_promises_can_be_seen_as_told(tmp_path: Path) -> None:
    """Every command under the promises, in their order; both comparisons find no difference."""
    project = Copy(tmp_path / "project")
    assert project.build().returncode == 0
    said = ""
    for proof in proofs(READMES[0]):
        done = project.shell(proof.replace("/tmp/", f"{tmp_path}/"))
        assert done.returncode == 0, done.stdout + done.stderr
        said += done.stdout

    assert said.count("the same") == 2


def test_the_architecture_names_what_there_is() -> None:
    """Every file and every name in backticks is in the project."""
    folders = [ROOT, ROOT / "mingbai", *(path for path in (ROOT / "mingbai").rglob("*") if path.is_dir())]
    names = set(re.findall(r"\w+", "".join(path.read_text("utf-8") for path in (ROOT / "mingbai").rglob("*.py"))))
    unknown = []
    for word in sorted(set(WORDS.findall(read("ARCHITECTURE.md")))):
        path = word.rstrip("/")
        is_file = any(any(folder.glob(path)) for folder in folders)
        if not is_file and path.rpartition(".")[2] not in names and path.split("/")[0] not in MADE:
            unknown.append(word)

    assert not unknown


HEADS = ("source", "records", "boundary", "corpus", "rules", "pages", "build", "publish")


def test_the_eight_words_are_the_headings_the_folders_and_the_tests() -> None:
    headings = re.findall(r"^## (\w+)$", read("ARCHITECTURE.md"), re.M)

    assert tuple(word for word in headings if word in HEADS) == HEADS
    assert all((ROOT / "mingbai" / word).is_dir() or (ROOT / "mingbai" / f"{word}.py").exists() for word in HEADS)
