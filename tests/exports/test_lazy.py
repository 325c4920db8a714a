"""Making workbooks and calendars costs those alone who need one."""

import pytest

from tests.cli.shell import DONE, probe
from tests.workshop import Workshop

LOADED = """
import sys
from mingbai.cli import main

try:
    main(sys.argv[1:])
finally:
    print("loaded:", *sorted({"xlsxwriter", "icalendar"} & sys.modules.keys()))
"""
PLAN = "content/intranet/plans/2026/market.yaml"
FEE = "content/public/fees/catv.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "loaded"),
    [
        (PLAN, "title: ", "title: 新的", ""),
        (PLAN, "text: 全程网上办", "text: 全程都在网上办", "icalendar"),
        (FEE, "居民用户", "住户", "xlsxwriter"),
    ],
)
def test_a_build_loads_only_what_makes_the_files_that_changed(
    built: Workshop, path: str, old: str, new: str, loaded: str
) -> None:
    built.edit(path, old, new)
    said = probe(LOADED, "build", "-s", built.root)

    assert said.code == DONE
    assert f"loaded: {loaded}".rstrip() in [line.rstrip() for line in said.out.splitlines()]
