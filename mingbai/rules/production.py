"""A site that goes out for good shows nothing that is made up: marks, telephones, hosts, the sample's own day (R68)."""

import re
from collections.abc import Iterator

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.public import STAND_IN, PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.public.bureau import Bureau, Deploy
from mingbai.rules.words import words

EXAMPLE = r"(?<!\d)0000-\d+|\.example\b|\bexample\.(?:com|org|net)\b|示例[省市区县]|^0{9}/\d{4}-"
"""Telephones, hosts, places and index numbers that belong to nobody."""
EXAMPLE_MARK = rf"示例|0{{8}}|{EXAMPLE}"
"""The same in the bureau's own file, where nothing at all is an example but what a column's words may speak of.

Both are compiled where somebody asks: a sample does not."""
LONG = 24


def nothing_made_up(corpus: PublicCorpus) -> Iterator[Problem]:
    """A site that is deployed for good shows no mark, number or host that is made up (国办发〔2017〕47号)."""
    if corpus.bureau is not STAND_IN and corpus.bureau.record.deploy is Deploy.PRODUCTION:
        yield from _made_up(corpus)


def fit_for_production(corpus: PublicCorpus) -> tuple[Problem, ...]:
    """What keeps a site from going out for good: that it calls itself a sample, and all that is made up."""
    still = Problem(
        corpus.bureau.place("deploy"),
        "production/still-a-sample",
        "部署写的还是示例，每一页上面都会写着“这是示例”",
        "正式上线改为 deploy: 正式",
    )
    return (*((still,) if corpus.bureau.record.deploy is Deploy.SAMPLE else ()), *_made_up(corpus))


def _made_up(corpus: PublicCorpus) -> Iterator[Problem]:
    """Every example in the bureau's file, and of each other file the first one."""
    if corpus.bureau is not STAND_IN:
        yield from _sampled(corpus.bureau)
    for entry in corpus.entries:
        yield from _examples(entry)


def _sampled(bureau: Entry[Bureau]) -> Iterator[Problem]:
    """What in the bureau's file is the sample's, or lacks because it is a sample's."""
    if bureau.record.sample_day:
        yield Problem(
            bureau.place("sample_day"),
            "production/sample-day",
            f"网站停在示例日期 {bureau.record.sample_day}，哪天打开都是那一天",
            "删掉 sample_day 这一行",
        )
    if bureau.record.conac is None:
        yield Problem(
            bureau.place(),
            "production/conac-missing",
            "没有写党政机关网站标识，每一页的页脚都少一个标识",
            "补上 conac:，下面写 conac_id: 标识的编号，picture: marks/conac.png",
            Severity.WARNING,
        )


def _examples(entry: AnyEntry) -> Iterator[Problem]:
    whole = isinstance(entry.record, Bureau)
    found = [
        (steps, text)
        for steps, text in words(entry.record)
        if steps != ("deploy",) and re.search(EXAMPLE_MARK if whole and steps[0] != "columns" else EXAMPLE, text)
    ]
    for steps, text in found if whole else found[:1]:
        more = "" if whole or len(found) == 1 else f"；这个文件里还有{len(found) - 1}处"
        yield Problem(
            entry.place(*steps),
            "production/made-up",
            f"“{_short(text)}”是示例里用的，不能出现在正式的网站上{more}",
            "换成真的；没有的，删掉它",
        )


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
