"""`schema`: what an editor's program is told must agree with what we accept."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mingbai.records.named import FOLDERS, named
from mingbai.records.schema import schemas
from mingbai.source import front_matter, yaml
from tests.cli.shell import DONE, mingbai
from tests.factories import changed, content

SCHEMAS = schemas()
RECORDS = [path for path in content() if named(path)]


def data_of(path: str, text: str) -> Any:
    located, problems = (front_matter.split if path.endswith(".md") else yaml.parse)(path, text)
    assert located and not problems
    return located.data


def validator(path: str) -> Draft7Validator:
    name = named(path)
    assert name
    return Draft7Validator(SCHEMAS[name.kind.kind.replace("/", "-")])


def test_the_command_writes_one_file_a_kind(tmp_path: Path) -> None:
    said = mingbai("schema", tmp_path / "new" / "_schema")
    kinds = [kind.kind.replace("/", "-") for kinds in FOLDERS.values() for kind in kinds]
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "new/_schema").iterdir()}

    assert (said.code, said.err) == (DONE, "")
    assert said.out.startswith(f"写好 {len(kinds)} 个文件，在 ")
    assert written == {f"{name}.json": schema for name, schema in SCHEMAS.items()}
    assert sorted(written) == sorted(f"{kind}.json" for kind in kinds)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_valid_draft_07(name: str) -> None:
    schema = SCHEMAS[name]

    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not re.search(r"\$defs|prefixItems|unevaluated|dependentRequired", json.dumps(schema))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_what_an_editor_reads_while_typing_is_chinese(name: str) -> None:
    """Every field has a Chinese title, and no developer's class name or docstring shows."""
    schema = SCHEMAS[name]
    groups = [schema, *schema.get("definitions", {}).values()]

    assert all("title" in field for group in groups for field in group.get("properties", {}).values())
    assert [word for word in words_of(schema) if not re.search("[\u4e00-\u9fff]", word)] == []


def words_of(node: Any) -> Iterator[str]:
    """Every title and description in a schema."""
    if isinstance(node, list):
        for item in node:
            yield from words_of(item)
    if isinstance(node, dict):
        yield from (node[key] for key in ("title", "description") if isinstance(node.get(key), str))
        for value in node.values():
            yield from words_of(value)


@pytest.mark.parametrize("path", RECORDS)
def test_it_accepts_every_golden_record(path: str) -> None:
    assert [error.message for error in validator(path).iter_errors(data_of(path, content()[path]))] == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("public/fees/catv.yaml", "charged: 14.00", "chraged: 14.00"),
        ("public/fees/catv.yaml", "payer: 安装有线电视的居民用户\n", ""),
        ("public/fees/catv.yaml", "nature: 政府定价经营服务性", "nature: 政府定价"),
        ("public/fees/catv.yaml", "discretionary: false", "discretionary: 否"),
        ("public/fees/catv.yaml", "year: 2026", "year: 二〇二六"),
        ("public/fees/catv.yaml", "charged: 14.00", "charged: [14.00]"),
        ("public/fees/catv.yaml", "charged: 14.00", "charged: -1"),
        ("public/fees/catv.yaml", "charged: 14.00", "charged: 免费"),
        ("public/bulletins/2026/02/issue.yaml", "items: [phone]", "items: []"),
        ("public/bulletins/2026/02/phone.md", "title: 电话有人接", "title: [电话有人接]"),
        ("public/bureau.yaml", "route: /fees/", "route: fees"),
        ("intranet/plans/2026/market.yaml", "    aim: 放", "    aim: 收"),
        ("intranet/annexes/divisions/market.yaml", "members_count: 6", "members_count: -6"),
    ],
)
def test_it_refuses_a_broken_record(path: str, old: str, new: str) -> None:
    text = changed(path, old, new)[f"content/{path}"]

    assert not validator(f"content/{path}").is_valid(data_of(f"content/{path}", text))
