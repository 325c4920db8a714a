"""Whom to tell of a hole in the site: the day until which that holds has not passed and is not far (RFC 9116)."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity

SOON = 30
"""Days before the end in which a reminder is told."""
YEAR = 366
LAST = date.max - timedelta(days=YEAR)
"""The last day that is followed by a whole year."""


def security_in_time(corpus: PublicCorpus) -> Iterator[Problem]:
    """What is said of reporting holes is looked at once a year at least (RFC 9116, 2.5.5).

    Whether that day is too far off is a question of today: a day of the past is looked at with what is written now.
    """
    found = getattr(corpus.bureau.record, "security", None)
    if found is None:
        return
    today = corpus.clock.today
    place, left = corpus.bureau.place("security", "expires"), (found.expires - corpus.day).days
    hint = f"核对联系方式，再改为 expires: {min(today, LAST) + timedelta(days=YEAR - 1)} 或者早一些"
    if left < 0:
        message = f"漏洞报告的联系方式到 {found.expires} 为止，已经过了，网站上没有 security.txt 了"
        yield Problem(place, "security/expired", message, hint, Severity.WARNING)
    elif left < SOON:
        message = f"漏洞报告的联系方式到 {found.expires} 为止，还有{left}天，过了网站上就没有 security.txt"
        yield Problem(place, "security/expires-soon", message, hint, Severity.WARNING)
    elif (found.expires - today).days > YEAR:
        message = f"漏洞报告的有效期到 {found.expires}，超过一年，到那时联系方式多半早换了"
        yield Problem(place, "security/too-far", message, hint, Severity.WARNING)
