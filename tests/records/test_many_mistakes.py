"""A file full of mistakes is told at the price of its mistakes: nothing is made or reckoned again for each of them."""

from collections import Counter
from typing import Any

import pytest
from pydantic import TypeAdapter

from mingbai.records import judge, read
from mingbai.records.public.fee import Fee
from mingbai.source import yaml

PATH = "content/public/fees/catv.yaml"


def mistaken(count: int) -> int:
    """How many mistakes are told of a fee with so many wrong addresses."""
    located, _ = yaml.parse(PATH, "aliases:\n" + "".join(f"  - 'Wrong {each}'\n" for each in range(count)))
    assert located
    return len(read.read(Fee, located)[1])


def test_no_judge_is_made_again_for_each_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Counter[str] = Counter()

    def counted(typed: Any) -> TypeAdapter[Any]:
        made.update(["judge"])
        return TypeAdapter(typed)

    monkeypatch.setattr(judge, "TypeAdapter", counted)

    assert mistaken(40) > 40
    assert made["judge"] < 10


def test_only_the_hint_that_is_told_is_reckoned(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    hints = ("text_hint", "flag_hint", "day_hint", "minute_hint", "year_hint", "figure_hint", "_choices", "form_hint")
    for name in hints:
        hint = getattr(read, name)
        monkeypatch.setattr(
            read, name, lambda *given, name=name, hint=hint, **more: (asked.update([name]), hint(*given, **more))[1]
        )

    mistaken(40)

    assert set(asked) == {"form_hint"}
