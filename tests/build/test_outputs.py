"""A project that is built into one folder and into another, in turn: both are served by one memory."""

from pathlib import Path

from tests.cli.shell import DONE, build
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"


def test_each_folder_gets_what_is_right_whatever_was_built_into_the_other(workshop: Workshop, tmp_path: Path) -> None:
    here, there, clean = tmp_path / "here", tmp_path / "there", tmp_path / "clean"
    before = "payer: 安装"
    for number, out in enumerate((here, there, here, here, there)):
        workshop.edit(FEE, before, before := f"payer: 第{number}次安装")

        assert build(workshop, "-o", out).code == DONE
        assert build(workshop, "--clean", "-o", clean).code == DONE
        assert workshop.sites(out) == workshop.sites(clean)

    assert "第3次安装" in workshop.sites(here)["public"]["fees/catv/index.html"].decode()
    assert build(workshop, "-o", here).code == DONE
    assert workshop.sites(here) == workshop.sites(there)
