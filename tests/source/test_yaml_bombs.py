"""Files made to hurt end as a problem, in little time and memory, in a process that does not die."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

MIB = 1 << 20

BOMBS: dict[str, Callable[[], str]] = {
    "lists nested on one line": lambda: "a: " + "[" * 50_000,
    "lists nested on many lines": lambda: "a:\n" + " [\n" * 50_000,
    "1 MiB of brackets": lambda: "[" * MIB,
    "1 MiB of braces": lambda: "{" * MIB,
    "brackets and braces": lambda: "[{" * (MIB // 2),
    "nested mappings": lambda: "".join(" " * i + "a:\n" for i in range(1000)),
    "nested dashes": lambda: "- " * 500_000 + "a",
    "nested question marks": lambda: "? " * 500_000,
    "nested below a refused key": lambda: "[a]: " + "[" * 500_000,
    "nested below a duplicate key": lambda: "a: 1\na: " + "[" * 500_000,
    "100,000 aliases": lambda: "a: &x 1\nb: [" + "*x," * 100_000 + "]",
    "70,000 anchors": lambda: "".join(f"- &a{i} x\n" for i in range(70_000)),
    "a long key": lambda: "a" * (MIB - 3) + ": 1",
    "a long quoted key": lambda: '"' + "a" * (MIB - 5) + '": 1',
    "half a million items": lambda: "a: [" + "a," * 500_000 + "]",
    "half a million dashes": lambda: "-\n" * 500_000,
    "many question marks": lambda: "?\n" * 300_000,
    "80,000 keys": lambda: "".join(f"k{i}: 1\n" for i in range(80_000)),
    "200,000 misspelt keys": lambda: "k:1\n" * 200_000,
    "many that may be misspelt": lambda: "a:\n" + "- 9:00\n" * 140_000,
    "one long line that may be misspelt": lambda: "a:\n  " + "b：" * 250_000,
    "one long line of keys without a space": lambda: "a: {" + "b:1," * 50_000 + "}",
    "one long line of full-width colons": lambda: "a: {" + "b：1," * 50_000 + "}",
    "one long list of full-width colons": lambda: "a: [" + "b：1," * 50_000 + "]",
    "many first keys without a colon": lambda: "- x\n" + "abc def\nabc:def\n" * 65_000 + "[",
    "150,000 duplicates": lambda: "a: 1\n" * 150_000,
    "50,000 directives": lambda: "".join(f"%TAG !a{i}! x\n" for i in range(50_000)) + "---\na: 1",
    "many tags": lambda: "a: " + "!a " * 300_000,
    "an open quote": lambda: 'a: "' + "x\n" * 500_000,
    "many open quotes": lambda: "a: " + '"' * (MIB - 4),
    "tabs": lambda: "\t" * MIB,
    "a colon for each line": lambda: ": " * 500_000,
}
HARMLESS: dict[str, Callable[[], str]] = {
    "folded Chinese": lambda: "a: >\n" + "  中文\n" * 110_000,
    "plain Chinese": lambda: "a:\n" + "  中文\n" * 110_000,
    "quoted Chinese": lambda: "a: '" + "  中文\n" * 110_000 + "'",
    "literal Chinese": lambda: "a: |\n" + "  中文：x\n" * 60_000,
    "comments": lambda: "a: 1\n" + "# x: y\n" * 140_000,
}

SCRIPT = """
import json, resource, sys, time
from mingbai.source.text import decode
from mingbai.source.yaml import parse
raw = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))
start = time.process_time()
text, problems = decode("a.yaml", raw)
if text is not None:
    problems = parse("a.yaml", text)[1]
print(json.dumps([time.process_time() - start, [problem.code for problem in problems]]))
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")


def run(text: str) -> tuple[float, list[str]]:
    """Parse a text in a process of its own with 256 MiB: its seconds of processor time and its problems."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=text.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    seconds, codes = json.loads(done.stdout)
    return seconds, codes


@linux
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_as_a_problem(name: str) -> None:
    """Within 256 MiB and 2 seconds, and with few enough problems to read."""
    seconds, codes = run(BOMBS[name]())

    assert 1 <= len(codes) <= 51
    assert codes[0] != "file/too-large"
    assert seconds < 2


@linux
@pytest.mark.parametrize("name", HARMLESS)
def test_a_large_file_is_read(name: str) -> None:
    """A long text is no bomb."""
    seconds, codes = run(HARMLESS[name]())

    assert codes == []
    assert seconds < 2
