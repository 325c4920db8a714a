"""What was meant by a value written in another way."""

import re
from contextlib import suppress
from datetime import date

OTHER_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
"""A day written as people write it."""


def day_hint(key: str, value: object) -> str:
    """The day that was meant, where it is one written another way: 2026/2/9, 2026年2月9日."""
    meant = OTHER_DAY.fullmatch(str(value).strip())
    if meant:
        with suppress(ValueError):
            return f"改为 {key}: {date(*map(int, meant.groups()))}"
    return f"例如 {key}: 2026-01-30"
