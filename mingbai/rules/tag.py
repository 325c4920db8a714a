"""What stands in the tags of pages: names, titles, summaries and a column's words are words (R67).

That every page has its tags, and that none came out empty, is looked at once more when it is finished
(`build/outgoing.py`); which types a column may have is a closed list (`ColumnType`).
"""

from collections.abc import Iterable, Iterator

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.field import fields_of
from mingbai.rules.words import words
from mingbai.source.located import Steps

NOTHING = frozenset(
    {"null", "none", "nil", "undefined", "nan", "n/a", "todo", "tbd", "xxx", "test", "-", "—", "…"}
    | {"无", "空", "待定", "待补", "待补充", "暂无", "测试", "未填", "未命名"}
)
"""What a program or a form prints where nobody wrote anything."""
LONGEST = max(map(len, NOTHING))
TAGS = ("title", "name", "summary", "plain_summary", "columns")
"""The fields of records that pages print in their head; `columns` of the bureau alone."""


def tags_say_something(corpus: PublicCorpus) -> Iterator[Problem]:
    """What is printed in the tags of a page was written by somebody (国办发〔2017〕47号)."""
    for kind, entries in corpus.kinds.items():
        for name in fields_of(kind).keys() & set(TAGS):
            for entry, steps, text in _short(entries, name):
                if text.strip().casefold() in NOTHING:
                    yield Problem(
                        entry.place(*steps),
                        "tag/says-nothing",
                        f"“{text}”会原样印进网页标签，检查的人看到的就是没有填",
                        "写上真正的内容，一句话就够",
                    )


def _short(entries: Iterable[AnyEntry], name: str) -> Iterator[tuple[AnyEntry, Steps, str]]:
    """What stands in a field; of thousands of titles, only those that are short enough to say nothing."""
    for entry in entries:
        value = getattr(entry.record, name)
        if not isinstance(value, str):
            yield from ((entry, steps, text) for steps, text in words(value, (name,)))
        elif len(value.strip()) <= LONGEST:
            yield entry, (name,), value
