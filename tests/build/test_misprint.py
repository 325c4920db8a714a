"""What is wrong with a template is told at its line, in words that say what to do."""

import pytest

from mingbai.build.misprint import each_once, lost, unprintable
from mingbai.build.render import _environment, learn
from mingbai.near import near
from mingbai.problem import Place, Problem

FRAME = {
    "shared/layout.html": "{% block main %}{% endblock %}",
    "shared/parts.html": "{% macro tel(a) %}{{ a.b }}{% endmacro %}",
}


def lines(problems: list[Problem]) -> list[str]:
    """Each problem as it is printed, in one line."""
    return [f"{str(each).removeprefix('templates/').replace(chr(10), '')}" for each in problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '\n{% include "shared/fot.html" %}',
            "a.html:2:1: error template/missing: 没有 shared/fot.html 这个模板，这里要用它  = 提示: 名字写错了就改对；"
            "如果是删掉了，就取回它，例如 git checkout -- templates/shared/fot.html",
        ),
        (
            '{% extends "shared/layuot.html" %}',
            "a.html:1:1: error template/missing: 没有 shared/layuot.html 这个模板，这里要用它  = 提示: "
            "是不是 shared/layout.html？如果是删掉了，就取回它，例如 git checkout -- templates/shared/layuot.html",
        ),
        (
            '{% extends "layout.html" %}',
            "a.html:1:1: error template/missing: 没有 layout.html 这个模板，这里要用它  = 提示: "
            "是不是 shared/layout.html？如果是删掉了，就取回它，例如 git checkout -- templates/layout.html",
        ),
        (
            '{% extends "shared\\layout.html" %}',
            "a.html:1:1: error template/missing: 没有 shared\\layout.html 这个模板，这里要用它  = 提示: "
            "是不是 shared/layout.html？如果是删掉了，就取回它，例如 git checkout -- templates/shared\\layout.html",
        ),
        (
            "\n\n{% include page.name %}",
            "a.html:3:1: error template/unnamed: 这里要用哪个模板，没有写清楚  = 提示: "
            '写一个名字，加半角引号，例如 {% include "shared/foot.html" %}；名字不能由程序现拼',
        ),
        (
            '\n{% include "a.html" %}',
            "a.html:2:1: error template/endless: 模板绕着圈用自己：a.html → a.html，没有尽头  = 提示: "
            "去掉这一行，或者换成别的模板",
        ),
    ],
)
def test_what_a_template_needs_is_there(text: str, said: str) -> None:
    assert lines([*lost(FRAME | {"a.html": text})]) == [said]


def test_a_template_is_not_what_it_misses() -> None:
    [found] = lost({"intranet/honours.html": '{% extends "public/honours.html" %}'})

    assert found.hint.startswith("名字写错了就改对；")


def test_remarks_without_an_end_are_soon_passed_over() -> None:
    assert not [*lost({"a.html": "{#" * 200_000})]


@pytest.mark.parametrize(
    "text",
    [
        '{% include "none.html" ignore missing %}',
        '{# {% include "none.html" %} #}',
        '{% extends "shared/layout.html" %}{% from "shared/parts.html" import tel %}',
    ],
)
def test_what_is_there_or_need_not_be_is_nothing_wrong(text: str) -> None:
    assert not [*lost(FRAME | {"a.html": text})]


def test_a_template_that_many_need_is_missed_once_where_both_sites_need_it() -> None:
    needing = '{% extends "shared/base.html" %}'

    [found] = lost({"intranet/a.html": needing, "public/b.html": needing, "public/c.html": needing})

    assert found.place == Place("templates/public/b.html", 1)
    assert found.message == "没有 shared/base.html 这个模板，这里和另外 2 处要用它"


