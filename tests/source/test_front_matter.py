"""A Markdown file's facts and body are told apart, or the editor hears which line is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.source.front_matter import split


def said(text: str) -> list[str]:
    """Line, column and code of each problem."""
    return [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in split("a.md", text)[1]]


def test_facts_and_body_keep_their_lines() -> None:
    """Places count from the top of the file; the body begins behind the blank lines."""
    located, problems = split("a.md", "---\ntitle: 通知\ndate: 2026-01-30\n---\n\n\n正文\n\n---\n又一段\n")

    assert problems == ()
    assert located is not None
    assert located.data == {"title": "通知", "date": "2026-01-30"}
    assert str(located.places.value("date")) == "a.md:3:7"
    assert located.body == "正文\n\n---\n又一段\n"
    assert located.body_line == 7


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: 1\n---", "", 3),
        ("---\na: 1\n---\n", "", 4),
        ("---\na: 1\n---\nx", "x", 4),
        ("--- \na: 1\n---  \nx", "x", 4),
        ("---\na: 1\n---\n\n \n    code\n", "    code\n", 6),
    ],
)
def test_the_body_may_be_short(text: str, body: str, line: int) -> None:
    """Nothing, one line, or an indented one."""
    located, problems = split("a.md", text)

    assert problems == ()
    assert located is not None
    assert (located.body, located.body_line) == (body, line)


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        ("正文\n", "1:1 front-matter/missing", "第一行写 ---"),
        ("", "1:1 front-matter/missing", "第一行写 ---"),
        ("\n---\na: 1\n---\n", "1:1 front-matter/missing", "删掉第一行 --- 前面的空行"),
        ("－－－\na: 1\n---\n", "1:1 front-matter/missing", "三个半角减号"),
        ("----\na: 1\n---\n", "1:1 front-matter/missing", "三个半角减号"),
        ("---\na: 1\n\n正文\n", "1:1 front-matter/unclosed", "单独写一行 ---"),
        ("---\na: 1\n----\n正文\n", "3:1 front-matter/unclosed", "三个半角减号"),
        ("---\na: 1\n ---\n正文\n", "3:1 front-matter/unclosed", "三个半角减号"),
        ("---\na: 1\n———\n正文\n", "3:1 front-matter/unclosed", "三个半角减号"),
        ("---\n---\n正文\n", "2:1 yaml/empty", "键: 值"),
        ("---\n标题：x\n---\n正文\n", "2:1 yaml/full-width-colon", "标题: x"),
        ("---\ntitle 通知\na: 1\n---\n正文\n", "2:1 yaml/no-colon", "title: 通知"),
        ("---\na: 1\n\n正文\n\n---\n下文\n", "4:1 yaml/no-colon", "如果正文从这里开始，就在它上面单独写一行 ---"),
    ],
)
def test_a_missing_line_is_named_with_the_way_out(text: str, problem: str, hint: str) -> None:
    """Nothing is published as text that was meant as facts."""
    assert said(text) == [problem]
    located, problems = split("a.md", text)
    assert located is None
    assert hint in problems[0].hint


def test_problems_of_the_facts_stand_at_their_line_in_the_file() -> None:
    """The first line of facts is line 2 of the file."""
    assert said("---\na: 1\na: 2\nb: 1\n---\n") == ["3:1 yaml/duplicate-key"]


@given(st.text("-\n :ab中：\t", max_size=40))
def test_any_text_gives_facts_or_a_problem(text: str) -> None:
    """And the body is always the end of the file, where it is said to be."""
    located, problems = split("a.md", text)

    assert located is not None or problems
    if located is not None and located.body:
        assert text.endswith(located.body)
        assert text.split("\n")[located.body_line - 1 :] == located.body.split("\n")
