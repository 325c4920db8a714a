"""Activities: filed in the year they were held, and who spoke was there."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem


def filed_by_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A record of an activity lies in the folder of the year it began in, so that its address says it."""
    for id, entry in corpus.activities.items():
        folder, name = id.split("/")
        day = entry.record.on
        if folder != str(day.year):
            yield Problem(
                entry.place("on"),
                "activity/other-year",
                f"放在文件夹 {folder} 里，日期却是 {day}",
                f"挪到 activities/{day.year}/{name}.md；日期错了就改日期",
            )


def speakers_took_part(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A unit whose words stand in the record is among those that took part, where these are named."""
    for entry in corpus.activities.values():
        units = entry.record.divisions
        for index, each in enumerate(entry.record.contributions):
            if units and each.division not in units:
                yield Problem(
                    entry.place("contributions", index, "division"),
                    "activity/speaker-not-there",
                    f"{each.division} 发了言，参加单位里却没有它",
                    f"在 divisions 里补上 {each.division}；全体都参加的，去掉 divisions",
                )
