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
    found = corpus.bureau.record.security
    if found is None:
        return
    if found.expires < corpus.day:
        message = f"漏洞报告的联系方式到 {found.expires} 为止，已经过了，网站上没有 security.txt 了"
        yield _told(corpus, "expired", message)
    elif found.expires < min(corpus.day, LAST) + timedelta(SOON):
        left = (found.expires - corpus.day).days
        message = f"漏洞报告的联系方式到 {found.expires} 为止，还有{left}天，过了网站上就没有 security.txt"
        yield _told(corpus, "expires-soon", message)
    elif found.expires > min(corpus.clock.today, LAST) + timedelta(YEAR):
        message = f"漏洞报告的有效期到 {found.expires}，超过一年，到那时联系方式多半早换了"
        yield _told(corpus, "too-far", message)


def _told(corpus: PublicCorpus, what: str, message: str) -> Problem:
    until = min(corpus.clock.today, LAST) + timedelta(YEAR - 1)
    hint = f"核对联系方式，再改为 expires: {until} 或者早一些"
    return Problem(corpus.bureau.place("security", "expires"), f"security/{what}", message, hint, Severity.WARNING)
