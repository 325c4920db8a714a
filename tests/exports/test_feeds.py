"""Feeds: another program reads what the records say, names stay, and nothing is fetched that is not written."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.boundary import Audience
from mingbai.clock import Clock
from mingbai.exports.atom import Change, Feed, tag
from mingbai.exports.atom_file import atom_bytes
from mingbai.exports.export import Export
from mingbai.exports.public import feed_exports
from mingbai.exports.public.news import CHANGES, ENOUGH
from mingbai.source.abroad import abroad
from tests.factories import changed, content, public_corpus, without
from tests.workshop import Workshop

ALL, TURNS, UNIT = "feed.xml", "changes/feed.xml", "divisions/market/feed.xml"
ISSUE, ARTICLE = "public/bulletins/2026/01/issue.yaml", "public/bulletins/2026/01/one-notice.md"
LINE = st.text(min_size=1, max_size=30).filter(str.strip)


class Shelf:
    """Prose by its digest, and a note of what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        self.asked += digests
        return {digest: f'<h2 id="y">文</h2><p><a href="#y">看</a>{digest[:6]}</p>'.encode() for digest in digests}


def exports(files: dict[str, str] | None = None, day: str = "2026-12-28") -> dict[str, Export]:
    on = date.fromisoformat(day)
    return {each.path: each for each in feed_exports(public_corpus(files, Clock(on, on)), Shelf())}


def read(path: str, files: dict[str, str] | None = None, day: str = "2026-12-28") -> Any:
    """A feed as another program reads it; it complains of nothing."""
    found = feedparser.parse(exports(files, day)[path].make())
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


def ids(path: str, files: dict[str, str] | None = None) -> list[str]:
    return [entry.id for entry in read(path, files).entries]


def names(made: Mapping[str, Export]) -> dict[str, list[str]]:
    return {path: re.findall("<id>(.*?)</id>", export.make().decode()) for path, export in made.items()}


def test_there_is_a_feed_of_all_of_changes_and_of_each_unit() -> None:
    assert sorted(exports()) == sorted([ALL, TURNS, "divisions/market/feed.xml", "divisions/office/feed.xml"])


def test_another_program_reads_every_feed_and_finds_what_rfc_4287_asks_for() -> None:
    for path in exports():
        found = read(path)
        assert found.feed.id.startswith("tag:mingbai.example,2026:") and found.feed.title and found.feed.author
        assert {link.rel: link.href for link in found.feed.links}["self"] == f"https://mingbai.example/{path}"
        assert len({entry.id for entry in found.entries}) == len(found.entries) <= ENOUGH
        moments = [datetime.fromisoformat(entry.updated) for entry in found.entries]
        assert moments == sorted(moments, reverse=True) and all(moment.utcoffset() for moment in moments)
        assert found.feed.updated == found.entries[0].updated
        for entry in found.entries:
            assert entry.title and entry.link.startswith("https://mingbai.example/") and entry.tags[0].term
            assert entry.content[0].type == "text/html"


def test_an_article_is_told_whole_at_the_minute_of_its_issue() -> None:
    (entry,) = [each for each in read(ALL).entries if each.id.endswith("articles/2026/01/one-notice")]
    issue = content()[f"content/{ISSUE}"]

    assert entry.published[:16].replace("T", " ") == re.findall("published: (.{16})", issue)[0]
    assert entry.link == "https://mingbai.example/bulletins/2026/01/#one-notice"
    assert '<a href="https://mingbai.example/bulletins/2026/01/#one-notice-y">看</a>' in entry.content[0].value


def test_every_address_in_a_text_is_whole_on_a_built_site(workshop: Workshop) -> None:
    workshop.build()
    for site in Audience:
        feeds = {path: data for path, data in workshop.sites()[site].items() if path.endswith("feed.xml")}
        assert len(feeds) == len(exports())
        for data in feeds.values():
            for entry in feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False).entries:
                text = entry.content[0].value
                assert not re.findall(r'(?:href|src)="(?!https?:|mailto:|tel:)[^"]*"', text)
                assert " id=" not in text


def test_both_sites_have_the_same_feeds(workshop: Workshop) -> None:
    workshop.build()
    public, inside = workshop.sites()["public"], workshop.sites()["intranet"]

    assert {path: inside[path] for path in exports()} == {path: public[path] for path in exports()}


def test_the_feed_of_changes_tells_of_promises_and_fees_alone() -> None:
    assert {entry.tags[0].term for entry in read(TURNS).entries} == set(CHANGES)


def test_a_unit_has_what_it_wrote_and_what_changed_about_its_items() -> None:
    assert {each.split(":")[2].split("/")[0] for each in ids(UNIT)} >= {"articles", "commitments"}


TITLES = (
    (ARTICLE, "title"),
    (ISSUE, "title"),
    ("public/fees/catv.yaml", "name"),
    ("public/commitments/market/perf-domestic.yaml", "name"),
    ("public/divisions/market.yaml", "name"),
    ("public/divisions/market.yaml", "short_name"),
    ("public/bureau.yaml", "name"),
)


@settings(max_examples=5, deadline=None)
@given(title=st.from_regex("[一-龥]{2,12}", fullmatch=True), some=st.sets(st.sampled_from(TITLES), min_size=1))
def test_other_titles_give_no_entry_and_no_feed_another_name(title: str, some: set[tuple[str, str]]) -> None:
    files = content()
    for path, field in some:
        line = next(line for line in files[f"content/{path}"].splitlines() if line.startswith(f"{field}: "))
        text = f"\n{files[f'content/{path}']}".replace(f"\n{line}\n", f"\n{field}: {title}\n", 1)
        files[f"content/{path}"] = text[1:]

    assert names(exports(files)) == names(exports())


