"""The tables of rules hold every rule there is, and nothing else."""

import inspect
import re
import typing
from collections.abc import Iterator
from pkgutil import iter_modules

import pytest

from mingbai import rules
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.series import Publisher
from mingbai.problem import Problem
from mingbai.rules.rule import Rule
from mingbai.rules.table import PUBLIC, WHOLE

MODULES = [f"mingbai.rules.{module.name}" for module in iter_modules(rules.__path__)]


def written(corpus: type) -> set[str]:
    """The rules in the code: public functions from that corpus to problems; a `Publisher` is either corpus."""
    found = set()
    for name in MODULES:
        module = inspect.importlib.import_module(name)  # type: ignore[attr-defined]
        for function in vars(module).values():
            if inspect.isfunction(function) and function.__module__ == name and not function.__name__.startswith("_"):
                hints = typing.get_type_hints(function)
                if hints.get("corpus") is corpus and hints.get("return") == Iterator[Problem]:
                    found.add(f"{name}.{function.__name__}")
    return found


def listed(table: tuple[Rule[typing.Any], ...]) -> set[str]:
    return {f"{rule.check.__module__}.{rule.check.__name__}" for rule in table}


def test_every_rule_stands_in_its_table() -> None:
    assert listed(PUBLIC) == written(PublicCorpus) | written(Publisher)
    assert listed(WHOLE) == written(IntranetCorpus) | written(Publisher)


@pytest.mark.parametrize("rule", (*PUBLIC, *WHOLE), ids=lambda rule: f"{rule.id}-{rule.check.__name__}")
def test_a_rule_says_what_it_demands_and_whose_demand_it_is(rule: Rule[typing.Any]) -> None:
    assert re.fullmatch(r"R\d\d", rule.id)
    assert rule.source
    assert (rule.check.__doc__ or "").split("\n")[0].endswith(".")


def test_the_tables_are_in_order() -> None:
    for table in (PUBLIC, WHOLE):
        assert [rule.id for rule in table] == sorted(rule.id for rule in table)
