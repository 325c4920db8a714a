"""Every commitment as linked data: the whole under one address that stays, and each item under one of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_value
from mingbai.exports.export import Export
from mingbai.exports.jsonld import jsonld_bytes
from mingbai.exports.public.linked import cpsv
from mingbai.exports.public.linked.cpsv_terms import CONTEXT
from mingbai.exports.public.linked.subject import Service, service

FOLDER = "data"


@dataclass(frozen=True)
class Graph:
    """Services in one vocabulary, known by its name; `title` and `use` say what it is and whom it is for."""

    name: str
    title: str
    use: str
    services: tuple[Service, ...]

    @property
    def export(self) -> Export:
        """All services in one file."""
        return Export(f"{FOLDER}/{self.name}.jsonld", of_value(self.services), lambda: _made(self.services))


def graphs(corpus: PublicCorpus) -> tuple[Graph, ...]:
    """The whole, in each vocabulary; nothing while there is no commitment."""
    services = tuple(service(corpus, entry) for entry in corpus.commitments.values())
    if not services:
        return ()
    return (Graph("cpsv-ap", "CPSV-AP 3.2", "欧盟的公共服务词汇，跨部门、跨国的服务目录读它", services),)


def whole_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """All commitments in one file for each vocabulary, for both sites."""
    for graph in graphs(corpus):
        yield graph.export


def item_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """Each commitment with the stages it is one of, for the public site alone."""
    for graph in graphs(corpus):
        own = {each.entry.id: each for each in graph.services}
        for id in own:
            some = tuple(own[stage] for stage in corpus.stages_of(id) or (id,))
            yield _one(graph.name, id, some)


def _one(name: str, id: str, services: tuple[Service, ...]) -> Export:
    return Export(f"{FOLDER}/{name}/{id}.jsonld", of_value(services), lambda: _made(services))


def _made(services: tuple[Service, ...]) -> bytes:
    return jsonld_bytes(CONTEXT, cpsv.nodes(services))
