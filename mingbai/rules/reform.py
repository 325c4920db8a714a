"""What a reform says it took away, it took away."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem


def less_than_before(corpus: PublicCorpus) -> Iterator[Problem]:
    """A reform that counts something leaves less of it than there was (意见 二（三）: 复杂问题简单化)."""
    for entry in corpus.commitments.values():
        for index, reform in enumerate(entry.record.reform):
            counted = reform.counted
            if counted and counted.after >= counted.before:
                yield Problem(
                    entry.place("reform", index, "counted"),
                    "commitment/reform-not-less",
                    f"“{entry.record.name}”{reform.on} 的改革写着{counted.what}从 {counted.before} 到 {counted.after}，"
                    "没有变少",
                    "核对两个数，是不是写反了；没有变少的，删掉 counted 这一行",
                )
