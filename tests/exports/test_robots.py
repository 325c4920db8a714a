"""What programs that go through a site are told: which pages there are, what each is called, whom to tell of a hole."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from mingbai.clock import Clock
from mingbai.exports.public.security import security
from mingbai.exports.public.sitemap import NAMESPACE, sitemap
from tests.factories import changed, problems_of, public_corpus, raw
from tests.workshop import Workshop

CANONICAL = re.compile(rb'<link rel="canonical" href="https://([^/"]+)([^"]*)">')


def locations(data: bytes) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(data).iter(f"{{{NAMESPACE}}}loc")]


def test_more_addresses_than_one_list_may_hold_are_several_lists() -> None:
    corpus = public_corpus()
    routes = [f"/fees/x{number}/" for number in range(5)]
    whole = {export.path: locations(export.make()) for export in sitemap(corpus, routes, most=5)}
    split = {export.path: locations(export.make()) for export in sitemap(corpus, routes, most=2)}

    assert list(whole) == ["sitemap.xml"]
    assert split.pop("sitemap.xml") == [f"https://{corpus.bureau.record.public_host}/{name}" for name in split]
    assert [len(found) for found in split.values()] == [2, 2, 1]
    assert [each for part in split.values() for each in part] == whole["sitemap.xml"]


def test_whom_to_tell_of_a_hole_stands_where_programs_look_until_its_day() -> None:
    (export,) = security(public_corpus())
    text = export.make().decode()

    assert export.path == ".well-known/security.txt"
    assert "Contact: mailto:wgx@mingbai.example\n" in text
    assert "Expires: 2027-06-30T23:59:59+08:00\n" in text
    assert re.search(r"^Canonical: https://[^/]+/\.well-known/security\.txt$", text, re.M)


@pytest.mark.parametrize(("day", "there"), [(date(2027, 6, 30), True), (date(2027, 7, 1), False)])
def test_after_its_day_it_is_gone(day: date, there: bool) -> None:
    assert bool([*security(public_corpus(clock=Clock(day, day)))]) is there


def test_a_contact_without_its_scheme_is_told() -> None:
    files = changed("public/bureau.yaml", "mailto:wgx@mingbai.example", "13800138000")
    assert "field/wrong-form" in [problem.code for problem in problems_of(raw(files))]


@pytest.mark.parametrize("contact", ["mailto:网管@mingbai.example", "https://mingbai.example/漏洞/", "tel:+---"])
def test_a_contact_that_is_no_address_on_the_web_is_told(contact: str) -> None:
    """An address there has no Chinese letters (RFC 3986); programs that read the file would refuse it."""
    files = changed("public/bureau.yaml", "mailto:wgx@mingbai.example", contact)
    assert "field/wrong-form" in [problem.code for problem in problems_of(raw(files))]


def test_a_policy_in_chinese_letters_is_written_as_browsers_send_it() -> None:
    files = changed(
        "public/bureau.yaml",
        "  expires: 2027-06-30",
        "  expires: 2027-06-30\n  policy: https://mingbai.example/a?b=洞#甲",
    )
    (export,) = security(public_corpus(files))

    assert b"\nPolicy: https://mingbai.example/a?b=%E6%B4%9E#%E7%94%B2\n" in export.make()


def test_a_bureau_that_names_nobody_has_no_such_file() -> None:
    block = 'security:\n  contacts: ["mailto:wgx@mingbai.example"]\n  expires: 2027-06-30\n'
    files = changed("public/bureau.yaml", block, "")
    assert not [*security(public_corpus(files))]


def test_every_page_of_both_sites_says_its_own_address_once(workshop: Workshop) -> None:
    """The one for a wrong address stands at every address and has none; one that leads on says where to."""
    workshop.build()
    corpus = public_corpus()
    hosts = {"public": corpus.bureau.record.public_host, "intranet": corpus.bureau.record.intranet_host}
    for audience, files in workshop.sites().items():
        assert not CANONICAL.findall(files["404.html"])
        for path, data in files.items():
            if not path.endswith("index.html") or b'http-equiv="refresh"' in data:
                continue
            own = f"/{path.removesuffix('index.html')}"
            assert CANONICAL.findall(data) == [(hosts[audience].encode(), own.encode())]


def test_robots_may_read_the_public_site_alone(workshop: Workshop) -> None:
    workshop.build()
    sites = workshop.sites()

    assert b"Allow: /\n" in sites["public"]["robots.txt"] and b"Sitemap: https://" in sites["public"]["robots.txt"]
    assert sites["intranet"]["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert "sitemap.xml" not in sites["intranet"]
    assert {path for path in sites["intranet"] if path.startswith(".")} == set()
