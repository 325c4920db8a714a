"""The boundary between the public and the intranet: the only place that says who sees what.

Rule 1: what lies under `content/public/` is public; nothing else is. There is no flag to forget.
Rule 2: public page functions and exports take a `PublicCorpus`, and no public module imports an intranet one.
Hence a change on the intranet's side changes no public byte (`tests/properties/test_boundary.py`).
"""

from enum import StrEnum


class Audience(StrEnum):
    """Who a site is for; the value is the folder's name under `content/` and under `site/`."""

    PUBLIC = "public"
    INTRANET = "intranet"


def folder(audience: Audience) -> str:
    """The folder of an audience, below the project root.

    >>> folder(Audience.PUBLIC)
    'content/public/'
    """
    return f"content/{audience}/"


FOLDERS = tuple((folder(audience), audience) for audience in Audience)


def of(path: str) -> Audience | None:
    """Who may see what lies at `path` (below the project root); `None` for a file outside both folders.

    >>> of("content/public/fees/venue-hire.yaml"), of("content/notes.md")
    (<Audience.PUBLIC: 'public'>, None)
    """
    for folder, audience in FOLDERS:
        if path.startswith(folder):
            return audience
    return None


def below(path: str) -> str:
    """The part of `path` under its audience's folder, which says the kind and the id.

    >>> below("content/public/fees/venue-hire.yaml")
    'fees/venue-hire.yaml'
    """
    return path.split("/", 2)[2]


def is_attachment(path: str) -> bool:
    """Whether a file is published as it is.

    >>> is_attachment("content/public/files/fees/form.pdf"), is_attachment("content/files/form.pdf")
    (True, False)
    """
    return of(path) is not None and below(path).startswith("files/")
