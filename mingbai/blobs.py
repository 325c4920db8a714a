"""The files of a site that are no pages: style sheets and scripts, what its records are accompanied by, its exports."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from mingbai.build.picture import bare, is_picture
from mingbai.build.site import Blob
from mingbai.corpus.gather import File
from mingbai.corpus.gathered import Gathered
from mingbai.corpus.references import references, refers
from mingbai.digest import of_bytes
from mingbai.exports.export import Export
from mingbai.publish.disk import WorldFault
from mingbai.source.tree import read


def of_export(export: Export) -> Blob:
    """An export as a file of a site."""
    return Blob(export.path, export.digest, export.make)


def _bytes(path: str, data: bytes) -> Blob:
    return Blob(path, of_bytes(data), lambda: data)


def of_assets(assets: Mapping[str, bytes]) -> dict[str, Blob]:
    """Style sheets and scripts under a name that changes with their content, so that browsers may keep them."""
    blobs = {}
    for name, data in assets.items():
        stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
        blobs[name] = _bytes(f"assets/{stem}.{of_bytes(data)[:12]}{dot}{suffix}", data)
    return blobs


def attachments_of(corpus: Gathered, files: Mapping[str, File], folder: str, root: Path) -> tuple[Blob, ...]:
    """The attachments that a record of that side refers to, and no others."""
    cited: set[str] = set()
    for entry in chain.from_iterable(some for kind, some in corpus.kinds.items() if refers(kind, "files")):
        cited.update(id for _, mark, id in references(entry.record) if mark.kind == "files")
    for entry in corpus.leading:
        cited.update(link.id for link in entry.body.links if link.kind == "files")  # type: ignore[union-attr]
    return tuple(_attachment(f"{folder}/{id}", files[id], root) for id in sorted(cited & files.keys()))


def _attachment(path: str, file: File, root: Path) -> Blob:
    def make() -> bytes:
        data = read(root, file.path)
        if of_bytes(data) != file.digest:
            raise WorldFault(f"附件 {file.path} 在生成期间变了：请再生成一次（线上网站没有变动）")
        return bare(path, data) if is_picture(path) else data

    return Blob(path, file.digest, make)
