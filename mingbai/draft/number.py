"""The next free number of a year, for what is numbered: after every record, every broken file and every other draft."""

from collections.abc import Iterable, Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.draft.draft import FOLDER


def next_number(corpus: IntranetCorpus, kind: str, year: int, files: Iterable[str]) -> int:
    """The number after the last one that is used; `files` are the paths of the project, the drafts among them."""
    used = [id for of, id in corpus.known if of == kind]
    drafts = f"{FOLDER}{kind}/"
    used += [path.removeprefix(drafts).removesuffix(".yaml") for path in files if path.startswith(drafts)]
    return max(_numbers(used, year), default=0) + 1


def _numbers(ids: Iterable[str], year: int) -> Iterator[int]:
    for id in ids:
        folder, _, number = id.partition("/")
        if folder == str(year) and number.isdecimal():
            yield int(number)
