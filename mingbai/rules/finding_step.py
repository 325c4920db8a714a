"""The steps of all findings, each with where it stands, for the rules about them."""

from collections.abc import Iterator
from typing import NamedTuple

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Place
from mingbai.records.base import Entry
from mingbai.records.intranet.finding import Finding, FindingAction, FindingEvent


class Taken(NamedTuple):
    """One step: of which finding, where in its log, what it says."""

    entry: Entry[Finding]
    row: int
    event: FindingEvent

    @property
    def finding(self) -> Finding:
        """The finding."""
        return self.entry.record

    def place(self, field: str = "action") -> Place:
        """Where a field of the step stands."""
        return self.entry.place("log", self.row, field)


def steps(corpus: IntranetCorpus, *actions: FindingAction) -> Iterator[Taken]:
    """Every step of those, in the order of findings and of their logs; all steps where none is named."""
    for entry in corpus.findings.values():
        for row, event in enumerate(entry.record.log):
            if not actions or event.action in actions:
                yield Taken(entry, row, event)
