"""Numbers go on, whatever is broken in between."""

import re
from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import changed, content, problems_of, raw, without

I1 = "public/bulletins/2026/01/issue.yaml"
I2 = "public/bulletins/2026/02/issue.yaml"


def third() -> dict[str, str]:
    """The golden bureau with a third issue."""
    files = content()
    text = (
        files[f"content/{I2}"].replace("issue_no: 2", "issue_no: 3").replace("cumulative_no: 38", "cumulative_no: 39")
    )
    files["content/public/bulletins/2026/03/issue.yaml"] = text
    files["content/public/bulletins/2026/03/phone.md"] = files["content/public/bulletins/2026/02/phone.md"].replace(
        "[上一期](../01/one-notice.md)", "上一期"
    )
    return files


def codes(files: dict[str, str], clock: Clock | None = None) -> list[str]:
    return [p.code for p in (problems_of(raw(files), clock) if clock else problems_of(raw(files)))]


def test_a_broken_issue_is_no_gap() -> None:
    files = third()
    files[f"content/{I2}"] = files[f"content/{I2}"].replace("publisher:", "publishr:")

    assert codes(files) == ["field/unknown"]


def test_a_missing_issue_is_told_once() -> None:
    files = without("public/bulletins/2026/02/phone.md", without(I2, third()))

    assert codes(files) == ["bulletin/number-gap"]


def test_the_cumulative_number_goes_on_across_years() -> None:
    files = third()
    for name in ("issue.yaml", "phone.md"):
        text = files.pop(f"content/public/bulletins/2026/03/{name}")
        files[f"content/public/bulletins/2027/01/{name}"] = text.replace("issue_no: 3", "issue_no: 1").replace(
            "2026-05-06", "2027-01-06"
        )
    next_year = Clock(date(2027, 1, 8), date(2027, 1, 8))

    assert of_issues(codes(files, next_year)) == []
    assert of_issues(codes(changed("public/bulletins/2027/01/issue.yaml", "no: 39", "no: 1", files), next_year)) == [
        "bulletin/cumulative-gap"
    ]


def test_a_wrong_cumulative_number_is_told_once_and_what_follows_it_is_right() -> None:
    """Whether the next goes on from what it should have been or from what was written."""
    for written in ("39", "100"):
        files = changed("public/bulletins/2026/03/issue.yaml", "no: 39", f"no: {written}", third())
        found = problems_of(raw(changed(I2, "no: 38", "no: 99", files)))

        assert [(p.place.path, p.hint) for p in found] == [
            (f"content/{I2}", "改为 cumulative_no: 38；后面跟着它数的，一起改")
        ]


@pytest.mark.parametrize(
    ("written", "hints"),
    [
        ((99, 100, 40), [38]),  # the fourth is right, whatever the third went on from
        ((99, 55, 40), [38, 39]),
        ((99, 55, 56), [38, 39]),
        ((38, 99, 40), [39]),
    ],
)
def test_of_several_wrong_numbers_each_is_answered_by_what_all_should_be(
    written: tuple[int, ...], hints: list[int]
) -> None:
    files = third()
    for name in ("issue.yaml", "phone.md"):
        text = files[f"content/public/bulletins/2026/03/{name}"]
        files[f"content/public/bulletins/2026/04/{name}"] = text.replace("issue_no: 3", "issue_no: 4")
    for issue, number in zip(("02", "03", "04"), written, strict=True):
        path = f"content/public/bulletins/2026/{issue}/issue.yaml"
        files[path] = re.sub("cumulative_no: .*", f"cumulative_no: {number}", files[path])

    found = [p.hint for p in problems_of(raw(files)) if p.code == "bulletin/cumulative-gap"]
    assert found == [f"改为 cumulative_no: {number}；后面跟着它数的，一起改" for number in hints]


def of_issues(found: list[str]) -> list[str]:
    """Without what a new year asks of other kinds."""
    return [code for code in found if code.startswith("bulletin/")]


def test_an_issue_of_tomorrow_is_not_there_yet() -> None:
    assert codes(third(), Clock(date(2026, 12, 28), date(2026, 4, 1))) == []


INNER = "intranet/bulletins/2026/01/issue.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("issue_no: 1", "issue_no: 2", "bulletin/number-differs"),
        ("date: 2026-03-02", "date: 2026-02-19", "bulletin/submitted-after-issue"),
        ("[two-late]", "[two-late, three]", "bulletin/item-missing"),
        ("[two-late]", "[two-late, two-late]", "bulletin/item-twice"),
    ],
)
def test_the_newsletter_that_stays_in_is_held_to_the_same(old: str, new: str, code: str) -> None:
    (problem,) = problems_of(raw(changed(INNER, old, new)))

    assert problem.code == code
    assert problem.place.path.startswith("content/intranet/bulletins/2026/01/")


def test_each_newsletter_counts_by_itself() -> None:
    """The public one stands at 37 when the inner one begins with 1."""
    files = content()
    text = files[f"content/{INNER}"]
    files["content/intranet/bulletins/2026/02/issue.yaml"] = text.replace("issue_no: 1", "issue_no: 2").replace(
        "2026-03-02", "2026-04-02"
    )
    files["content/intranet/bulletins/2026/02/two-late.md"] = files["content/intranet/bulletins/2026/01/two-late.md"]

    assert [(p.place.path, p.hint) for p in problems_of(raw(files)) if p.code == "bulletin/cumulative-gap"] == [
        ("content/intranet/bulletins/2026/02/issue.yaml", "改为 cumulative_no: 2；后面跟着它数的，一起改")
    ]


def test_the_year_of_a_folder_is_written_as_the_issue_has_it() -> None:
    """Lists and addresses go by the folder: 02026 is no 2026."""
    files = {path.replace("bulletins/2026/02", "bulletins/02026/02"): text for path, text in content().items()}

    assert "bulletin/year-differs" in codes(files)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ("[one-notice, fewer]", ["item-missing: 改成还没有列的：less-paper"]),
        ("[fewer, one-notices]", ["item-missing: 改成还没有列的：less-paper", "item-missing: 是不是 one-notice？"]),
        ("[one-notices]", ["article-unlisted: 在 items 里补上一行 - less-paper", "item-missing: 是不是 one-notice？"]),
        (
            "[one-notices, one-notices, less-paper]",
            ["item-missing: 是不是 one-notice？", "item-twice: 删掉多写的一次"],
        ),
    ],
)
def test_an_article_whose_item_may_be_the_one_that_is_missing_is_told_once(items: str, told: list[str]) -> None:
    found = problems_of(raw(changed(I1, "[one-notice, less-paper]", items)))

    assert [f"{p.code.removeprefix('bulletin/')}: {p.hint}".partition("；")[0] for p in found] == told
