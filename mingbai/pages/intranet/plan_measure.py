"""The measures of a plan under the five aims: who does what by when, how far it is, what shows it."""

from collections.abc import Iterable

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.gloss import glosses
from mingbai.pages.intranet.measure import DRAFT, Count, chip, count, drafted
from mingbai.pages.intranet.year import dated
from mingbai.pages.public.part import Chip, Day, Fact, Link, facts
from mingbai.records.intranet.plan import Measure, Plan
from mingbai.records.values import Aim, Evidence


class Step(Struct, frozen=True):
    """One note of the progress log."""

    day: Day
    action: str
    note: str


class Proof(Struct, frozen=True):
    """What shows that something was done: words, a file, or both."""

    day: Day
    kind: str
    text: str
    file: Link | None


class MeasureCard(Struct, frozen=True):
    """One measure; `anchor` is its id on the page."""

    anchor: str
    no: str
    text: str
    owner: str
    due: Day
    goal: tuple[Fact, ...]
    chip: Chip
    progress: tuple[Step, ...]
    evidence: tuple[Proof, ...]


class AimPart(Struct, frozen=True):
    """One of the five aims: its measures, or the reasons why there are none; nothing of either is a gap."""

    anchor: str
    name: str
    gloss: str
    count: Count
    measures: tuple[MeasureCard, ...]
    reasons: tuple[str, ...]


def aim_parts(corpus: IntranetCorpus, year: str, plan: Plan) -> tuple[AimPart, ...]:
    """All five aims, in their order, with the measures of a year's plan by number."""
    return tuple(_part(corpus, plan, aim, gloss) for aim, gloss in glosses(corpus, year).items())


def anchor(no: int) -> str:
    """The id of a measure on its plan's page.

    >>> anchor(3)
    'm3'
    """
    return f"m{no}"


def _part(corpus: IntranetCorpus, plan: Plan, aim: Aim, gloss: str) -> AimPart:
    measures = sorted((each for each in plan.measures if each.aim is aim), key=lambda each: each.no)
    return AimPart(
        anchor=f"aim-{aim.name.lower()}",
        name=aim.value,
        gloss=gloss,
        count=count(measures, corpus.day) if plan.submitted_on else drafted(measures),
        measures=tuple(_card(corpus, plan, measure) for measure in measures),
        reasons=tuple(each.reason for each in plan.not_applicable if each.aim is aim),
    )


def _card(corpus: IntranetCorpus, plan: Plan, measure: Measure) -> MeasureCard:
    return MeasureCard(
        anchor=anchor(measure.no),
        no=str(measure.no),
        text=measure.text,
        owner=measure.owner,
        due=dated(measure.due),
        goal=facts(("看什么", measure.indicator), ("做到多少", measure.target)),
        chip=chip(measure, corpus.day) if plan.submitted_on else DRAFT,
        progress=tuple(
            Step(dated(note.on), note.action.value, note.note)
            for note in sorted(measure.progress, key=lambda note: note.on)
        ),
        evidence=proofs(corpus, measure.evidence),
    )


def proofs(corpus: IntranetCorpus, evidence: Iterable[Evidence]) -> tuple[Proof, ...]:
    """What shows that something was done, by day."""
    return tuple(
        Proof(
            day=dated(each.on),
            kind=each.kind.value,
            text=each.text or "",
            file=file_link(corpus, each.file) if each.file else None,
        )
        for each in sorted(evidence, key=lambda each: each.on)
    )


def file_link(corpus: IntranetCorpus, id: str) -> Link:
    """A download of the intranet's own, with its name, format and size."""
    name, _, extension = id.rpartition("/")[2].rpartition(".")
    size = phrase.size(corpus.files[id].size)
    return Link(f"{name}（{extension.upper()}，{size}）", routes.route("internal-files", id))
