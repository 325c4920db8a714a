"""The style sheet has a rule for what the pages say, and none for what nobody says any more."""

import re

from tests import ROOT

TEMPLATES = ROOT / "templates"
SHEET = (TEMPLATES / "assets" / "site.css").read_text("utf-8")
RULES = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", SHEET, flags=re.DOTALL)
STYLED = {name for head in re.findall(r"[^{};]+(?=\{)", RULES) for name in re.findall(r"\.([a-z][\w-]*)", head)}
PAGES = "\n".join(path.read_text("utf-8") for path in sorted(TEMPLATES.rglob("*.html")))
MARKDOWN = {"admonition", "admonition-title", "danger", "warning"}
OF_VIEWS = {
    "chip--off",
    "dashed",
    "hollow",
    "miss",
    "now",
    "poster--many",
    "sheet--brief",
    "sheet--close",
    "sheet--tight",
}
"""Written by a view: the tone of a chip, the kind of a cell, the size of a sheet."""
OF_SCRIPTS = {"sieve-field", "sieve-name", "sieve-order", "sieve-words"}


def said() -> set[str]:
    """Every whole class in a template, without those that a view fills in."""
    found: set[str] = set()
    for attribute in re.findall(r'class="([^"]*)"', PAGES):
        found |= set(re.sub(r"\{%.*?%\}", " ", re.sub(r"[\w-]*\{\{.*?\}\}[\w-]*", " ", attribute)).split())
    return found


def test_every_class_a_template_says_has_a_rule() -> None:
    assert said() - STYLED == set()


def test_every_class_with_a_rule_is_said_by_a_template_or_known_to_come_from_elsewhere() -> None:
    assert STYLED - said() == MARKDOWN | OF_VIEWS | OF_SCRIPTS


def test_what_scripts_and_views_say_is_said_there() -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in sorted((TEMPLATES / "assets").glob("*.js")))
    views = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "mingbai" / "pages").rglob("*.py")))

    assert {name for name in OF_SCRIPTS if name not in scripts} == set()
    assert {name for name in OF_VIEWS if f'"{name.rpartition("--")[2]}"' not in views} == set()
