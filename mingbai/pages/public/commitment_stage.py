"""A thing that takes several items one after the other: its stages as one, with the way to each."""

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.cell import saving
from mingbai.pages.public.item import done, stage


class Stage(Struct, frozen=True):
    """One stage: its name, where its page is ("" on that page itself), how long it takes."""

    name: str
    href: str
    time: str


class Stages(Struct, frozen=True):
    """Which stage this is, all of them in their order, and what they take together."""

    text: str
    stages: tuple[Stage, ...]
    together: str


def stages(corpus: PublicCorpus, id: str) -> Stages | None:
    """An item among its stages."""
    ids = corpus.stages_of(id)
    if not ids:
        return None
    records = [corpus.commitments[each].record for each in ids]
    rows = tuple(
        Stage(
            name=record.name,
            href="" if each == id else routes.route("commitments", each),
            time=phrase.clauses(phrase.limit(record.promised) + done(record), f"法定{phrase.limit(record.statutory)}"),
        )
        for each, record in zip(ids, records, strict=True)
    )
    days = [saving(record) for record in records]
    counted = [each for each in days if each]
    return Stages(
        text=stage(corpus, id),
        stages=rows,
        together=f"{len(ids)}段加起来，承诺{sum(each.promised for each in counted)}个工作日，"
        f"法定{sum(each.statutory for each in counted)}个工作日"
        if len(counted) == len(days)
        else "",
    )
