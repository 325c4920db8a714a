"""A scout sees what a survey sees."""

from pathlib import Path

import pytest

from mingbai import process
from mingbai.publish import scout, trees
from mingbai.publish.disk import WorldFault
from tests.publish.sites import NEW, OLD, SITE, put


def test_it_reports_what_is_there(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)

    with scout.scouted(tmp_path, [SITE, "intranet"]) as look:
        assert look(SITE) == trees.survey(tmp_path, SITE)
        assert look("intranet") == trees.survey(tmp_path, "intranet")


def test_a_site_that_it_was_not_sent_to_is_looked_at_here(tmp_path: Path) -> None:
    put(tmp_path, OLD)

    with scout.scouted(tmp_path, ["intranet"]) as look:
        assert look(SITE) == trees.survey(tmp_path, SITE)


def test_nobody_need_listen(tmp_path: Path) -> None:
    """A report larger than a pipe holds does not keep its scout for ever."""
    put(tmp_path, {f"{number}.html": b"" for number in range(3000)})

    with scout.scouted(tmp_path, [SITE]):
        pass


def test_what_a_scout_stumbles_over_is_said_by_who_sent_it(tmp_path: Path) -> None:
    (tmp_path / SITE).mkdir()

    with scout.scouted(tmp_path, [SITE]) as look, pytest.raises(WorldFault, match="已有别的文件或文件夹"):
        look(SITE)


def test_where_nobody_can_be_sent_this_process_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, OLD)
    monkeypatch.setattr(process, "can_fork", lambda: False)

    with scout.scouted(tmp_path, [SITE]) as look:
        assert look(SITE) == trees.survey(tmp_path, SITE)
