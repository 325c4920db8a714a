"""Values as YAML on one line.

Law: what is written reads back as what was given. Whether a word needs quotes is not guessed: our own parser is asked.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from mingbai.source import yaml


def flow(value: object) -> str:
    """A group in braces, a list in brackets, as deep as they go; one value as it is.

    >>> from datetime import date
    >>> flow({"on": date(2026, 1, 30), "cc": ["甲", "a, b"], "evidence": [{"text": "照片"}]})
    '{on: 2026-01-30, cc: [甲, "a, b"], evidence: [{text: 照片}]}'
    """
    return _inner(value) if isinstance(value, Mapping | list | tuple) else scalar(value)


def scalar(value: object, before: str = "- ", after: str = "") -> str:
    """One value; in quotes where it would otherwise read back as something else.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> scalar("9月底"), scalar("2026"), scalar(date(2026, 1, 30)), scalar("甲: 乙"), scalar(Decimal("0.50"))
    ('9月底', '"2026"', '2026-01-30', '"甲: 乙"', '0.50')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        value = value.isoformat(" ", "minutes")
    if not isinstance(value, str):
        return str(value)
    text = str(value)
    located, problems = yaml.parse("x.yaml", f"k:\n  {before}{text}{after}\n")
    data: dict[str, object] = located.data if located and not problems else {}  # type: ignore[assignment]
    read = data.get("k")
    told: object = [{"k": text}] if after else text
    return text if read in (told, [told]) else json.dumps(text, ensure_ascii=False)


def _inner(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_inner(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_inner, value)) + "]"
    return scalar(value, before="[{k: ", after="}]")
