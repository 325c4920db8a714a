"""Every place in the law that something rests on: it exists, and it holds on the day shown (R09).

A fee or a fine that has ended rests on what held while it was charged, and an item no longer handled is not looked at.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from mingbai.corpus.gather import AnyEntry, Kinds
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Place, Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.parts import may_hold, parts
from mingbai.records.public.commitment import Commitment, CommitmentStatus
from mingbai.records.public.fee import Fee, FeeStatus
from mingbai.records.public.fine import Fine, FineStatus
from mingbai.records.public.law import Law, LawLevel, LawVersion, article_key
from mingbai.records.values import Basis
from mingbai.rules.phrase import chinese
from mingbai.source.located import Steps

SOON = 90
"""Days before its end from which a version is warned about."""
IN_DIGITS = re.compile(r"第?\s*(\d{1,3})\s*条?(.*)")
DOCUMENTS = (LawLevel.NORMATIVE, LawLevel.PRICE)
"""Documents may be divided otherwise than in articles; then the citation is the heading as the record has it."""
_BETWEEN = re.compile("[，、；,]")
ENDED = (FeeStatus.CANCELLED, FeeStatus.EXPIRED, FineStatus.CANCELLED, FineStatus.EXPIRED)
Laws = Mapping[str, Entry[Law]]


class Cited(NamedTuple):
    """A basis where it stands, the law it names, and the days of which one must be in the version's time."""

    entry: AnyEntry
    steps: Steps
    basis: Basis
    law: Entry[Law]
    since: date
    day: date

    @property
    def versions(self) -> list[LawVersion]:
        """The versions meant: the one that is named, else all."""
        return [v for v in self.law.record.versions if self.basis.version in (None, v.doc_no)]

    @property
    def held(self) -> list[LawVersion]:
        """Those of them that held between the two days."""
        return [version for version in self.versions if self.law.record.held(version, self.since, self.day)]

    def place(self, *steps: str | int) -> Place:
        """Where a part of the basis stands."""
        return self.entry.place(*self.steps, *steps)


def bases_hold(corpus: PublicCorpus) -> Iterator[Problem]:
    """A cited article stands in the version meant, and that version is in force (行政许可法 第三十条)."""
    yield from _hold(corpus.kinds, corpus.laws, corpus.day)


