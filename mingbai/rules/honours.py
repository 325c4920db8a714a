"""Honours: given in a year, by a document, to somebody who was there (意见 四（三）)."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.annex import HonoursAnnex
from mingbai.records.public.honours import Honours
from mingbai.records.values import YEAR

TEN = 10


def of_a_year(corpus: PublicCorpus) -> Iterator[Problem]:
    """A file of honours is called by its year (本局自定)."""
    for entry in corpus.honours.values():
        if not YEAR.fullmatch(entry.id):
            yield Problem(
                entry.place(),
                "honours/file-not-a-year",
                f"文件名“{entry.id}”不是年份；一年的表彰一个文件",
                "把文件改名为那一年，如 honours/2026.yaml",
            )


def numbered_once(corpus: PublicCorpus) -> Iterator[Problem]:
    """No two honours of a year have the same number (本局自定)."""
    for entry in corpus.honours.values():
        seen: set[int] = set()
        for index, honour in enumerate(entry.record.honours):
            if honour.no in seen:
                highest = max(each.no for each in entry.record.honours)
                yield Problem(
                    entry.place("honours", index, "no"),
                    "honours/number-twice",
                    f"序号 {honour.no} 用了两次，分不清说的是哪一个",
                    f"改为 no: {highest + 1}",
                )
            seen.add(honour.no)


def by_a_document(corpus: PublicCorpus) -> Iterator[Problem]:
    """An honour cites the document that gave it (意见 四（三）)."""
    for entry in corpus.honours.values():
        for index, honour in enumerate(entry.record.honours):
            if honour.document is None or not honour.document.number:
                yield Problem(
                    entry.place("honours", index, "document"),
                    "honours/document-missing",
                    f"“{honour.title}”没有写凭哪个文件表彰",
                    "补上 document: {title: 文件名称, number: 文号, on: 成文日期}",
                )


def ten_best_are_ten(corpus: PublicCorpus) -> Iterator[Problem]:
    """A title of the city's ten best has ten holders a year at most (意见 五（五）)."""
    for entry in corpus.honours.values():
        held: dict[str, int] = {}
        for index, honour in enumerate(entry.record.honours):
            if honour.is_ten_best:
                held[honour.title] = held.get(honour.title, 0) + 1
                if held[honour.title] > TEN:
                    yield Problem(
                        entry.place("honours", index, "title"),
                        "honours/more-than-ten",
                        f"“{honour.title}”是第 {held[honour.title]} 个了，十佳最多十个",
                        "核对称号、级别和年份，改掉写错的",
                    )


def holder_was_there(corpus: PublicCorpus) -> Iterator[Problem]:
    """The unit that is honoured was there in that year (意见 四（三）)."""
    for entry in corpus.honours.values():
        for index, honour in enumerate(entry.record.honours):
            when = _gone(corpus, entry, honour.division)
            if when:
                yield Problem(
                    entry.place("honours", index, "division"),
                    "honours/holder-not-there",
                    f"{entry.id}年的表彰给了{when}",
                    "核对是哪一年的表彰、给的是哪个单位",
                )


def _gone(corpus: PublicCorpus, entry: Entry[Honours], unit: str) -> str:
    """Why the unit was not there in the year of the honours; empty if it was."""
    found = corpus.divisions.get(unit)
    if found is None or not YEAR.fullmatch(entry.id):
        return ""
    division, year = found.record, int(entry.id)
    if division.established_on and division.established_on.year > year:
        return f"{division.name}，可它{division.established_on}才设立"
    if division.closed_on and division.closed_on.year < year:
        return f"{division.name}，可它{division.closed_on}就撤销了"
    return ""


def annex_names_holders(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What the office notes on the holder of an honour is about one that was given (本局自定)."""
    for (_, id), entry in corpus.annexes.items():
        year = corpus.public.honours.get(id)
        if not isinstance(entry.record, HonoursAnnex) or year is None:
            continue
        numbers = [honour.no for honour in year.record.honours]
        for index, holder in enumerate(entry.record.holders):
            if holder.no not in numbers:
                yield Problem(
                    entry.place("holders", index, "no"),
                    "honours/no-such-number",
                    f"{id}年的表彰里没有序号 {holder.no}",
                    "可以写的有：" + "、".join(str(number) for number in numbers),
                )
