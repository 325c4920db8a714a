"""Where a text may lead outside, and what the public side must not name of the inside."""

import pytest

from tests.factories import changed, content, problems_of, raw

PUBLIC = "content/public/bulletins/2026/02/phone.md"
INTRANET = "content/intranet/bulletins/2026/01/two-late.md"


def codes(path: str, text: str) -> list[str]:
    files = content()
    files[path] += f"\n{text}\n"
    return [each.code for each in problems_of(raw(files))]


@pytest.mark.parametrize(
    "text",
    [
        "登录 nei.mingbai.example 看。",
        "登录`nei.mingbai.example`看。",
        "登录 NEI．Mingbai．example 看。",
        "登录 nei.<b>mingbai</b>.example 看。",
        "写信到 a@nei.mingbai.example。",
        "登录 oa.nei.mingbai.example:8080/a 看。",
        "登录 172.20.1.2 看。",
        "登录 files.localhost 看。",
        "登录 localhost:8080 看。",
        "登录 http：//oa/ 看。",
        "登录 nei&#46;mingbai&#x2E;example 看。",
        "登录 10&#46;1&period;2&#46;3 看。",
        '<span title="nei&#46;mingbai.example">登录</span>看。',
        "<!-- 10&#46;1&#46;2&#46;3 -->看。",
    ],
)
def test_the_public_side_does_not_name_what_only_the_inside_knows(text: str) -> None:
    assert codes(PUBLIC, text) == ["outbound/inside-named"]


@pytest.mark.parametrize(
    "text",
    [
        "登录 zwfw.mingbai.example 看。",
        "见 catv.yaml 和 phone.md。",
        "分值 1.10.1 不变，版本 10.1.2。",
        "看 www.nei.example 和 inei.mingbai.example。",
        "到 172.32.1.2。",
    ],
)
def test_other_hosts_may_be_named(text: str) -> None:
    assert codes(PUBLIC, text) == []


@pytest.mark.parametrize("host", ["10.1.2.3", "nei.mingbai.example", "oa.nei.mingbai.example"])
def test_a_link_to_the_inside_is_told_once(host: str) -> None:
    assert codes(PUBLIC, f"看[这里](http://{host}/a)。") == ["link/crosses-boundary"]


def test_an_attachment_does_not_name_the_inside_either() -> None:
    files = raw(content())
    files["content/public/files/forms/application.txt"] += "登录 nei.mingbai.example 填。\n".encode()

    (problem,) = problems_of(files)
    assert (problem.code, problem.place.path) == ("outbound/inside-named", "content/public/files/forms/application.txt")


def test_a_host_of_the_inside_on_the_list_opens_no_way() -> None:
    files = changed(
        "public/bureau.yaml", "{host: piao.example", "{host: 10.1.2.3, title: 办公}\n  - {host: piao.example"
    )
    files[PUBLIC] += "\n看[这里](http://10.1.2.3/oa)。\n"

    assert [each.code for each in problems_of(raw(files))] == ["link/crosses-boundary", "outbound/inside-named"]


def test_the_intranet_names_and_links_to_the_inside() -> None:
    assert (
        codes(INTRANET, "登录[这里](http://10.1.2.3/oa)或者[那里](https://oa.nei.mingbai.example/)，在 10.1.2.4。")
        == []
    )
