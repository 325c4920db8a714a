"""No forbidden string and no mark of a secret stands anywhere: in texts, names of files, attachments (R71).

Nor does what the public may read say at its head that it is internal (R69).

The case it was made for: the name of a gambling site in the place of a city's, left behind by whoever changed a page.
"""

from collections.abc import Iterable, Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.source.seen import CLASSIFIED, FORBIDDEN, INTERNAL, Sighting


def nothing_forbidden(corpus: PublicCorpus) -> Iterator[Problem]:
    """No forbidden string stands in what the public may read (国办秘函〔2019〕19号 单项否决)."""
    yield from _forbidden(corpus.sightings)


def nothing_forbidden_inside(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Nor in what the intranet shows."""
    yield from _forbidden(corpus.sightings)


def nothing_secret(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nothing is public that is marked as a state secret (国办秘函〔2019〕19号 单项否决)."""
    yield from _secret(corpus.sightings)


def nothing_secret_inside(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Nor does it lie on the intranet, which is no place for it either."""
    yield from _secret(corpus.sightings)


def nothing_marked_internal(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nothing is public that is marked as a paper of the inside (政府信息公开条例 第十七条)."""
    for seen in corpus.sightings:
        if seen.sort == INTERNAL:
            message = f"{seen.where or '这里'}标着“{seen.what}”，却放在 content/public/ 里，谁都看得到"
            hint = (
                "先问清楚能不能公开：不能的，挪到 content/intranet/；审查过能公开的，去掉这个标志；"
                "只是说到内部资料的，换个说法，不要放在行首的括号里，也不要单独成行"
            )
            yield Problem(seen.place, "secret/internal", message, hint)


def _secret(sightings: Iterable[Sighting]) -> Iterator[Problem]:
    for seen in sightings:
        if seen.sort == CLASSIFIED:
            message = f"{seen.where or '这里'}有密级标志“{seen.what}”，国家秘密不能放在这里"
            hint = "马上拿走，告诉管保密的人，交上来的记录里也有它；只是说到密级的，不写星号"
            yield Problem(seen.place, "secret/marked", message, hint)


def _forbidden(sightings: Iterable[Sighting]) -> Iterator[Problem]:
    for seen in sightings:
        if seen.sort == FORBIDDEN:
            where = seen.where or "从这里起"
            message = f"{where}有 {seen.what} 个字在禁用字句里，多半是广告或者赌博网站混进来了"
            hint = "换成原来该写的字；想想它是怎么来的，别处还有没有"
            yield Problem(seen.place, "forbidden/string", message, hint)
