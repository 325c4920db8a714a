"""Where each record is found on a site: an address is a fact of a record, never derived from its title."""

from collections.abc import Collection, Iterator, Mapping

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

IRREGULAR = {*SHARED, *FORMS, *(kind for kind, _ in PLACES)}
"""Kinds of which at least some records have an address that does not simply name kind and id."""


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
    return FORMS[kind].format(id=id) if kind in FORMS else f"/{kind}/{id}/"


class Homes:
    """The records by the address of the page they stand on, in small letters, as some disks know it.

    What stands on the page of its issue is left to the issue; of several on another page the last counts. Where an
    address names its kind and id they are read off it, so that nobody has to write down thousands.
    """

    def __init__(self, *sides: Mapping[str, Collection[str]]) -> None:
        self._filed = {kind: ids for side in sides for kind, ids in side.items()}
        self._shared = {address: pair for side in sides for address, pair in _irregular(side)}

    def get(self, address: str) -> tuple[str, str] | None:
        """The kind and id of the record whose page lies at an address in small letters, if there is one."""
        kind, _, id = address.strip("/").partition("/")
        own = (kind, id) if id in self._filed.get(kind, ()) and route(kind, id) == address else None
        return self._shared.get(address, own)


def _irregular(filed: Mapping[str, Collection[str]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each record whose address says something else than its kind and id, in their order."""
    for kind in sorted(filed.keys() - ISSUES.keys()):
        if kind in IRREGULAR or kind.startswith("annexes/"):
            yield from ((route(kind, id).partition("#")[0].lower(), (kind, id)) for id in sorted(filed[kind]))
