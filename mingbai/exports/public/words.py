"""What several public tables say in the same way: addresses, laws, documents."""

from collections.abc import Callable, Iterable, Iterator

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.table import Holds, Source, T, derived
from mingbai.records.base import Entry, Published
from mingbai.records.values import Basis, DocumentCited


def identity(corpus: PublicCorpus, kind: str, id_of: Callable[[T], str]) -> Iterator[Source[T]]:
    """The first two columns: the id of a record, and the address of its page."""
    host = corpus.bureau.record.public_host

    def address(row: T) -> str:
        return f"https://{host}{routes.route(kind, id_of(row))}"

    yield derived("id", "编号", Holds.TEXT, id_of, "不会改，可以拿来对照")
    yield derived("address", "网址", Holds.TEXT, address)


def unit(corpus: PublicCorpus, id: str) -> str:
    """What a unit is called; the bureau itself while the unit is not known yet."""
    entry = corpus.divisions.get(id)
    return entry.record.name if entry else corpus.bureau.record.name


def laws(corpus: PublicCorpus, bases: Iterable[Basis]) -> tuple[str, ...]:
    """Places in the law, each in a line: title, version where one is named, articles."""
    return tuple(_law(corpus, basis) for basis in bases)


def _law(corpus: PublicCorpus, basis: Basis) -> str:
    title = corpus.laws[basis.law].record.title
    version = f"（{basis.version}）" if basis.version else ""
    return f"{title if title.startswith('《') else f'《{title}》'}{version}{'、'.join(basis.articles)}"


def document(cited: DocumentCited | None) -> str:
    """A document by what is known of it."""
    if cited is None:
        return ""
    parts = (cited.title, cited.number, cited.on.isoformat() if cited.on else None)
    return "，".join(part for part in parts if part)


def latest(entries: Iterable[Entry[Published]]) -> str:
    """When the latest of some records was published; nothing if there are none."""
    moments = [entry.record.published for entry in entries]
    return max(moments).isoformat(" ", "minutes") if moments else ""
