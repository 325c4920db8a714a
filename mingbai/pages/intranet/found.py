"""Findings on the page of what brought them to light: their very words, whose they are, how they stand on the day."""

from collections.abc import Callable

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.finding_state import CHIPS, left
from mingbai.pages.public.part import Chip, Link
from mingbai.records.intranet.finding import Finding


class FoundRow(Struct, frozen=True):
    """A finding in a list; `left` is missing where there is no limit to be late for."""

    link: Link
    text: str
    unit: Link
    chip: Chip
    left: Chip | None


def cases_of(corpus: IntranetCorpus, fits: Callable[[Finding], bool]) -> tuple[Case, ...]:
    """The findings that came of something, in the order of their numbers."""
    return tuple(case for _, case in sorted(corpus.ledger.items()) if fits(case.entry.record))


def found_rows(corpus: IntranetCorpus, cases: tuple[Case, ...]) -> tuple[FoundRow, ...]:
    """Each of them as it stands on the day."""
    return tuple(
        FoundRow(
            link=Link(case.number, routes.route(Finding.kind, case.id)),
            text=case.entry.record.text,
            unit=unit_of(corpus.public, case.entry.record.division),
            chip=CHIPS[case.state],
            left=left(case),
        )
        for case in cases
    )
