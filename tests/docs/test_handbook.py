"""The handbook for editors: an example of every kind that is no mistake, every field, and the program's own words."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest

from mingbai.records.base import Record
from mingbai.records.field import Value, fields_of
from mingbai.records.named import FOLDERS
from mingbai.records.parse import parse
from mingbai.source import markdown, yaml
from tests import ROOT
from tests.docs.papers import Copy, blanked, fences, read, section

HANDBOOK = read("docs/editors.zh-CN.md")
BLOCKS = fences(HANDBOOK)
COMMON = "".join(section(HANDBOOK, heading) for heading in ("## YAML 怎么写", "## 几样到处都用的"))
CHAPTERS = {title.rpartition(" ")[2]: title for title in re.findall(r"^### (.+)$", blanked(HANDBOOK), re.M)}
"""The headings of the chapters on kinds, by kind."""
KINDS = [kind for kinds in FOLDERS.values() for kind in kinds]


def chapter(kind: type[Record]) -> str:
    """What the handbook says of a kind."""
    return section(HANDBOOK, f"### {CHAPTERS[kind.kind]}")


def words(model: type[Value]) -> Iterator[str]:
    """The keys and closed values of a kind, deep inside too."""
    for name, field in fields_of(model).items():
        yield name
        for part in classes(field.annotation):
            if issubclass(part, Value):
                yield from words(part)
            elif issubclass(part, StrEnum):
                yield from (member.value for member in part)


def classes(annotation: object) -> Iterator[type]:
    """Every class in an annotation."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from classes(argument)


def test_every_kind_has_a_chapter_under_its_own_name() -> None:
    expected = {kind.kind: f"{kind.label} {kind.kind}" for kind in KINDS}

    assert expected == CHAPTERS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_chapter_begins_with_a_whole_example(kind: type[Record]) -> None:
    example = next(block for block in fences(chapter(kind)) if block.path)
    parsed = parse(example.path, example.text.encode())

    assert not parsed.problems
    assert parsed.entry and type(parsed.entry.record) is kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_chapter_names_every_field_and_every_choice(kind: type[Record]) -> None:
    text = chapter(kind) + COMMON
    missing = [word for word in words(kind) if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]

    assert not missing


def test_the_examples_fit_the_sample_bureau(tmp_path: Path) -> None:
    """Put in their places, all of them together, they are no mistake."""
    copy = Copy(tmp_path / "project")
    for block in BLOCKS:
        if block.path:
            copy.follow(block)
    done = copy.build("check")

    assert done.returncode == 0, done.stderr


def test_what_it_says_the_program_says_the_program_says() -> None:
    said = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "broken").glob("*/expected.txt"))
    told = [line for block in BLOCKS if block.language == "text" for line in block.text.splitlines()]

    assert told
    assert not [line for line in told if f"{line}\n" not in said]


def test_every_other_block_can_be_typed_as_it_stands() -> None:
    for block in BLOCKS:
        if block.language == "yaml":
            assert yaml.parse("x.yaml", block.text)[1] == (), block.text
        elif block.language == "markdown" and not block.path:
            assert markdown.render(block.text).faults == (), block.text


@pytest.mark.parametrize("name", ["README.zh-CN.md", "docs/editors.zh-CN.md"])
def test_it_speaks_plainly(name: str) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", read(name), flags=re.M | re.S)

    assert not re.findall(r"予以|进行(?!中)|相关|诠释|赋能|打造", text)


@pytest.mark.parametrize(
    ("text", "bold"), [("是 __要紧__ 的", True), ("是，__要紧__。", True), ("__要紧__", True), ("是__要紧__的", False)]
)
def test_two_underscores_are_bold_where_the_handbook_says_so(text: str, bold: bool) -> None:
    assert "`__` 只有两头是空格、标点或者行首行尾才加粗，挨着字就不认" in HANDBOOK
    assert ("<strong>" in markdown.render(text).html) == bold
