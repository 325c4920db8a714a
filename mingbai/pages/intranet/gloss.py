"""What the five words are about in a year: what the house has settled for itself in that year's campaign."""

from collections.abc import Mapping

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.values import Aim


def glosses(corpus: IntranetCorpus, year: str) -> Mapping[Aim, str]:
    """All five words with the house's reading; nothing beside those that the campaign leaves alone."""
    campaign = corpus.campaigns.get(year)
    said = {each.aim: each.gloss for each in campaign.record.aims} if campaign else {}
    return {aim: said.get(aim, "") for aim in Aim}
