"""JSON Schemas of the records, for programs that help editors while they type (YAML language server: draft-07)."""

from typing import Any

from mingbai.records.base import Record
from mingbai.records.judge import json_schema
from mingbai.records.named import FOLDERS

DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """A schema for each kind of record, by a name fit for a file: `commitments`, `annexes-fees`."""
    kinds = {kind for folder in FOLDERS.values() for kind in folder}
    return {kind.kind.replace("/", "-"): _schema(kind) for kind in sorted(kinds, key=lambda kind: kind.kind)}


def _schema(kind: type[Record]) -> dict[str, Any]:
    schema = {"$schema": DRAFT, **_renamed(json_schema(kind)), "title": kind.label}
    for group in schema.get("definitions", {}).values():
        # The names and docstrings of our classes; an editor's program would show them in place of the field's title.
        group.pop("title", None)
        group.pop("description", None)
    return schema


def _renamed(node: Any) -> Any:
    """Pydantic writes `$defs`; draft-07 knows `definitions`."""
    if isinstance(node, dict):
        return {("definitions" if key == "$defs" else key): _renamed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_renamed(item) for item in node]
    return node.replace("#/$defs/", "#/definitions/") if isinstance(node, str) else node
