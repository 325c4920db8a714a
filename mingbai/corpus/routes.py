"""Where each record is found on a site: an address is a fact of a record, never derived from its title."""

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
