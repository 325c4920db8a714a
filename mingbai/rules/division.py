"""What a division with services for the public promises as a whole."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.problem import Problem
from mingbai.records.public.division import Division
from mingbai.rules.commitment import handled
from mingbai.rules.phrase import title

BLOCKS = ("functions", "policy", "content", "procedure", "time_limits")


def five_blocks(corpus: PublicCorpus) -> Iterator[Problem]:
    """A unit with services promises its functions, policy, content, procedure and time limits (意见 二（四）)."""
    outward = {division_of(entry) for entry in handled(corpus)}
    for id, entry in corpus.divisions.items():
        for field in BLOCKS:
            if id in outward and not getattr(entry.record, field):
                yield Problem(
                    entry.place(field),
                    "division/promise-block-missing",
                    f"“{entry.record.name}”对外办事，但没有公开“{title(Division, field)}”",
                    f"补上 {field}，下面一条一行，前面写减号和空格：- …",
                )
