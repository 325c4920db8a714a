"""A newsletter in its order, year by year."""

from mingbai.corpus.series import Series
from mingbai.records.public.bulletin import Bulletin
from tests.factories import content, public_corpus

ISSUE, ARTICLE = "content/public/bulletins/2026/02/issue.yaml", "content/public/bulletins/2026/02/phone.md"


def newsletter(*folders: str) -> Series[Bulletin]:
    """The golden newsletter with more issues, each like the second, in these folders."""
    said = content()
    more = [
        (f"content/public/bulletins/{each}/{name.rpartition('/')[2]}", said[name])
        for each in folders
        for name in (ISSUE, ARTICLE)
    ]
    return public_corpus({**said, **dict(more)}).newsletter


def test_the_newest_year_comes_first_and_in_it_the_newest_number() -> None:
    series = newsletter("2025/9", "2025/10", "2026/10")

    assert [entry.id for entry in series.newest_first] == ["2026/10", "2026/02", "2026/01", "2025/10", "2025/9"]
    assert [entry.id for _, entry in series.numbered] == ["2025/9", "2025/10", "2026/01", "2026/02", "2026/10"]


def test_a_volume_holds_what_lies_in_the_folder_of_its_year() -> None:
    volumes = newsletter("2025/01").volumes

    assert list(volumes) == ["2026", "2025"]
    assert [entry.id for entry in volumes["2025"].articles] == ["2025/01/phone"]
    assert [name for name, _ in volumes["2026"].pieces(volumes["2026"].newest_first[-1])] == [
        "one-notice",
        "less-paper",
    ]


def test_a_folder_that_is_no_number_is_in_a_volume_and_in_no_order() -> None:
    series = newsletter("2026/extra", "old/01")

    assert list(series.volumes) == ["2026", "old"]
    assert [entry.id for entry in series.newest_first] == ["2026/02", "2026/01"]
    assert set(series.articles_of["2026/extra"]) == {"phone"}


def test_what_one_article_says_changes_the_seal_of_its_own_year_alone() -> None:
    before, said = newsletter("2025/01").volumes, content()
    path = "content/public/bulletins/2026/01/one-notice.md"
    folder = {f"content/public/bulletins/2025/01/{name.rpartition('/')[2]}": said[name] for name in (ISSUE, ARTICLE)}
    after = public_corpus({**said, **folder, path: said[path] + "\n又减了两样。\n"}).newsletter.volumes

    assert before["2025"] == after["2025"]
    assert (before["2026"] == after["2026"], before["2026"].texts == after["2026"].texts) == (False, False)


def test_years_whose_names_begin_alike_are_told_apart() -> None:
    volumes = newsletter("2025/01", "20251/01", "2025-old/01", "202/01", "2025/99").volumes

    assert {year: [entry.id for entry in volume.issues] for year, volume in volumes.items()} == {
        "20251": ["20251/01"],
        "2026": ["2026/01", "2026/02"],
        "2025": ["2025/01", "2025/99"],
        "202": ["202/01"],
        "2025-old": ["2025-old/01"],
    }
