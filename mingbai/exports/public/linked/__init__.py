"""Every commitment as linked data: the whole under one address that stays, and each item under one of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_value
from mingbai.exports.export import Export
from mingbai.exports.jsonld import Node, jsonld_bytes
from mingbai.exports.public.linked import cpsv, cpsv_terms, schema
from mingbai.exports.public.linked.subject import Service, service


class Vocabulary(Struct, frozen=True):
    """Words that programs elsewhere know: what our files in them are called, and whom they are for."""

    name: str
    title: str
    use: str
    context: Node
    nodes: Callable[[Sequence[Service]], Iterable[Node]]

    def export(self, path: str, services: tuple[Service, ...]) -> Export:
        """Some services in one file below data/."""
        digest = of_value((self.name, services))
        return Export(f"data/{path}.jsonld", digest, lambda: jsonld_bytes(self.context, self.nodes(services)))


VOCABULARIES = (
    Vocabulary("cpsv-ap", "CPSV-AP 3.2", "给跨部门的服务目录读：欧盟公共服务词汇", cpsv_terms.CONTEXT, cpsv.nodes),
    Vocabulary("schema-org", "schema.org", "给搜索引擎和语音助手读", schema.CONTEXT, schema.nodes),
)


def services(corpus: PublicCorpus) -> tuple[Service, ...]:
    """The facts of every commitment."""
    return tuple(service(corpus, entry) for entry in corpus.commitments.values())


def wholes(services: tuple[Service, ...]) -> Iterator[tuple[Vocabulary, Export]]:
    """All of them in one file for each vocabulary; nothing while there are none."""
    for vocabulary in VOCABULARIES if services else ():
        yield vocabulary, vocabulary.export(vocabulary.name, services)


def whole_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """The files with all commitments, for both sites."""
    for _, export in wholes(services(corpus)):
        yield export


def item_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """Each commitment with the stages it is one of, for the public site alone."""
    own = {id: service(corpus, entry) for id, entry in corpus.commitments.items()}
    for id in own:
        some = tuple(own[stage] for stage in corpus.stages_of(id) or (id,))
        for vocabulary in VOCABULARIES:
            yield vocabulary.export(f"{vocabulary.name}/{id}", some)
