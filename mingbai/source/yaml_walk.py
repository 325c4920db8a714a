"""One pass over the events of a YAML file: the data it says, and where each key and value stands.

Law: nothing recurses, and depth and number of values are bounded; what a reader could misread is told and left out.
"""

from collections.abc import Callable
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mingbai.source.located import Spot, Step, Steps
from mingbai.source.yaml_found import Found
from mingbai.source.yaml_key import BLANKS, DASHES
from mingbai.source.yaml_list import run_on
from mingbai.source.yaml_scalar import Value, hidden, plain, rejoin, unfold
from mingbai.source.yaml_slip import RUN_ON, THOUSAND
from mingbai.source.yaml_syntax import Saying, Script, short

MAX_DEPTH = 20
MAX_VALUES = 20_000

_LITERAL = '想写文字就加引号："{}"；否则删掉它，把内容写全'
_TOO_DEEP = Saying(
    "yaml/too-deep", f"一层套一层超过了 {MAX_DEPTH} 层", "检查缩进和括号；文字里的 [ 或 { 请连同整个值加引号"
)
_STARTS = (MappingStartEvent, SequenceStartEvent)
_BEGINS = (*DASHES, *BLANKS)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class Walk:
    """One pass over the events of one file, and what it has built so far.

    `container` is the dict or list being filled, `steps` the way to it, `key` the key that waits for its value.
    """

    def __init__(self, script: Script, text: str) -> None:
        self.script = script
        self.text = text
        self.has_remarks = " #" in text
        self.found = Found(script)
        self.read: Callable[[], Any]
        self.root: list[Any] = []
        self.keys: dict[Steps, Spot] = {}
        self.values: dict[Steps, Spot] = {}
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
            self.found.report(event.start_mark, saying)
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
            self.found.report(mark, Saying("yaml/key-not-text", "键必须是文字，不能是列表或一组键值", "写成 键: 值"))
            self.skip(opened=1)
            self.skip()
            return
        if event.tag or event.anchor:
            self.marked(event)
        inner: Any = {} if type(event) is MappingStartEvent else []
        where = self.put(inner, mark)
        self.stack.append((self.container, self.steps))
        if len(self.stack) > MAX_DEPTH:
            raise self.found.stop(mark, _TOO_DEEP)
        self.container, self.steps = inner, where

    def end(self, _: Any) -> None:
        """Go back to what the mapping or list is part of."""
        self.container, self.steps = self.stack.pop()

    def alias(self, event: Any) -> None:
        """Refuse a reference to an anchor: an editor meant a word in asterisks, or does not see what it stands for."""
        sign = short(f"*{event.anchor}")
        self.found.report(event.start_mark, Saying("yaml/alias", f"“{sign}”在这里不当文字用", _LITERAL.format(sign)))
        if self.key is None and type(self.container) is dict:
            self.skip()
        else:
            self.put(None, event.start_mark)

    def document(self, event: Any) -> None:
        """Begin the one document there may be."""
        if self.root:
            hint = "一个文件只写一份内容：删掉这一行 ---，其余内容另存为一个文件"
            raise self.found.stop(event.start_mark, Saying("yaml/second-document", "从这里起是第二份内容", hint))

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
            raise self.found.stop(mark, saying)
        return where

    def is_key(self, event: Any) -> bool:
        """Whether a scalar may be a key here; say why not."""
        key, mark = event.value, event.start_mark
        if not event.style:
            if key == "<<":
                self.found.report(
                    mark, Saying("yaml/merge-key", "这里不能写“<<”", "要从别处搬来的内容，一项一项写出来")
                )
                return False
            if THOUSAND.fullmatch(key) and self.found.slipped(mark):
                return False
            if not isinstance(plain(key), str):
                hint = f'加上引号："{key}": …' if key else "在冒号前面写上键的名字"
                self.found.report(mark, Saying("yaml/key-not-text", f"键“{key}”不是文字", hint))
                return False
            if ("：" in key or ":" in key or key.strip(BLANKS) != key) and (
                self.is_misspelt(event) or self.found.slipped(mark)
            ):
                return False
        if key in self.container:
            first = self.keys[(*self.steps, key)][0]
            message = f"“{short(key)}”写了两次，第一次在第 {first} 行"
            self.found.report(mark, Saying("yaml/duplicate-key", message, "只保留一个；要写几个值时用列表"))
            return False
        return True

    def value(self, event: Any) -> Value:
        """Read a scalar; a plain one on a line of its own may be a key that was not spelt as one."""
        text: str = event.value
        if not event.style:
            if (":" in text or "：" in text or text.startswith(_BEGINS)) and not self.is_beside_key(event):
                self.is_misspelt(event, inside=bool(self.root))
            elif "：" in text and RUN_ON.search(text):
                self.found.slipped(event.start_mark)
            if " - " in text and event.start_mark.line != event.end_mark.line:
                self.found.add(event.start_mark, list(run_on(self.script, event.start_mark.line, event.end_mark.line)))
            read = plain(text)
            if self.has_remarks and type(read) is str:
                raw = self.text[event.start_mark.index : event.end_mark.index]
                self.found.cut_off(event.end_mark, rejoin(raw, text))
            if text.isascii():
                return read
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
        return self.found.misspelt(event.start_mark, event.end_mark.line, inside=inside)

    def skip(self, opened: int = 0) -> None:
        """Pass over one node (or the rest of the one just opened), which belongs to a refused key."""
        while event := self.read():
            kind = type(event)
            opened += (kind in _STARTS) - (kind in _ENDS)
            if opened > MAX_DEPTH:
                raise self.found.stop(event.start_mark, _TOO_DEEP)
            if not opened:
                return

    def finish(self) -> None:
        """Check what the file is as a whole."""
        if not self.root or (self.root[0] is None and not self.found.problems):
            self.found.problems.append(
                self.script.problem(0, 0, Saying("yaml/empty", "这里没有内容", "至少写一行 键: 值"))
            )
        elif type(self.root[0]) is not dict and not self.found.problems:
            line, column = self.values[()]
            what = "列表" if type(self.root[0]) is list else "一段文字"
            message = f"最外层应该是一行行的“键: 值”，这里是{what}"
            saying = Saying("yaml/not-a-mapping", message, "写成 键: 值，每行一项")
            self.found.problems.append(self.script.problem(line - self.script.first_line, column - 1, saying))

    def marked(self, event: Any) -> None:
        """Refuse an anchor or a tag: what it would say is not what an editor reads."""
        mark = event.start_mark
        sign = short(self.text[mark.index : mark.index + 100].split(maxsplit=1)[0])
        code = "yaml/anchor" if sign[0] == "&" else "yaml/tag"
        self.found.report(mark, Saying(code, f"“{sign}”在这里不当文字用", _LITERAL.format(sign)))
