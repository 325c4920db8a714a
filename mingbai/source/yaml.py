r"""Strict YAML: the plain data of a file, with the line and column of every key and value.

Rule 1: what is written is what is read. Only `true`, `false`, `null`, `12` and `3.50` are not text; `0012`, `1:30`,
`yes` and `2026-01-30` are, and whatever stands in quotes.
Rule 2: what a reader of the file could misread is refused: duplicate keys, anchors, aliases, tags, merge keys, keys
that are not text, a second document, a full-width colon where a key should end, an escape for what nobody can see.
Rule 3: the parser's events are walked once and nothing recurses, so no file, however it is made, costs more than
its size: depth, number of values and number of problems are bounded.
Hence the result is safe to hand to the records, and a mistake is told at its line, all of them at once.

Tried and dropped: `yaml.load` with constructors (dies on 50,000 nested `[`; a bad date raises without a line).
"""

from collections.abc import Callable
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mingbai.problem import Problem
from mingbai.source.located import Located, Places, Spot, Step, Steps
from mingbai.source.yaml_key import BLANKS, MISSPELT, misspelt, outside_block_scalars
from mingbai.source.yaml_scalar import Value, hidden, plain, rejoin, unfold
from mingbai.source.yaml_syntax import Saying, Script, explain, short

MAX_DEPTH = 20
MAX_VALUES = 20_000
MAX_PROBLEMS = 50

Parser = Callable[[str], Any]

_PARSER: Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LITERAL = '想写文字就加引号："{}"；否则删掉它，把内容写全'
_TOO_DEEP = Saying(
    "yaml/too-deep", f"一层套一层超过了 {MAX_DEPTH} 层", "检查缩进和括号；文字里的 [ 或 { 请连同整个值加引号"
)
_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


def parse(path: str, text: str, first_line: int = 1) -> tuple[Located | None, tuple[Problem, ...]]:
    r"""Read YAML text; `first_line` is the line of the file on which it begins.

    With a duplicate key the data still comes out (the first one counts), so that the same run can check the rest;
    with any other problem there is no data, because what it would say is guesswork.

    >>> located, problems = parse("fee.yaml", "charged: 200\nsince: 2026-01-30\n")
    >>> located.data, str(located.places.value("charged")), problems
    ({'charged': 200, 'since': '2026-01-30'}, 'fee.yaml:1:10', ())
    """
    return parse_with(_PARSER, Script(path, text.split("\n"), first_line), text)


def parse_with(parser: Parser, script: Script, text: str) -> tuple[Located | None, tuple[Problem, ...]]:
    """Read YAML text with libyaml's parser, or with PyYAML's own where libyaml is missing."""
    if text.startswith("%") or "\n%" in text:  # a directive; libyaml takes quadratic time over many
        line = next(number for number, line in enumerate(script.lines) if line.startswith("%"))
        saying = Saying("yaml/directive", "一行不能以 % 开头", "给这段文字加引号，或者删掉这一行")
        return None, (script.problem(line, 0, saying),)
    walk = _Walk(script, text)
    try:
        walk.run(parser(text).get_event)
    except _EnoughError:
        pass
    except yaml.YAMLError as error:
        walk.broken(error)
    problems = tuple(sorted(walk.problems))
    if not all(problem.code == "yaml/duplicate-key" for problem in problems):
        return None, problems
    return Located(walk.root[0], Places.of(script.path, walk.keys, walk.values)), problems


class _EnoughError(Exception):
    """What has been found is enough to refuse the file: leave the walk."""


