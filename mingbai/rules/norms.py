"""The norms, word for word: others refer to them by number, and posters repeat them (R37)."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem

PAIRS = {
    "N1": ("倡导优质服务", "不准闲谈炒股玩游戏"),
    "N2": ("倡导诚信服务", "不准推诿扯皮打折扣"),
    "N3": ("倡导亲切服务", "不准生硬办事脸难看"),
    "N4": ("倡导创新服务", "不准死板教条只唯上"),
    "N5": ("倡导效率服务", "不准拖拉马虎不作为"),
    "N6": ("倡导廉洁服务", "不准索取收受礼金券"),
}
"""意见 三（四）, as it was issued: of each number what it advocates and what it bans."""


def shown(corpus: PublicCorpus) -> Iterator[Problem]:
    """Where there is a column on supervision, people can read what nobody here may do (意见 三（四）)."""
    if ("norms", "norms") in corpus.known:
        return
    for index, column in enumerate(corpus.bureau.record.columns):
        if column.route == "/supervision/":
            yield Problem(
                corpus.bureau.place("columns", index, "route"),
                "norms/missing",
                f"有“{column.title}”这个栏目，却没有六倡导六不准，别人不知道该监督什么",
                "先建好 content/public/norms.yaml，写法见编辑手册",
            )


def six_pairs(corpus: PublicCorpus) -> Iterator[Problem]:
    """There are exactly six pairs, N1 to N6 (意见 三（四）)."""
    wanted = [*PAIRS]
    for entry in corpus.norms.values():
        found = [pair.id for pair in entry.record.pairs]
        if found != wanted:
            yield Problem(
                entry.place("pairs"),
                "norms/not-six-pairs",
                f"六倡导六不准是六对，编号 N1 到 N6，这里写的是 {'、'.join(found)}",
                "按 N1、N2、N3、N4、N5、N6 排好，不多也不少",
            )


def word_for_word(corpus: PublicCorpus) -> Iterator[Problem]:
    """A pair reads as it was issued, to the letter (意见 三（四）)."""
    for entry in corpus.norms.values():
        for index, pair in enumerate(entry.record.pairs):
            said = {"advocate": pair.advocate, "ban": pair.ban}
            issued = PAIRS.get(pair.id, said.values())
            for (field, text), wanted in zip(said.items(), issued, strict=True):
                if text != wanted:
                    yield Problem(
                        entry.place("pairs", index, field),
                        "norms/not-verbatim",
                        f"{pair.id} 的“{text}”和原文不一样；六倡导六不准一个字也不能改",
                        f"改为 {field}: {wanted}",
                    )


def bans_numbered(corpus: PublicCorpus) -> Iterator[Problem]:
    """The bans are numbered on from the six pairs, without a gap (本局自定)."""
    for entry in corpus.norms.values():
        for index, ban in enumerate(entry.record.bans):
            wanted = f"N{len(PAIRS) + 1 + index}"
            if ban.id != wanted:
                yield Problem(
                    entry.place("bans", index, "id"),
                    "norms/ban-number",
                    f"这一条禁令编成了 {ban.id}，接着上一条该是 {wanted}",
                    f"改为 id: {wanted}",
                )
