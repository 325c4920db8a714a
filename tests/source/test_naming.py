"""Names that a machine with Windows cannot hold are told, whoever gave them on whatever machine."""

import pytest

from mingbai.source.naming import on_windows
from tests.workshop import Workshop

FEES = "content/public/fees"


@pytest.mark.parametrize(
    "path",
    [
        f"{FEES}/con.yaml",
        "content/public/bulletins/2026/02/aux.md",
        "content/intranet/bulletins/nul/01/issue.yaml",
        "content/public/files/COM1.tar.gz",
        "content/public/files/Lpt¹",
        "content/public/files/con .txt",
        "content/public/files/prn",
        "content/public/files/表.",
        "content/public/files/旧 /表.pdf",
    ],
)
def test_a_name_that_windows_cannot_hold_is_told(path: str) -> None:
    told = on_windows(path)

    assert told and (told.code, told.place.path) == ("file/misplaced", path)


@pytest.mark.parametrize(
    "name", ["console.yaml", "com.yaml", "com10.yaml", "a-con.yaml", "icon.png", "表 1.2.pdf", ".x"]
)
def test_others_are_left_alone(name: str) -> None:
    assert on_windows(f"content/public/files/{name}") is None


def test_neither_a_record_nor_an_attachment_may_be_called_so(workshop: Workshop) -> None:
    workshop.write(f"{FEES}/con.yaml", workshop.read(f"{FEES}/catv.yaml"))
    workshop.write("content/public/files/aux.txt", "附件")

    outcome = workshop.build()

    assert [str(problem).split("\n")[0] for problem in outcome.problems] == [
        "content/public/fees/con.yaml:1:1: error file/misplaced: Windows 里不能有叫 con.yaml 的文件或文件夹",
        "content/public/files/aux.txt:1:1: error file/misplaced: Windows 里不能有叫 aux.txt 的文件或文件夹",
    ]
    assert outcome.released == ()
