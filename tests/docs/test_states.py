"""The diagrams of states are those of the tables."""

from tests.docs.states import FILE, drawn


def test_the_diagrams_are_drawn_anew_when_a_table_changes() -> None:
    """Out of date? `python -m tests.docs.states` draws them."""
    assert FILE.read_text(encoding="utf-8") == drawn()


def test_every_machine_is_drawn_and_linked_from_where_it_is_looked_for() -> None:
    page = FILE.read_text(encoding="utf-8")

    assert page.count("stateDiagram-v2") == 5
    assert "(docs/states.md)" in (FILE.parents[1] / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert "(states.md)" in (FILE.parent / "editors.zh-CN.md").read_text(encoding="utf-8")
