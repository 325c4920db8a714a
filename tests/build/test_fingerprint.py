"""The fingerprint of a template changes with whatever it can print."""

import pytest

from mingbai.build.fingerprint import of_templates

BOTH = {"a.html": "a", "b.html": "b"}


@pytest.mark.parametrize(
    "text",
    [
        '{% include "b.html" %}',
        "{% include page.x %}",
        "{% raw %}a{#b{color:red}{% endraw %}{% include page.x %}",
        '{{ "{#" }}{% include page.x %}',
        "{% if page.x %}{% endif %}{# {% include page.x %}",
        '{% include "\\x62.html" %}',
        '{% from page.x import part %}{% include "a.html" %}',
    ],
)
def test_what_a_template_may_need_is_part_of_it(text: str) -> None:
    before = of_templates({**BOTH, "top.html": text})
    after = of_templates({**BOTH, "b.html": "c", "top.html": text})

    assert before["top.html"] != after["top.html"]


def test_what_a_template_of_a_template_may_need_is_part_of_it() -> None:
    templates = {**BOTH, "middle.html": "{% include page.x %}", "top.html": '{% include "middle.html" %}'}

    assert of_templates(templates)["top.html"] != of_templates({**templates, "b.html": "c"})["top.html"]


def test_what_a_template_cannot_need_is_no_part_of_it() -> None:
    templates = {**BOTH, "top.html": '{% include "a.html" %}'}

    assert of_templates(templates)["top.html"] == of_templates({**templates, "b.html": "c"})["top.html"]