def test_a_round_of_templates_is_told_once() -> None:
    templates = {f"{a}.html": f'{{% include "{b}.html" %}}' for a, b in ("ab", "bc", "ca", "da")}

    assert [f"{each.place} {each.message}" for each in lost(templates)] == [
        "templates/c.html:1:1 模板绕着圈用自己：a.html → b.html → c.html → a.html，没有尽头"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n{% if %}", "2:1 %} 前面缺了东西；补上要印或者要问的名字，例如 page.head.title"),
        ("\n{% if a %}\n\n{% if b %}{% endif %}", "2:1 {% if %} 没有收尾；在它管到的地方后面写上 {% endif %}"),
        (
            "{% for a in b %}\n{% if a %}\n{% endfor %}",
            "3:1 {% endfor %} 来早了：第 2 行的 {% if %} 还没有收尾；先写上 {% endif %}",
        ),
        ("\n{% endif %}", "2:1 多了 {% endif %}：前面没有 {% if %}；去掉它，或者把前面的补上"),
        ("{% endblock %}", "1:1 多了 {% endblock %}：前面没有 {% block %}；去掉它，或者把前面的补上"),
        (
            "{% block a %}\n{% endif %}{% endblock %}",
            "2:1 多了 {% endif %}：前面没有 {% if %}；去掉它，或者把前面的补上",
        ),
        ("{% block a %}{% else %}{% endblock %}", "1:1 多了 {% else %}：前面没有 {% if %}；去掉它，或者把前面的补上"),
        ("{{ a(b=1, b=2) }}", "1:1 b 给了两次；去掉一个"),
        ("{{ 1.a }}", "1:1 有一个数字后面连着别的字；去掉后面的字，或者把它们分开"),
        ("{% macro a(x, x) %}{% endmacro %}", "1:1 宏的参数 x 写了两次；去掉一个，或者换一个名字"),
        ("{% if a？ %}{% endif %}", "1:8 大括号里不能写 ？；去掉它；“而且”写 and，“或者”写 or，“不”写 not"),
        ("{% if a %}{% elseif b %}{% endif %}", "1:1 没有 {% elseif %} 这种写法；是不是 {% elif %}？"),
        ("{% blok a %}", "1:1 没有 {% blok %} 这种写法；是不是 {% block %}？"),
        ("{% if a %}{% else if b %}{% endif %}", "1:1 这里应该是 %}，写的是 if；看看前后有没有漏字、多字"),
        ("文{{ a｜prose }}", "1:6 大括号里不能写全角的 ｜；改成半角的 |"),
        ("\n{% include “a” %}", '2:12 大括号里不能写全角的 “；改成半角的 "'),
        ("{{ 'a }}", "1:4 引号 ' 没有成对；在名字后面补上 '"),
        ("{% if a && b %}", "1:9 大括号里不能写 &；去掉它；“而且”写 and，“或者”写 or，“不”写 not"),
        ("{{ a | proze }}", "1:1 没有叫 proze 的过滤器；是不是 prose？"),
        ("{{ a | 元 }}", "1:1 没有叫 元 的过滤器；去掉 | 元"),
        ("{{ (a }}", "1:1 括号没有成对：应该是 )，写的是 }；补上 )"),
        ("{{ a) }}", "1:1 ) 不该在这里；看看它前面是不是漏了字，或者括号没有成对"),
        ("{{ a b }}", "1:1 这里应该是 }}，写的是 b；看看前后有没有漏字、多字"),
        ("{{ a", "1:1 到文件末尾还没有 }}；补上 }}"),
        ("{# a", "1:1 注释没有收尾；在注释后面写上 #}"),
        ("{% raw %} a", "1:1 {% raw %} 没有收尾；在它后面写上 {% endraw %}"),
        ("{% block a %}{% endblock %}" * 2, "1:1 {% block a %} 写了两次；去掉一个，或者换一个名字"),
        ("{% block a-b %}{% endblock %}", "1:1 {% block %} 的名字里有横线；名字只用英文字母、数字和下划线"),
        ("{%%}", "1:1 {% 和 %} 之间是空的；写上要做什么，或者去掉它"),
        ("{{ a. }}", "1:1 点后面缺了名字；补上名字，或者去掉这个点"),
        ("{{ a is kat }}", "1:1 is 后面没有 kat 这种问法；例如 is defined"),
        ("{{" + "(" * 2000, "1:1 模板套得太深，读不了；一层套一层的循环和括号，拆到几个模板里"),
        ("{% placed %}\n", "1:1 {% placed %} 没有收尾；在它管到的地方后面写上 {% endplaced %}"),
        ("{{ '\\x' }}", "1:1 这里读不懂：truncated \\xXX escape；改这一行；看不懂就把这一条发给改模板的人"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_write(text: str, said: str) -> None:
    [found] = learn({"a.html": text}, ["a.html"])

    assert (found.place.path, found.code) == ("templates/a.html", "template/syntax")
    assert f"{found.place.line}:{found.place.column} {found.message}；{found.hint}" == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n{{ pag.a }}", "2 没有叫 pag 的东西；模板认得 page、site，还有自己起的和从别的模板拿来的名字"),
        (
            "{% placed %}{{ page.a }}{% endplaced %}",
            "1 {% placed %} 里没有 page；那里印的东西各页共用，只认得 place 和 site；这一页的东西写到它外面",
        ),
        ("{{ page.relal }}", "1 没有 relal 这一项（这里是 complex）；是不是 real？"),
        ("{{ page.nothing }}", "1 没有 nothing 这一项（这里是 complex）；改成有的一项，或者去掉这一处"),
        ("{{ page['x'] }}", "1 没有 x 这一项（这里是 complex）；改成有的一项，或者去掉这一处"),
        ("{{ site.name }}", "1 这里要用 name，可是它前面的东西在这一页上没有；先用 {% if %} 问一问有没有"),
        (
            '{% from "shared/parts.html" import fax %}{{ fax(1) }}',
            "1 shared/parts.html 里没有叫 fax 的宏；看看那个模板里的宏叫什么，照着改",
        ),
        ("{% macro m(a) %}{{ a }}{% endmacro %}\n{{ m() }}", "1 用宏的时候少给了 a；在括号里补上"),
        ("{% macro m(a) %}{% endmacro %}\n{{ m(b=1) }}", "2 宏 m 没有 b 这个参数；照宏的第一行改括号里的名字"),
        ("{% macro m(a) %}{% endmacro %}\n{{ m(1, 2) }}", "2 宏 m 最多要 1 个参数，这里给多了；去掉多的"),
        ("{% for a in page %}{% endfor %}", "1 这里要一个一个地数，可是 complex 不是一列东西；换成一列东西"),
        ("{{ page() }}", "1 这里加了括号当宏来用，可是 complex 不是宏；去掉括号，或者换成宏的名字"),
        (
            '{% extends "shared/layout.html" %}{% extends "shared/layout.html" %}',
            "1 一个模板里写了两个 {% extends %}；只留一个",
        ),
        ("{% if page %}{{ page | proze }}{% endif %}", "1 没有叫 proze 的过滤器；去掉 | proze"),
        ("{% if page %}{{ page is kat }}{% endif %}", "1 is 后面没有 kat 这种问法；例如 is defined"),
        ("{{ 1 / 0 }}", "1 这里除以了 0；模板里不要算数，印程序算好的"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "1 这里自己用自己，没有尽头；看看宏是不是在里面又用了自己"),
        ("{{ 1 + 'a' }}", "1 这里印不出来：TypeError: unsupported operand type(s) for +: 'int' and 'str'；"
         "改这一行；看不懂就把这一条发给改模板的人"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_told_with_what_to_do(text: str, said: str) -> None:
    found = printed(text)

    assert (found.place.path, found.code) == ("templates/a.html", "template/unprintable")
    assert f"{found.place.line} {found.message}；{found.hint}" == f"{said}（做 /a/ 这一页时碰到）"


def test_what_a_macro_of_another_template_cannot_print_is_told_with_who_used_it() -> None:
    found = printed('{% from "shared/parts.html" import tel %}\n\n{{ tel(page) }}')

    assert found.place == Place("templates/shared/parts.html", 1)
    assert found.hint.endswith("（做 /a/ 这一页时碰到，是 templates/a.html 第 3 行用到这里的）")


def printed(text: str) -> Problem:
    """What is said of a template that cannot be printed."""
    template = _environment(tuple((FRAME | {"a.html": text}).items())).get_template("a.html")
    with pytest.raises(Exception) as raised:
        template.render(page=1j, site=None, place=None, kept={})
    found = unprintable(raised.value, "/a/")
    assert found
    return found


def test_what_comes_out_of_the_program_below_a_template_is_no_mistake_of_the_template() -> None:
    template = _environment((("a.html", "{{ page.told }}"),)).get_template("a.html")

    with pytest.raises(Exception) as raised:
        template.render(page=_Faulty())

    assert unprintable(raised.value, "/a/") is None


class _Faulty:
    @property
    def told(self) -> str:
        """Goes wrong in the program."""
        return str(near(None, ["a"]))  # type: ignore[arg-type]


def test_of_what_many_pages_cannot_print_at_one_line_the_first_is_told() -> None:
    here, there = Place("templates/a.html", 1), Place("templates/a.html", 2)
    found = [
        Problem(place, "template/unprintable", "坏", hint)
        for place, hint in ((here, "一"), (here, "二"), (there, "三"))
    ]

    assert [each.hint for each in each_once(found)] == ["一", "三"]
