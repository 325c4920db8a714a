"""The ground may shift while a build runs: files go, attachments change, and nothing wrong is published."""

from pathlib import Path

import pytest

from mingbai.boundary import Audience
from mingbai.make import Wish, make
from mingbai.publish import writer
from mingbai.publish.disk import WorldFault
from mingbai.source.tree import scan
from tests.workshop import NOW, Workshop

FORM = "content/public/files/forms/application.txt"
PLAN = "content/intranet/plans/2026/market.yaml"


def test_an_intranet_file_that_goes_stops_only_the_intranet(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    tree = scan(workshop.root, "content", "templates")
    workshop.path(PLAN).unlink()

    outcome = make(Wish(workshop.root, workshop.out), tree, NOW, lambda _site, _total: lambda: None)

    assert [(problem.place.path, problem.code) for problem in outcome.problems] == [(PLAN, "file/unreadable")]
    assert [done.site for done in outcome.released] == [Audience.PUBLIC]


def test_an_attachment_that_changes_during_the_build_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked is what goes out; the next build takes the new one."""
    workshop = Workshop(tmp_path)
    workshop.build()
    before = workshop.sites()
    workshop.write(FORM, "第一版\n")
    right = writer.release

    def shifting(*args: object, **more: object) -> writer.Released:
        workshop.write(FORM, "第二版\n")
        return right(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(writer, "release", shifting)
    with pytest.raises(WorldFault, match="在生成期间变了"):
        workshop.build()
    assert workshop.sites() == before

    monkeypatch.undo()
    workshop.build()
    assert workshop.sites()["public"]["files/forms/application.txt"] == "第二版\n".encode()
