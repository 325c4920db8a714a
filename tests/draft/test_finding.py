"""A finding drafted for a unit: the next free number, who is told, until when; the words are left to write."""

from mingbai.draft.draft import Draft
from mingbai.draft.finding import finding_draft
from mingbai.records.intranet.finding import Finding
from mingbai.records.parse import parse
from tests.factories import content, intranet_corpus, problems_of, raw


def draft(visit: str | None = None, files: dict[str, str] | None = None) -> Draft:
    files = content() if files is None else files
    return finding_draft(intranet_corpus(files), "market", visit, files)


def finished(given: Draft) -> str:
    text = given.text.replace("# registered_on: 2026-月-日", "registered_on: 2026-12-28")
    text = text.replace("# text: 时间、地点、看到什么", "text: 下午3点，窗口上的牌子写着有事外出。")
    text = text.replace("# due: 2026-月-日", "due: 2026-12-30").replace(
        "# log: [{on: 2026-月-日", "log: [{on: 2026-12-28"
    )
    return text.replace("# source: 自己找、群众提", "source: 群众提 #")


def test_finished_it_is_no_mistake_and_tells_the_head_and_the_group() -> None:
    for visit in (None, "2026/01"):
        given = draft(visit)
        entry = parse(given.home, finished(given).encode()).entry

        assert entry and isinstance(entry.record, Finding)
        assert (entry.record.log[0].to, entry.record.log[0].cc) == ("yi", ("jia",))
        assert problems_of(raw({**content(), given.home: finished(given)})) == ()


def test_it_does_not_pass_as_it_stands() -> None:
    given = draft("2026/01")
    problems = parse(given.home, given.text.encode()).problems

    assert {problem.code for problem in problems} == {"field/missing"}
    assert len(problems) == 3, "the day, the words and the term"


def test_its_number_comes_after_every_file_and_every_draft() -> None:
    broken = {**content(), "content/intranet/findings/2026/003.yaml": "division: market\n"}
    first = draft()

    assert first.name == "findings/2026/003.yaml"
    assert draft(files=broken).name == "findings/2026/004.yaml"
    assert draft(files={**content(), first.path: first.text}).name == "findings/2026/004.yaml"


def test_how_long_the_house_gives_stands_beside_the_term() -> None:
    assert "# 从反馈起，一般的 15 个工作日，突出的 30 个；2026-12-28 反馈的，最晚 " in draft().text