def internal_bases_hold(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of what intranet records cite."""
    yield from _hold(corpus.kinds, corpus.public.laws, corpus.day)


def _hold(kinds: Kinds, laws: Laws, day: date) -> Iterator[Problem]:
    citing = (entries for kind, entries in kinds.items() if may_hold(kind, Basis))
    for entry in chain.from_iterable(citing):
        # A record that cites one version in ten places is told once that the version has lapsed.
        together: dict[tuple[str, str | None], list[Cited]] = {}
        for cited in _cited(entry, laws, day):
            together.setdefault((cited.basis.law, cited.basis.version), []).append(cited)
        for group in together.values():
            yield from _holds(group[0], f"；本文件引用了 {len(group)} 处" if len(group) > 1 else "")
            for cited in group:
                yield from _articles(cited)


def _holds(cited: Cited, places: str) -> Iterator[Problem]:
    if not cited.versions:
        yield _no_such_version(cited, places)
    elif not cited.held:
        yield _not_in_force(cited, places)
    elif cited.since == cited.day and cited.held[-1].ends_within(cited.day, SOON):
        yield _ends_soon(cited, places)


def _cited(entry: AnyEntry, laws: Laws, day: date) -> Iterator[Cited]:
    record = entry.record
    if isinstance(record, Commitment) and record.status(day) is CommitmentStatus.ABOLISHED:
        return
    ended = isinstance(record, Fee | Fine) and record.status(day) in ENDED
    since = record.valid_from if isinstance(record, Fee | Fine) and ended else day
    for steps, basis in parts(record, Basis):
        # A law that is broken or not there is told elsewhere.
        if law := laws.get(basis.law):
            yield Cited(entry, steps, basis, law, since, day)


def _no_such_version(cited: Cited, places: str) -> Problem:
    law = cited.law
    return Problem(
        cited.place("version"),
        "basis/no-such-version",
        f"《{law.record.title}》没有“{cited.basis.version}”这个版本{places}",
        f"改成已有的版本：{'、'.join(v.doc_no for v in law.record.versions)}；"
        f"或者在 {law.path} 的 versions 里补上这一版",
    )


def _not_in_force(cited: Cited, places: str) -> Problem:
    law, version = cited.law, cited.basis.version
    current = law.record.version(None, cited.day)
    if current:
        hint = f"现在有效的是“{current.doc_no}”：删掉 version 这一行，再核对条款；条号可能变了"
    else:
        hint = f"换成现在有效的法规；有新版本的，先在 {law.path} 的 versions 里补上"
    return Problem(
        cited.place("version"),
        "basis/not-in-force",
        f"《{law.record.title}》{f'“{version}”' if version else ''}在 {cited.day} 没有效力{places}",
        hint,
    )


def _ends_soon(cited: Cited, places: str) -> Problem:
    version = cited.held[-1]
    return Problem(
        cited.place("law"),
        "basis/ends-soon",
        f"《{cited.law.record.title}》（{version.doc_no}）只到 {version.effective_to} 有效，不到 {SOON} 天了{places}",
        "查一查有没有新版本；有的话在法规里补上，再改这里的依据",
        Severity.WARNING,
    )


def _articles(cited: Cited) -> Iterator[Problem]:
    law = cited.law
    for index, citation in enumerate(cited.basis.articles):
        article = article_key(citation)
        several = [part.strip() for part in _BETWEEN.split(citation)]
        if len(several) > 1 and all(map(article_key, several)):
            yield Problem(
                cited.place("articles", index),
                "basis/wrong-article-form",
                f"“{citation}”是 {len(several)} 条，读成了一条",
                f"拆成 {len(several)} 项，逗号用半角，后面空一格：{', '.join(several)}",
            )
            continue
        if article is None and law.record.level in DOCUMENTS and not IN_DIGITS.fullmatch(citation):
            article = citation
        if article is None:
            yield Problem(
                cited.place("articles", index),
                "basis/wrong-article-form",
                f"条款应写成“第…条”，这里是“{citation}”",
                _form(citation),
            )
        elif cited.held and not any(
            article in (key, _meant(key, law.record)) for version in cited.held for key in version.articles
        ):
            yield Problem(
                cited.place("articles", index),
                "basis/no-such-article",
                f"《{law.record.title}》（{cited.held[-1].doc_no}）里没有记下“{article}”",
                f"核对条号；没有写错的话，在 {law.path} 的 articles 里补上一行 {article}: 这一条的要旨",
            )


def articles_named(corpus: PublicCorpus) -> Iterator[Problem]:
    """A law has its articles under the numbers by which they are cited (行政许可法 第三十条)."""
    for entry in corpus.laws.values():
        for index, version in enumerate(entry.record.versions):
            for key in version.articles:
                if meant := _meant(key, entry.record):
                    yield Problem(
                        entry.places.key("versions", index, "articles", key),
                        "law/wrong-article-form",
                        f"条号应写成“第…条”，这里是“{key}”，引用它的找不到",
                        f"改为 {meant}",
                    )


def _meant(key: str, law: Law) -> str:
    """How an article that a law has in digits is cited; nothing where it has none, but maybe a document's heading."""
    is_heading = law.level in DOCUMENTS and "条" not in key
    return "" if article_key(key) or is_heading else _in_words(key)


def _form(citation: str) -> str:
    words = _in_words(citation)
    return f"改为 {words}" if words else "例如 第十三条"


def _in_words(citation: str) -> str:
    """An article in digits as it should be written; nothing where it is none."""
    digits = IN_DIGITS.fullmatch(citation)
    return f"第{chinese(int(digits[1]))}条{digits[2]}" if digits and int(digits[1]) else ""
