"""What a text may hold, so that rendering it takes less than 3 seconds and 256 MiB, whatever it says.

Rule 1: the limits count signs, never seconds, so they decide the same on every machine.
Rule 2: a text beyond one is not rendered at all, and the editor is told the line and the way out.

Python-Markdown's cost is quadratic: for nearly every sign it looks through the rest of its paragraph, so a paragraph
costs its length times its signs, each weighed by what was measured (a bracket ≈ 150 ns per character behind it, `*`
5 ns). Lines that start something new cost the same again, because the rest of the block is tried anew. Nesting
recurses, wide tables multiply rows by columns, unclosed HTML is repeated in every paragraph that follows, and each
mark of a note is compared with all others.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from mingbai.source.text import spot_at

MAX_BYTES = 256 * 1024
MAX_LINES = 5_000
MAX_DEPTH = 20
MAX_TANGLED = 500
MAX_CELLS = 20_000
MAX_NOTES = 600
MAX_TAGS = 500
MAX_TAGS_BY_LINES = 200_000
MAX_EFFORT = 150_000_000

_WEIGHTS = {"[": 30, "`": 10, "<": 60, "*": 2, "_": 2, "\\": 2, "{": 3, "&": 1}
_WEIGHT_OF_LINE = 10
_SWOLLEN = "[`<\\&"
_PLACEHOLDER = 13
_STARTS = re.compile(r"\n[ \t>]*(?:[-=*_][-=*_ \t]*$|#|\[|!!!)", re.MULTILINE)
_BLANK = re.compile(r"\n(?:[ \t]*|(?: {0,3}>)+ *)(?=\n)")
_NESTED = r"(?:[ \t]|>|[-*+](?=[ \t])|\d+\.(?=[ \t])|\[\^[^\]\n]*\]:)"
_PREFIX = re.compile(_NESTED + "+")
_DEEP = re.compile(rf"\n{_NESTED}{{{MAX_DEPTH + 1}}}")
_TANGLED = re.compile(r"\n[ \t]*(?:\[\^[^\]\n]*\]:)?(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+\.(?=[ \t]))){5}")
"""Here as in the habits a line begins with its `\\n`, the first one, too: that is found quicker than `^`."""
_RULE = re.compile(r"([ \t>]*)([-*_])(?: {0,2}\2){2,} *$", re.MULTILINE)
_NUMBER = re.compile(r"\d+\.|\[\^[^\]]*\]:|[>*+-]")
_GAP = re.compile(r"[ \t]{100}")


class Fault(Struct, frozen=True):
    """What is wrong with a text: the line (1 is the first of the body) and column, what, what to write instead."""

    line: int
    column: int
    code: str
    message: str
    hint: str


def beyond(text: str) -> Fault | None:
    """Say which limit a text is beyond, if it is beyond one."""
    return _too_large(text) or _too_deep(text) or _too_many(text) or _too_wide(text) or _too_much_effort(text)


def _too_large(text: str) -> Fault | None:
    """Limit bytes and lines."""
    hint = "把它分成几篇，互相链接"
    size = len(text.encode())
    if size > MAX_BYTES:
        return Fault(1, 1, "markdown/too-large", f"正文有 {size // 1024} kB，超过了 {MAX_BYTES // 1024} kB", hint)
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        return Fault(MAX_LINES, 1, "markdown/too-large", f"正文有 {lines} 行，超过了 {MAX_LINES} 行", hint)
    return None


def _too_deep(text: str) -> Fault | None:
    """Limit how far lists and quotations are nested: the parser recurses into each."""
    for match in _DEEP.finditer(f"\n{text}"):
        rule = _RULE.match(text, match.start())
        prefix = _PREFIX.match(text, match.start()) or match
        if _depth(rule[1] if rule else prefix[0]) > MAX_DEPTH:
            message = f"列表、引用或缩进一层套一层，超过了 {MAX_DEPTH} 层"
            return Fault(*spot_at(text, match.start()), "markdown/too-deep", message, "减少行首的空格和 >、-、* 等符号")
    tangled = next(islice(_TANGLED.finditer(f"\n{text}"), MAX_TANGLED, None), None)
    if tangled:
        message = f"{MAX_TANGLED} 多行都以五个以上的 >、-、* 等符号开头"
        return Fault(*spot_at(text, tangled.start()), "markdown/too-deep", message, "减少列表和引用的层数")
    return None


def _depth(prefix: str) -> int:
    """How many levels the beginning of a line opens: its marks, and each four columns of space beside one a mark."""
    marks = len(_NUMBER.findall(prefix))
    columns = prefix.count(" ") + 4 * prefix.count("\t")
    return marks + max(0, columns - marks) // 4


def _too_many(text: str) -> Fault | None:
    """Limit notes, HTML and tables of contents."""
    notes = text.count("[^")
    if notes > MAX_NOTES:
        spot = spot_at(text, _nth(text, "[^", MAX_NOTES))
        return Fault(*spot, "markdown/too-many-notes", f"脚注符号 [^ 超过了 {MAX_NOTES} 个", "把文章分成几篇")
    tags = text.count("<")
    if tags > MAX_TAGS or tags * text.count("\n") > MAX_TAGS_BY_LINES:
        spot = spot_at(text, _nth(text, "<", min(tags - 1, MAX_TAGS)))
        return Fault(
            *spot,
            "markdown/too-much-html",
            f"这里有 {tags} 个 <，像是从网页上贴来的",
            "贴的时候选“只保留文本”，再补上标题和列表；表格用 | 分列",
        )
    if text.count("[TOC]") > 1:
        spot = spot_at(text, _nth(text, "[TOC]", 1))
        return Fault(*spot, "markdown/repeated-contents", "目录 [TOC] 写了不止一次", "只保留一个 [TOC]")
    gap = _GAP.search(text) if "{" in text else None
    if gap:
        hint = "删掉多余的空格"
        return Fault(*spot_at(text, gap.start()), "markdown/too-many-spaces", "这里连着有 100 个以上的空格", hint)
    return None


def _too_wide(text: str) -> Fault | None:
    """Limit the cells of tables: every row gets as many as the head has."""
    if "|" not in text:
        return None
    cells = 0
    for start, block in _blocks(text):
        head, _, rows = block.partition("\n")
        cells += (head.count("|") + 1) * (rows.count("\n") + 2) if "|" in head else 0
        if cells > MAX_CELLS:
            message = f"表格超过了 {MAX_CELLS} 格"
            return Fault(*spot_at(text, start), "markdown/too-many-cells", message, "把表格拆开，或者作为附件提供")
    return None


def _too_much_effort(text: str) -> Fault | None:
    """Limit signs times length, over all paragraphs; name the paragraph that costs most."""
    if _effort(text) <= MAX_EFFORT:
        return None
    efforts = [(_effort(piece), -start, piece) for start, block in _blocks(text) for piece in _pieces(block)]
    if sum(effort for effort, _, _ in efforts) <= MAX_EFFORT:
        return None
    _, start, block = max(efforts)
    spot = spot_at(text, -start)
    if block.count("[") * _WEIGHTS["["] > block.count("<") * _WEIGHTS["<"] + block.count("`") * _WEIGHTS["`"]:
        message = f"这一段有 {block.count('[')} 个方括号 [，太多了"
        return Fault(*spot, "markdown/too-many-brackets", message, "用空行把它分成几段；只是文字的方括号写成全角［］")
    hint = "用空行把它分成几段；只是文字的 * _ ` < 前面加反斜杠，或者写成全角"
    return Fault(*spot, "markdown/too-many-signs", f"这一段有 {len(block)} 个字符，里面的符号太多了", hint)


def _effort(block: str) -> int:
    """What a paragraph costs at most: its length times its signs, each by its weight.

    The parser puts a placeholder where one of some signs was, so the paragraph swells while it is being parsed.
    """
    weight = sum(weight * block.count(sign) for sign, weight in _WEIGHTS.items())
    swollen = _PLACEHOLDER * sum(block.count(sign) for sign in _SWOLLEN)
    return (len(block) + swollen) * (weight + _WEIGHT_OF_LINE * len(_STARTS.findall(f"\n{block}")))


def _pieces(block: str) -> list[str]:
    """What the parser looks through at once: each row of a table, but any other block as a whole."""
    lines = block.split("\n")
    return lines if len(lines) > 1 and _is_table(lines[0].strip(" "), lines[1].strip(" ")) else [block]


def _is_table(head: str, rule: str) -> bool:
    """Whether two lines surely begin a table, by the parser's own test."""
    border = head.startswith("|") or head.endswith("|")
    if "|" not in head or set(rule) - set("|:- ") or "`" in head or "\\" in head:
        return False
    columns = [(row.removeprefix("|").removesuffix("|") if border else row).count("|") for row in (head, rule)]
    return columns[0] == columns[1] > 0


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Split a text at its blank lines."""
    start = 0
    for blank in _BLANK.finditer(text):
        yield start, text[start : blank.start()]
        start = blank.end() + 1
    yield start, text[start:]


def _nth(text: str, sign: str, number: int) -> int:
    """Where a sign stands, counted from 0."""
    index = -1
    for _ in range(number + 1):
        index = text.find(sign, index + 1)
    return index
