"""Any text within the limits renders in little time and memory; a text beyond one is refused by line."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from mingbai.source.markdown import render
from mingbai.source.markdown_limits import MAX_BYTES, beyond


def refused(text: str) -> tuple[int, str]:
    """Line and code of the only fault of a text that is not rendered."""
    rendered = render(text)
    [fault] = rendered.faults
    assert rendered.html == ""
    assert fault.hint
    return fault.line, fault.code


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a" * (MAX_BYTES + 1), 1, "markdown/too-large"),
        ("a\n" * 5001, 5000, "markdown/too-large"),
        ("文\n\n" + "> " * 1000 + "x", 3, "markdown/too-deep"),
        ("文\n\n" + "- " * 1000 + "x", 3, "markdown/too-deep"),
        ("[^1]: " + "1. " * 1000 + "x", 1, "markdown/too-deep"),
        ("> " * 30 + "* * *", 1, "markdown/too-deep"),
        ("".join("    " * i + "- x\n" for i in range(40)), 21, "markdown/too-deep"),
        ("> > - - - x\n" * 501, 501, "markdown/too-deep"),
        ("文\n\n" + "[" * 8000, 3, "markdown/too-many-brackets"),
        ("![" * 4000, 1, "markdown/too-many-brackets"),
        ("`a" * 20_000, 1, "markdown/too-many-signs"),
        ("*" * 20_000, 1, "markdown/too-many-signs"),
        ("a**" * 20_000, 1, "markdown/too-many-signs"),
        ("a\n---\n" * 2000, 1, "markdown/too-many-signs"),
        ("<b>" * 501, 1, "markdown/too-much-html"),
        ("<b>\n" * 500 + "x\n\n" * 200, 500, "markdown/too-much-html"),
        ("[^1]\n\n" * 601, 1201, "markdown/too-many-notes"),
        ("|" * 100 + "\n" + "|-" * 99 + "|\n" + "|\n" * 300, 1, "markdown/too-many-cells"),
        ("# x {" + " " * 100 + "}", 1, "markdown/too-many-spaces"),
    ],
)
def test_a_text_beyond_a_limit_is_refused_where_it_is(text: str, line: int, code: str) -> None:
    """And is not rendered at all."""
    assert refused(text) == (line, code)


@pytest.mark.parametrize(
    "text",
    [
        "中文，" * 20_000,
        "这是一段**重点**文字，见[链接](../a/b.yaml)。\n\n" * 1500,
        "- 见[链接](../a/b.yaml)，**重点**\n" * 150,
        "|甲|乙|丙|丁|\n|-|-|-|-|\n" + "|文字|[链接](a.yaml)|**重点**|`码`|\n" * 1000,
        "# 标题\n\n文字[^1]。\n\n" * 250 + "[^1]: 注\n",
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n\n" + "=" * 3000,
        "".join("    " * i + "- x\n" for i in range(10)),
        "文<br>字\n\n" * 300,
        "> " * 10 + "x",
    ],
)
def test_ordinary_long_texts_are_within_the_limits(text: str) -> None:
    """Nobody who writes prose meets one."""
    assert beyond(text) is None


def largest(make: Callable[[int], str]) -> str:
    """The largest text of its kind within the limits."""
    low, high = 1, MAX_BYTES
    while high - low > max(1, low // 50):
        middle = (low + high) // 2
        low, high = (middle, high) if beyond(make(middle)) is None else (low, middle)
    return make(low)


NASTY: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n,
    "open pictures": lambda n: "![" * n,
    "brackets before escapes": lambda n: "[__" * (n // 4) + "\\*" * n,
    "brackets and code": lambda n: "[`a`" * n,
    "open links": lambda n: "[a](" * n,
    "open links with a title": lambda n: "[a](b 'c " * n,
    "nested links": lambda n: "[" * n + "a" + "](u)" * n,
    "undefined notes": lambda n: "[^" * n,
    "one note many times": lambda n: "[^1]: x\n\n" + "[^1]\n\n" * n,
    "many notes": lambda n: "".join(f"[^{i}] " for i in range(n)) + "\n\n" + "".join(f"[^{i}]: x\n" for i in range(n)),
    "stars": lambda n: "*" * n,
    "emphasis": lambda n: "*a*" * n,
    "nested emphasis": lambda n: "*a _b " * n + "b_ a* " * n,
    "backticks": lambda n: "``a`" * n,
    "escapes": lambda n: "\\*" * n,
    "open tags": lambda n: "<a " * n,
    "tags": lambda n: "<b>" * n + "x\n\n" * n,
    "unlike tags": lambda n: "".join(f"<b id={i}>" for i in range(n // 30)) + "x\n\n" * n,
    "comments": lambda n: "<span><!---->" * n,
    "data sections": lambda n: "<![CDATA[" * n,
    "open attributes": lambda n: "<a b='" * n,
    "html tables": lambda n: "<table>" + "<tr><td>x" * n,
    "entities": lambda n: "&amp;" * n,
    "quotations": lambda n: ("> " * 20 + "a\n") * n,
    "quotations of lists": lambda n: "> - > - > - a\n" * n,
    "lists": lambda n: "".join("    " * (i % 20) + "- a\n\n" for i in range(n)),
    "numbers": lambda n: ("1. " * 20 + "a\n") * n,
    "boxes": lambda n: "".join("    " * i + "!!! note\n" for i in range(20)) * n,
    "headings": lambda n: "a\n# b\n" * n,
    "underlined headings": lambda n: "a\n---\n" * n,
    "rules": lambda n: "* * *\n" * n,
    "definitions": lambda n: "[a]: b\nx\n" * n,
    "a table of contents": lambda n: "[TOC]\n\n" + "###### a\n\n# b\n\n" * n,
    "wide tables": lambda n: "|" + "*a*|" * 99 + "\n|" + "-|" * 99 + "\n" + ("|" + "*a*|" * 99 + "\n") * n,
    "attributes": lambda n: "# a" + " {a" * n,
    "attributes of cells": lambda n: "|a|b|\n|-|-|\n" + ("|x" + " " * 99 + "{|y {: .a}|\n") * n,
    "code": lambda n: "    x\n\n" * n,
    "paragraphs": lambda n: "**中文** [a](b)\n\n" * n,
    "an address with a gap": lambda n: "[甲](http:" + " " * n + "!)",
    "one long line": lambda n: "中" * (n // 3),
}

SCRIPT = """
import json, resource, sys, time
from mingbai.source.markdown import render
text = sys.stdin.buffer.read().decode()
resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))
start = time.process_time()
rendered = render(text)
print(json.dumps([time.process_time() - start, [f.code for f in rendered.faults if f.code.startswith("markdown/too")]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@pytest.mark.parametrize("name", NASTY)
def test_the_worst_text_within_the_limits_renders(name: str) -> None:
    """In less than 3 seconds of processor time and 256 MiB, and the process lives."""
    text = largest(NASTY[name])
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=text.encode(), capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    seconds, beyond_limits = json.loads(done.stdout)
    assert beyond_limits == []
    assert seconds < 3
