"""Making workbooks costs those alone who need one."""

import pytest

from tests.cli.shell import DONE, probe
from tests.workshop import Workshop

LOADED = """
import sys
from mingbai.cli import main

try:
    main(sys.argv[1:])
finally:
    print("loaded:", "xlsxwriter" in sys.modules)
"""
PLAN = "content/intranet/plans/2026/market.yaml"
FEE = "content/public/fees/catv.yaml"


@pytest.mark.parametrize(("path", "loaded"), [(PLAN, False), (FEE, True)])
def test_a_build_loads_what_makes_workbooks_only_where_a_table_changed(
    workshop: Workshop, path: str, loaded: bool
) -> None:
    probe(LOADED, "build", "-s", workshop.root)
    workshop.write(path, workshop.read(path).replace("居民用户", "住户").replace("title: ", "title: 新的"))
    said = probe(LOADED, "build", "-s", workshop.root)

    assert said.code == DONE
    assert f"loaded: {loaded}" in said.out
