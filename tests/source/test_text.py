"""Bytes become text, or the editor hears which line cannot be read and how to save it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.problem import Problem
from mingbai.source.text import MAX_BYTES, decode
from mingbai.source.yaml_scalar import CHINESE_BREAK


def only(problems: tuple[Problem, ...]) -> tuple[str, str]:
    """The place and code of the only problem."""
    [problem] = problems
    return str(problem.place), problem.code


def test_windows_text_reads_like_any_other() -> None:
    """A byte order mark and CRLF leave no trace."""
    raw = b"\xef\xbb\xbftitle: x\r\ndate: y\r\n"

    assert decode("a.md", raw) == ("title: x\ndate: y\n", ())


def test_gbk_is_told_by_line_and_name() -> None:
    """A file saved as GBK is refused at the line where UTF-8 breaks, with the way to save it."""
    text, problems = decode("a.md", "title: x\nname: 中文\n".encode("gbk"))

    assert text is None
    assert only(problems) == ("a.md:2:7", "file/encoding")
    assert "GBK" in problems[0].message
    assert "用 UTF-8 重新保存：" in problems[0].hint


def test_what_could_be_big5_as_well_is_not_called_gbk_for_sure() -> None:
    """Almost everything in Big5 makes some sense as GBK; a text in GBK of any length makes none as Big5."""
    _, traditional = decode("a.md", "title: 收費公示\n辦事指南、收費標準\n".encode("big5"))
    _, simplified = decode("a.md", "title: 收费公示\n办事请带身份证，日期以窗口为准\n".encode("gbk"))

    assert ("Big5" in traditional[0].message, "选 Big5" in traditional[0].hint) == (True, True)
    assert "Big5" not in simplified[0].message + simplified[0].hint


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_utf_16_is_refused(codec: str) -> None:
    """What Notepad calls Unicode is not UTF-8."""
    text, problems = decode("a.md", "标题".encode(codec))

    assert text is None
    assert problems


def test_bytes_that_are_no_text_are_refused() -> None:
    """A file that is no text in any encoding gets no advice about GBK."""
    text, problems = decode("a.md", b"ok\n\xff\x00\xfe\xff")

    assert text is None
    assert only(problems) == ("a.md:2:1", "file/encoding")
    assert "GBK" not in problems[0].message


def test_a_huge_file_is_refused() -> None:
    """More than 1 MiB is refused, exactly 1 MiB is read."""
    assert decode("a.md", b"a" * MAX_BYTES)[0] is not None
    assert only(decode("a.md", b"a" * (MAX_BYTES + 1))[1]) == ("a.md:1:1", "file/too-large")


@pytest.mark.parametrize("hidden", ["\0", "\x1b", "\x7f", "\x85", "\u200b", "\u202e", "\u2028", "\ufeff", "\uffff"])
def test_what_nobody_sees_is_refused_where_it_stands(hidden: str) -> None:
    """A hidden character is named by code point, line and column."""
    text, problems = decode("a.md", f"标题\n内{hidden}容\n".encode())

    assert text is None
    assert only(problems) == ("a.md:2:2", "file/control-character")
    assert f"U+{ord(hidden):04X}" in problems[0].message


def test_every_hidden_character_is_named_in_one_run() -> None:
    """Two mistakes, two problems."""
    _, problems = decode("a.md", b"a\0\nb\0\n")

    assert [str(problem.place) for problem in problems] == ["a.md:1:2", "a.md:2:2"]


def test_many_hidden_characters_do_not_flood_the_screen() -> None:
    """A binary file gives a handful of problems."""
    _, problems = decode("a.md", b"\0" * 100_000)

    assert len(problems) == 20


def test_a_lost_character_is_refused() -> None:
    """The mark of an earlier, lossy conversion is never published."""
    text, problems = decode("a.md", "锟\ufffd".encode())

    assert text is None
    assert only(problems) == ("a.md:1:2", "file/encoding")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_problem(raw: bytes) -> None:
    """Nothing an editor can save raises."""
    text, problems = decode("a.md", raw)

    assert (text is None) == bool(problems)


@given(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\t\n", exclude_characters="\ufffd"))
)
def test_ordinary_text_comes_through_unchanged(text: str) -> None:
    """What has nothing hidden in it is read as it was written."""
    assert decode("a.md", text.encode()) == (text, ())


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("中\n文", "中文"),
        ("中，\n  文", "中，文"),
        ("他说：\n“好”", "他说：“好”"),
        ("“好”\n他说", "“好”他说"),
        ("共\n5 项", "共\n5 项"),
        ("word\nword", "word\nword"),
        ("“a”\n“b”", "“a”\n“b”"),
        ("中\n\n文", "中\n\n文"),
        ("한글\n한글", "한글\n한글"),
    ],
)
def test_a_break_between_chinese_characters_is_no_space(broken: str, joined: str) -> None:
    """Only a single break with Chinese on both sides goes."""
    assert CHINESE_BREAK.sub("", broken) == joined