def test_an_older_step_written_down_later_renames_none() -> None:
    steps = ("{on: 2026-02-02, action: 停征, reason: 试一试}", "{on: 2026-02-03, action: 恢复, reason: 试完了}")
    older = "".join(("events:\n", *(f"  - {step}\n" for step in steps)))
    with_it = changed("public/fees/catv.yaml", "clearing:", f"{older}clearing:")

    assert set(ids(TURNS)) < set(ids(TURNS, with_it))


def test_an_entry_that_is_there_on_two_days_is_the_same_on_both() -> None:
    early, late = ({entry.id: entry for entry in read(ALL, day=day).entries} for day in ("2026-03-02", "2026-12-28"))

    assert early.keys() & late.keys()
    assert all(early[id] == late[id] for id in early.keys() & late.keys())


def test_a_new_day_on_which_nothing_changed_changes_no_feed() -> None:
    first, second = ({e.path: e.digest for e in exports(day=day).values()} for day in ("2026-12-27", "2026-12-28"))

    assert first == second


def test_a_unit_that_has_nothing_to_tell_has_a_feed_all_the_same() -> None:
    files = content()
    unit = files["content/public/divisions/market.yaml"]
    found = read(
        "divisions/new/feed.xml",
        {**files, "content/public/divisions/new.yaml": unit.replace("short_name: ", "short_name: 新")},
    )

    assert not found.entries
    assert found.feed.updated.endswith("+08:00")


def test_a_day_before_there_is_anything_has_no_feed() -> None:
    assert exports(day="2020-01-01") == {}


def test_no_text_is_fetched_until_a_feed_is_written() -> None:
    shelf = Shelf()
    made = list(feed_exports(public_corpus(), shelf))

    assert not shelf.asked
    made[0].make()
    assert shelf.asked


@pytest.mark.parametrize("path", [ARTICLE, "public/fees/catv.yaml"])
def test_what_is_told_is_in_the_digest(path: str) -> None:
    files = content()
    key = "payer" if path.endswith(".yaml") else "title"
    line = next(line for line in files[f"content/{path}"].splitlines() if line.startswith(f"{key}: "))

    assert exports(changed(path, f"{line}\n", f"{line}甲\n"))[ALL].digest != exports()[ALL].digest


def test_what_leaves_takes_its_entries_along() -> None:
    path = next(p[8:] for p in content() if "/exemplars/" in p)

    assert set(ids(ALL)) - set(ids(ALL, without(path)))


def test_the_newest_articles_are_told_of_however_many_there_are() -> None:
    files = content()
    issue = files[f"content/{ISSUE}"]
    for number in range(3, 60):
        folder = f"content/public/bulletins/2026/{number:02}"
        head = re.sub("issue_no: .*", f"issue_no: {number}", re.sub("items: .*", "items: [one]", issue))
        head = re.sub("cumulative_no: .*", f"cumulative_no: {number}", head)
        moment = f"2026-{number // 5 + 1:02}-{number % 5 + 20} 10:00"
        head = re.sub("date: .*", f"date: {moment[:10]}", re.sub("published: .*", f"published: {moment}", head))
        unit = "office" if number == 3 else "market"
        files[f"{folder}/issue.yaml"] = head
        files[f"{folder}/one.md"] = (
            f"---\ntitle: 第{number}篇\ndivision: {unit}\nsubmitted_on: 2026-01-20\n---\n\n正文{number}。\n"
        )

    told = [entry.title for entry in read(UNIT, files).entries if entry.tags[0].term == "简报"]
    assert told == [f"第{number}篇" for number in range(59, 59 - len(told), -1)] and len(told) > 10
    assert "第3篇" in [entry.title for entry in read("divisions/office/feed.xml", files).entries]


@given(LINE, LINE, LINE)
def test_whatever_a_text_holds_the_feed_is_xml_and_says_it(title: str, text: str, html: str) -> None:
    change = Change(tag("a.example", 2026, "x"), date(2026, 1, 2), title, text, "https://a.example/", "甲", "乙", html)
    feed = Feed("tag:a", "名", "说", "局", "https://a.example/feed.xml", "https://a.example/", (change,))
    root = ET.fromstring(atom_bytes(feed))

    found = root.findtext("{*}entry/{*}content") or ""
    said = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", html)
    assert found.replace("\r", "\n") == said.replace("\r\n", "\n").replace("\r", "\n") or not said.strip()


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ('<p>看 href="/a/" 的写法</p>', '<p>看 href="/a/" 的写法</p>'),
        ('<img src="/files/a.png" alt="窗口">', '<img src="https://a.example/files/a.png" alt="窗口">'),
        ('<a href="mailto:a@b.cn">信</a>', '<a href="mailto:a@b.cn">信</a>'),
        ('<a href="https://www.gov.cn/#x">国</a>', '<a href="https://www.gov.cn/#x">国</a>'),
        ('<li id="fn:1">注<a class="footnote-backref" href="#fnref:1">回</a></li>', None),
    ],
)
def test_only_addresses_within_the_site_are_made_whole(html: str, whole: str | None) -> None:
    note = '<li>注<a class="footnote-backref" href="https://a.example/b/#fnref:1">回</a></li>'

    assert abroad(html, "https://a.example/b/") == (whole or note)
