"""`security.txt`: whom to tell of a hole in the site (RFC 9116).

It has to say until when it holds. That day is written by an editor, who looks at the rest then; a day reckoned from
today would change the file with every build and never run out.
"""

from collections.abc import Iterator
from urllib.parse import quote

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_bytes
from mingbai.exports.export import Export

PATH = ".well-known/security.txt"
_AS_IT_IS = "".join(map(chr, range(ord("!"), ord("~") + 1)))


def security(corpus: PublicCorpus) -> Iterator[Export]:
    """Contacts in the order in which they are to be tried; nothing where the bureau names none, or after its day."""
    bureau = corpus.bureau.record
    found = bureau.security
    if found is None or found.expires < corpus.day:
        return
    lines = (
        *(f"Contact: {contact}" for contact in found.contacts),
        f"Expires: {found.expires}T23:59:59+08:00",
        "Preferred-Languages: zh",
        f"Canonical: https://{bureau.public_host}/{PATH}",
        *((f"Policy: {quote(found.policy, safe=_AS_IT_IS)}",) if found.policy else ()),
    )
    text = "".join(f"{line}\n" for line in lines).encode()
    yield Export(PATH, of_bytes(text), lambda: text)
