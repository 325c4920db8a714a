"""`mingbai schema`: JSON Schemas of all kinds of record, for editors' programs."""

import json
from pathlib import Path

import click

from mingbai.cli import say


@click.command(short_help="写出各种记录的 JSON Schema，供编辑器提示和检查")
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
def schema(folder: Path) -> None:
    """写出各种记录的 JSON Schema，供编辑器提示和检查。

    在 YAML 文件第一行写 # yaml-language-server: $schema=… 就能用上。
    """
    from mingbai.records.schema import schemas

    folder.mkdir(parents=True, exist_ok=True)
    made = schemas()
    for name, content in made.items():
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    say.result(f"写好 {len(made)} 个文件，在 {folder}。")
