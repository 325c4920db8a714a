"""The last look at each file before it goes out: what it stops, what it lets through."""

from pathlib import Path

import pytest

from mingbai.build.outgoing import Allowance, gate
from tests.workshop import Workshop, site

ABROAD = '<a href="https://piao.example/a">售票网</a>'
PLANNED = frozenset({"index.html", "fees/catv/index.html", "files/a.pdf"})
ALLOWANCE = Allowance(
    lambda host, path: host == "piao.example" and path == "index.html", ("13900139000",), inside="nei.mingbai.example"
)


def lay_over(workshop: Workshop, name: str, more: str) -> None:
    """Lay over a template of ours, or one of its scripts, a copy with more where its first block or line begins."""
    shipped = (Path(__file__).parents[2] / "templates" / name).read_text(encoding="utf-8")
    begins = "{% block main %}" if name.endswith(".html") else "\n"
    assert begins in shipped
    workshop.write(f"templates/{name}", shipped.replace(begins, f"{begins}{more}", 1))


def codes(page: str, path: str = "index.html", allowance: Allowance = ALLOWANCE) -> list[str]:
    """What is wrong with a page with this in its body."""
    look = gate(PLANNED, allowance).at
    return [problem.code for problem in look(path, f"<!doctype html><body><main>{page}</main>".encode())]


@pytest.mark.parametrize(
    "page",
    [
        ABROAD,
        '<a href="/fees/catv/#x">费</a><a href="/files/a.pdf?x">表</a><a href="#x">下</a><a href="tel:0">打</a>',
        '<a href="https://piao.example/a"><img src="/files/a.pdf" alt="售票网"></a>',
        '<ul hidden><li><a href="/">首页</a></li></ul>',
        '<div style="color:red">' + ABROAD + "</div>",
        '<a href="https://piao.example/a">https://piao.example/a</a>',
        '<p>网上看 https://elsewhere.example/ </p><svg xmlns="http://www.w3.org/2000/svg"></svg>',
        "<p>电话 0000-0000001，2026-12-28 09:00，13900139000，实施编码 1133010000248955943301170010000</p>",
        "<p>统一社会信用代码 91350100M000100Y43</p>",
        "<p>xnei&#46;mingbai&#46;example、nei&#46;mingbai&#46;example.com、nei&amp;#46;mingbai.example、&#39;x&#34;</p>",
        "<p>xnei.mingbai.example、nei.mingbai.example.com、nei-mingbai.example</p>",
    ],
)
def test_what_is_in_order_goes_out(page: str) -> None:
    assert codes(page) == []


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ('<a href="/nowhere/">去</a>', "page/dead-link"),
        ('<a href="https://bet.example/">去</a>', "page/outside-host"),
        ("<a href='//bet.example/'>去</a>", "page/outside-host"),
        ('<a class="x" href=" HTTPS://user@BET.example:80/">去</a>', "page/outside-host"),
        ('<a href="https://piao.example.bet.example/">去</a>', "page/outside-host"),
        ('<img src="https://piao.example/a.png" alt="图">', "page/loads-from-outside"),
        ('<script src="//cdn.example/a.js"></script>', "page/loads-from-outside"),
        ('<form action="https://piao.example/"></form>', "page/loads-from-outside"),
        ('<a href="https://piao.example/a"></a>', "page/unseen-link"),
        ('<a href="https://piao.example/a"><span>  </span>。</a>', "page/unseen-link"),
        ('<a href="https://piao.example/a"><img src="/files/a.pdf" alt=""></a>', "page/unseen-link"),
        (f"<div hidden><div>x</div>{ABROAD}</div>", "page/unseen-link"),
        (f'<div class="x" hidden="">{ABROAD}</div>', "page/unseen-link"),
        (f'<div style="display: none">{ABROAD}</div>', "page/unseen-link"),
        (f'<div style="position:absolute; left:-9999px"><p>{ABROAD}</p></div>', "page/unseen-link"),
        ('<a style="font-size:0" href="https://piao.example/a">售票网</a>', "page/unseen-link"),
        (f"<template>{ABROAD}</template>", "page/unseen-link"),
        ("<p>11010519491231002X</p>", "page/personal-data"),
        ("<p>110105 19491231 002X</p>", "page/personal-data"),
        ("<td>138-0013-8000</td>", "page/personal-data"),
        ("<td>１３８００１３８０００</td>", "page/personal-data"),
        ('<a href="tel:13800138000">打</a>', "page/personal-data"),
        ("<p>同事请上NEI.mingbai.example。</p>", "page/inside-named"),
        (r'<script>"看\nnei.mingbai.example"</script>', "page/inside-named"),
        ('<a href="/fees/catv/?to=https%3A%2F%2Fnei.mingbai.example">去</a>', "page/inside-named"),
        ("<p>nei.mingbai.example-内网</p>", "page/inside-named"),
        ("<!-- https://files.nei.mingbai.example:8080/a -->", "page/inside-named"),
        ("<p>nei&#46;mingbai&#x2E;example</p>", "page/inside-named"),
        ("<p>&#110;ei.ming&shy;bai&period;example</p>", "page/inside-named"),
        ("<p>6222 0212 3456 7894</p>", "page/personal-data"),
    ],
)
def test_what_is_not_is_stopped(page: str, code: str) -> None:
    assert codes(page) == [code]


