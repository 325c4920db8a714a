"""What the page of the open data is about, in schema.org."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mingbai.exports.jsonld import Node
from mingbai.exports.public.data import Dataset, downloads
from mingbai.exports.public.linked.schema import bureau_node
from mingbai.exports.public.linked.subject import Office

FORMATS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class CatalogFacts(Struct, frozen=True):
    """The open data."""

    office: Office
    datasets: tuple[Dataset, ...]


def catalog(facts: CatalogFacts) -> Iterator[Node]:
    """The open data, table by table, each with its files."""
    office = facts.office
    page = office.at("/data/")
    yield {
        "@id": f"{page}#catalog",
        "@type": "DataCatalog",
        "name": f"{office.name}数据开放",
        "url": page,
        "publisher": bureau_node(office),
        "license": f"{page}#licence",
        "dataset": [_dataset(office, each) for each in facts.datasets],
    }


def _dataset(office: Office, dataset: Dataset) -> Node:
    table = dataset.table
    page = office.at(f"/data/#{table.name}")
    paths: Iterable[str] = [download.export.path for download in downloads(dataset)]
    return {
        "@id": page,
        "@type": "Dataset",
        "name": table.title,
        "description": table.about,
        "url": page,
        "dateModified": table.updated[:10],
        "license": office.at("/data/#licence"),
        "creator": {"@id": office.id},
        "variableMeasured": [column.title for column in table.columns],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": office.at(f"/{path}"), "encodingFormat": _format(path)}
            for path in paths
        ],
    }


def _format(path: str) -> str:
    return next(form for ending, form in FORMATS.items() if path.endswith(ending))