class _Walk:
    """One pass over the events of one file, and what it has built so far.

    `container` is the dict or list being filled, `steps` the way to it, `key` the key that waits for its value.
    """

    def __init__(self, script: Script, text: str) -> None:
        self.script = script
        self.text = text
        self.read: Callable[[], Any]
        self.root: list[Any] = []
        self.keys: dict[Steps, Spot] = {}
        self.values: dict[Steps, Spot] = {}
        self.problems: list[Problem] = []
        self.container: Any = self.root
        self.steps: Steps = ()
        self.key: str | None = None
        self.stack: list[tuple[Any, Steps]] = []
        self.event: Any = None

    def run(self, read: Callable[[], Any]) -> None:
        """Take one event after the other; the parser returns `None` when there are no more."""
        self.read = read
        take = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.start,
            SequenceStartEvent: self.start,
            MappingEndEvent: self.end,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
        }
        while event := read():
            handle = take.get(type(event))
            if handle:
                self.event = event
                handle(event)
        self.finish()

    def scalar(self, event: Any) -> None:
        """Take a key or a value."""
        if event.tag or event.anchor:
            self.marked(event)
        if event.style == '"' and (saying := hidden(event.value)):
            self.report(event.start_mark, saying)
        if self.key is not None or type(self.container) is not dict:
            self.put(self.value(event), event.start_mark)
        elif self.is_key(event):
            self.key = event.value
            mark = event.start_mark
            self.keys[(*self.steps, event.value)] = (mark.line + self.script.first_line, mark.column + 1)
        else:
            self.skip()

    def start(self, event: Any) -> None:
        """Go into a mapping or a list."""
        mark = event.start_mark
        if self.key is None and type(self.container) is dict:
            self.report(mark, Saying("yaml/key-not-text", "键必须是文字，不能是列表或一组键值", "写成 键: 值"))
            self.skip(opened=1)
            self.skip()
            return
        if event.tag or event.anchor:
            self.marked(event)
        inner: Any = {} if type(event) is MappingStartEvent else []
        where = self.put(inner, mark)
        self.stack.append((self.container, self.steps))
        if len(self.stack) > MAX_DEPTH:
            raise self.stop(mark, _TOO_DEEP)
        self.container, self.steps = inner, where

    def end(self, _: Any) -> None:
        """Go back to what the mapping or list is part of."""
        self.container, self.steps = self.stack.pop()

    def alias(self, event: Any) -> None:
        """Refuse a reference to an anchor: an editor meant a word in asterisks, or does not see what it stands for."""
        sign = short(f"*{event.anchor}")
        self.report(event.start_mark, Saying("yaml/alias", f"不支持引用“{sign}”", _LITERAL.format(sign)))
        if self.key is None and type(self.container) is dict:
            self.skip()
        else:
            self.put(None, event.start_mark)

    def document(self, event: Any) -> None:
        """Begin the one document there may be."""
        if self.root:
            hint = "一个文件只写一份内容：删掉这一行 ---，其余内容另存为一个文件"
            raise self.stop(event.start_mark, Saying("yaml/second-document", "从这里起是第二份内容", hint))

    def put(self, value: Any, mark: Any) -> Steps:
        """Add a value to what is being filled, and note where it stands."""
        step: Step
        if self.key is None:
            step = len(self.container)
            self.container.append(value)
        else:
            step = self.key
            self.container[step] = value
            self.key = None
        where = (*self.steps, step) if self.stack else ()
        self.values[where] = (mark.line + self.script.first_line, mark.column + 1)
        if len(self.values) > MAX_VALUES:
            saying = Saying("yaml/too-many-values", f"文件里的值超过了 {MAX_VALUES} 个", "把它拆成几个文件")
            raise self.stop(mark, saying)
        return where

    def is_key(self, event: Any) -> bool:
        """Whether a scalar may be a key here; say why not."""
        key, mark = event.value, event.start_mark
        if not event.style:
            if key == "<<":
                self.report(mark, Saying("yaml/merge-key", "不支持合并键“<<”", "把要合并的内容逐项写出来"))
                return False
            if not isinstance(plain(key), str):
                hint = f'加上引号："{key}": …' if key else "在冒号前面写上键的名字"
                self.report(mark, Saying("yaml/key-not-text", f"键“{key}”不是文字", hint))
                return False
            if ("：" in key or ":" in key or key.strip(BLANKS) != key) and self.is_misspelt(event):
                return False
        if key in self.container:
            first = self.keys[(*self.steps, key)][0]
            message = f"“{short(key)}”写了两次，第一次在第 {first} 行"
            self.report(mark, Saying("yaml/duplicate-key", message, "只保留一个；要写几个值时用列表"))
            return False
        return True

    def value(self, event: Any) -> Value:
        """Read a scalar; a plain one on a line of its own may be a key that was not spelt as one."""
        text: str = event.value
        if not event.style:
            if (":" in text or "：" in text or text[:1] == "-") and not self.is_beside_key(event):
                self.is_misspelt(event, inside=bool(self.root))
            if text.isascii():
                return plain(text)
        if " " in text and event.style != "|" and not text.isascii():
            start, end = event.start_mark, event.end_mark
            if start.line != end.line:
                raw = self.text[start.index : end.index]
                return unfold(raw, text) if event.style == ">" else rejoin(raw, text)
        return text

    def is_beside_key(self, event: Any) -> bool:
        """Whether a value stands on the line of its key."""
        line = event.start_mark.line + self.script.first_line
        return self.key is not None and self.keys[(*self.steps, self.key)][0] == line

    def is_misspelt(self, event: Any, *, inside: bool = False) -> bool:
        """Whether one of a scalar's lines was meant as a key; say so."""
        mark = event.start_mark
        lines = range(mark.line, event.end_mark.line + 1)
        found = list(islice(misspelt(self.script, lines, inside=inside), MAX_PROBLEMS))
        self.add(mark, found)
        return bool(found)

    def skip(self, opened: int = 0) -> None:
        """Pass over one node (or the rest of the one just opened), which belongs to a refused key."""
        while event := self.read():
            kind = type(event)
            opened += (kind in _STARTS) - (kind in _ENDS)
            if opened > MAX_DEPTH:
                raise self.stop(event.start_mark, _TOO_DEEP)
            if not opened:
                return

    def finish(self) -> None:
        """Check what the file is as a whole."""
        if not self.root or (self.root[0] is None and not self.problems):
            self.problems.append(self.script.problem(0, 0, Saying("yaml/empty", "这里没有内容", "至少写一行 键: 值")))
        elif type(self.root[0]) is not dict and not self.problems:
            line, column = self.values[()]
            what = "列表" if type(self.root[0]) is list else "一段文字"
            message = f"最外层应该是一行行的“键: 值”，这里是{what}"
            saying = Saying("yaml/not-a-mapping", message, "写成 键: 值，每行一项")
            self.problems.append(self.script.problem(line - self.script.first_line, column - 1, saying))

    def broken(self, error: yaml.YAMLError) -> None:
        """Say where the syntax breaks, unless a misspelt key explains it; name the misspelt keys further down, too."""
        start, end = (self.event.start_mark.line, self.event.end_mark.line) if self.event else (0, 0)
        found = misspelt(self.script, outside_block_scalars(self.script, end))
        self.problems += [each for each in islice(found, MAX_PROBLEMS) if each not in self.problems]
        problem = explain(self.script, error)
        spoilt = range(start + self.script.first_line, problem.place.line + 1)
        if not any(each.place.line in spoilt and each.code in MISSPELT for each in self.problems):
            self.problems.append(problem)
        del self.problems[MAX_PROBLEMS:]

    def marked(self, event: Any) -> None:
        """Refuse an anchor or a tag: what it would say is not what an editor reads."""
        mark = event.start_mark
        sign = short(self.text[mark.index : mark.index + 100].split(maxsplit=1)[0])
        code, name = ("yaml/anchor", "锚点") if sign[0] == "&" else ("yaml/tag", "标签")
        self.report(mark, Saying(code, f"不支持{name}“{sign}”", _LITERAL.format(sign)))

    def report(self, mark: Any, saying: Saying) -> None:
        """Say something at a mark of the parser."""
        self.add(mark, [self.script.problem(mark.line, mark.column, saying)])

    def add(self, mark: Any, problems: list[Problem]) -> None:
        """Collect problems; give up when there are so many that more would not help."""
        self.problems += problems
        if len(self.problems) >= MAX_PROBLEMS:
            del self.problems[MAX_PROBLEMS:]
            message = f"问题太多，只列出前 {MAX_PROBLEMS} 个"
            raise self.stop(mark, Saying("yaml/too-many-problems", message, "先改好前面这些，再检查一次"))

    def stop(self, mark: Any, saying: Saying) -> _EnoughError:
        """Say a last thing at a mark of the parser."""
        self.problems.append(self.script.problem(mark.line, mark.column, saying))
        return _EnoughError()
