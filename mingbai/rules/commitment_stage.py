"""Things that take several items one after the other: their stages form a line with a beginning and an end."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.rules.commitment import handled


def stages_in_a_line(corpus: PublicCorpus) -> Iterator[Problem]:
    """A stage follows at most one other, and never leads back to itself (本局自定)."""
    before: dict[str, str] = {}
    for entry in handled(corpus):
        after = entry.record.next_stage
        if after is None or after not in corpus.commitments:
            continue
        if after in before:
            yield Problem(
                entry.place("next_stage"),
                "commitment/stage-named-twice",
                f"“{entry.record.name}”的下一段是“{corpus.commitments[after].record.name}”，"
                f"“{corpus.commitments[before[after]].record.name}”的下一段也是它",
                "一段前面只能有一段，删掉写错的一行 next_stage",
            )
        else:
            before[after] = entry.id
        circle = _circle(corpus, entry.id)
        if circle and entry.id == min(circle):
            yield Problem(
                entry.place("next_stage"),
                "commitment/stages-in-circle",
                f"“{entry.record.name}”一段一段往下办，又回到了它自己",
                "最后一段不写 next_stage，删掉这一行",
            )


def _circle(corpus: PublicCorpus, id: str) -> tuple[str, ...]:
    """The stages on the way from an item back to itself; none if the way ends."""
    passed = [id]
    while (step := corpus.commitments[passed[-1]].record.next_stage) and step in corpus.commitments:
        if step == id:
            return tuple(passed)
        if step in passed:
            break
        passed.append(step)
    return ()
