"""Where each record is found on a site: an address is a fact of a record, never derived from its title."""

from posixpath import dirname, join, normpath

from mingbai.records.parse import named



def route(kind: str, id: str) -> str:
    """The address of a record or attachment on the sites that show it.

    >>> route("fees", "catv"), route("articles", "2026/01/materials"), route("people", "jia")
    ('/fees/catv/', '/bulletins/2026/01/#materials', '/divisions/#jia')
    """
    if kind == "articles":
        issue, name = id.rsplit("/", 1)
        return f"/bulletins/{issue}/#{name}"
    if kind == "people":
        return f"/divisions/#{id}"
    if kind == "bureau":
        return "/"
    if kind in ("files", "internal-files"):
        return f"/{kind}/{id}"
    if kind.startswith("annexes/"):
        return f"{route(kind.removeprefix('annexes/'), id)}#annex"
    return f"/{kind}/{id}/"


def of_source(path: str) -> tuple[str, str] | None:
    """The (kind, id) of the record or attachment at a source path, so that a link to a file finds its page."""
    for folder in ("content/public/files/", "content/intranet/files/"):
        if path.startswith(folder):
            return "files", path.removeprefix(folder)
    found = named(path)
    return (found.kind.kind, found.id) if found else None


def linked(path: str, target: str) -> tuple[str, str] | None:
    """The (kind, id) that a relative link in the source file at `path` leads to; `None` if to no record.

    >>> linked("content/public/bulletins/2026/01/materials.md", "../../../fees/catv.yaml#basis")
    ('fees', 'catv')
    """
    return of_source(normpath(join(dirname(path), target.split("#")[0])))
