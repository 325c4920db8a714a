"""The way through a commitment: what to bring, what must hold, the steps, where to go, what one gets."""

from collections.abc import Iterable

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.cite import Cited, cite
from mingbai.pages.public.part import Link, attachment, division
from mingbai.records.public import commitment_parts as record
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.commitment_parts import MaterialForm, MaterialNeed, MaterialSource

NEEDS = {
    MaterialNeed.REQUIRED: "必要",
    MaterialNeed.OPTIONAL: "非必要，有就带",
    MaterialNeed.DEFERRABLE: "容缺，可以后补",
}


class Condition(Struct, frozen=True):
    """One thing that must hold; `anchor` is its id on the page."""

    anchor: str
    text: str
    basis: Cited | None


class Material(Struct, frozen=True):
    """One thing to bring; `anchor` is its id on the page."""

    anchor: str
    name: str
    detail: str
    when: str
    requirement: str
    source_note: str
    promise_substitute: str
    downloads: tuple[Link, ...]
    basis: Cited | None


class Step(Struct, frozen=True):
    """One step: what you do, what we do, how long, and who does it."""

    name: str
    time: str
    client: str
    agency: str
    division: Link | None
    by: str


class Channel(Struct, frozen=True):
    """One way to reach the service: `url` is its address, `href` the way there."""

    kind: str
    visits: str
    address: str
    hours: tuple[str, ...]
    url: str
    href: str
    depth: str


class Result(Struct, frozen=True):
    """What the applicant gets in the end."""

    name: str
    form: str
    validity: str
    delivery: tuple[str, ...]
    sample: Link | None


def conditions(corpus: PublicCorpus, given: Iterable[record.Condition]) -> tuple[Condition, ...]:
    """What must hold, in the order given."""
    return tuple(
        Condition(f"c-{each.id}", each.text, cite(corpus, each.basis) if each.basis else None) for each in given
    )


def is_shared(given: record.Material) -> bool:
    """Whether we look a material up ourselves, so that nobody has to bring it."""
    return given.source is MaterialSource.SHARED


def bring(given: Commitment) -> str:
    """How many things to bring, in a few words."""
    own = [material for material in given.materials if not is_shared(material)]
    always = [m for m in own if m.when is None and m.need is not MaterialNeed.OPTIONAL]
    if not own:
        return "什么也不用带"
    more = len(own) - len(always)
    if not always:
        return f"看情况带，最多{more}样"
    return f"{len(always)}样" + (f"，有的情况再带{more}样" if more else "")


def material(corpus: PublicCorpus, given: record.Material) -> Material:
    """One thing to bring, ready to print."""
    downloads = (
        attachment(corpus, given.blank_form, "空白表"),
        attachment(corpus, given.sample, "填写样例"),
    )
    return Material(
        anchor=f"m-{given.id}",
        name=given.name,
        detail=phrase.clauses(
            form(given),
            NEEDS[given.need] if given.need else None,
            given.source.value if given.source else None,
        ),
        when=given.when or "",
        requirement=given.requirement or "",
        source_note=given.source_note or "",
        promise_substitute=given.promise_substitute or "",
        downloads=tuple(link for link in downloads if link),
        basis=cite(corpus, given.basis) if given.basis else None,
    )


def step(corpus: PublicCorpus, given: record.Step) -> Step:
    """One step, ready to print."""
    return Step(
        name=given.step,
        time="" if given.days is None else f"{given.days}个工作日" if given.days else "当场",
        client=given.client_action,
        agency=given.agency_action,
        division=division(corpus, given.division) if given.division else None,
        by=phrase.clauses(given.person_role, "可网上办" if given.online else None),
    )


def channel(corpus: PublicCorpus, given: record.Channel) -> Channel:
    """One way to reach the service, ready to print."""
    return Channel(
        kind=given.kind.value,
        visits=f"跑{given.visits}次",
        address=given.address or "",
        hours=given.hours,
        url=given.url or "",
        href=corpus.exits.way(given.url or ""),
        depth=f"网办深度{given.depth.value}级" if given.depth else "",
    )


def result(corpus: PublicCorpus, given: record.Result) -> Result:
    """What one gets, ready to print."""
    return Result(
        name=given.name,
        form=given.form or "",
        validity=given.validity or "",
        delivery=given.delivery,
        sample=attachment(corpus, given.sample, "样本"),
    )


def form(given: record.Material) -> str:
    """In what form and how many copies a material is handed in."""
    said = "电子版" if given.form is MaterialForm.ELECTRONIC else given.form.value if given.form else ""
    return f"{said}{given.copies}份" if given.copies else said
