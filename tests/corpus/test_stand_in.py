"""What stands in for a bureau that is missing or broken."""

from typing import get_origin

from mingbai.corpus.public import STAND_IN
from mingbai.records.field import fields_of


def test_each_field_holds_what_its_type_says() -> None:
    for name, field in fields_of(type(STAND_IN.record)).items():
        if field.required:
            assert type(getattr(STAND_IN.record, name)) is (get_origin(field.annotation) or field.annotation), name
