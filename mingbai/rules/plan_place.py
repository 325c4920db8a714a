"""Where plans lie: one for each unit that owes one, and one for the whole bureau (R32).

That nobody has two follows from the path, plans/<year>/<unit>. Who has none is no mistake here: it is shown to
everybody on the pages.
"""

from collections.abc import Iterator

from mingbai.corpus.duty import OWING
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.intranet.plan import BUREAU, PlanLevel
from mingbai.records.values import YEAR


def of_a_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A plan lies in the folder of its year (本局自定)."""
    for id, entry in corpus.plans.items():
        year, unit = id.split("/")
        if not YEAR.fullmatch(year):
            yield Problem(
                entry.place(),
                "plan/folder-not-a-year",
                f"文件夹“{year}”不是年份；方案按年份放",
                f"把文件挪到那一年的文件夹，如 plans/2026/{unit}.yaml",
            )


def level_fits(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The bureau's own plan is that of the whole bureau, any other that of a unit (意见 三（三）)."""
    for id, entry in corpus.plans.items():
        unit = id.split("/")[1]
        wanted = PlanLevel.BUREAU if unit == BUREAU else PlanLevel.DIVISION
        if entry.record.level is not wanted:
            whose = "全局的方案" if unit == BUREAU else "一个单位的方案"
            yield Problem(
                entry.place("level"),
                "plan/level-differs",
                f"这个文件是{whose}，层级却写成“{entry.record.level}”",
                f"改为 level: {wanted}；全局的方案放在 plans/年份/{BUREAU}.yaml",
            )


def owed(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Plans are made by divisions and affiliates; the leading group and its office see to it (意见 四（一）、五)."""
    for id, entry in corpus.plans.items():
        year, unit = id.split("/")
        division = corpus.public.divisions.get(unit)
        if division and division.record.type not in OWING:
            yield Problem(
                entry.place(),
                "plan/not-owed",
                f"{division.record.name}是{division.record.type}，不交行动方案",
                f"要做的事写进全局的 plans/{year}/{BUREAU}.yaml，删掉这个文件；"
                f"类别写错的，改 divisions/{unit}.yaml 的 type",
            )
