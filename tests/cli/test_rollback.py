"""`rollback`: one switch back, and one more returns."""

import re

import pytest

from tests.cli.shell import DONE, build, mingbai, verb
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"


@pytest.mark.parametrize(("site", "name"), [("public", "公众网"), ("intranet", "局办公网")])
def test_back_and_forth_and_on(built: Workshop, site: str, name: str) -> None:
    """Back to the old bytes, forth to the new ones; the next build says again what the content says."""
    old = built.sites()
    built.edit(FEE, "payer: 安装", "payer: 装")
    build(built)
    new = built.sites()
    assert old != new

    back = verb("rollback", built, site)
    after_back = built.sites()
    forth = verb("rollback", built, site)
    after_forth = built.sites()
    verb("rollback", built, site)
    build(built)

    def said(what: str, again: str, files: int) -> str:
        return (
            rf"{name}{what}发布的样子：\d{{4}}-\d\d-\d\d \d\d:\d\d 发布的，{files} 个文件。"
            rf"再退一次，{again}；再生成一次，就又是现在的内容。\n"
        )

    named = len(new[site]) - 1
    assert (back.code, back.err) == (forth.code, forth.err) == (DONE, "")
    assert re.fullmatch(said("退回了前一次", "就换回后一次的", named), back.out)
    assert re.fullmatch(said("换回了后一次", "又是前一次的", named), forth.out)
    assert after_back == {**new, site: old[site]}
    assert after_forth == new
    assert built.sites() == new


def test_it_works_on_an_output_folder_alone(built: Workshop) -> None:
    """Where the sites are served, the project need not be."""
    built.edit(FEE, "payer: 安装", "payer: 装")
    build(built)

    said = mingbai("rollback", "-o", built.out, "public", cwd=built.out)

    assert said.code == DONE
    assert "安装有线电视的居民用户" in built.sites()["public"]["fees/catv/index.html"].decode()