def test_what_one_page_may_lead_to_another_may_not() -> None:
    assert codes(ABROAD, "fees/catv/index.html") == ["page/outside-host"]


def test_tables_for_machines_are_looked_through_too() -> None:
    assert [p.code for p in gate(PLANNED, ALLOWANCE).at("data/a.csv", b"name,13800138000\n")] == ["page/personal-data"]


@pytest.mark.parametrize("path", ["a.html", "a.js", "a.css", "data/A.CSV", "sitemap.xml"])
def test_the_host_of_the_inside_is_told_of_once(path: str) -> None:
    look = gate(PLANNED, ALLOWANCE).at
    found = [problem for each in (path, "later.html") for problem in look(each, b"x nei.mingbai.example")]

    assert [(problem.place.path, problem.code) for problem in found] == [(path, "page/inside-named")]


def test_the_intranet_may_say_where_it_is() -> None:
    assert codes("<p>nei.mingbai.example</p>", allowance=Allowance(ALLOWANCE.leads_to, None)) == []


def test_where_mobile_numbers_are_only_warned_of_they_go_out() -> None:
    anywhere = Allowance(ALLOWANCE.leads_to, None)

    assert codes("<td>138-0013-8000</td>", allowance=anywhere) == []
    assert codes("<td>11010519491231002X</td>", allowance=anywhere) == ["page/personal-data"]


def test_what_is_harmless_on_one_page_is_not_taken_for_harmless_on_the_next() -> None:
    look = gate(PLANNED, ALLOWANCE).at
    assert not list(look("index.html", b"<p>1133010000248955943301170010000</p>"))

    assert [problem.code for problem in look("a.html", b"<p>11010519491231002X</p>")] == ["page/personal-data"]


def test_a_template_that_leads_outside_stops_the_site(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.build()
    before = site(workshop.out, "public")
    lay_over(workshop, "public/missing.html", '<a href="https://bet.example/">好玩</a>')

    assert "page/outside-host" in {problem.code for problem in workshop.build().problems}
    assert site(workshop.out, "public") == before


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("public/missing.html", "nei.{{ 'mingbai.example' }}", "page/inside-named"),
        ("assets/look.js", "// nei.mingbai.example\n", "template/inside-named"),
    ],
)
def test_a_template_or_a_script_that_names_the_intranet_stops_the_public_site(
    tmp_path: Path, name: str, more: str, code: str
) -> None:
    workshop = Workshop(tmp_path)
    workshop.publish()
    before = site(workshop.out, "public")
    lay_over(workshop, name, more)

    assert code in {problem.code for problem in workshop.build().problems}
    assert site(workshop.out, "public") == before


def test_a_page_that_leads_to_a_host_no_longer_listed_is_not_kept(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.edit("content/public/bureau.yaml", "outbound:\n", "outbound:\n  - {host: other.example, title: 别家}\n")
    lay_over(workshop, "intranet/home.html", '<a href="https://other.example/">别家</a>')
    assert not any(problem.is_error for problem in workshop.build().problems)

    workshop.edit("content/public/bureau.yaml", "  - {host: other.example, title: 别家}\n", "")

    assert "page/outside-host" in {problem.code for problem in workshop.build().problems}


def test_a_script_kept_from_before_is_held_to_a_new_host(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    lay_over(workshop, "assets/look.js", "// oa.mingbai.example\n")
    assert not any(problem.is_error for problem in workshop.build().problems)

    workshop.edit("content/public/bureau.yaml", "nei.mingbai.example", "oa.mingbai.example")

    assert "template/inside-named" in {problem.code for problem in workshop.build().problems}


def test_a_page_whose_template_leads_to_a_page_that_went_is_not_kept(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    lay_over(workshop, "public/missing.html", '<a href="/fees/cable-tv/">旧址</a>')
    assert not any(problem.is_error for problem in workshop.build().problems)

    workshop.edit("content/public/fees/catv.yaml", "aliases:\n  - /fees/cable-tv/\n", "")

    assert "page/dead-link" in {problem.code for problem in workshop.build().problems}


def test_the_way_to_a_listed_host_goes_by_the_page_that_says_so(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.build()
    files = site(workshop.out, "public")
    issue, leaving = files["bulletins/2026/01/index.html"].decode(), files["leaving/piao.example/index.html"].decode()
    anchor = issue.partition('href="/leaving/piao.example/#')[2].partition('"')[0]

    assert "https://piao.example" not in issue
    assert f'id="{anchor}"' in leaving
    assert 'href="https://piao.example/market?id=1&amp;d=2"' in leaving
    assert "leaving" not in files["sitemap.xml"].decode()


def test_a_host_taken_off_the_list_stops_the_site(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.build()
    workshop.edit("content/public/bureau.yaml", "host: piao.example", "host: other.example")

    assert [problem.code for problem in workshop.build().problems] == ["outbound/unlisted-host"]
