"""Addresses of e-mail in links: what one has to have, and which was meant by another form.

Law: a link that opens a letter to nobody is a mistake; whether anybody reads what is sent, nobody knows.
"""

import re
import unicodedata

_ADDRESS = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
LINK = re.compile(rf"mailto:{_ADDRESS}(,{_ADDRESS})*(\?[!-~]*)?", re.IGNORECASE)
HOW = "例如 mailto:office@mingbai.example"


def is_mail(target: str) -> bool:
    """Whether a link is meant to open a letter, however it is written.

    >>> is_mail("mailto：a@b.example"), is_mail("a@b.example"), is_mail("mailto.md"), is_mail("https://a@b.example")
    (True, True, False, False)
    """
    return bool(re.match("mailto ?[:：]", target, re.IGNORECASE) or re.fullmatch(_ADDRESS, target))


def meant(written: str) -> str:
    """The link that was meant, or nothing.

    >>> meant("mailto：a＠b。example"), meant("a@b.example"), meant("mailto:")
    ('mailto:a@b.example', 'mailto:a@b.example', '')
    """
    half = unicodedata.normalize("NFKC", written).replace("。", ".").replace(" ", "")
    right = half if half.lower().startswith("mailto:") else f"mailto:{half}"
    return right if LINK.fullmatch(right) else ""
