"""What a build remembers is forgotten when the program is another one."""

import ast
import sys

from mingbai.program import LIBRARIES
from tests import ROOT

NAMES = {"PIL": "pillow", "yaml": "pyyaml"}
"""What some libraries are called where they are installed."""
SHOWN_ONLY = {"chinese_calendar", "click", "rich", "watchdog"}
"""They draft, read the command line, draw on the terminal, wait for an edit: what is built does not depend on them."""


def imported() -> set[str]:
    """Every library that the program imports from, anywhere."""
    found: set[str] = set()
    for path in (ROOT / "mingbai").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names - {"mingbai"}


def test_every_library_that_a_build_depends_on_is_part_of_the_programs_digest() -> None:
    libraries = {NAMES.get(name, name) for name in imported() - SHOWN_ONLY}

    assert [name for name in sorted(libraries) if not LIBRARIES.fullmatch(f"{name}-1.0.dist-info")] == []
