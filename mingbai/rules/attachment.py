"""Attachments that a record or its prose refers to: people can open them, and loading them costs little (R08).

Whether a file is there at all is a matter of references and links.
"""

from collections.abc import Iterable, Iterator, Mapping

from mingbai.corpus.gather import AnyEntry, File
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.references import references
from mingbai.problem import Place, Problem

TYPES = ("pdf", "doc", "docx", "xls", "xlsx", "wps", "ofd", "odt", "jpg", "png", "zip", "txt")
MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE


def attachments_fit(corpus: PublicCorpus) -> Iterator[Problem]:
    """A form or sample is of a usual type and at most 20 MB (政府网站检查指标: 表格样表可下载)."""
    yield from _fit(corpus.entries, corpus.files)


def internal_attachments_fit(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of what intranet records refer to."""
    yield from _fit(corpus.entries, corpus.files)


def _fit(entries: Iterable[AnyEntry], files: Mapping[str, File]) -> Iterator[Problem]:
    unfit = {id: file for id, file in files.items() if suffix(id) not in TYPES or file.size > LARGEST}
    for entry in entries if unfit else ():
        for place, id in _cited(entry, unfit):
            yield from _fits(place, id, unfit[id].size)


def _cited(entry: AnyEntry, files: Mapping[str, File]) -> Iterator[tuple[Place, str]]:
    """Which of `files` the record and its prose refer to, and where."""
    for steps, refers, id in references(entry.record):
        if refers.kind == "files" and id in files:
            yield entry.place(*steps), id
    for link in entry.body.links if entry.body else ():
        if link.kind == "files" and link.id in files:
            yield Place(entry.path, link.line, link.column), link.id


def suffix(id: str) -> str:
    """What the name of a file ends in, without the dot; empty where there is none."""
    name = id.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _fits(place: Place, id: str, size: int) -> Iterator[Problem]:
    name = id.rsplit("/", 1)[-1]
    if suffix(id) not in TYPES:
        yield Problem(
            place,
            "attachment/wrong-type",
            f"附件“{name}”不是常用的文件类型，来办事的人可能打不开",
            f"另存为常用的类型再引用：{'、'.join(TYPES)}",
        )
    if size > LARGEST:
        yield Problem(
            place,
            "attachment/too-large",
            f"附件“{name}”有 {size / MEGABYTE:.1f} MB，最大 {LARGEST // MEGABYTE} MB",
            "压缩里面的图片，或者拆成几个文件",
        )
