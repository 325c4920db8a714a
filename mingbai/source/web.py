"""Addresses on the web whose beginning is mistyped, so that they look like the name of a file.

Law: only what nobody calls a file is taken for one: a scheme with something like its `://`, a host that begins with
www, or one that ends as hosts do. What comes out may have other mistakes, for which others look.
"""

import re

_STOP = "[.。．]"
_NEARLY = re.compile(
    r"(?:h{0,2}t{1,3}p{1,2}(?P<safe>s?)\s*+(?:[:：;；]\s*+(?:[/\\／、]{1,3}\s*+)?|[.。，,]?[/\\／]{2,3}\s*+)"
    rf"|(?=www{_STOP}|[\w-]+(?:{_STOP}[\w-]+)*{_STOP}(?:cn|com|net|org|example)(?:[/?#:]|$)))"
    rf"(?P<host>[\w-]+(?:{_STOP}[\w-]+)+)(?P<rest>(?:[:/?#]\S*)?)",
    re.IGNORECASE,
)


def meant(written: str) -> str:
    """The address that was meant; nothing for what is none, or is one already.

    >>> meant("http//www.gov.cn/a"), meant("https；//www。gov。cn"), meant("www.gov.cn"), meant("../www.md")
    ('http://www.gov.cn/a', 'https://www.gov.cn', 'https://www.gov.cn', '')
    """
    found = _NEARLY.fullmatch(written.strip())
    if not found:
        return ""
    scheme = "http" if found["safe"] == "" else "https"
    right = f"{scheme}://{re.sub(_STOP, '.', found['host'])}{found['rest']}"
    return "" if right.lower() == written.strip().lower() else right
