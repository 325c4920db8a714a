"""Where each record is found on a site: an address is a fact of a record, never derived from its title."""

from collections.abc import Iterable

SHARED = {
    "people": "/divisions/",
    "calendar": "/calendar/",
    "figures": "/supervision/",
    "rewards": "/rewards/",
}
"""Kinds whose records stand on one page together: that page's address."""

ISSUES = {"articles": "bulletins", "internal-articles": "internal-bulletins"}
"""Kinds whose records stand on the page of their issue: the kind of the issue."""

FORMS = {"findings": "/ledger/{id}/", "city-rankings": "/appraisals/{id}/#city"}
"""Kinds whose records do not stand in a section called by the kind."""

PLACES = {
    ("bureau", "bureau"): "/",
    ("norms", "norms"): "/supervision/norms/",
    ("pages", "supervision"): "/supervision/",
    ("pages", "guide"): "/openness/guide/",
    ("pages", "request"): "/openness/request/",
    ("pages", "accessibility"): "/accessibility/",
}
"""The records that have a place of their own on the site."""


def route(kind: str, id: str) -> str:
    """The address of a record or attachment on the sites that show it.

    >>> route("fees", "catv"), route("articles", "2026/01/materials"), route("people", "jia")
    ('/fees/catv/', '/bulletins/2026/01/#materials', '/divisions/#jia')
    """
    if (kind, id) in PLACES:
        return PLACES[kind, id]
    if kind in ISSUES:
        issue, name = id.rsplit("/", 1)
        return f"/{ISSUES[kind]}/{issue}/#{name}"
    if kind in SHARED:
        return f"{SHARED[kind]}#{id.replace('/', '-')}"
    if kind in ("files", "internal-files"):
        return f"/{kind}/{id}"
    if kind.startswith("annexes/"):
        return f"{route(kind.removeprefix('annexes/'), id)}#annex"
    return FORMS.get(kind, "/{kind}/{id}/").format(kind=kind, id=id)


def homes(known: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The records by the address of the page they stand on, in small letters, as some disks know it.

    What stands on the page of its issue is left to the issue; of several on another page the last counts.
    """
    own = sorted([each for each in known if each[0] not in ISSUES])
    return {route(kind, id).partition("#")[0].lower(): (kind, id) for kind, id in own}
