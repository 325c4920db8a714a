"""What only the inside knows is told where a template or a file that pages load names it."""

from pathlib import Path

import pytest

from mingbai.boundary import Audience
from mingbai.build.inward import named_inside
from mingbai.corpus.outward import Exits
from mingbai.make import Wish, check_only
from mingbai.materials import materials
from mingbai.source.tree import scan
from tests.workshop import NOW, Workshop

EXITS = Exits("mingbai.example", "nei.mingbai.example", ())


def said(text: str, name: str = "public/fee.html") -> list[str]:
    """What is said of a template, or of an asset, with this in it."""
    assets = {name.removeprefix("assets/"): text.encode()} if name.startswith("assets/") else {}
    return [str(each) for each in named_inside({} if assets else {name: text}, assets, EXITS)]


def test_it_is_told_at_its_line() -> None:
    (problem,) = said("<p>办事</p>\n<p>登录 10.1.2.3 看</p>")

    assert problem == (
        "templates/public/fee.html:2:1: error template/inside-named: "
        "模板里写了 10.1.2.3，只有单位里面的人打得开，不该公开\n"
        "  = 提示: 删掉它；只给内网看的，写到 templates/intranet/ 的模板里，公开的模板不要引用它"
    )


@pytest.mark.parametrize("name", ["public/fee.html", "shared/foot.html"])
@pytest.mark.parametrize(
    "text",
    [
        '{% include "intranet/extra.html" %}',
        "{%- include 'intranet/extra.html' ignore missing -%}",
        '{% extends "intranet/extra.html" %}',
        '{% import "intranet/extra.html" as parts %}',
        '{% from "intranet/extra.html" import a %}',
        '{% if site.internal %}{% else %}{% include "intranet/extra.html" %}{% endif %}',
        '{% if page.a %}{% include "intranet/extra.html" %}{% endif %}',
    ],
)
def test_what_the_intranet_alone_prints_is_not_taken_in(text: str, name: str) -> None:
    assert said(f"<p>\n{text}", name) == [
        f"templates/{name}:2:1: error template/inside-included: "
        "intranet/extra.html 只给内网用，这里引用它，里面写的就会公开\n"
        "  = 提示: 删掉这一处；只有内网要印的，前后加 {% if site.internal %} 和 {% endif %}"
    ]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("<a href='http://oa.NEI.mingbai.example/a'>办公</a>", "oa.nei.mingbai.example"),
        ("<p>192.168.3.4:8080</p>", "192.168.3.4"),
        ("<a href='http://oa/a'>办公</a>", "oa"),
        ("<a href='//localhost:8080/'>办公</a>", "localhost"),
        ("<p>10&#46;1&#46;2&#46;3</p>", "10.1.2.3"),
        ("<p>&#92;&#92;files01&#92;公示</p>", r"\\files01"),
        (r"<!-- \\files01\公示 -->", r"\\files01"),
        ("<p>ｎｅｉ．mingbai．example</p>", "nei.mingbai.example"),
        ("{% if site.internal %}{% else %}10.1.2.3{% endif %}", "10.1.2.3"),
        ("{% if site.internal %}{% if page.a %}x{% else %}y{% endif %}{% else %}10.1.2.3{% endif %}", "10.1.2.3"),
        ("{% if site.internal %}{% endif %}10.1.2.3", "10.1.2.3"),
        ("{% if site.internal or page.a %}10.1.2.3{% endif %}", "10.1.2.3"),
        ("{% if not site.internal %}10.1.2.3{% else %}{% endif %}", "10.1.2.3"),
        ("{% for a in page.b %}{% else %}10.1.2.3{% endfor %}", "10.1.2.3"),
        ("{{ '' if site.internal else '10.1.2.3' }}", "10.1.2.3"),
        ("<p data-d='10.1.2.3'>", "10.1.2.3"),
        ("<script>let d = 'http://10.1.2.3/'</script>", "10.1.2.3"),
    ],
)
@pytest.mark.parametrize("name", ["public/fee.html", "shared/foot.html"])
def test_whatever_way_it_is_written(text: str, host: str, name: str) -> None:
    (problem,) = said(text, name)

    assert f"模板里写了 {host}，" in problem


@pytest.mark.parametrize("name", ["assets/look.js", "assets/site.css", "assets/icon.svg"])
def test_in_files_that_pages_load_too(name: str) -> None:
    (problem,) = said("/* 1 */\n/* http://10.1.2.3/ */", name)

    assert problem.startswith(f"templates/{name}:2:1: error template/inside-named: 这个文件里写了 10.1.2.3，")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p>10.1.2.3</p>", "intranet/home.html"),
        ("{% if site.internal %}\n<p>10.1.2.3</p>\n{% endif %}", "shared/foot.html"),
        ("{% if site.internal %}{% if page.a %}x{% endif %}10.1.2.3{% endif %}", "shared/foot.html"),
        ("{% if site.internal and page.a %}10.1.2.3{% endif %}", "shared/foot.html"),
        ("{% if not site.internal %}a{% else %}10.1.2.3{% endif %}", "shared/foot.html"),
        ("{% if page.a %}a{% elif site.internal %}10.1.2.3{% endif %}", "shared/foot.html"),
        ("{{ '10.1.2.3' if site.internal else '' }}", "shared/foot.html"),
        ("{# 10.1.2.3 #}", "public/fee.html"),
        ('{% include "intranet/extra.html" %}', "intranet/home.html"),
        ('{% if site.internal %}{% include "intranet/extra.html" %}{% endif %}', "shared/foot.html"),
        ('{# {% include "intranet/extra.html" %} #}', "shared/foot.html"),
        ('{% include "shared/intranet/extra.html" %}', "shared/foot.html"),
        ("<polygon points='10.1.2.3'/>", "public/fee.html"),
        ('<path d = "M 10.1.2.3"/>', "public/fee.html"),
        ('<g transform="matrix(10.5.3.2)">', "public/fee.html"),
        ("<path d='M10.5.3.2l1.5.5-1'/>", "assets/icon.svg"),
        ('<path d="M1 2\n10.1.2.3">', "public/fee.html"),
        ("<p>www.mingbai.example、8.8.8.8、10.1.2、xnei.mingbai.example</p>", "public/fee.html"),
        (r'find("\\d\\w")', "assets/look.js"),
        ("\0\1\2", "assets/mark.png"),
    ],
)
def test_what_the_public_may_read_is_no_mistake(text: str, name: str) -> None:
    assert said(text, name) == []


def test_what_the_program_comes_with_names_nothing_of_the_inside() -> None:
    ours = materials(Path(__file__).parents[2])

    assert not [*named_inside(ours.templates, ours.assets, EXITS)]


def test_a_check_tells_of_it_and_a_build_does_not_publish(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.write("templates/public/missing.html", "<p>nei.mingbai.example 和 10.1.2.3</p>")
    found = check_only(Wish(tmp_path, tmp_path), scan(tmp_path, "content", "templates"), NOW, materials(tmp_path))

    assert [each.code for each in found.problems[Audience.PUBLIC]].count("template/inside-named") == 2
    assert not workshop.build().released


def test_a_check_tells_of_a_template_that_is_taken_in_and_a_build_does_not_publish(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.write("templates/intranet/extra.html", "<p>http://10.1.2.3/oa</p>")
    workshop.write("templates/public/missing.html", '{% include "intranet/extra.html" %}')
    found = check_only(Wish(tmp_path, tmp_path), scan(tmp_path, "content", "templates"), NOW, materials(tmp_path))

    assert "template/inside-included" in [each.code for each in found.problems[Audience.PUBLIC]]
    assert not workshop.build().released
